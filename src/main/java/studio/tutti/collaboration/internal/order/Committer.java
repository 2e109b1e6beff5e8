package studio.tutti.collaboration.internal.order;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.tutti.collaboration.internal.store.Append;
import studio.tutti.collaboration.internal.store.LogStore;

/**
 * Makes edits exist: everything that waits, of all songs, goes into the store in one transaction; then it is answered
 * and told. If the transaction fails, each song tries alone; if that fails, the song is dropped and its edits are handed
 * back, to be judged again on what the store really holds.
 */
final class Committer implements AutoCloseable {

    /** A judged edit. */
    record Item(Slot slot, OwnedSong owned, Submission submission, Verdict verdict) {
        int weight() {
            return verdict instanceof Verdict.Taken taken ? taken.line().entry().content().length + taken.line().inverse().length : 0;
        }
    }

    /** Told of what happened to whole songs. */
    interface Listener {
        /** These edits exist from now on, in this order. */
        void stored(Slot slot, OwnedSong owned, List<Append.Line> lines);

        /** The store did not take these, or nobody knows; in the order in which they were judged. */
        void failed(Slot slot, OwnedSong owned, List<Submission> submissions, boolean fenced);
    }

    private static final Logger LOG = LoggerFactory.getLogger(Committer.class);
    private static final int MOST_AT_ONCE = 1_000;
    private static final int MOST_BYTES_AT_ONCE = 16 << 20;

    private final LogStore log;
    private final Listener listener;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Deque<Item> queue = new ArrayDeque<>();
    private final Thread thread;
    private boolean closed;

    Committer(LogStore log, Listener listener) {
        this.log = log;
        this.listener = listener;
        thread = Thread.ofPlatform().name("tutti-committer").daemon().start(this::work);
    }

    /** Queues a judged edit. Called under the slot's lock, so that one song's edits stay in order. */
    void add(Item item) {
        lock.lock();
        try {
            queue.add(item);
            filled.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Stores what is queued, then stops. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            filled.signal();
        } finally {
            lock.unlock();
        }
        try {
            thread.join(10_000);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        for (List<Item> items = next(); !items.isEmpty(); items = next()) {
            try {
                commit(bySong(items));
            } catch (RuntimeException defect) {
                LOG.error("The committer failed", defect);
            }
        }
    }

    private List<Item> next() {
        lock.lock();
        try {
            while (queue.isEmpty() && !closed) {
                filled.awaitUninterruptibly();
            }
            List<Item> items = new ArrayList<>();
            int bytes = 0;
            while (!queue.isEmpty() && items.size() < MOST_AT_ONCE && bytes < MOST_BYTES_AT_ONCE) {
                bytes += queue.peek().weight();
                items.add(queue.poll());
            }
            return items;
        } finally {
            lock.unlock();
        }
    }

    private static Map<OwnedSong, List<Item>> bySong(List<Item> items) {
        Map<OwnedSong, List<Item>> songs = new LinkedHashMap<>();
        for (Item item : items) {
            songs.computeIfAbsent(item.owned(), each -> new ArrayList<>()).add(item);
        }
        return songs;
    }

    private void commit(Map<OwnedSong, List<Item>> songs) {
        List<Append> appends = new ArrayList<>();
        songs.forEach((owned, items) -> {
            if (!owned.isDropped()) {
                List<Append.Line> lines = lines(items);
                if (!lines.isEmpty()) {
                    appends.add(new Append(owned.song(), owned.epoch(), name(items), lines));
                }
            }
        });
        Set<UUID> fenced;
        try {
            fenced = appends.isEmpty() ? Set.of() : log.append(appends);
        } catch (RuntimeException failure) {
            if (songs.size() > 1) {
                songs.forEach((owned, items) -> commit(Map.of(owned, items)));
            } else {
                LOG.warn("The store did not take {} edits: {}", appends.getFirst().lines().size(), failure.toString());
                songs.forEach((owned, items) -> giveBack(owned, items, false));
            }
            return;
        }
        songs.forEach((owned, items) -> {
            if (owned.isDropped() || fenced.contains(owned.song())) {
                giveBack(owned, items, true);
            } else {
                settle(owned, items);
            }
        });
    }

    private static List<Append.Line> lines(List<Item> items) {
        List<Append.Line> lines = new ArrayList<>(items.size());
        for (Item item : items) {
            if (item.verdict() instanceof Verdict.Taken taken) {
                lines.add(taken.line());
            }
        }
        return lines;
    }

    private static String name(List<Item> items) {
        String name = "";
        for (Item item : items) {
            if (item.verdict() instanceof Verdict.Taken taken) {
                name = taken.name();
            }
        }
        return name;
    }

    private void settle(OwnedSong owned, List<Item> items) {
        List<Append.Line> lines = lines(items);
        if (!lines.isEmpty()) {
            owned.storedUpTo(lines.getLast().entry().revision());
            listener.stored(items.getFirst().slot(), owned, lines);
        }
        for (Item item : items) {
            item.submission().answer(switch (item.verdict()) {
                case Verdict.Taken taken ->
                        new Outcome.Stored(taken.line().entry().revision(), taken.line().entry().checksum());
                case Verdict.Settled settled -> settled.outcome();
            });
        }
    }

    /** Hands back a song's items, and with them all that were judged after them and are still queued. */
    private void giveBack(OwnedSong owned, List<Item> items, boolean fenced) {
        Slot slot = items.getFirst().slot();
        slot.lock.lock();
        try {
            List<Submission> submissions = new ArrayList<>();
            items.forEach(item -> submissions.add(item.submission()));
            lock.lock();
            try {
                queue.removeIf(item -> item.owned() == owned && submissions.add(item.submission()));
            } finally {
                lock.unlock();
            }
            owned.drop();
            listener.failed(slot, owned, submissions, fenced);
        } finally {
            slot.lock.unlock();
        }
    }
}
