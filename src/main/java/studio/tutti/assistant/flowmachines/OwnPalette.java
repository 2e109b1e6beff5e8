package studio.tutti.assistant.flowmachines;

import java.util.UUID;
import studio.tutti.core.arrangement.Id;

/**
 * What is known of a palette that somebody learned from songs of their own.
 *
 * @param person whose it is
 * @param author what that person was called when it was learned
 * @param song the link of the song that it is shared in, or ""
 * @param songs how many songs it learned from
 * @param chords how many chords they have
 * @param melodyNotes how many notes their melodies have
 * @param bassNotes how many notes their basses have
 */
public record OwnPalette(
        UUID id, Id person, String author, String title, Sharing sharing, String song, int songs, int chords, int melodyNotes, int bassNotes) {

    /** Who may use it; the order is that of the numbers in the store. */
    public enum Sharing {
        /** Who learned it. */
        NOBODY,
        /** Whoever opens the song. */
        SONG,
        /** Everybody on this server. */
        EVERYBODY
    }

    /** The beginning of the names of own palettes; shipped ones have no name that begins so. */
    public static final String PREFIX = "own-";

    /** Its name among all palettes, for requests and cards. */
    public String name() {
        return PREFIX + id;
    }
}
