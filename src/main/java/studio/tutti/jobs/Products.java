package studio.tutti.jobs;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Files that jobs made, each once by the SHA-256 of its content, until they are old. A node keeps them in the folder
 * {@code bounces} of its data; where several share a store they lie in there, too, and a node that lacks one fetches it.
 */
public interface Products {

    /** A folder of one's own for files while they are made; whoever asks deletes it. */
    Path workshop() throws IOException;

    /**
     * Keeps a file.
     *
     * @param file is moved away
     * @param until when it may be thrown away; a later time that it has already stays
     * @return its hash, 64 hexadecimal digits
     */
    String keep(Path file, Instant until) throws IOException;

    /** The file with this hash, on this node; empty if it is gone or never was. Read it at once. */
    Optional<Path> find(String hash) throws IOException;

    /** Lets a file be thrown away earlier or later than was said. */
    void until(String hash, Instant until);
}
