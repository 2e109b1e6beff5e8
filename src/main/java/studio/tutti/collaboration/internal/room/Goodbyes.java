package studio.tutti.collaboration.internal.room;

import studio.tutti.core.protocol.Message;
import studio.tutti.core.protocol.MessageFormat;

/** The last frames that a page may get. */
final class Goodbyes {

    static final byte[] SLOW = of(Message.Why.RESUME, "This page reads too slowly; it goes on where it was.");
    static final byte[] STOPPING = of(Message.Why.RESUME, "This node stops; another goes on.");
    static final byte[] AGAIN = of(Message.Why.RESUME, "The song can't be opened just now.");
    static final byte[] TRASHED = of(Message.Why.NO_SONG, "The song was put in the trash.");
    static final byte[] TAKEN = of(Message.Why.RELOAD, "Another page goes by this page's name.");

    private Goodbyes() {}

    private static byte[] of(Message.Why why, String reason) {
        return MessageFormat.toBytes(new Message.Goodbye(why, reason));
    }
}
