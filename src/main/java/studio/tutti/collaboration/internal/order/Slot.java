package studio.tutti.collaboration.internal.order;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Id;

/** One song's place at a node that orders it, whether loaded or not. All but the song's id is guarded by the lock. */
final class Slot {

    final UUID song;
    final ReentrantLock lock = new ReentrantLock();
    /** Edits that wait until the song can be loaded again; while there are any, new ones line up behind them. */
    private final LinkedHashMap<Waiting, Submission> waiting = new LinkedHashMap<>();
    @Nullable OwnedSong owned;
    boolean recovering;
    /** How often in a row it could not be loaded. */
    long tries;

    Slot(UUID song) {
        this.song = song;
    }

    /** The same edit of the same person, handed in again, waits once. */
    private record Waiting(Id edit, Id person) {
        static Waiting of(Submission submission) {
            return new Waiting(submission.edit().id(), submission.person());
        }
    }

    boolean isWaiting() {
        return !waiting.isEmpty();
    }

    int waitingCount() {
        return waiting.size();
    }

    /** Lines an edit up. */
    void await(Submission submission) {
        waiting.merge(Waiting.of(submission), submission, Submission::with);
    }

    /** Puts an edit that was judged before before all others. */
    void awaitFirst(Submission submission) {
        Submission twin = waiting.remove(Waiting.of(submission));
        waiting.putFirst(Waiting.of(submission), twin == null ? submission : submission.with(twin));
    }

    /** Takes all that wait, in their order. */
    List<Submission> takeWaiting() {
        List<Submission> all = new ArrayList<>(waiting.values());
        waiting.clear();
        return all;
    }
}
