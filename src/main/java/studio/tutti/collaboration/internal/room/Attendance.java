package studio.tutti.collaboration.internal.room;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.tutti.collaboration.internal.store.SeenStore;
import studio.tutti.core.arrangement.Id;

/** Keeps up to where the people of a room have seen its song: when they leave, and while they stay, for a node that dies tells nobody. */
final class Attendance {

    private static final Logger LOG = LoggerFactory.getLogger(Attendance.class);

    private final UUID song;
    private final SeenStore store;
    private long kept = -1;

    Attendance(UUID song, SeenStore store) {
        this.song = song;
        this.store = store;
    }

    /** Somebody left. */
    void left(@Nullable Copy copy, Id person) {
        if (copy != null) {
            keep(copy.revision(), List.of(person));
        }
    }

    /** These people are here; kept once for each state of the song. */
    void here(Copy copy, Collection<Id> people) {
        if (copy.revision() != kept) {
            kept = copy.revision();
            keep(kept, people);
        }
    }

    private void keep(long revision, Collection<Id> people) {
        SeenStore.Seen seen = new SeenStore.Seen(revision, System.currentTimeMillis());
        Thread.startVirtualThread(() -> {
            try {
                people.forEach(person -> store.keep(song, person, seen));
            } catch (RuntimeException unreachable) {
                LOG.warn("Who has seen a song was not kept: {}", unreachable.toString());
            }
        });
    }
}
