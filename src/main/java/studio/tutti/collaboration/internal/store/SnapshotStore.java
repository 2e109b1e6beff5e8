package studio.tutti.collaboration.internal.store;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whole states of songs at some revisions. Any of them but the latest may be missing: the log makes it again. */
@Repository
public class SnapshotStore {

    /** How many revisions apart old snapshots are kept, to look at old versions without replaying all. */
    private static final long APART = 5_000;

    private final JdbcClient store;

    SnapshotStore(JdbcClient store) {
        this.store = store;
    }

    /**
     * A stored state.
     *
     * @param revision how many edits it holds
     * @param content as {@link studio.tutti.core.protocol.SnapshotFormat} writes it
     */
    public record Stored(long revision, byte[] content) {}

    /** The latest snapshot at or before a revision. */
    public @Nullable Stored latest(UUID song, long revision) {
        return store.sql("select revision, content from snapshot where song = ? and revision <= ? order by revision desc limit 1")
                .params(song, revision)
                .query((row, number) -> new Stored(row.getLong("revision"), row.getBytes("content")))
                .optional()
                .orElse(null);
    }

    /** The revision of the latest snapshot, −1 if there is none. */
    public long latestRevision(UUID song) {
        return store.sql("select coalesce(max(revision), -1) from snapshot where song = ?")
                .param(song)
                .query(Long.class)
                .single();
    }

    /** Keeps a snapshot, unless there is one at this revision. */
    public void add(UUID song, Stored snapshot) {
        try {
            store.sql("insert into snapshot (song, revision, content) values (?, ?, ?)")
                    .params(song, snapshot.revision(), snapshot.content())
                    .update();
        } catch (DuplicateKeyException there) {
            // Another node made the same one: equal revisions have equal content.
        }
    }

    /** Drops old snapshots: the first, the latest two and one of every {@value #APART} revisions stay. */
    public void thin(UUID song) {
        List<Long> revisions = store.sql("select revision from snapshot where song = ? order by revision")
                .param(song)
                .query(Long.class)
                .list();
        long kept = Long.MIN_VALUE;
        for (int i = 0; i < revisions.size() - 2; i++) {
            long revision = revisions.get(i);
            if (i == 0 || revision / APART != kept / APART) {
                kept = revision;
            } else {
                store.sql("delete from snapshot where song = ? and revision = ?").params(song, revision).update();
            }
        }
    }
}
