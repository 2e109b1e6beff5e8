package studio.tutti.collaboration;

import studio.tutti.core.protocol.Message;

/** The place of one page in a room. */
public interface Seat extends AutoCloseable {

    /**
     * Takes what the page says. May wait when the page sends faster than its edits can be stored.
     *
     * @param said anything but {@link Message.Hello}
     */
    void hear(Message.FromPage said);

    /** The page has gone. */
    @Override
    void close();
}
