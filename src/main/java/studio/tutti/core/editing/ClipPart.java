package studio.tutti.core.editing;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.music.Ticks;

/**
 * A part of a clip, and how it reads the content.
 *
 * @param from where it begins, in ticks from the beginning of the clip
 * @param length in ticks
 * @param offset where in the content it begins to read, in ticks
 * @param loop the ticks of content that it repeats, 0 for none
 */
record ClipPart(long from, long length, long offset, long loop) {

    /**
     * The parts that together play what a clip plays from one of its ticks to another: two where a repetition is broken,
     * else one.
     *
     * @param from in ticks from the beginning of the clip, at least 0
     * @param to after {@code from}, at most the clip's length
     */
    static List<ClipPart> within(Element clip, long from, long to) {
        long offset = clip.number(Property.OFFSET);
        long loop = clip.number(Property.LOOP);
        if (loop == 0) {
            return List.of(new ClipPart(from, to - from, Math.min(Ticks.LAST, offset + from), 0));
        }
        long phase = from % loop;
        if (phase == 0) {
            return List.of(new ClipPart(from, to - from, offset, loop));
        }
        List<ClipPart> parts = new ArrayList<>();
        long broken = Math.min(to - from, loop - phase);
        parts.add(new ClipPart(from, broken, Math.min(Ticks.LAST, offset + phase), 0));
        if (to - from > broken) {
            parts.add(new ClipPart(from + broken, to - from - broken, offset, loop));
        }
        return parts;
    }

    /** Makes a new clip be this part of another. */
    Draft.New lay(Draft.New clip, long start) {
        return clip.with(Property.START, start)
                .with(Property.LENGTH, length)
                .with(Property.OFFSET, offset)
                .with(Property.LOOP, loop);
    }

    /** Makes the clip itself be this part of it. */
    void lay(Draft draft, Element clip, long start) {
        draft.set(clip, Property.START, start);
        draft.set(clip, Property.LENGTH, length);
        draft.set(clip, Property.OFFSET, offset);
        draft.set(clip, Property.LOOP, loop);
    }
}
