package studio.tutti.exchange.internal.musicxml;

import java.util.ArrayList;
import java.util.List;

/**
 * A length that is written as one note.
 *
 * @param ticks how long it is
 * @param type what it is called, "" where no note is that long
 * @param dotted whether it has a dot
 * @param triplet whether three of it last as long as two
 */
record NoteValue(long ticks, String type, boolean dotted, boolean triplet) {

    private static final List<NoteValue> STRAIGHT = List.of(
            plain(3840, "whole"), dot(2880, "half"), plain(1920, "half"), dot(1440, "quarter"), plain(960, "quarter"),
            dot(720, "eighth"), plain(480, "eighth"), dot(360, "16th"), plain(240, "16th"), plain(120, "32nd"), plain(60, "64th"));

    private static final List<NoteValue> TRIPLETS = List.of(
            new NoteValue(640, "quarter", false, true), new NoteValue(320, "eighth", false, true),
            new NoteValue(160, "16th", false, true));

    private static NoteValue plain(long ticks, String type) {
        return new NoteValue(ticks, type, false, false);
    }

    private static NoteValue dot(long ticks, String type) {
        return new NoteValue(ticks, type, true, false);
    }

    /** The notes that a stretch of a measure is written as, tied if it is a note. */
    static List<NoteValue> of(long from, long to, Grid grid) {
        List<NoteValue> values = new ArrayList<>();
        long at = from;
        while (at < to) {
            long beat = grid.beatOf(at);
            boolean onBeat = at == beat;
            long limit = to;
            boolean triplet = grid.isTriplet(beat) && !(onBeat && to >= grid.beatEnd(at));
            if (triplet || !onBeat) {
                limit = Math.min(to, grid.beatEnd(at));
            } else {
                // From a beat on, as far as beats are straight or wholly covered.
                long next = grid.beatEnd(at);
                while (next < to && (to >= grid.beatEnd(next) || !grid.isTriplet(next))) {
                    next = grid.beatEnd(next);
                }
                limit = Math.min(to, next);
            }
            NoteValue value = largest(limit - at, triplet ? TRIPLETS : STRAIGHT);
            values.add(value);
            at += value.ticks;
        }
        return values;
    }

    private static NoteValue largest(long room, List<NoteValue> among) {
        for (NoteValue value : among) {
            if (value.ticks <= room && (room - value.ticks == 0 || room - value.ticks >= 60)) {
                return value;
            }
        }
        return new NoteValue(room, "", false, false);
    }
}
