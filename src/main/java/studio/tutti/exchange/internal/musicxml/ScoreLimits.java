package studio.tutti.exchange.internal.musicxml;

/** What a MusicXML file may hold at most, so that a hostile one costs little. */
public final class ScoreLimits {

    /** Bytes of a file, zipped or not: 16 MiB. */
    public static final int BYTES = 16 << 20;

    /** Bytes of the score in a zipped file, unpacked: 64 MiB. */
    static final int UNPACKED = 64 << 20;

    /** Entries of a zipped file. */
    static final int ENTRIES = 1_000;

    /** Elements of one measure, or of the head. */
    static final int ELEMENTS = 200_000;

    /** How deep elements lie in one another. */
    static final int DEPTH = 60;

    /** Measures of a part as written, and as played with all repeats. */
    static final int MEASURES = 20_000;

    /** Notes with all repeats written out. */
    static final int NOTES = 300_000;

    private ScoreLimits() {}
}
