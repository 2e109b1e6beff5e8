package studio.tutti.exchange;

import java.io.IOException;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.exchange.internal.fidelity.MidiRoundTrip;
import studio.tutti.exchange.internal.fidelity.ScoreRoundTrip;

/**
 * What became of a song that was read, written and read again.
 *
 * @param notes how many notes were compared
 * @param controllers how many controllers, bends, pressures and program changes
 * @param worst the largest difference of a time, in 960ths of a quarter note
 * @param difference what differs first, a sentence; empty if nothing does
 */
public record RoundTrip(int notes, int controllers, double worst, String difference) {

    /** Half a tick: the best that rounding to ticks can do. */
    public static final double HALF_A_TICK = 0.5;

    /**
     * Sends a file through the studio and compares: the written file with the given one, as another reader hears them, and the
     * song read again with the song first read.
     *
     * @param file a MIDI file whose ticks divide a quarter note
     * @param name what it is called
     * @throws SongRefused if it can't be read as a song
     */
    public static RoundTrip of(byte[] file, String name) throws IOException {
        return MidiRoundTrip.of(file, name);
    }

    /**
     * Sends a song through MusicXML and compares all that a score can hold of it: notes with their exact times and
     * velocities, words and the notes they are sung on, chords, tempo, metre, key, sections, names, programs.
     *
     * @throws SongRefused if it can't be written as a score
     */
    public static RoundTrip throughScore(Arrangement song) throws IOException {
        return ScoreRoundTrip.of(song);
    }

    /** Whether nothing differs and no time by more than half a tick. */
    public boolean isFaithful() {
        return difference.isEmpty() && worst <= HALF_A_TICK;
    }
}
