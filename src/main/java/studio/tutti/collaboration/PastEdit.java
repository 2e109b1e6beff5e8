package studio.tutti.collaboration;

import java.time.Instant;
import java.util.List;
import studio.tutti.core.arrangement.Id;

/**
 * An edit as lists show it.
 *
 * @param revision its place in the order
 * @param edit its id
 * @param author who made it
 * @param time when it was ordered
 * @param label what it did, see {@link studio.tutti.core.editing.Labels}
 * @param isUndo whether it took back another edit of its author
 * @param standing how it stands today
 * @param by who has changed what it did since, each once
 * @param buries how much others have put since into what taking it back would remove
 */
public record PastEdit(
        long revision, Id edit, Id author, Instant time, String label, boolean isUndo, Standing standing, List<Id> by, int buries) {

    /** Whether an edit can be taken back. */
    public enum Standing {
        /** All of it can. */
        WHOLE,
        /** Some of it can, the rest was changed since. */
        PARTLY,
        /** All of it was changed since. */
        CHANGED,
        /** It was undone, or taken back. */
        TAKEN_BACK,
        /** It is too large to say so in a list: taking it back will tell. */
        UNKNOWN
    }
}
