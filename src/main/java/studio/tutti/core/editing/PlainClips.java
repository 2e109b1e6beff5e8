package studio.tutti.core.editing;

import java.util.HashMap;
import java.util.Map;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;

/** Tells the clips whose notes are heard once, just where they lie, and nowhere else: notes can be written into them without changing anything else. */
final class PlainClips {

    /** How many clips play each content, those of alternatives that are not heard now included. */
    private final Map<Id, Integer> players = new HashMap<>();

    PlainClips(Arrangement arrangement) {
        Element song = arrangement.root();
        song.children(Kind.TRACK).forEach(this::count);
        for (Element section : song.children(Kind.SECTION)) {
            section.children(Kind.PART).forEach(this::count);
            section.children(Kind.ALTERNATIVE).forEach(form -> form.children(Kind.PART).forEach(this::count));
        }
    }

    private void count(Element place) {
        place.children(Kind.CLIP).forEach(clip -> players.merge(clip.reference(Property.CONTENT), 1, Integer::sum));
    }

    boolean has(Element clip, Element content) {
        return clip.number(Property.LOOP) == 0 && clip.number(Property.QUANTISE) == 0 && content.children(Kind.ROW).isEmpty()
                && players.getOrDefault(content.id(), 0) == 1;
    }
}
