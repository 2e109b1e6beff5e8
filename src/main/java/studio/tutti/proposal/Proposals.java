package studio.tutti.proposal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.tutti.collaboration.NoSuchSong;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.proposal.Offer;
import studio.tutti.core.proposal.Proposal;
import studio.tutti.core.proposal.Take;
import studio.tutti.core.protocol.Message;

/**
 * The trays of all songs. Whoever can open a song may ask, judge, remark and accept. Everything that is refused is a {@link ProposalRefused}
 * with a sentence, and {@link NoSuchSong} where there is none behind the link.
 */
public interface Proposals {

    /** What the kinds of its jobs begin with; a job's id is its proposal's. */
    String JOB = "proposal";
    /** The kind of those that go on until they are stopped. */
    String LIVE_JOB = "proposal-live";

    /** What assistants offer to a person in a song. */
    List<Offer> offers(String link, Id person);

    /** Asks an assistant, see {@link Message.AskFor}. */
    Proposal ask(String link, Proposal.Who who, Message.AskFor ask);

    /** Puts an own idea in the tray, see {@link Message.PutIdea}. */
    Proposal put(String link, Proposal.Who who, Message.PutIdea idea);

    /**
     * Does something with a take or the whole proposal, see {@link Message.Verb}. Accepting waits until the song has it.
     *
     * @return the proposal as it is then
     */
    Proposal judge(String link, Proposal.Who who, Message.Judge judge);

    /** Says something about a proposal, once for each id. */
    Proposal remark(String link, Proposal.Who who, Message.RemarkOn remark);

    /** Moves a control of one that is live. */
    void steer(String link, Id person, Message.Steer steer);

    /**
     * What lies in the tray, the newest first: what is private to others is left out.
     *
     * @param history whether what was put away is wanted, too
     */
    List<Proposal> of(String link, Id person, boolean history, int most);

    /** A proposal that the person may see. */
    Optional<Proposal> find(String link, Id person, Id proposal);

    /** A take with its content, of a proposal that the person may see. */
    Optional<Take> take(String link, Id person, Id proposal, int number);

    /** Whether what a proposal listened to has changed since. */
    boolean isStale(String link, Proposal proposal);

    /** Which of some proposals listened to what has changed since, by their ids; the song is looked at once. */
    Set<Id> stale(String link, Collection<Proposal> proposals);

    /** How many votes a take needs before it can be accepted; 0 for none. */
    int votesWanted(String link);

    /** Says how many votes a take needs: the song's owner alone may. */
    void wantVotes(String link, Id person, int votes);
}
