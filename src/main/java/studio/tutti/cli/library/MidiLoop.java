package studio.tutti.cli.library;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A loop as the library keeps it.
 *
 * @param style what it was called in the pack
 * @param tempo quarter notes a minute that it was played at
 * @param tonic 0 … 11, −1 for drums
 * @param minor whether its key is minor
 * @param program General MIDI program, −1 for drums
 * @param notes tick, length, key and velocity of each, 960 ticks a quarter
 */
record MidiLoop(String id, String name, String category, String style, int tempo, int bars, int tonic, boolean minor, int program,
        String credit, List<int[]> notes) {

    /** Its line in the table. */
    String line() {
        String sung = notes.stream().map(note -> note[0] + "," + note[1] + "," + note[2] + "," + note[3]).collect(Collectors.joining(" "));
        return String.join("\t", id, name, category, "" + tempo, "" + bars, "" + tonic, minor ? "minor" : "major", "" + program,
                "CC-BY-4.0", credit, sung);
    }
}
