package studio.tutti.collaboration.internal.room;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import studio.tutti.collaboration.Page;

/**
 * The frames on their way to one page. Adding never waits; a virtual thread sends while there are any. A page that reads
 * too slowly first goes without what {@link #spare} offers, then is told to come back later.
 */
final class Outbox {

    /** So many bytes waiting, and the page does without the movements of others. */
    private static final long BEHIND = 64 << 10;
    /** So many bytes waiting that were added while the page was behind, and it has to go. */
    private static final long MOST = 8 << 20;
    /** How long one frame may take. */
    private static final long STUCK_NANOS = TimeUnit.SECONDS.toNanos(20);
    /** How long a frame with a whole song may take, on a slow line. */
    private static final long STUCK_LARGE_NANOS = TimeUnit.SECONDS.toNanos(120);
    /** How long a page that was told to go may take to hear it. */
    private static final long DEAF_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final int LARGE = 256 << 10;

    private final Page page;
    private final Runnable gone;
    private final Deque<byte[]> frames = new ArrayDeque<>();
    private long bytes;
    private long sendingSince;
    private int sending;
    private boolean busy;
    private boolean parting;
    private long partingSince;
    private boolean closed;

    /** @param gone called once when the page can't be reached any more or was told to go */
    Outbox(Page page, Runnable gone) {
        this.page = page;
        this.gone = gone;
    }

    /** Adds a frame that the page must get. */
    void send(byte[] frame) {
        synchronized (frames) {
            if (closed || parting) {
                return;
            }
            add(frame);
        }
    }

    /**
     * Adds a frame that the page can do without, if it keeps up.
     *
     * @return whether it was added
     */
    boolean spare(byte[] frame) {
        synchronized (frames) {
            if (closed || parting || bytes > BEHIND || sendingSince != 0 && System.nanoTime() - sendingSince > TimeUnit.SECONDS.toNanos(1)) {
                return false;
            }
            add(frame);
            return true;
        }
    }

    /** Drops what waits, sends one last frame and closes. */
    void part(byte[] last) {
        synchronized (frames) {
            if (closed || parting) {
                return;
            }
            frames.clear();
            bytes = 0;
            add(last);
            parting = true;
            partingSince = System.nanoTime();
        }
    }

    /** Sends what waits, one last frame after it, and closes. */
    void partAfter(byte[] last) {
        synchronized (frames) {
            if (closed || parting) {
                return;
            }
            add(last);
            parting = true;
            partingSince = System.nanoTime();
        }
    }

    private void add(byte[] frame) {
        frames.add(frame);
        bytes += frame.length;
        if (!busy) {
            busy = true;
            Thread.startVirtualThread(this::work);
        }
    }

    /**
     * Looks whether the page still reads; one that does not is told to go, and cut off if it doesn't hear that either.
     *
     * @param last what to tell it
     */
    void mind(byte[] last) {
        boolean deaf;
        synchronized (frames) {
            if (closed || !isStuck()) {
                return;
            }
            deaf = parting && System.nanoTime() - partingSince > DEAF_NANOS;
        }
        if (deaf) {
            close();
        } else {
            part(last);
        }
    }

    private boolean isStuck() {
        long most = sending > LARGE ? STUCK_LARGE_NANOS : STUCK_NANOS;
        return sendingSince != 0 && System.nanoTime() - sendingSince > most || bytes - sending > MOST || parting;
    }

    /** Whether everything was sent, or nothing can be any more. */
    boolean isDone() {
        synchronized (frames) {
            return closed || !busy;
        }
    }

    private void work() {
        for (byte[] frame = next(); frame != null; frame = next()) {
            try {
                page.send(frame);
            } catch (IOException | RuntimeException unreachable) {
                close();
                return;
            }
        }
    }

    private byte @Nullable [] next() {
        boolean last;
        synchronized (frames) {
            bytes -= sending;
            sending = 0;
            sendingSince = 0;
            byte[] frame = closed ? null : frames.poll();
            if (frame != null) {
                sending = frame.length;
                sendingSince = System.nanoTime();
                return frame;
            }
            busy = false;
            last = parting;
        }
        if (last) {
            close();
        }
        return null;
    }

    /** Closes without a word. */
    void close() {
        synchronized (frames) {
            if (closed) {
                return;
            }
            closed = true;
            frames.clear();
            bytes = 0;
            sending = 0;
        }
        page.close();
        gone.run();
    }
}
