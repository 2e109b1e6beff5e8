package studio.tutti.collaboration.internal.order;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import studio.tutti.collaboration.internal.store.Entry;

/** Knows when a song is due for a snapshot or an automatic version. */
@Component
class Milestones {

    /** How many edits after a snapshot the next one is made. */
    static final int EDITS_A_SNAPSHOT = 400;

    /** How many bytes of edits after a snapshot the next one is made. */
    static final long BYTES_A_SNAPSHOT = 1 << 20;

    /** How many edits an automatic version is at most apart from the one before. */
    static final int EDITS_A_VERSION = 1_000;

    /** How long nobody edits before a session counts as over, in milliseconds. */
    static final long PAUSE = 10 * 60_000;

    private static final class Progress {
        private long snapshot;
        private long bytes;
        private long version;
        private long lastTime;
        private long head;
    }

    private final Keeper keeper;
    private final Map<UUID, Progress> songs = new ConcurrentHashMap<>();

    Milestones(Keeper keeper) {
        this.keeper = keeper;
    }

    void loaded(Loading.Loaded loaded) {
        Progress progress = new Progress();
        progress.snapshot = loaded.snapshot();
        progress.bytes = loaded.bytes();
        progress.head = loaded.song().head();
        progress.lastTime = loaded.song().lastTime();
        // Where the last version was is for the keeper to look up; no version is kept twice.
        progress.version = loaded.song().head();
        songs.put(loaded.song().song(), progress);
    }

    /** Takes note of stored edits. Called by the committer's thread only. */
    void stored(UUID song, List<Entry> entries) {
        Progress progress = songs.computeIfAbsent(song, each -> new Progress());
        Entry first = entries.getFirst();
        if (progress.lastTime > 0 && first.time() - progress.lastTime > PAUSE) {
            keeper.version(song, first.revision() - 1, progress.lastTime);
            progress.version = first.revision() - 1;
        }
        for (Entry entry : entries) {
            progress.bytes += entry.content().length;
        }
        progress.head = entries.getLast().revision();
        progress.lastTime = entries.getLast().time();
        if (progress.head - progress.version >= EDITS_A_VERSION) {
            keeper.version(song, progress.head, progress.lastTime);
            progress.version = progress.head;
        }
        if (progress.head - progress.snapshot >= EDITS_A_SNAPSHOT || progress.bytes >= BYTES_A_SNAPSHOT) {
            keeper.snapshot(song, progress.head);
            progress.snapshot = progress.head;
            progress.bytes = 0;
        }
    }

    /** Whether a session is over; if so, what it made is kept as a version. */
    boolean isOver(UUID song, OwnedSong owned, long now) {
        if (now - owned.lastTime() <= PAUSE) {
            return false;
        }
        if (owned.lastTime() > 0) {
            keeper.version(song, owned.head(), owned.lastTime());
        }
        songs.remove(song);
        return true;
    }
}
