package studio.tutti.core.protocol;

import java.util.List;
import java.util.Map;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.live.Touch;
import studio.tutti.core.proposal.Offer;
import studio.tutti.core.proposal.Proposal;
import studio.tutti.core.proposal.Settings;
import studio.tutti.core.replica.OwnEdit;

/** What page and server say to each other over the edit socket, one binary frame each. See docs/protocol.md. */
public sealed interface Message {

    /** The version of the protocol; a page of another version is told to reload. */
    int VERSION = 7;

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

    // --- the tray, see docs/proposals.md ---

    /** What a page says about the tray. What can't be is answered by {@link Refused} with the proposal's id. */
    sealed interface AtTray extends FromPage {}

    /** How many votes an owner may ask for. */
    int MOST_VOTES_WANTED = 100;

    /**
     * Asks an assistant for takes, of the song as it is when this arrives.
     *
     * @param proposal its id, made by the page: said again, nothing more is made
     * @param assistant the {@link Offer#id()}
     * @param from the first tick
     * @param to the tick where it ends
     * @param context the tracks that it listens to
     * @param targets the tracks that it writes for
     * @param chosen elements that are chosen, such as notes
     * @param settings what differs from the initial values
     * @param seed of all chances, or 0 for any
     * @param takes how many, or 0 for as many as it gives by itself
     * @param renews the proposal that is asked for again, or {@link Id#NONE}: what it was asked for counts then, nothing said here
     * @param afresh whether that is asked with another seed, beside the earlier one and not in its stead
     */
    record AskFor(Id proposal, String assistant, long from, long to, List<Id> context, List<Id> targets, List<Id> chosen, Settings settings,
            long seed, int takes, Id renews, boolean afresh) implements AtTray {

        /** Asks for something new, or the same with the same seed. */
        public AskFor(Id proposal, String assistant, long from, long to, List<Id> context, List<Id> targets, List<Id> chosen, Settings settings,
                long seed, int takes, Id renews) {
            this(proposal, assistant, from, to, context, targets, chosen, settings, seed, takes, renews, false);
        }
    }

    /**
     * Puts an own idea in the tray.
     *
     * @param name what it is called; may be empty
     * @param shown whether everybody sees it, or only its maker for now
     * @param take as {@link TakeFormat} writes it
     */
    record PutIdea(Id proposal, String name, long from, long to, boolean shown, byte[] take) implements AtTray {}

    /** Does something with a take, or with the whole proposal where the take is 0. */
    record Judge(Id proposal, int take, Verb verb) implements AtTray {}

    /** What can be done with a proposal. */
    enum Verb {
        /** Votes for a take. */
        UP,
        /** Votes against it. */
        DOWN,
        /** Takes the own vote back. */
        NO_VOTE,
        /** Vetoes a take: nobody is shown it any more, the history keeps it. */
        HIDE,
        /** Shows it again. */
        UNHIDE,
        /** Accepts a take in place of what is there. */
        ACCEPT,
        /** Accepts a take beside what is there. */
        ACCEPT_OVER,
        /** Calls the work off; takes that are there stay. */
        CANCEL,
        /** Ends one that is live: what is whole is kept. */
        STOP,
        /** Shows an own idea to everybody. */
        SHOW,
        /** Moves the proposal from the tray to the history. */
        PUT_AWAY,
        /** Lays it in the tray again. */
        BRING_BACK
    }

    /** Says something about a proposal, or about one of its takes; under an id of the page's, so that saying it twice says it once. */
    record RemarkOn(Id proposal, Id id, int take, String text) implements AtTray {}

    /** Moves a control of one that is live. */
    record Steer(Id proposal, String control, String value) implements AtTray {}

    /** The person listens to a take now; 0 for no longer. Never stored; told to the others in {@link Listening}. */
    record Listen(Id proposal, int take) implements AtTray {}

    /** Asks for a take's content, or with 0 for the proposal with all remarks. Answered by {@link TakeTold} or {@link Tray}. */
    record FetchTake(Id proposal, int take) implements AtTray {}

    /** The song's owner says how many votes a take needs before it can be accepted; 0 makes votes advice. */
    record WantVotes(int votes) implements AtTray {}

    /** Asks again what is on offer, since that may have changed. Answered by {@link Offered}. */
    record AskOffers() implements AtTray {}

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

    /** What a server says about the tray. */
    sealed interface OfTray extends FromServer {}

    /**
     * What lies in the tray, or what changed there: a proposal replaces the one with its id, one that is put away leaves.
     *
     * @param whole whether all that was known before is forgotten
     * @param owner the song's owner, who may say how many votes are wanted
     * @param votes how many votes a take needs before it can be accepted, 0 for none
     * @param left how many older ones lie there that are more than a page is told at once
     * @param proposals of what was chosen they tell how many, not which: so many times {@link Id#NONE}. Of remarks they have the latest ones
     * @param said how many remarks each of them has in all
     */
    record Tray(boolean whole, Id owner, int votes, int left, List<Proposal> proposals, List<Integer> said) implements OfTray {
        public Tray {
            proposals = List.copyOf(proposals);
            said = List.copyOf(said);
        }

        /** With all the remarks that the proposals have. */
        public Tray(boolean whole, Id owner, int votes, List<Proposal> proposals) {
            this(whole, owner, votes, 0, proposals, proposals.stream().map(each -> each.remarks().size()).toList());
        }
    }

    /**
     * How much louder takes of a proposal sound than their velocities tell, measured once they are whole.
     *
     * @param above hundredths of a decibel by number; 0 stands for what was there when it was asked for. What is silent is left out
     */
    record Measured(Id proposal, Map<Integer, Integer> above) implements OfTray {
        public Measured {
            above = Map.copyOf(above);
        }
    }

    /**
     * A take with its content: when it comes, as far as it has come, or because the page asked.
     *
     * @param partial whether it is still being made
     * @param content as {@link TakeFormat} writes it
     */
    record TakeTold(Id proposal, int take, boolean partial, byte[] content) implements OfTray {}

    /**
     * How far a proposal is.
     *
     * @param running whether a worker has it, or it waits for one
     * @param share how much is done, in thousandths
     * @param remaining how long it will still take, in milliseconds, or −1 while that can't be told
     * @param node where it runs; empty while it waits
     * @param attempt how many workers have taken it up
     */
    record Working(Id proposal, boolean running, int share, long remaining, String node, int attempt) implements OfTray {}

    /** What the page of a session listens to; 0 for nothing any more. */
    record Listening(Id session, Id proposal, int take) implements OfTray {}

    /** What assistants offer to this person. */
    record Offered(List<Offer> offers) implements OfTray {
        public Offered {
            offers = List.copyOf(offers);
        }
    }

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
