package studio.tutti.core.protocol;

import java.util.List;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.live.Touch;
import studio.tutti.core.replica.OwnEdit;

/** What page and server say to each other over the edit socket, one binary frame each. See docs/protocol.md. */
public sealed interface Message {

    /** The version of the protocol; a page of another version is told to reload. */
    int VERSION = 4;

    /** The longest frame that a server reads, in bytes. */
    int LONGEST = 8 << 20;

    /** The longest text of the chat, in UTF-16 units. */
    int LONGEST_SAYING = 2_000;

    /** How many pages a view is told to at once. */
    int MOST_LOOKING = 500;

    /** The longest name of a person, in UTF-16 units. */
    int LONGEST_NAME = 60;

    /** What a page says. */
    sealed interface FromPage extends Message {}

    /** What a server says. */
    sealed interface FromServer extends Message {}

    /**
     * The first word of a page.
     *
     * @param version the protocol it speaks
     * @param session this page among all pages, made by the page and kept over reconnects
     * @param revision the last revision it holds, or −1 to be sent a snapshot
     * @param name what the person is called
     * @param colour the person's colour, 24-bit RGB
     */
    record Hello(int version, Id session, long revision, String name, int colour) implements FromPage {}

    /** An edit, as {@link EditFormat} writes it. Answered by {@link Accepted} or {@link Refused}. */
    record Submit(byte[] edit) implements FromPage {}

    /** Where the person is now. */
    record Here(Presence presence) implements FromPage {}

    /** A line for the chat, under an id of the page's, so that sending it twice says it once. */
    record Say(Id id, String text) implements FromPage {}

    /** Asks for the edits after a revision. Answered by {@link Ordered}. */
    record Fetch(long after) implements FromPage {}

    /** A new name or colour. */
    record Introduce(String name, int colour) implements FromPage {}

    /** Asks for an echo, to measure the way. */
    record Ping(long nonce) implements FromPage {}

    /** The most things that hands did in one message. */
    int MOST_TOUCHES = 64;

    /**
     * What the person plays by hand, for the others to hear. Never stored; told to those who keep up.
     *
     * @param number counts these messages of a page, so that a lost one is noticed
     * @param time when the first of it was played, in microseconds since 1970 by the server's clock, or 0 if the page does
     *     not know that clock yet
     * @param touches by time; none says that what is held is still held
     */
    record Sound(int number, long time, List<Touch> touches) implements FromPage {}

    /** Joins the transport that the room shares, leaves it, or moves it; told to all in {@link Together}. */
    record Conduct(Move move, int tick, int loopFrom, int loopTo) implements FromPage {}

    /** What is done with the shared transport. */
    enum Move {
        JOIN,
        LEAVE,
        /** It plays from a tick, and loops if the loop's end is beyond its beginning. */
        PLAY,
        /** It stands at a tick. */
        STOP,
        /** From now on only this page sounds, as in a class; joined or not. */
        HERE,
        /** Every page sounds again. */
        EVERYWHERE
    }

    /** Asks what time it is. */
    record AskTime(long nonce) implements FromPage {}

    /**
     * Says something of looking together; the server passes it on as {@link Looked}.
     *
     * @param what is said
     * @param to the sessions that it is said to, at most {@link #MOST_LOOKING}; for {@link Looking#GATHER} none, it goes to all
     * @param view what the person sees, for {@link Looking#VIEW} and {@link Looking#GATHER}
     */
    record Look(Looking what, List<Id> to, View view) implements FromPage {
        public Look {
            to = List.copyOf(to);
        }
    }

    /** What pages say to each other of looking together. */
    enum Looking {
        /** I go with you: tell me what you see. */
        FOLLOW,
        /** I don't go with you any more. */
        LEAVE,
        /** This is what I see now. */
        VIEW,
        /** Come to where I am, everyone who likes to. */
        GATHER
    }

    /**
     * The answer to {@link Hello}. {@link Ordered} follows until the head is reached.
     *
     * @param person who the server takes the page for
     * @param head the latest revision
     * @param mayEdit whether edits are taken from this person
     * @param snapshot the song as {@link SnapshotFormat} writes it, or empty if the page goes on from its revision
     * @param steps this person's latest edits up to the snapshot, oldest first; none without a snapshot
     */
    record Welcome(Id person, long head, boolean mayEdit, byte[] snapshot, List<OwnEdit> steps) implements FromServer {}

    /**
     * Edits in their order, revisions {@code first}, {@code first} + 1 and so on.
     *
     * @param first the revision of the first of them
     * @param checksum of the song after the last of them
     * @param edits as {@link EditFormat} writes them
     */
    record Ordered(long first, long checksum, List<byte[]> edits) implements FromServer {}

    /**
     * The page's own edit is stored and has this place in the order. It stands for {@link Ordered} with the edit that the
     * page sent, and arrives in its place in the order.
     */
    record Accepted(Id edit, long revision, long checksum) implements FromServer {}

    /** The page's own edit was not taken. */
    record Refused(Id edit, String reason) implements FromServer {}

    /**
     * What changed among the people in the room.
     *
     * @param here those who came, moved or changed
     * @param left the sessions that went
     */
    record People(List<Someone> here, List<Id> left) implements FromServer {}

    /** A page in the room and its person. */
    record Someone(Id session, Id person, String name, int colour, Presence presence) {}

    /** Lines of the chat, oldest first. */
    record Chat(List<Saying> lines) implements FromServer {}

    /** A line of the chat; the time in milliseconds since 1970. */
    record Saying(Id id, Id person, String name, int colour, long time, String text) {}

    /** The latest revision and the checksum there, every second. */
    record Head(long revision, long checksum) implements FromServer {}

    /** The echo of {@link Ping}. */
    record Pong(long nonce) implements FromServer {}

    /** What the page of a session said of looking together, see {@link Look}; told to those it is meant for. */
    record Looked(Id session, Looking what, List<Id> to, View view) implements FromServer {
        public Looked {
            to = List.copyOf(to);
        }

        /** Whether it is meant for a session. */
        public boolean isFor(Id other) {
            return what == Looking.GATHER ? !other.equals(session) : to.contains(other);
        }
    }
    /** What a server says of the room's playing. */
    sealed interface WhilePlaying extends FromServer {}

    /** What somebody else plays by hand. */
    record Sounded(Id session, Sound sound) implements WhilePlaying {}

    /**
     * What the shared transport does and who has joined it.
     *
     * @param playing whether it plays, or stands
     * @param tick where it is at the moment
     * @param at the moment, in microseconds since 1970 by the server's clock; with each change a later one
     * @param loopFrom where its loop begins, in ticks
     * @param loopTo where its loop ends; nothing loops if that is not beyond its beginning
     * @param by the session that moved it last
     * @param sounding the session whose page alone sounds, or none if all do; it counts while that session is here
     * @param joined sessions
     */
    record Together(boolean playing, int tick, long at, int loopFrom, int loopTo, Id by, Id sounding, List<Id> joined)
            implements WhilePlaying {}

    /** The answer to {@link AskTime}: microseconds since 1970. */
    record Time(long nonce, long micros) implements WhilePlaying {}

    /** The server is about to close. */
    record Goodbye(Why why, String reason) implements FromServer {}

    /** Why a server closes. */
    enum Why {
        /** The page is of another version: reload it. */
        RELOAD,
        /** The page reads too slowly or the node stops: connect again and resume. */
        RESUME,
        /** The song is gone or was never there. */
        NO_SONG
    }
}
