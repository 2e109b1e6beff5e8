package studio.tutti.collaboration.internal.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import studio.tutti.collaboration.internal.cluster.Nodes;
import studio.tutti.collaboration.internal.store.Append;
import studio.tutti.collaboration.internal.store.Entry;
import studio.tutti.collaboration.internal.store.LogStore;

/**
 * Orders the edits of the songs that this node owns: judges each on the song with everything before it, gives it its
 * revision and hands it to the {@link Committer}. Nothing is answered or told before it is stored.
 *
 * <p>When the store fails, or another node has taken the song, the song's state is dropped, loaded anew and everything
 * undecided is judged again; an edit that did get into the log is answered with the revision it has there.
 */
@Component
public class Sequencer implements Committer.Listener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);
    private static final String NO_SONG = "The song is in the trash.";
    private static final String NOT_STORED = "This edit could not be stored.";
    /** How often the store may refuse one edit for its own sake before its author is told so. */
    private static final int MOST_FAILURES = 4;
    private static final long RETRY_MILLIS = 200;
    private static final long MOST_RETRY_MILLIS = 2_000;

    private final Nodes nodes;
    private final Loading loading;
    private final Feed feed;
    private final Milestones milestones;
    private final Committer committer;
    private final Map<UUID, Slot> slots = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("tutti-sequencer").daemon().factory());

    Sequencer(Nodes nodes, Loading loading, LogStore log, Feed feed, Milestones milestones) {
        this.nodes = nodes;
        this.loading = loading;
        this.feed = feed;
        this.milestones = milestones;
        committer = new Committer(log, this);
        timer.scheduleWithFixedDelay(this::rest, 30, 30, TimeUnit.SECONDS);
    }

    /** Whether this node orders a song now. */
    boolean orders(UUID song) {
        return nodes.owns(song);
    }

    /** Takes an edit. Returns when it was judged; it is answered when it is stored. */
    void submit(Submission submission) {
        Slot slot = slots.computeIfAbsent(submission.song(), Slot::new);
        slot.lock.lock();
        try {
            if (slot.isWaiting()) {
                slot.await(submission);
            } else if (!nodes.owns(slot.song)) {
                submission.answer(new Outcome.Elsewhere());
            } else if (slot.owned instanceof OwnedSong owned) {
                judge(slot, owned, submission);
            } else {
                slot.await(submission);
                recover(slot);
            }
        } finally {
            slot.lock.unlock();
        }
    }

    private void judge(Slot slot, OwnedSong owned, Submission submission) {
        Verdict verdict;
        try {
            verdict = owned.judge(submission, System.currentTimeMillis());
        } catch (RuntimeException defect) {
            // Nobody knows how far it got: the song is loaded anew, all undecided edits are judged again, this one not.
            LOG.error("An edit of song {} could not be judged", slot.song, defect);
            submission.failures = MOST_FAILURES;
            verdict = new Verdict.Settled(new Outcome.Elsewhere());
            owned.drop();
            slot.owned = null;
        }
        committer.add(new Committer.Item(slot, owned, submission, verdict));
    }

    /** Loads a song and judges what waits for it, or tries again later. Called under the slot's lock. */
    private void recover(Slot slot) {
        if (!nodes.owns(slot.song)) {
            // Somebody else orders the song now; what the store holds is for them to find out.
            settleAll(slot, new Outcome.Elsewhere());
            return;
        }
        OwnedSong owned;
        try {
            owned = load(slot.song);
        } catch (RuntimeException unreachable) {
            if (Long.bitCount(++slot.tries) == 1) {
                LOG.warn("Song {} can't be loaded, {} edits wait: {}", slot.song, slot.waitingCount(), unreachable.toString());
            }
            retryLater(slot);
            return;
        }
        if (owned == null) {
            settleAll(slot, new Outcome.Refused(NO_SONG, 0));
            return;
        }
        slot.owned = owned;
        slot.tries = 0;
        for (Submission submission : slot.takeWaiting()) {
            if (submission.failures >= MOST_FAILURES) {
                giveUp(slot, owned, submission);
            } else {
                judge(slot, owned, submission);
            }
        }
    }

    private @Nullable OwnedSong load(UUID song) {
        Loading.Loaded loaded = loading.take(song);
        if (loaded == null) {
            return null;
        }
        milestones.loaded(loaded);
        return loaded.song();
    }

    /** The store is there and takes everything but this: say so, unless it is in the log after all. */
    private void giveUp(Slot slot, OwnedSong owned, Submission submission) {
        Outcome outcome = owned.placeOf(submission.edit());
        committer.add(new Committer.Item(slot, owned, submission,
                new Verdict.Settled(outcome == null ? new Outcome.Refused(NOT_STORED, owned.head()) : outcome)));
    }

    private void settleAll(Slot slot, Outcome outcome) {
        slot.takeWaiting().forEach(submission -> submission.answer(outcome));
    }

    private void retryLater(Slot slot) {
        if (slot.recovering || timer.isShutdown()) {
            return;
        }
        slot.recovering = true;
        timer.schedule(() -> Thread.startVirtualThread(() -> {
            slot.lock.lock();
            try {
                slot.recovering = false;
                if (slot.isWaiting() && slot.owned == null) {
                    recover(slot);
                }
            } finally {
                slot.lock.unlock();
            }
        }), Math.min(RETRY_MILLIS * (1 + slot.tries), MOST_RETRY_MILLIS), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stored(Slot slot, OwnedSong owned, List<Append.Line> lines) {
        List<Entry> entries = new ArrayList<>(lines.size());
        for (Append.Line line : lines) {
            entries.add(line.entry());
        }
        feed.tell(slot.song, entries);
        milestones.stored(slot.song, entries);
    }

    @Override
    public void failed(Slot slot, OwnedSong owned, List<Submission> submissions, boolean fenced) {
        for (int i = submissions.size() - 1; i >= 0; i--) {
            Submission submission = submissions.get(i);
            // Only the first of a failed group may be at fault for it.
            submission.failures += fenced || i > 0 ? 0 : 1;
            slot.awaitFirst(submission);
        }
        if (slot.owned == owned) {
            slot.owned = null;
        }
        retryLater(slot);
    }

    /** Lets go of songs that nobody has edited for a while. */
    private void rest() {
        long now = System.currentTimeMillis();
        for (Slot slot : slots.values()) {
            if (slot.lock.tryLock()) {
                try {
                    if (slot.owned instanceof OwnedSong owned && owned.isAtRest() && milestones.isOver(slot.song, owned, now)) {
                        slot.owned = null;
                    }
                } finally {
                    slot.lock.unlock();
                }
            }
        }
    }

    /** Stores what was judged, then stops. */
    @Override
    public void close() {
        timer.shutdownNow();
        committer.close();
    }
}
