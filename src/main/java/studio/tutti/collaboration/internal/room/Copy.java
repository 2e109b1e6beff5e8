package studio.tutti.collaboration.internal.room;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import studio.tutti.collaboration.internal.store.Entry;
import studio.tutti.collaboration.internal.store.LogStore;
import studio.tutti.collaboration.internal.store.Past;
import studio.tutti.collaboration.internal.store.SnapshotStore;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.protocol.SnapshotFormat;

/**
 * A node's copy of a song: the latest snapshot as it is sent to pages, the edits since the snapshot before it, and the
 * arrangement that they make, whose checksum is compared at every revision.
 */
final class Copy {

    private static final int AT_ONCE = 1_000;

    private final UUID song;
    private final LogStore log;
    private SnapshotStore.Stored snapshot;
    private final Arrangement arrangement;
    private List<Entry> tail = new ArrayList<>();
    /** The revision before the first of the tail. */
    private long base;
    private long tailBytes;
    private long revision;

    private Copy(UUID song, LogStore log, SnapshotStore.Stored snapshot) {
        this.song = song;
        this.log = log;
        this.snapshot = snapshot;
        arrangement = SnapshotFormat.fromBytes(snapshot.content()).arrangement();
        base = snapshot.revision();
        revision = base;
    }

    /** Loads a song up to its head. */
    static Copy load(UUID song, LogStore log, SnapshotStore snapshots) {
        SnapshotStore.Stored stored = snapshots.latest(song, Long.MAX_VALUE);
        if (stored == null) {
            stored = new SnapshotStore.Stored(0, SnapshotFormat.toBytes(0, new Arrangement()));
        }
        Copy copy = new Copy(song, log, stored);
        copy.fetch();
        return copy;
    }

    Arrangement arrangement() {
        return arrangement;
    }

    long revision() {
        return revision;
    }

    long checksum() {
        return arrangement.checksum();
    }

    SnapshotStore.Stored snapshot() {
        return snapshot;
    }

    /** The revision from which on all edits are in memory. */
    long base() {
        return base;
    }

    int tailSize() {
        return tail.size();
    }

    long tailBytes() {
        return tailBytes;
    }

    /** When the latest edit was ordered, in milliseconds since 1970; 0 if that was before the tail. */
    long changed() {
        return tail.isEmpty() ? 0 : tail.getLast().time();
    }

    /**
     * Takes the next entry.
     *
     * @throws IllegalStateException if it does not give the checksum that it gave at the owner
     */
    void follow(Entry entry) {
        Past.follow(arrangement, revision, entry);
        revision++;
        tail.add(entry);
        tailBytes += entry.content().length;
    }

    /** Takes everything that the store has more; returns it. */
    List<Entry> fetch() {
        List<Entry> fetched = new ArrayList<>();
        List<Entry> some;
        do {
            some = log.after(song, revision, AT_ONCE);
            some.forEach(this::follow);
            fetched.addAll(some);
        } while (some.size() == AT_ONCE);
        return fetched;
    }

    /** The edits after a revision, which must not be before {@link #base()}. */
    List<Entry> after(long after) {
        int from = (int) (after - base);
        return from >= tail.size() ? List.of() : new ArrayList<>(tail.subList(from, tail.size()));
    }

    /** Takes a newer snapshot; what came before the one before it is let go. */
    void rebase(SnapshotStore.Stored newer) {
        if (newer.revision() <= snapshot.revision() || newer.revision() > revision) {
            return;
        }
        tail = new ArrayList<>(after(snapshot.revision()));
        base = snapshot.revision();
        tailBytes = 0;
        for (Entry entry : tail) {
            tailBytes += entry.content().length;
        }
        snapshot = newer;
    }
}
