package studio.tutti.credit.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import studio.tutti.collaboration.Edits;
import studio.tutti.collaboration.NoSuchSong;
import studio.tutti.collaboration.Song;
import studio.tutti.collaboration.Songs;
import studio.tutti.core.arrangement.Id;

/**
 * The ledgers of the songs whose credits were asked for last. A log only grows, so each is read on from the revision that it had reached; one
 * that was let go is read from the beginning.
 */
@Component
class Ledgers {

    /** The {@link Ledger#size} of all ledgers together at most, that of the latest song aside. */
    private static final long MOST = 1_200_000;
    /** What each counts beside its size, so that ledgers with nothing in them are let go, too. */
    private static final long EACH = 200;

    private final Edits edits;
    private final Songs songs;
    private final Map<Id, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

    /** A ledger and how far it goes; used under its own lock. */
    private static final class Kept {
        private final Ledger ledger = new Ledger();
        private long revision;
        private volatile long weight = EACH;
    }

    Ledgers(Edits edits, Songs songs) {
        this.edits = edits;
        this.songs = songs;
    }

    /**
     * Reads something of a song's ledger as it is now.
     *
     * @param reading must not keep the ledger
     * @throws NoSuchSong if there is none behind the link
     */
    <T> T read(String link, Function<Ledger, T> reading) {
        Song song = songs.find(link).orElseThrow(NoSuchSong::new);
        Kept its;
        synchronized (kept) {
            its = kept.computeIfAbsent(song.id(), each -> new Kept());
            letGo(its);
        }
        synchronized (its) {
            edits.read(link, its.revision, done -> {
                its.ledger.take(done.edit(), done.time().toEpochMilli());
                its.revision = done.revision();
            });
            its.weight = EACH + its.ledger.size();
            return reading.apply(its.ledger);
        }
    }

    private void letGo(Kept but) {
        long weight = kept.values().stream().mapToLong(each -> each.weight).sum();
        for (var each = kept.values().iterator(); weight > MOST && each.hasNext(); ) {
            Kept oldest = each.next();
            if (oldest != but) {
                weight -= oldest.weight;
                each.remove();
            }
        }
    }
}
