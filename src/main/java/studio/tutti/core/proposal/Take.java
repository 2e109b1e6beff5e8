package studio.tutti.core.proposal;

import java.util.List;
import studio.tutti.core.arrangement.Operation;

/**
 * One answer to a card, with its notes: what would be in the song if it were accepted. All times are ticks of the song.
 *
 * @param label what is special about it, in a few words; may be empty
 * @param parts what tracks would play
 * @param chords what the chord lane would hold in the card's bars; none leaves it as it is
 * @param others whatever else, such as a device with its settings: only {@link Operation.Add} and {@link Operation.Set}, the new
 *     elements under ids made for this take; they get others when it is accepted
 */
public record Take(String label, List<Part> parts, List<Chord> chords, List<Operation> others) {

    /** The longest label, in UTF-16 units. */
    public static final int LONGEST_LABEL = 200;
    /** How many parts. */
    public static final int MOST_PARTS = 64;
    /** How many notes all parts may have together. */
    public static final int MOST_NOTES = 50_000;
    /** How many chords. */
    public static final int MOST_CHORDS = 5_000;
    /** How many other operations. */
    public static final int MOST_OTHERS = 10_000;

    /** Nothing yet. */
    public static final Take EMPTY = new Take("", List.of(), List.of(), List.of());

    public Take {
        parts = List.copyOf(parts);
        chords = List.copyOf(chords);
        others = List.copyOf(others);
    }

    /** A take of notes for tracks and chords. */
    public Take(String label, List<Part> parts, List<Chord> chords) {
        this(label, parts, chords, List.of());
    }

    /** How many notes it has. */
    public int notes() {
        int notes = 0;
        for (Part part : parts) {
            notes += part.notes().size();
        }
        return notes;
    }

    /** Whether there is nothing in it. */
    public boolean isEmpty() {
        return notes() == 0 && chords.isEmpty() && others.isEmpty();
    }

    /**
     * A note.
     *
     * @param start tick of the song
     * @param length ticks, at least 1
     * @param pitch MIDI key, 0 to 127
     * @param velocity 1 to 127
     */
    public record Note(long start, long length, int pitch, int velocity) {
        public long end() {
            return start + length;
        }
    }

    /**
     * A chord of the chord lane.
     *
     * @param symbol such as "Am7/G"
     */
    public record Chord(long start, long length, String symbol) {
        public long end() {
            return start + length;
        }
    }
}
