package studio.tutti.collaboration.internal.store;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.protocol.SnapshotFormat;

/** Songs as they were: a snapshot and the log after it, replayed. */
@Component
public class Past {

    private static final int AT_ONCE = 1_000;

    private final SnapshotStore snapshots;
    private final LogStore log;

    Past(SnapshotStore snapshots, LogStore log) {
        this.snapshots = snapshots;
        this.log = log;
    }

    /**
     * A song at a revision.
     *
     * @param revision at which the arrangement stands
     */
    public record State(long revision, Arrangement arrangement) {}

    /**
     * A copy of a song as it was, or is.
     *
     * @param revision which, or more than the head for the latest
     * @throws IllegalStateException if a replayed edit does not give the checksum it had: the store is damaged
     */
    public State at(UUID song, long revision) {
        SnapshotStore.Stored stored = snapshots.latest(song, revision);
        Arrangement arrangement = stored == null ? new Arrangement() : SnapshotFormat.fromBytes(stored.content()).arrangement();
        long reached = stored == null ? 0 : stored.revision();
        while (reached < revision) {
            List<Entry> entries = log.after(song, reached, (int) Math.min(AT_ONCE, revision - reached));
            if (entries.isEmpty()) {
                break;
            }
            for (Entry entry : entries) {
                follow(arrangement, reached, entry);
                reached++;
            }
        }
        return new State(reached, arrangement);
    }

    /**
     * Applies the next entry and checks that it does what it did.
     *
     * @param reached the revision before
     */
    public static void follow(Arrangement arrangement, long reached, Entry entry) {
        if (entry.revision() != reached + 1) {
            throw new IllegalStateException("The log lacks revision " + (reached + 1) + ".");
        }
        arrangement.apply(entry.edit());
        if (arrangement.checksum() != entry.checksum()) {
            throw new IllegalStateException("Revision " + entry.revision() + " gives another checksum than it did.");
        }
    }
}
