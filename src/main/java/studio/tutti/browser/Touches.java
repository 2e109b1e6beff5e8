package studio.tutti.browser;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;

/** Which clips others have just changed, and who: what the drawing lets settle. */
final class Touches {

    /** Of larger edits not everything is told: nobody sees more at once. */
    private static final int MOST = 1_000;

    private final Map<Id, Id> authors = new LinkedHashMap<>();

    /** Somebody else's edit was applied. */
    void note(Edit edit) {
        for (Operation operation : edit.operations()) {
            if (authors.size() >= MOST) {
                return;
            }
            authors.put(operation.element(), edit.author());
        }
    }

    /** Pairs of a clip's handle and its author's place in {@link Room#people}, since this was last asked; who isn't here is left out. */
    int[] take(Arrangement arrangement, Handles handles, Room room) {
        Map<Element, Id> clips = new LinkedHashMap<>();
        Map<Element, Id> contents = new HashMap<>();
        authors.forEach((id, author) -> {
            Element element = arrangement.alive(id);
            Element content = element != null && element.kind() != Kind.CLIP ? element.parent() : null;
            if (element != null && element.kind() == Kind.CLIP) {
                clips.put(element, author);
            } else if (content != null && content.kind() == Kind.CONTENT) {
                contents.put(content, author);
            }
        });
        authors.clear();
        if (!contents.isEmpty()) {
            for (Element track : Elements.tracks(arrangement)) {
                for (Element clip : track.children(Kind.CLIP)) {
                    Element content = arrangement.find(clip.reference(Property.CONTENT));
                    Id author = content == null ? null : contents.get(content);
                    if (author != null) {
                        clips.putIfAbsent(clip, author);
                    }
                }
            }
        }
        int[] packed = new int[2 * clips.size()];
        int at = 0;
        for (Map.Entry<Element, Id> clip : clips.entrySet()) {
            int person = room.placeOf(clip.getValue());
            if (person >= 0) {
                packed[at++] = handles.of(clip.getKey());
                packed[at++] = person;
            }
        }
        return Arrays.copyOf(packed, at);
    }
}
