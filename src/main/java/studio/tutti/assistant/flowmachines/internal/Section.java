package studio.tutti.assistant.flowmachines.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * A section as it is being made, in slots from its own beginning.
 *
 * @param harmony its chords in time
 * @param labels their names
 * @param melody notes and rests, empty if there is none
 * @param pitches of the notes among them, in the key without signature
 * @param bass notes and rests, empty if there is none
 * @param lows of the notes among them
 */
record Section(List<Span> harmony, List<Label> labels, List<Span> melody, int[] pitches, List<Span> bass, int[] lows) {

    /** The notes of a line. */
    static List<Span> sounding(List<Span> line) {
        List<Span> notes = new ArrayList<>();
        for (Span span : line) {
            if (!span.rest()) {
                notes.add(span);
            }
        }
        return notes;
    }

    static int[] lengths(List<Span> spans) {
        return spans.stream().mapToInt(Span::length).toArray();
    }
}
