package studio.tutti.exchange.internal.midi;

import java.util.ArrayList;
import java.util.List;

/** What one channel plays in one track of a file: a track of the song. */
final class Part {

    private final int source;
    private final int port;
    private final int channel;
    private final List<Played.Note> notes = new ArrayList<>();
    private List<Played.Control> controls = new ArrayList<>();

    /**
     * @param source the track of the file
     * @param port which of several sets of sixteen channels, usually 0
     * @param channel 0 to 15
     */
    Part(int source, int port, int channel) {
        this.source = source;
        this.port = port;
        this.channel = channel;
    }

    int source() {
        return source;
    }

    int channel() {
        return channel;
    }

    /** Whether both parts are played by one channel. */
    boolean sharesChannel(Part other) {
        return channel == other.channel && port == other.port;
    }

    List<Played.Note> notes() {
        return notes;
    }

    /** Controllers in order of time; those of a moment in the order of the file. */
    List<Played.Control> controls() {
        return controls;
    }

    void replaceControls(List<Played.Control> replacement) {
        controls = replacement;
    }

    /** The first tick at which anything happens. */
    long begin() {
        long first = controls.isEmpty() ? Long.MAX_VALUE : controls.getFirst().tick();
        return notes.isEmpty() ? first : Math.min(first, notes.getFirst().tick());
    }

    /** The first tick after everything. */
    long end() {
        long last = controls.isEmpty() ? 0 : controls.getLast().tick() + 1;
        for (Played.Note note : notes) {
            last = Math.max(last, Math.max(note.end(), note.tick() + 1));
        }
        return last;
    }
}
