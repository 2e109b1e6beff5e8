package studio.tutti.audiofile;

import java.io.Closeable;
import java.io.IOException;

/** The sound of a file, from its beginning to its end. For one thread. */
public interface AudioSource extends Closeable {

    /** Frames a second, 8,000 to 192,000. */
    int rate();

    /** 1 or 2; more only if they were asked for. */
    int channels();

    /**
     * Frames altogether as the file states them, or −1 where it doesn't. {@link #read} gives exactly as many, or throws. A number to
     * show, and to refuse by; not one to allocate by.
     */
    long frames();

    /** Bits of a sample as stored: 8, 16, 24 or 32; 16 for what is stored with loss. */
    int bits();

    /**
     * Reads the next frames, full scale ±1. Integers up to 24 bits are held exactly.
     *
     * @param into an array for each channel
     * @param from where in these the first frame goes
     * @param frames how many at most, above 0
     * @return how many were read, at least 1, or −1 at the end
     * @throws AudioRefused if the file is damaged here, or ends too early
     */
    int read(float[][] into, int from, int frames) throws IOException;
}
