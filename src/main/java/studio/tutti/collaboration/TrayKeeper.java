package studio.tutti.collaboration;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.protocol.Message;

/** Keeps what lies in the trays beside songs. Rooms hand it what pages say of it, each on a thread that may wait. */
public interface TrayKeeper {

    /** What a page that comes in is told after the chat. */
    List<Message.OfTray> greet(Song song, Id person);

    /**
     * Takes what a page says.
     *
     * @param who the page and its person
     * @param answer tells this page alone
     */
    void hear(Song song, Message.Someone who, Message.AtTray said, Consumer<Message.FromServer> answer);

    /** Looks whether something about the trays of some songs was lost on its way from other nodes, and tells it; now and then, on a thread that may wait. */
    void catchUp(Collection<Id> songs);
}
