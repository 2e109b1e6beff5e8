package studio.tutti.core.clip;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Property;

/**
 * The notes that a clip lets sound, and where: the one place that knows. What is heard, drawn and exported is told here.
 *
 * <ul>
 * <li>The <b>grid</b> that a clip is heard on moves its notes first, without changing them; a drum with steps of its own goes
 *     to those, evenly.
 * <li>A <b>drum row</b> with a length repeats its hits within that length, from tick 0 of the content on; what lies behind the
 *     length is silent. The row goes on across the content, so that three steps against four meet again after twelve.
 * <li>The <b>window</b> of the clip is laid on that, and begins anew with each turn of its loop. Notes end with the turn, and
 *     with the repetition of their row. In a loop, what the grid draws beyond the end is heard at the beginning.
 * </ul>
 */
public final class SoundingNotes {

    /** Hears a note. */
    public interface Ear {

        /**
         * @param start where it begins, in ticks of the song
         * @param end where it ends; may be the start
         * @param repetition 0 the first time, and each time another number that stays while clip and row do
         * @return whether to go on to its next repetition
         */
        boolean hear(long start, long end, int repetition);
    }

    private static final int ROW_REPETITION = 16;

    private final Window window;
    private final DrumRows rows;
    private final ClipGrid grid;

    /** The notes of a clip and of the content that it plays, as they are now. */
    public SoundingNotes(Element clip, Element content) {
        window = new Window(clip);
        rows = DrumRows.of(content);
        grid = ClipGrid.of(clip);
    }

    /** Whether notes sound just where they lie in the content, as far as the window shows them. */
    public boolean isPlain() {
        return rows.isEmpty() && grid.isOff();
    }

    /** How far a note is heard from where it was written, in ticks. */
    public long shift(Element note) {
        if (grid.isOff()) {
            return 0;
        }
        Element row = rows.isEmpty() ? null : rows.row(note.integer(Property.PITCH));
        int step = row == null ? grid.step() : row.integer(Property.STEP);
        return (step == grid.step() ? grid : grid.straight(step)).place(note.start()) - note.start();
    }

    /** The tick of its content where a note is heard first, taking the end of its row or loop for the beginning. */
    public long place(Element note) {
        long at = note.start() + shift(note);
        long length = rows.isEmpty() ? 0 : rows.length(note.integer(Property.PITCH));
        if (length > 0) {
            return note.start() < length ? Math.floorMod(at, length) : at;
        }
        if (!window.loops() || !window.holds(note.start())) {
            return at;
        }
        return at < window.from() ? window.from() : window.from() + (at - window.from()) % (window.to() - window.from());
    }

    /** Whether a note is the clip's own: it lies in its window, or sounds there. */
    public boolean concerns(Element note) {
        long length = rows.isEmpty() ? 0 : rows.length(note.integer(Property.PITCH));
        return length > 0 ? note.start() < length : window.holds(note.start()) || window.holds(place(note));
    }

    /** Tells each time that a note sounds, in order of time; mute is not looked at. */
    public void each(Element note, Ear ear) {
        long length = rows.isEmpty() ? 0 : rows.length(note.integer(Property.PITCH));
        if (length > 0) {
            inRow(note, length, ear);
            return;
        }
        long at = place(note);
        if (!window.holds(at)) {
            return;
        }
        for (long turn = 0; turn < window.turns(); turn++) {
            long start = window.at(at, turn);
            if (start >= window.end() || !ear.hear(start, Math.min(start + note.length(), window.end(turn)), (int) turn)) {
                return;
            }
        }
    }

    private void inRow(Element note, long length, Ear ear) {
        if (note.start() >= length) {
            return;
        }
        long at = place(note);
        long first = at >= window.from() ? 0 : (window.from() - at + length - 1) / length;
        if (at + first * length >= window.to()) {
            return; // in no turn
        }
        for (long turn = 0; turn < window.turns(); turn++) {
            for (long lap = first; at + lap * length < window.to(); lap++) {
                long start = window.at(at + lap * length, turn);
                if (start >= window.end()) {
                    return;
                }
                long end = Math.min(window.end(turn), window.at((lap + 1) * length, turn));
                int repetition = (int) (turn + (lap - first << ROW_REPETITION));
                if (!ear.hear(start, Math.min(start + note.length(), end), repetition)) {
                    return;
                }
            }
        }
    }

    /**
     * The stretches of song in which a drum's steps run on, as far as they lie within [from, to): for each where it begins and
     * ends in the song, and the tick of the content at its beginning, brought into the row's first lap.
     *
     * @param most as many stretches at the most
     */
    public long[] stretches(int pitch, long from, long to, int most) {
        long length = rows.length(pitch);
        long[] found = new long[3 * most];
        int count = 0;
        long span = window.to() - window.from();
        long begin = window.at(window.from(), 0);
        long turn = span == 0 ? 0 : Math.max(0, (from - begin) / span);
        for (; turn < window.turns() && window.at(window.from(), turn) < to && count < most; turn++) {
            long source = window.from();
            if (length > 0) {
                source += Math.max(0, from - window.at(source, turn)) / length * length;
            }
            while (window.at(source, turn) < Math.min(to, window.end(turn)) && count < most) {
                long next = length == 0 ? window.to() : (source / length + 1) * length;
                found[3 * count] = window.at(source, turn);
                found[3 * count + 1] = Math.min(window.end(turn), window.at(next, turn));
                found[3 * count + 2] = length == 0 ? source : source % length;
                count++;
                source = next;
            }
        }
        return Arrays.copyOf(found, 3 * count);
    }

    /** The row of a drum, or null if it goes with the clip. */
    public @Nullable Element row(int pitch) {
        return rows.row(pitch);
    }
}
