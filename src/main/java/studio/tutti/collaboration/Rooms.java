package studio.tutti.collaboration;

import java.util.List;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.protocol.Message;

/** The rooms that people are in now, one for each open song, across all nodes. */
public interface Rooms {

    /**
     * Takes a page into the room of a song. What the page is told goes to {@code page}, beginning with
     * {@link Message.Welcome}; what it says goes to the seat.
     *
     * @param link the song's
     * @param person who the page belongs to
     * @param hello its first word, of this protocol's version
     * @throws NoSuchSong if there is none behind the link
     */
    Seat enter(String link, Id person, Message.Hello hello, Page page);

    /**
     * Watches a song's room, for panels outside the edit socket.
     *
     * @return closes the watch
     * @throws NoSuchSong if there is none behind the link
     */
    Watch watch(String link, Watcher watcher);

    /**
     * The pages in a song's room, on all nodes; nobody if there is no such song.
     *
     * @param link the song's
     */
    List<Message.Someone> people(String link);

    /**
     * Tells the pages in a song's room something about its tray, on all nodes. It may get lost between nodes.
     *
     * @param song by its id
     * @param audience whose pages alone are told, or {@link Id#NONE} for everybody's
     */
    void tell(Id song, Id audience, Message.OfTray news);

    /** Tells the pages in a song's room on this node only. */
    void tellHere(Id song, Id audience, Message.OfTray news);

    /** Ends a watch. */
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    /** Told of what happens in a room, on a thread of the room's: don't linger. */
    interface Watcher {
        /** Pages came, went or changed their person's name or colour; moving about is not told. */
        default void people(List<Message.Someone> now) {}

        /** Somebody said something. */
        default void said(Message.Saying line) {}

        /** The song has a new head, name or version. */
        default void changed(Song song) {}

        /** The song was put in the trash. */
        default void gone() {}
    }
}
