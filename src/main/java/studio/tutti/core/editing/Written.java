package studio.tutti.core.editing;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.core.arrangement.Controllers;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.editing.RecordingGestures.Manner;
import studio.tutti.core.music.MetreMap;
import studio.tutti.core.music.Ticks;
import studio.tutti.core.recording.Pass;

/** One pass of a recording in whole ticks of the song, within what counts and on the grid that was asked for. */
final class Written {

    /** How early before the range a note may begin and still be meant for its first tick. */
    private static final long EARLY = 480;

    record Note(long start, long end, int pitch, int velocity) {}

    record Move(long tick, int controller, int amount) {}

    private final List<Note> notes = new ArrayList<>();
    private final List<Move> moves = new ArrayList<>();
    private final long reached;

    Written(Pass pass, Manner manner, MetreMap metre) {
        long from = from(pass, manner);
        long to = to(pass, manner);
        reached = to;
        for (Pass.Note note : pass.notes()) {
            long start = Math.round(note.start());
            long end = Math.max(start + 1, Math.round(note.end()));
            if (start >= to || start < from && (start < from - EARLY || end <= from)) {
                continue;
            }
            long length = Math.min(end, to) - Math.max(start, from);
            long begin = manner.step() > 0 ? onGrid(Math.max(start, from), manner.step(), metre) : Math.max(start, from);
            begin = Leeway.within(begin, from, Math.max(from, to - 1));
            notes.add(new Note(begin, Math.min(to, begin + Math.max(1, length)), note.pitch(), note.velocity()));
        }
        boolean down = false;
        for (Pass.Move move : pass.moves()) {
            long tick = Math.round(move.tick());
            boolean pedal = move.controller() == Controllers.SUSTAIN;
            if (tick < from) {
                down = pedal ? move.amount() >= 64 : down;
            } else if (tick < to) {
                moves.add(new Move(tick, move.controller(), move.amount()));
            }
        }
        if (down) {
            moves.addFirst(new Move(from, Controllers.SUSTAIN, 127));
        }
    }

    /** The first tick of a pass that counts. */
    static long from(Pass pass, Manner manner) {
        return Math.max(Math.round(Math.floor(pass.from() + 0.5)), Math.max(0, manner.from()));
    }

    /** The tick at which a pass counts no more. */
    static long to(Pass pass, Manner manner) {
        long to = (long) Math.ceil(pass.to() - 0.5);
        return manner.to() >= 0 ? Math.min(to, manner.to()) : to;
    }

    private static long onGrid(long tick, int step, MetreMap metre) {
        long bar = metre.barStart(metre.bar(tick));
        long next = metre.barStart(metre.bar(tick) + 1);
        long nearest = bar + (tick - bar + step / 2) / step * step;
        return Math.min(nearest, next);
    }

    List<Note> notes() {
        return notes;
    }

    /** The tick at which the song stopped going by. */
    long reached() {
        return reached;
    }

    /** The tick at which the last note ends. */
    long end() {
        return notes.stream().mapToLong(Note::end).max().orElse(0);
    }

    /**
     * Fills a content.
     *
     * @param origin the tick of the song at which the content begins
     */
    void fill(Draft draft, Id content, long origin) {
        for (Note note : notes) {
            long start = Leeway.within(note.start - origin, 0, Ticks.LAST - 1);
            draft.add(Kind.NOTE, content)
                    .with(Property.START, start)
                    .with(Property.LENGTH, Leeway.within(note.end - note.start, 1, Ticks.LAST - start))
                    .with(Property.PITCH, note.pitch)
                    .with(Property.VELOCITY, Leeway.within(note.velocity, 1, 127));
        }
        for (Move move : moves) {
            draft.add(Kind.CONTROL, content)
                    .with(Property.START, Leeway.within(move.tick - origin, 0, Ticks.LAST))
                    .with(Property.CONTROLLER, move.controller)
                    .with(Property.AMOUNT, move.amount);
        }
    }
}
