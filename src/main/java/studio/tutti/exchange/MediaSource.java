package studio.tutti.exchange;

import java.io.IOException;
import java.io.InputStream;

/** Where the recordings that a song plays come from. */
@FunctionalInterface
public interface MediaSource {

    /** Has none: a song that plays a recording can't be written whole then. */
    MediaSource NONE = hash -> {
        throw new SongRefused("A recording of the song is missing.");
    };

    /**
     * Opens a recording.
     *
     * @param hash SHA-256 in lower-case hexadecimal
     * @throws SongRefused if there is none
     */
    InputStream open(String hash) throws IOException;
}
