package studio.tutti.core.editing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;

/**
 * The forms of a section: its own, which is the section itself, and its alternatives. One of them is heard: what the tracks play in
 * the section's bars. What the others have lies in their parts, one for each track that an alternative is about, and one without a
 * track for the chord lane. Where an alternative has no part, the section's own form goes for it.
 */
public final class Forms {

    private final Arrangement arrangement;
    private final Element section;

    /** The forms of a section as they are now. */
    public Forms(Arrangement arrangement, Element section) {
        this.arrangement = arrangement;
        this.section = section;
    }

    /** The alternatives in their order. */
    public static List<Element> alternatives(Element section) {
        return Elements.ordered(section.children(Kind.ALTERNATIVE));
    }

    /** The form that is heard: an alternative, perhaps one that was discarded meanwhile, or the section itself. */
    public Element heard() {
        Element chosen = arrangement.find(section.reference(Property.CHOSEN));
        return chosen != null && chosen.reference(Property.PARENT).equals(section.id()) ? chosen : section;
    }

    /** The tracks that an alternative is about, {@link Id#NONE} among them if it is about chords; nothing for the section's own form. */
    Set<Id> cover(Element form) {
        Set<Id> cover = new LinkedHashSet<>();
        if (form != section) {
            for (Element part : Elements.byId(form.children(Kind.PART))) {
                Id track = part.reference(Property.TRACK);
                if (track.isNone() || arrangement.alive(track) != null) {
                    cover.add(track);
                }
            }
        }
        return cover;
    }

    /** The form whose a track is while another one is heard: that one if it is about the track, else the section's own. */
    Element owner(Element form, Id track) {
        return part(form, track) != null && form != section ? form : section;
    }

    /** The part that a form has for a track; null if it has none. Of two that were made at once the one with the first id. */
    @Nullable Element part(Element form, Id track) {
        for (Element part : Elements.byId(form.children(Kind.PART))) {
            if (part.reference(Property.TRACK).equals(track)) {
                return part;
            }
        }
        return null;
    }

    /** What a track plays in the section's bars, or what the chord lane holds there. */
    List<Element> inTracks(Id track) {
        List<Element> found = new ArrayList<>();
        Element place = track.isNone() ? arrangement.root() : arrangement.alive(track);
        if (place != null) {
            within(place.children(track.isNone() ? Kind.CHORD : Kind.CLIP), track.isNone(), found);
        }
        return found;
    }

    /** What a form that is not heard has for a track, as far as it lies in the section's bars. */
    List<Element> parked(Element form, Id track) {
        List<Element> found = new ArrayList<>();
        for (Element part : form.children(Kind.PART)) {
            if (part.reference(Property.TRACK).equals(track)) {
                within(part.children(track.isNone() ? Kind.CHORD : Kind.CLIP), track.isNone(), found);
            }
        }
        return Elements.sorted(found);
    }

    /** All that a form that is not heard has for a track, also what was moved out of the section's bars while it was being parked. */
    List<Element> kept(Element form, Id track) {
        List<Element> found = new ArrayList<>();
        for (Element part : form.children(Kind.PART)) {
            if (part.reference(Property.TRACK).equals(track)) {
                found.addAll(part.children(track.isNone() ? Kind.CHORD : Kind.CLIP));
            }
        }
        return Elements.sorted(found);
    }

    /** Whether a track plays nothing between two ticks outside the section, or the chord lane holds nothing there. */
    boolean isFree(Id track, long from, long to) {
        Element place = track.isNone() ? arrangement.root() : arrangement.alive(track);
        return place != null && place.children(track.isNone() ? Kind.CHORD : Kind.CLIP).stream()
                .noneMatch(each -> each.start() < to && each.end() > from);
    }

    private void within(List<Element> elements, boolean chords, List<Element> found) {
        for (Element each : Elements.sorted(elements)) {
            if (chords ? each.start() >= section.start() && each.start() < section.end()
                    : each.start() < section.end() && each.end() > section.start()) {
                found.add(each);
            }
        }
    }
}
