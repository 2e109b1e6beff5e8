package studio.tutti.core.editing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Property;

/**
 * Hands stretches of a clip out to several places. The first that stays anywhere is the clip itself, so that whoever changes it
 * meanwhile changes that; others are new clips that play the same content.
 */
final class Recut {

    /** Where a stretch goes: a track or part, or nowhere. */
    private record Stretch(long from, long to, @Nullable Id place) {}

    private final Draft draft;
    private final Recorded recorded;
    private final Element clip;
    private final List<Stretch> stretches = new ArrayList<>();

    /** A clip that lies where it lies. */
    Recut(Arrangement arrangement, Draft draft, Element clip) {
        this.draft = draft;
        this.clip = clip;
        recorded = new Recorded(arrangement);
        stretches.add(new Stretch(clip.start(), clip.end(), clip.reference(Property.PARENT)));
    }

    /** Sends what lies between two ticks of the song to a place, or removes it if that is null. */
    Recut send(long from, long to, @Nullable Id place) {
        List<Stretch> before = List.copyOf(stretches);
        stretches.clear();
        for (Stretch each : before) {
            long begin = Math.max(from, each.from);
            long end = Math.min(to, each.to);
            if (begin >= end) {
                stretches.add(each);
                continue;
            }
            add(new Stretch(each.from, begin, each.place));
            add(new Stretch(begin, end, place));
            add(new Stretch(end, each.to, each.place));
        }
        return this;
    }

    private void add(Stretch stretch) {
        if (stretch.from >= stretch.to) {
            return;
        }
        Stretch last = stretches.isEmpty() ? null : stretches.getLast();
        if (last != null && last.to == stretch.from && java.util.Objects.equals(last.place, stretch.place)) {
            stretches.set(stretches.size() - 1, new Stretch(last.from, stretch.to, last.place));
        } else {
            stretches.add(stretch);
        }
    }

    /** Writes what became of the clip. */
    void lay() {
        boolean own = true;
        boolean whole = stretches.size() == 1;
        for (Stretch stretch : stretches) {
            if (stretch.place == null) {
                continue;
            }
            if (whole) {
                draft.set(clip, Property.PARENT, stretch.place);
                return;
            }
            for (ClipPart piece : ClipPart.within(clip, stretch.from - clip.start(), stretch.to - clip.start())) {
                lay(piece, stretch.place, own);
                own = false;
            }
        }
        if (own) {
            draft.remove(clip);
        }
    }

    private void lay(ClipPart piece, Id place, boolean own) {
        long start = clip.start() + piece.from();
        long reads = recorded.position(clip, piece);
        long fadeIn = piece.from() == 0 ? clip.number(Property.FADE_IN) : 0;
        long fadeOut = piece.from() + piece.length() == clip.length() ? clip.number(Property.FADE_OUT) : 0;
        if (own) {
            piece.lay(draft, clip, start);
            draft.set(clip, Property.PARENT, place);
            draft.set(clip, Property.POSITION, reads);
            draft.set(clip, Property.FADE_IN, fadeIn);
            draft.set(clip, Property.FADE_OUT, fadeOut);
        } else {
            piece.lay(draft.copy(clip, place), start)
                    .with(Property.POSITION, reads)
                    .with(Property.FADE_IN, fadeIn)
                    .with(Property.FADE_OUT, fadeOut);
        }
    }
}
