package studio.tutti.exchange;

import java.util.Locale;
import java.util.Optional;

/** The forms a song can have as a file. */
public enum SongFormat {
    /** Standard MIDI File, type 0 and 1. */
    MIDI(".mid"),
    /** The studio's own: everything a song holds, its media too. */
    TUTTI(".tutti");

    private final String suffix;

    SongFormat(String suffix) {
        this.suffix = suffix;
    }

    /** How its files' names end, with the dot. */
    public String suffix() {
        return suffix;
    }

    /** The format of a file by its name, if it is one of these. */
    public static Optional<SongFormat> of(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        if (name.endsWith(".mid") || name.endsWith(".midi") || name.endsWith(".smf") || name.endsWith(".rmi")) {
            return Optional.of(MIDI);
        }
        return name.endsWith(".tutti") ? Optional.of(TUTTI) : Optional.empty();
    }

    static SongRefused unknown(String fileName) {
        return new SongRefused("Songs are read and written as .mid and .tutti; " + fileName + " is neither.");
    }
}
