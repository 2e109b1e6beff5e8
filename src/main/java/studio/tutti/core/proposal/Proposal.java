package studio.tutti.core.proposal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Id;

/**
 * A proposal as it lies in the tray.
 *
 * @param id made by who asked
 * @param by who asked, or put it there
 * @param made milliseconds since 1970
 * @param card what was asked for
 * @param state how it stands
 * @param error why it failed, a sentence; empty unless it did
 * @param shown whether everybody sees it, or only who put it there
 * @param putAway whether it left the tray; it stays in the history
 * @param takes by number
 * @param votes everybody's, at most one a person and take
 * @param remarks what people said about it, oldest first
 * @param acceptance who accepted which take; null if nobody did
 * @param stamp rises with every change
 */
public record Proposal(Id id, Who by, long made, Card card, State state, String error, boolean shown, boolean putAway, List<Header> takes,
        List<Vote> votes, List<Remark> remarks, @Nullable Acceptance acceptance, long stamp) {

    /** The most remarks a proposal may have. */
    public static final int MOST_REMARKS = 500;
    /** The longest remark, in UTF-16 units. */
    public static final int LONGEST_REMARK = 1_000;

    public Proposal {
        takes = List.copyOf(takes);
        votes = List.copyOf(votes);
        remarks = List.copyOf(remarks);
    }

    /** The same with other remarks. */
    public Proposal withRemarks(List<Remark> others) {
        return new Proposal(id, by, made, card, state, error, shown, putAway, takes, votes, others, acceptance, stamp);
    }

    /** A take's header, or null if there is no such take yet. */
    public @Nullable Header take(int number) {
        for (Header take : takes) {
            if (take.number() == number) {
                return take;
            }
        }
        return null;
    }

    /** How many people are for a take. */
    public int votesFor(int take) {
        int count = 0;
        for (Vote vote : votes) {
            if (vote.take() == take && vote.up()) {
                count++;
            }
        }
        return count;
    }

    /** How a proposal stands. */
    public enum State {
        /** Waits for a worker, or one is at it. */
        UNDER_WAY,
        /** All its takes are here. */
        READY,
        /** It could not be made; takes that came before stay. */
        FAILED,
        /** Somebody called it off; takes that came before stay. */
        CANCELLED
    }

    /** A person as they were called then. */
    public record Who(Id person, String name, int colour) {}

    /**
     * A take without its notes.
     *
     * @param number from 1
     * @param notes how many it has
     * @param hash of its content: equal takes have equal ones
     * @param hiddenBy who vetoed it, or {@link Id#NONE}; it stays in the history
     */
    public record Header(int number, String label, int notes, long hash, Id hiddenBy) {}

    /** What somebody thinks of a take. */
    public record Vote(int take, Who by, boolean up) {}

    /**
     * What somebody said about a proposal.
     *
     * @param take the take that it is about, or 0 for all
     * @param time milliseconds since 1970
     */
    public record Remark(Id id, int take, Who by, long time, String text) {}

    /**
     * That a take was accepted.
     *
     * @param edit that wrote it
     * @param over whether it was laid over what was there, not in its place
     * @param revision of that edit; 0 while it is on its way
     */
    public record Acceptance(int take, Who by, long time, Id edit, boolean over, long revision) {}
}
