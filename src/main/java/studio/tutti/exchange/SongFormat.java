package studio.tutti.exchange;

import java.util.Locale;
import java.util.Optional;

/** The forms a song can have as a file. */
public enum SongFormat {
    /** Standard MIDI File, type 0 and 1. */
    MIDI(".mid"),
    /** MusicXML 4.0, as it is. */
    MUSICXML(".musicxml"),
    /** MusicXML 4.0, zipped. */
    MXL(".mxl"),
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
        if (name.endsWith(".musicxml") || name.endsWith(".xml")) {
            return Optional.of(MUSICXML);
        }
        return name.endsWith(".mxl") ? Optional.of(MXL) : name.endsWith(".tutti") ? Optional.of(TUTTI) : Optional.empty();
    }

    static SongRefused unknown(String fileName) {
        return new SongRefused("Songs are read and written as .mid, .musicxml, .mxl and .tutti; " + fileName + " is none of these.");
    }
}
