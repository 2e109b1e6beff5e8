package studio.tutti.exchange.internal.midi;

/** What a MIDI file may hold at most, so that a hostile one costs little: about 60 MB of memory at the very worst. */
public final class MidiLimits {

    /** Bytes of a file: 16 MiB. The longest of 2,050 real songs at hand has a hundredth of it. */
    public static final int BYTES = 16 << 20;

    /** Messages of a file, note-ons and note-offs counted apart. */
    public static final int MESSAGES = 800_000;

    /** Track chunks of a file. */
    public static final int TRACKS = 1_024;

    /** Bytes of a text; longer ones are cut. */
    public static final int TEXT = 4_000;

    /** Messages that a song may become when it is written. */
    public static final int WRITTEN = 2_000_000;

    private MidiLimits() {}
}
