package studio.tutti.assistant.flowmachines;

/**
 * A note of the melody or of the bass as it sounds; tied notes are one.
 *
 * @param start ticks from the first full bar
 * @param length ticks, at least 1
 * @param pitch MIDI key, 0 to 127
 */
public record SheetNote(int start, int length, int pitch) {

    public SheetNote {
        if (length < 1 || pitch < 0 || pitch > 127) {
            throw new IllegalArgumentException("A note lasts at least one tick and has a pitch from 0 to 127.");
        }
    }

    /** The tick after its last. */
    public int end() {
        return start + length;
    }
}
