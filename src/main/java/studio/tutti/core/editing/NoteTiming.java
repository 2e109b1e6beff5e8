package studio.tutti.core.editing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.music.Grid;
import studio.tutti.core.music.Ticks;

/** Shapes when notes begin and end. Notes that somebody removed meanwhile are passed over. */
public final class NoteTiming {

    /** Notes of a chord begin at most so many ticks after the one before: a 16th. */
    private static final long CHORD = Ticks.PER_QUARTER / 4;

    private final IdSequence ids;

    public NoteTiming(IdSequence ids) {
        this.ids = ids;
    }

    /** What of notes is brought onto a grid. */
    public enum Ends {
        /** Where they begin; lengths stay. */
        STARTS,
        /** Where they end; beginnings stay. */
        ENDS,
        BOTH
    }

    /**
     * Brings notes onto a grid.
     *
     * @param strength how far they go, in hundredths of the way; brought into 0 to 100
     */
    public Gesture quantise(List<Element> notes, Grid grid, int strength, Ends ends) {
        long share = Leeway.within(strength, 0, 100);
        Draft draft = new Draft(ids);
        for (Element note : Chosen.of(Kind.NOTE, notes)) {
            long start = ends == Ends.ENDS ? note.start() : towards(note.start(), grid.nearest(note.start()), share);
            long length = note.length();
            if (ends != Ends.STARTS) {
                long point = grid.nearest(note.end());
                length = towards(note.end(), point > start ? point : grid.after(start), share) - start;
            }
            if (length > 0 && start + length <= Ticks.LAST) {
                draft.set(note, Property.START, start);
                draft.set(note, Property.LENGTH, length);
            }
        }
        return draft.as(Labels.NOTES_QUANTISE);
    }

    private static long towards(long from, long to, long hundredths) {
        return from + Math.round((to - from) * hundredths / 100.0);
    }

    /**
     * Lets notes come a little early or late, and a little louder or softer, each by chance; most only a little.
     *
     * @param ticks how far a note may move at most, at least 0
     * @param velocity how much its velocity may change at most, 0 to 126
     * @param seed equal seeds do the same to equal notes
     */
    public Gesture humanise(List<Element> notes, int ticks, int velocity, long seed) {
        Chance chance = new Chance(seed);
        Draft draft = new Draft(ids);
        for (Element note : Elements.sorted(Chosen.of(Kind.NOTE, notes))) {
            long later = chance.around(ticks);
            long louder = chance.around(velocity);
            draft.set(note, Property.START, Leeway.within(note.start() + later, 0, Ticks.LAST - note.length()));
            draft.set(note, Property.VELOCITY, Leeway.within(note.number(Property.VELOCITY) + louder, 1, 127));
        }
        return draft.as(Labels.NOTES_HUMANISE);
    }

    /**
     * Spreads the notes of chords over time as a hand does over strings. Each ends where it did. Notes are a chord while
     * they sound together and each begins within a 16th of the one before, so that a strummed chord can be strummed anew.
     *
     * @param ticks from string to string: above 0 from the lowest up, below 0 from the highest down, 0 all at once
     */
    public Gesture strum(List<Element> notes, int ticks) {
        long apart = Leeway.within(Math.abs((long) ticks), 0, CHORD);
        Draft draft = new Draft(ids);
        for (List<Element> chord : chords(Elements.sorted(Chosen.of(Kind.NOTE, notes)))) {
            long start = chord.getFirst().start();
            Comparator<Element> upwards = Comparator.comparingLong(note -> note.number(Property.PITCH));
            chord.sort(ticks < 0 ? upwards.reversed() : upwards);
            for (int string = 0; string < chord.size(); string++) {
                Element note = chord.get(string);
                long latest = Math.max(start, note.end() - NoteGestures.SHORTEST);
                long begin = Math.min(start + string * apart, latest);
                draft.set(note, Property.START, begin);
                draft.set(note, Property.LENGTH, note.end() - begin);
            }
        }
        return draft.as(Labels.NOTES_STRUM);
    }

    private static List<List<Element>> chords(List<Element> sorted) {
        List<List<Element>> chords = new ArrayList<>();
        List<Element> chord = List.of();
        for (Element note : sorted) {
            boolean joins = !chord.isEmpty() && note.parent() == chord.getFirst().parent()
                    && note.start() - chord.getLast().start() <= CHORD;
            for (Element other : chord) {
                joins &= note.start() < other.end() && note.number(Property.PITCH) != other.number(Property.PITCH);
            }
            if (!joins) {
                chord = new ArrayList<>();
                chords.add(chord);
            }
            chord.add(note);
        }
        return chords;
    }

    /**
     * Lets each note end where the next begins; notes that begin together go on together, and the last stay as they are. A
     * note alone, or one chord, goes on to the next note of the content.
     */
    public Gesture legato(List<Element> notes) {
        List<Element> sorted = Elements.sorted(Chosen.of(Kind.NOTE, notes));
        Draft draft = new Draft(ids);
        if (!sorted.isEmpty()) {
            boolean alone = sorted.getFirst().start() == sorted.getLast().start();
            Element content = sorted.getFirst().parent();
            List<Element> all = alone && content != null ? Elements.sorted(content.children(Kind.NOTE)) : sorted;
            int next = 0;
            for (Element note : sorted) {
                while (next < all.size() && all.get(next).start() <= note.start()) {
                    next++;
                }
                if (next < all.size()) {
                    draft.set(note, Property.LENGTH, all.get(next).start() - note.start());
                }
            }
        }
        return draft.as(Labels.NOTES_LEGATO);
    }
}
