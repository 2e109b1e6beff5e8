package studio.tutti.collaboration.internal.order;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import studio.tutti.collaboration.Version;
import studio.tutti.collaboration.internal.FreshIds;
import studio.tutti.collaboration.internal.store.Past;
import studio.tutti.collaboration.internal.store.SnapshotStore;
import studio.tutti.collaboration.internal.store.VersionStore;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.protocol.SnapshotFormat;

/**
 * Makes snapshots and automatic versions, one after another and beside the rooms: from the snapshot before and the log,
 * never from a song that somebody is editing.
 */
@Component
public class Keeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

    private final Past past;
    private final SnapshotStore snapshots;
    private final VersionStore versions;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("tutti-keeper").daemon().factory());

    Keeper(Past past, SnapshotStore snapshots, VersionStore versions) {
        this.past = past;
        this.snapshots = snapshots;
        this.versions = versions;
    }

    /** Keeps the state of a song at a revision that is in the store. */
    public void snapshot(UUID song, long revision) {
        run(() -> {
            if (snapshots.latestRevision(song) < revision) {
                Past.State state = past.at(song, revision);
                snapshots.add(song, new SnapshotStore.Stored(
                        state.revision(), SnapshotFormat.toBytes(state.revision(), state.arrangement())));
                snapshots.thin(song);
            }
        });
    }

    /** Keeps an automatic version of a song, unless there is one of this revision or later. */
    void version(UUID song, long revision, long time) {
        run(() -> {
            if (versions.latestRevision(song) < revision) {
                versions.add(song, new Version(FreshIds.next(), revision, "", Id.NONE, Instant.ofEpochMilli(time)));
            }
        });
    }

    private void run(Runnable work) {
        try {
            thread.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException failure) {
                    // The log has everything; the next occasion tries again.
                    LOG.warn("No snapshot or version could be kept: {}", failure.toString());
                }
            });
        } catch (RejectedExecutionException closing) {
            LOG.debug("Closing", closing);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
