package studio.tutti.assistant.flowmachines.score;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.music.BarSigns;
import studio.tutti.core.music.ChordSymbol;

/**
 * A bar as it is written.
 *
 * @param length ticks; less than its metre has in a pickup and where a repeat cuts it
 * @param chords in order
 * @param melody in order, not overlapping
 * @param bass in order, not overlapping
 * @param section the label of the part of the form that begins here, or ""
 */
public record ScoreBar(int length, List<Chord> chords, List<Note> melody, List<Note> bass, BarSigns signs, String section) {

    /**
     * A chord symbol.
     *
     * @param at ticks from the beginning of the bar; it holds until the next
     * @param symbol null for "no chord"
     */
    public record Chord(int at, @Nullable ChordSymbol symbol) {}

    /**
     * A note, or its part that lies in this bar.
     *
     * @param at ticks from the beginning of the bar
     * @param length ticks, at least 1
     * @param pitch MIDI key
     * @param tied whether it goes on the note before, which ends where it begins
     */
    public record Note(int at, int length, int pitch, boolean tied) {}

    public ScoreBar {
        chords = List.copyOf(chords);
        melody = List.copyOf(melody);
        bass = List.copyOf(bass);
    }

    /** The same music under other signs. */
    ScoreBar with(BarSigns other, String label) {
        return new ScoreBar(length, chords, melody, bass, other, label);
    }

    /** Whether two bars have the same chords and notes. */
    boolean soundsLike(ScoreBar other) {
        return length == other.length && chords.equals(other.chords) && melody.equals(other.melody) && bass.equals(other.bass);
    }
}
