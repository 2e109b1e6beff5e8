package studio.tutti.collaboration.internal.order;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import studio.tutti.collaboration.internal.store.LogStore;
import studio.tutti.collaboration.internal.store.LogStore.Known;
import studio.tutti.core.arrangement.Id;

/**
 * The edits of a song by their ids: the latest in memory, all others in the store.
 *
 * <p>An edit is always ordered after the revision that it was made on. So an edit made on a revision from which on all
 * ids are in memory needs no look at the store.
 */
final class Recent {

    private static final int MOST = 4_000;
    private static final long MOST_BYTES = 32 << 20;

    private final UUID song;
    private final LogStore log;
    private final Map<Id, Known> known = new LinkedHashMap<>();
    private long bytes;
    private long floor;

    /** @param floor the revision after which all edits are told by {@link #add} */
    Recent(UUID song, LogStore log, long floor) {
        this.song = song;
        this.log = log;
        this.floor = floor;
    }

    void add(Id edit, Known place) {
        known.put(edit, place);
        bytes += place.inverse().length;
    }

    /** Forgets the oldest that are stored, if there are too many. */
    void trim(long stored) {
        Iterator<Map.Entry<Id, Known>> oldest = known.entrySet().iterator();
        while ((known.size() > MOST || bytes > MOST_BYTES) && oldest.hasNext()) {
            Known next = oldest.next().getValue();
            if (next.revision() > stored) {
                return;
            }
            floor = next.revision();
            bytes -= next.inverse().length;
            oldest.remove();
        }
    }

    /** The place of an edit that was made on some revision, if it has one. */
    @Nullable Known find(Id edit, long base) {
        Known recent = known.get(edit);
        return recent != null || base >= floor ? recent : log.find(song, edit);
    }
}
