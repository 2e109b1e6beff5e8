package studio.tutti.library.internal.media;

import java.io.IOException;
import java.nio.file.Path;

/** Keeps bytes in places that have names such as "file/…". */
public interface Vault {

    /** Bytes in a place, 0 if there is none. */
    long size(String place) throws IOException;

    /** Writes bytes at a place's offset, which is at most its size. */
    void write(String place, long at, byte[] bytes, int count) throws IOException;

    /** Reads bytes; fewer where the place ends. */
    byte[] read(String place, long at, int count) throws IOException;

    /** Gives a place another name; what is there already is the same, so one of both stays. */
    void move(String from, String to) throws IOException;

    void delete(String place) throws IOException;

    /** Bytes that can still be kept, as far as is known. */
    long free() throws IOException;

    /** The place as a file to be read, which {@link #done} is told of after. */
    Path file(String place) throws IOException;

    /** A file of {@link #file} is not needed any more. */
    void done(Path file) throws IOException;
}
