package studio.tutti.exchange.internal;

/**
 * The studio's own file: a zip that holds
 * <ul>
 * <li>{@code mimetype}, first and stored as it is: {@value #MIMETYPE}
 * <li>{@code manifest.json}: format, version, name, credits, numbers of what it holds
 * <li>{@code song.bin}: the {@link studio.tutti.core.protocol.SnapshotFormat} of the song
 * <li>{@code media/} and the SHA-256 of each recording that the song plays, of its master, and of the reports on that, which are no sound
 * </ul>
 */
public final class TuttiFile {

    /** The version that is written; all up to it are read. */
    static final int VERSION = 1;

    /** The media type of the file. */
    public static final String MIMETYPE = "application/vnd.tutti.song+zip";

    static final String MIMETYPE_ENTRY = "mimetype";
    static final String MANIFEST = "manifest.json";
    static final String SONG = "song.bin";
    static final String MEDIA = "media/";

    /** Bytes of the manifest. */
    static final int MOST_MANIFEST = 1 << 20;

    /** Bytes of the song: the fullest song that the model allows takes about half of it. */
    static final int MOST_SONG = 48 << 20;

    /** Elements of the song: more than the model allows of all kinds together. */
    static final int MOST_ELEMENTS = 1_500_000;

    /** Bytes of one recording: an hour of stereo at 96 kHz and 24 bits is 2 GB. */
    static final long MOST_MEDIUM = 2L << 30;

    /** Bytes of all recordings together. */
    static final long MOST_MEDIA_BYTES = 16L << 30;

    /** Recordings in a file. */
    static final int MOST_MEDIA = 2_000;

    private TuttiFile() {}

    /** Whether this is a SHA-256 in lower-case hexadecimal. */
    static boolean isHash(String text) {
        return text.length() == 64 && text.chars().allMatch(each -> each >= '0' && each <= '9' || each >= 'a' && each <= 'f');
    }
}
