package studio.tutti.exchange;

import studio.tutti.core.arrangement.Arrangement;

/** Writes who made what into a song that leaves the house. */
public interface Signature {

    /**
     * Adds to the credits of a song.
     *
     * @param link the song's
     * @param arrangement the song as it goes out; changed
     */
    void sign(String link, Arrangement arrangement);
}
