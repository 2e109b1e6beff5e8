package studio.tutti.collaboration;

import studio.tutti.core.protocol.Message;

/** The place of one page in a room. */
public interface Seat extends AutoCloseable {

    /**
     * Takes what the page says. May wait when the page sends faster than its edits can be stored.
     *
     * @param said anything but {@link Message.Hello}
     * @throws studio.tutti.core.protocol.Malformed if it holds an edit that is none
     */
    void hear(Message.FromPage said);

    /**
     * Sends a frame to the page, in its turn.
     *
     * @param frame as {@link studio.tutti.core.protocol.MessageFormat} writes it
     */
    void tell(byte[] frame);

    /** The page has gone. */
    @Override
    void close();
}
