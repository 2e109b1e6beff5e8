package studio.tutti.library;

import java.util.Map;
import java.util.UUID;
import studio.tutti.core.arrangement.Id;

/**
 * Settings of an effect or an instrument under a name.
 *
 * @param person whose it is
 * @param author what that person was called when they saved it
 * @param kind the effect or instrument, by its name in songs
 * @param settings values of parameters by their names, each in its unit
 * @param song the link of the song that it is shared in, or ""
 */
public record SavedPreset(UUID id, Id person, String author, String kind, String name, Map<String, Double> settings, Sharing sharing,
        String song) {

    /** Who sees it; the order is that of the numbers in the store. */
    public enum Sharing {
        /** Its author alone. */
        NOBODY,
        /** Whoever opens the song. */
        SONG,
        /** Everybody on this server. */
        EVERYBODY
    }
}
