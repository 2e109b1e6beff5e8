package studio.tutti.collaboration.internal.order;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import studio.tutti.collaboration.internal.cluster.Nodes;

/**
 * The way of one song's edits from this node to the song's owner, in the order in which they came, also while the owner
 * changes: what comes back undecided goes again, before anything younger.
 *
 * <p>If this node is the owner, edits go straight to the sequencer. Otherwise one batch is under way at a time, with all
 * that has come since the one before.
 */
final class Lane {

    static final String QUESTION = "tutti-submit";

    private static final int MOST_AT_ONCE = 500;
    private static final long RETRY_MILLIS = 50;

    private final UUID song;
    private final Nodes nodes;
    private final Sequencer sequencer;
    private final ReentrantLock lock = new ReentrantLock();
    private final PriorityQueue<Submission> queue = new PriorityQueue<>(Comparator.comparingLong((Submission each) -> each.number));
    private long numbers;
    private final AtomicInteger outstanding = new AtomicInteger();
    private final AtomicInteger undecided = new AtomicInteger();
    private volatile boolean backlog;
    private boolean carrying;

    Lane(UUID song, Nodes nodes, Sequencer sequencer) {
        this.song = song;
        this.nodes = nodes;
        this.sequencer = sequencer;
    }

    void submit(Submission submission) {
        lock.lock();
        try {
            submission.number = numbers++;
            queue.add(submission);
            advance();
        } finally {
            lock.unlock();
        }
    }

    /** Sends what can be sent. Called under the lock. */
    private void advance() {
        // Set before outstanding is read; settle() counts down before it reads this: one of them sees the other.
        backlog = !queue.isEmpty();
        if (carrying || !backlog || undecided.get() > 0) {
            return;
        }
        if (sequencer.orders(song)) {
            while (!queue.isEmpty()) {
                Submission next = queue.poll();
                outstanding.incrementAndGet();
                sequencer.submit(new Submission(
                        song, next.person(), next.edit(), next.content(), outcome -> settle(next, outcome)));
            }
            backlog = false;
        } else if (outstanding.get() == 0) {
            carrying = true;
            Thread.startVirtualThread(this::carry);
        }
    }

    /** Called by the sequencer, maybe under locks of its and ours: takes none itself. */
    private void settle(Submission submission, Outcome outcome) {
        if (outcome instanceof Outcome.Elsewhere) {
            undecided.incrementAndGet();
            Thread.startVirtualThread(() -> {
                pause();
                takeBack(submission);
            });
            return;
        }
        submission.answer(outcome);
        if (outstanding.decrementAndGet() == 0 && backlog) {
            Thread.startVirtualThread(this::goOn);
        }
    }

    private void takeBack(Submission submission) {
        lock.lock();
        try {
            outstanding.decrementAndGet();
            undecided.decrementAndGet();
            queue.add(submission);
            advance();
        } finally {
            lock.unlock();
        }
    }

    private void goOn() {
        lock.lock();
        try {
            advance();
        } finally {
            lock.unlock();
        }
    }

    private void carry() {
        List<Submission> batch = new ArrayList<>();
        lock.lock();
        try {
            while (!queue.isEmpty() && batch.size() < MOST_AT_ONCE) {
                batch.add(queue.poll());
            }
        } finally {
            lock.unlock();
        }
        List<Outcome> outcomes = deliver(batch);
        boolean again = false;
        for (int i = 0; i < batch.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Elsewhere) {
                again = true;
            } else {
                batch.get(i).answer(outcomes.get(i));
            }
        }
        if (again) {
            pause();
        }
        lock.lock();
        try {
            for (int i = 0; i < batch.size(); i++) {
                if (outcomes.get(i) instanceof Outcome.Elsewhere) {
                    queue.add(batch.get(i));
                }
            }
            carrying = false;
            advance();
        } finally {
            lock.unlock();
        }
    }

    private List<Outcome> deliver(List<Submission> batch) {
        byte[] message = Batch.toBytes(batch);
        UUID owner = nodes.owner(song);
        try {
            CompletableFuture<byte[]> answer = owner == null
                    ? CompletableFuture.failedFuture(new IllegalStateException("No owner yet."))
                    : nodes.ask(owner, QUESTION, message);
            return Batch.outcomes(answer.get());
        } catch (ExecutionException gone) {
            return undecided(batch);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return undecided(batch);
        }
    }

    private static List<Outcome> undecided(List<Submission> batch) {
        List<Outcome> outcomes = new ArrayList<>();
        batch.forEach(each -> outcomes.add(new Outcome.Elsewhere()));
        return outcomes;
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY_MILLIS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
