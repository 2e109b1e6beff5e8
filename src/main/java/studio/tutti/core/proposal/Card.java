package studio.tutti.core.proposal;

import java.util.List;
import studio.tutti.core.arrangement.Id;

/**
 * What was asked for: all that a take follows from. The same card gives the same notes on any worker of one kind of CPU.
 *
 * @param assistant the {@link Offer#id()} of who makes it, or {@link #OWN} for what a person puts in the tray
 * @param tool the tool's own name
 * @param name what it does for people
 * @param version of assistant and model
 * @param from the first tick
 * @param to the tick where it ends
 * @param context the tracks that it listens to
 * @param targets the tracks that it writes for; none if it makes its own
 * @param chosen the elements that were chosen, such as notes to be varied
 * @param locked the locks that held there when it was asked for
 * @param settings what its controls are set to, all of them
 * @param seed of all its chances
 * @param takes how many are asked for
 * @param base the revision of the song that it listens to
 * @param digest of what it listens to there, see {@link ContextDigest}
 * @param rights what may be done with what comes
 * @param renews the proposal whose card this is, asked again, or {@link Id#NONE}
 */
public record Card(String assistant, String tool, String name, String version, long from, long to, List<Id> context, List<Id> targets,
        List<Id> chosen, List<Id> locked, Settings settings, long seed, int takes, long base, long digest, Rights rights, Id renews) {

    /** The assistant of what people put in the tray themselves. */
    public static final String OWN = "own";
    /** The assistant whose takes are the whole song, finished as sound: see {@link MasterSound}. */
    public static final String MASTERING = "mastering";
    /** How many takes may be asked for. */
    public static final int MOST_TAKES = 16;
    /** How many tracks, and how many locks, a card may name. */
    public static final int MOST_NAMED = 2_500;
    /** How many elements may be chosen. */
    public static final int MOST_CHOSEN = 20_000;

    public Card {
        context = List.copyOf(context);
        targets = List.copyOf(targets);
        chosen = List.copyOf(chosen);
        locked = List.copyOf(locked);
    }

    /** The same with other chosen elements: pages are told how many there are, not which. */
    public Card withChosen(List<Id> others) {
        return new Card(assistant, tool, name, version, from, to, context, targets, others, locked, settings, seed, takes, base, digest, rights, renews);
    }

    /** Whether its takes are the whole song, finished as sound. */
    public boolean isMaster() {
        return assistant.equals(MASTERING);
    }

    /** Whether a person made it. */
    public boolean isOwn() {
        return assistant.equals(OWN);
    }
}
