package studio.tutti.collaboration;

import java.io.IOException;

/** The way to one page. Called by one thread at a time. */
public interface Page {

    /**
     * Sends one frame and waits until it is on its way.
     *
     * @param frame as {@link studio.tutti.core.protocol.MessageFormat} writes it; shared, not to be changed
     * @throws IOException if the page can't be reached any more
     */
    void send(byte[] frame) throws IOException;

    /** Closes the way, also while a frame is stuck in it. May be called by any thread, more than once. */
    void close();
}
