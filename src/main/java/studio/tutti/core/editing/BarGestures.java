package studio.tutti.core.editing;

import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.TimeMaps;
import studio.tutti.core.music.MetreMap;
import studio.tutti.core.music.Ticks;

/**
 * What hands do with bars of the whole song: all tracks with their clips and automation, sections, chords, markers, lyrics,
 * tempo, metre, key, locks and comments go together.
 */
public final class BarGestures {

    /** The most bars that can be inserted at once. */
    public static final int MOST_BARS = 999;

    private final Arrangement arrangement;
    private final IdSequence ids;

    public BarGestures(Arrangement arrangement, IdSequence ids) {
        this.arrangement = arrangement;
        this.ids = ids;
    }

    /**
     * Makes room before a tick: empty bars in the metre that goes before it.
     *
     * @param bars brought into 1 to {@link #MOST_BARS}
     */
    public Gesture insert(long tick, int bars) {
        long at = Leeway.within(tick, 0, Ticks.LAST);
        long before = Math.max(0, at - 1);
        MetreMap metre = TimeMaps.metre(arrangement);
        long bar = (long) metre.beatsInBar(before) * metre.beatLength(before);
        return splice(Splice.insert(at, bar * Leeway.within(bars, 1, MOST_BARS)), Labels.BARS_INSERT);
    }

    /** Takes everything from one tick to another out, and closes the gap. Comments stay, at the seam. */
    public Gesture delete(long from, long to) {
        long begin = Leeway.within(from, 0, Ticks.LAST);
        long end = Leeway.within(to, 0, Ticks.LAST);
        return begin >= end ? new Draft(ids).as(Labels.BARS_DELETE) : splice(Splice.delete(begin, end), Labels.BARS_DELETE);
    }

    /**
     * Moves a section with all that its bars hold.
     *
     * @param before the tick that it will lie before; within the section nothing changes
     */
    public Gesture move(Element section, long before) {
        alive(section);
        long to = Leeway.within(before, 0, Ticks.LAST);
        return to >= section.start() && to <= section.end()
                ? new Draft(ids).as(Labels.SECTION_MOVE)
                : splice(Splice.move(section.start(), section.end(), to), Labels.SECTION_MOVE);
    }

    /**
     * Puts a section in once more, with all that its bars hold.
     *
     * @param before the tick that the copy will lie before
     * @param aliases whether its clips play what the section's clips play, and change with them
     * @return made: the new section
     */
    public Gesture copy(Element section, long before, boolean aliases) {
        alive(section);
        Splice splice = Splice.copy(section.start(), section.end(), Leeway.within(before, 0, Ticks.LAST));
        Draft draft = new Draft(ids);
        new Splicing(arrangement, draft, splice, aliases).run();
        return draft.as(Labels.SECTION_COPY);
    }

    private Gesture splice(Splice splice, String label) {
        Draft draft = new Draft(ids);
        new Splicing(arrangement, draft, splice, true).run();
        return draft.as(label);
    }

    private static void alive(Element section) {
        if (section.kind() != Kind.SECTION || !section.isAlive() || section.length() == 0) {
            throw new EditRefused("This section is not part of the song any more.");
        }
    }
}
