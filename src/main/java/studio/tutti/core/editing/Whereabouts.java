package studio.tutti.core.editing;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;

/** Where in a song something was done, in the words of the band: the sections, or the tracks where there is no section. */
public final class Whereabouts {

    private final Arrangement arrangement;
    private final List<Element> sections;
    private final Map<Id, Element> clips = new HashMap<>();

    /** @param arrangement the song as it is */
    public Whereabouts(Arrangement arrangement) {
        this.arrangement = arrangement;
        sections = Elements.sorted(arrangement.root().children(Kind.SECTION));
        for (Element track : Elements.tracks(arrangement)) {
            for (Element clip : Elements.sorted(track.children(Kind.CLIP))) {
                clips.putIfAbsent(clip.reference(Property.CONTENT), clip);
            }
        }
    }

    /** The names of the places that an edit touched and that are still there, in the order of its operations. */
    public Set<String> of(Edit edit) {
        Set<String> places = new LinkedHashSet<>();
        for (Operation operation : edit.operations()) {
            Element element = arrangement.find(operation.element());
            if (element != null) {
                String place = place(element);
                if (!place.isEmpty()) {
                    places.add(place);
                }
            }
        }
        return places;
    }

    private String place(Element element) {
        if (element.kind() == Kind.SECTION) {
            return element.text(Property.NAME);
        }
        Element clip = clip(element);
        long tick = clip == null ? start(element) : clip == element ? clip.start()
                : element.kind() == Kind.COMMENT ? clip.start() + element.start()
                : clip.start() + start(element) - clip.number(Property.OFFSET);
        for (Element section : sections) {
            if (tick >= section.start() && tick < section.end()) {
                return section.text(Property.NAME);
            }
        }
        Element track = clip != null ? clip.parent() : element;
        while (track != null && track.kind() != Kind.TRACK) {
            track = track.parent();
        }
        return track == null ? "" : track.text(Property.NAME);
    }

    /** The clip that shows an element, or null. */
    private @Nullable Element clip(Element element) {
        Element parent = element.parent();
        if (element.kind() == Kind.CLIP) {
            return element;
        }
        if (element.kind() == Kind.CONTENT) {
            return clips.get(element.id());
        }
        if (parent != null && parent.kind() == Kind.CONTENT) {
            return clips.get(parent.id());
        }
        return parent != null && parent.kind() == Kind.CLIP ? parent : null;
    }

    /** In ticks; −1 for what has no start. */
    private static long start(Element element) {
        return element.kind().slot(Property.START) < 0 ? -1 : element.start();
    }
}
