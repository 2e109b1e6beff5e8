package studio.tutti.audiofile;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The bytes of a file that is still on its way. */
public interface ArrivingBytes {

    /** Bytes that the file will have. */
    long size();

    /**
     * Reads bytes, waiting until some are here.
     *
     * @param at from 0
     * @return how many were read, at least 1, or −1 at the file's end
     * @throws IOException if no more will come
     */
    int read(long at, ByteBuffer target) throws IOException;
}
