package studio.tutti.exchange;

import java.io.IOException;
import java.io.InputStream;

/** Where the recordings of a song that is being read go, its master, and the reports on that, which are PDF and JSON: no sound. */
@FunctionalInterface
public interface MediaSink {

    /** Keeps none. */
    MediaSink NONE = (hash, content) -> content.transferTo(java.io.OutputStream.nullOutputStream());

    /**
     * Keeps a recording. Its content is checked against the hash as it is read: where they differ the end of the stream
     * throws {@link SongRefused}, and nothing may be kept.
     *
     * @param hash SHA-256 in lower-case hexadecimal
     * @param content to be read to its end, not closed
     */
    void keep(String hash, InputStream content) throws IOException;
}
