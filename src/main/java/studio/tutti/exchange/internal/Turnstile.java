package studio.tutti.exchange.internal;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import studio.tutti.exchange.SongRefused;

/**
 * Lets only two files at a time be made songs of: one at its limits takes some hundred megabytes meanwhile. Its bytes are read
 * before, so that a slow sender holds nobody up.
 */
public final class Turnstile {

    private static final Semaphore PLACES = new Semaphore(2, true);
    private static final int PATIENCE_SECONDS = 60;

    private Turnstile() {}

    /** Work that takes much memory. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws IOException;
    }

    /**
     * Does the work when there is a place.
     *
     * @throws SongRefused if there is none for a minute
     */
    public static <T> T pass(Work<T> work) throws IOException {
        try {
            if (!PLACES.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new SongRefused("The studio is reading other files just now; try again in a moment.");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SongRefused("The studio was stopped while it read the file.");
        }
        try {
            return work.run();
        } finally {
            PLACES.release();
        }
    }
}
