package studio.tutti.collaboration.internal.order;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import studio.tutti.collaboration.internal.cluster.Nodes;
import studio.tutti.collaboration.internal.store.Append;
import studio.tutti.collaboration.internal.store.LogStore;
import studio.tutti.collaboration.internal.store.LogStore.Known;
import studio.tutti.collaboration.internal.store.Past;
import studio.tutti.collaboration.internal.store.SnapshotStore;
import studio.tutti.collaboration.internal.store.SongStore;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.protocol.SnapshotFormat;

/** Makes this node the owner of a song: takes the next epoch first, so that what is read then can't change behind it. */
@Component
class Loading {

    private final Nodes nodes;
    private final LogStore log;
    private final SnapshotStore snapshots;
    private final SongStore songs;

    Loading(Nodes nodes, LogStore log, SnapshotStore snapshots, SongStore songs) {
        this.nodes = nodes;
        this.log = log;
        this.snapshots = snapshots;
        this.songs = songs;
    }

    /**
     * A song that was just taken.
     *
     * @param song ready for edits
     * @param snapshot the revision of its latest snapshot
     * @param bytes how long the log after that is
     */
    record Loaded(OwnedSong song, long snapshot, long bytes) {}

    /**
     * Takes a song.
     *
     * @return null if it is gone or in the trash
     * @throws org.springframework.dao.DataAccessException if the store can't be reached
     */
    @Nullable Loaded take(UUID song) {
        LogStore.Taken taken = log.take(song, nodes.self()).orElse(null);
        if (taken == null) {
            return null;
        }
        SnapshotStore.Stored stored = snapshots.latest(song, taken.head());
        Arrangement arrangement = stored == null ? new Arrangement() : SnapshotFormat.fromBytes(stored.content()).arrangement();
        long start = stored == null ? 0 : stored.revision();
        Recent recent = new Recent(song, log, start);
        long reached = start;
        long bytes = 0;
        List<Append.Line> lines = log.linesAfter(song, start);
        for (Append.Line line : lines) {
            Past.follow(arrangement, reached, line.entry());
            reached++;
            bytes += line.entry().content().length;
            recent.add(line.entry().edit().id(), new Known(
                    reached, line.entry().checksum(), line.entry().edit().author(), line.inverse()));
        }
        if (reached != taken.head()) {
            throw new IllegalStateException("The log of the song ends at " + reached + ", its head is " + taken.head() + ".");
        }
        Id maker = songs.find(song).orElseThrow().maker();
        return new Loaded(new OwnedSong(song, maker, taken.epoch(), arrangement, reached, taken.changed(), recent,
                new Acceptances(song, log, arrangement)), start, bytes);
    }
}
