package studio.tutti.collaboration.internal.room;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.tutti.collaboration.Rooms;
import studio.tutti.collaboration.Song;
import studio.tutti.collaboration.internal.store.Entry;
import studio.tutti.collaboration.internal.store.Key;
import studio.tutti.collaboration.internal.store.SnapshotStore;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.music.TempoMap;
import studio.tutti.core.protocol.Message;
import studio.tutti.core.protocol.MessageFormat;

/**
 * One song's room on this node. Everything happens on its strand, so nothing here is locked; a seat only ever gets what
 * its page has not had, in the order of the revisions.
 */
final class OpenRoom {

    private static final Logger LOG = LoggerFactory.getLogger(OpenRoom.class);
    /** With so many edits in memory, or so many bytes of them, there may be a newer snapshot. */
    private static final int MANY_EDITS = 800;
    private static final long MANY_BYTES = 3 << 20;

    private final Song song;
    private final UUID key;
    private final Stores stores;
    private final Grapevine grapevine;
    private final Strand strand = new Strand();
    private final Map<Id, SeatAtRoom> seats = new LinkedHashMap<>();
    private final List<Rooms.Watcher> watchers;
    private final List<Runnable> held = new ArrayList<>();
    private final Crowd crowd;
    private final Attendance attendance;
    final PlayingTogether playing;
    private final CompletableFuture<Copy> opened = new CompletableFuture<>();
    private volatile boolean closed;
    private volatile boolean trashed;
    /** Whether there may be something to tell at the next beat. */
    private volatile boolean stirred;
    private long toldWatchers = -1;
    private int guests;
    private long emptySince = System.nanoTime();

    /** @param watchers those of this song, now and later; they outlive the room */
    OpenRoom(Song song, Stores stores, Grapevine grapevine, List<Rooms.Watcher> watchers) {
        this.watchers = watchers;
        this.song = song;
        this.stores = stores;
        this.grapevine = grapevine;
        key = Key.of(song.id());
        crowd = new Crowd(grapevine.self());
        attendance = new Attendance(key, stores.seen());
        playing = new PlayingTogether(key, grapevine, seats);
        strand.run(this::open);
    }

    Song song() {
        return song;
    }

    UUID key() {
        return key;
    }

    private void open() {
        try {
            opened.complete(Copy.load(key, stores.log(), stores.snapshots()));
            grapevine.askWhoIsThere(key);
        } catch (RuntimeException failure) {
            LOG.warn("A room could not be opened: {}", failure.toString());
            closed = true;
            opened.completeExceptionally(failure);
        }
    }

    /** The node's copy, once it is loaded; fails if it could not be. For use on the strand, except for its revisions. */
    CompletableFuture<Copy> copy() {
        return opened;
    }

    boolean isClosed() {
        return closed;
    }

    boolean isTrashed() {
        return trashed;
    }

    /** Runs something on the strand, unless the room could not be opened. */
    void run(Consumer<Copy> task) {
        strand.run(() -> {
            if (!closed) {
                task.accept(opened.join());
            }
        });
    }

    // --- who holds the room open; guarded by the map that the room is in ---

    void enter() {
        guests++;
    }

    void leave() {
        guests--;
        emptySince = System.nanoTime();
    }

    boolean isEmptyFor(long nanos) {
        return closed || guests == 0 && watchers.isEmpty() && System.nanoTime() - emptySince > nanos;
    }

    // --- seats ---

    /** Takes a seat that has everything up to the room's revision. */
    void sit(SeatAtRoom seat) {
        seats.put(seat.session(), seat);
        put(seat.someone());
        playing.greet(seat);
    }

    /** A page of this node came, moved or changed. */
    void put(Message.Someone someone) {
        crowd.put(someone);
        stirred = true;
    }

    @Nullable SeatAtRoom seat(Id session) {
        return seats.get(session);
    }

    /** A seat is empty, also in a room that is closed. */
    void stand(SeatAtRoom seat) {
        strand.run(() -> remove(seat));
    }

    /** On the strand. */
    void remove(SeatAtRoom seat) {
        if (seats.remove(seat.session(), seat)) {
            crowd.remove(seat.session());
            stirred = true;
            attendance.left(opened.isCompletedExceptionally() ? null : opened.getNow(null), seat.person());
            playing.left(seat.session());
        }
    }

    // --- the order ---

    /** Edits that are in the store, in their order. */
    void ordered(List<Entry> entries) {
        run(copy -> {
            if (entries.getFirst().revision() > copy.revision() + 1) {
                catchUp(copy);
            }
            TempoMap tempo = playing.tempo(copy.arrangement());
            List<Entry> fresh = new ArrayList<>(entries.size());
            for (Entry entry : entries) {
                if (entry.revision() > copy.revision()) {
                    if (!follow(copy, entry)) {
                        return;
                    }
                    fresh.add(entry);
                }
            }
            tell(fresh);
            playing.edited(tempo, copy.arrangement());
        });
    }

    private boolean follow(Copy copy, Entry entry) {
        try {
            copy.follow(entry);
            return true;
        } catch (RuntimeException broken) {
            breakUp(broken);
            return false;
        }
    }

    /** A copy that differs is a defect. Nobody goes on with it: pages come back to a room that is loaded anew. */
    private void breakUp(RuntimeException broken) {
        LOG.error("The copy of a song is broken and is loaded anew", broken);
        closed = true;
        List.copyOf(seats.values()).forEach(seat -> seat.part(Goodbyes.AGAIN));
    }

    /** The head as the store tells it. */
    void head(long head) {
        run(copy -> {
            if (copy.revision() < head) {
                catchUp(copy);
            }
        });
    }

    private void catchUp(Copy copy) {
        try {
            tell(copy.fetch());
        } catch (IllegalStateException broken) {
            breakUp(broken);
        }
    }

    private void tell(List<Entry> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        Frames frames = new Frames(fresh);
        for (SeatAtRoom seat : seats.values()) {
            seat.tell(frames);
        }
        if (!held.isEmpty()) {
            List<Runnable> due = List.copyOf(held);
            held.clear();
            due.forEach(Runnable::run);
        }
    }

    /** Runs something once the room has reached a revision; on the strand. */
    void once(Copy copy, long revision, Runnable task) {
        if (copy.revision() >= revision) {
            task.run();
        } else {
            held.add(() -> once(copy, revision, task));
        }
    }

    // --- the beat ---

    /** Every 50 ms: other nodes are told of our people on each beat, pages of all people on each second one. */
    void beat(long number) {
        boolean second = number % 20 == 0;
        if (!second && !stirred) {
            return;
        }
        run(copy -> {
            if (crowd.hasNewsForNodes()) {
                grapevine.tell(key, crowd.newsForNodes());
            }
            if (number % 2 == 0) {
                tellPeople();
            }
            if (second) {
                second(copy);
            }
            stirred = crowd.hasNewsForPages() || crowd.hasNewsForNodes() || seats.values().stream().anyMatch(SeatAtRoom::missesPeople);
            if (number % 200 == 0 && !seats.isEmpty()) {
                // What was lost on the way is healed; nothing is told to pages that they know.
                grapevine.tell(key, crowd.ours());
                attendance.here(copy, seats.values().stream().map(SeatAtRoom::person).distinct().toList());
                playing.tellNodes();
            }
        });
    }

    private void tellPeople() {
        if (crowd.hasNewsForPages()) {
            Message.People news = crowd.newsForPages();
            byte[] frame = MessageFormat.toBytes(news);
            seats.values().forEach(seat -> seat.people(news, frame));
        }
        seats.values().forEach(seat -> seat.catchUpOnPeople(crowd));
        if (crowd.takeGathered()) {
            List<Message.Someone> all = crowd.all();
            watchers.forEach(watcher -> watcher.people(all));
        }
    }

    private void second(Copy copy) {
        byte[] head = MessageFormat.toBytes(new Message.Head(copy.revision(), copy.checksum()));
        List.copyOf(seats.values()).forEach(seat -> seat.second(head));
        if (copy.revision() != toldWatchers) {
            // the first second too: an edit may have come between the room's opening and now
            Song now = now(copy);
            watchers.forEach(watcher -> watcher.changed(now));
            toldWatchers = copy.revision();
        }
        if (copy.tailSize() > MANY_EDITS || copy.tailBytes() > MANY_BYTES) {
            Thread.startVirtualThread(this::rebase);
        }
    }

    private void rebase() {
        Copy copy = opened.join();
        if (stores.snapshots().latestRevision(key) > copy.snapshot().revision()) {
            SnapshotStore.Stored newer = stores.snapshots().latest(key, Long.MAX_VALUE);
            if (newer != null) {
                run(each -> each.rebase(newer));
            }
        }
    }

    private Song now(Copy copy) {
        return new Song(song.id(), song.link(), copy.arrangement().root().text(Property.NAME), song.maker(), song.made(),
                copy.changed() == 0 ? song.changed() : Instant.ofEpochMilli(copy.changed()), copy.revision(), false);
    }

    // --- what else is told ---

    void said(Message.Saying line) {
        byte[] frame = MessageFormat.toBytes(new Message.Chat(List.of(line)));
        run(copy -> {
            seats.values().forEach(seat -> seat.send(frame));
            watchers.forEach(watcher -> watcher.said(line));
        });
    }

    /** Something about the tray, for everybody or for one person's pages. */
    void tray(Id audience, Message.OfTray news) {
        byte[] frame = MessageFormat.toBytes(news);
        run(copy -> seats.values().forEach(seat -> seat.tray(audience, news, frame)));
    }

    /** A page of this node listens to a take. */
    void listening(Message.Listening listening) {
        tray(Id.NONE, listening);
        grapevine.tell(key, Id.NONE, listening);
    }

    /** A page of this node says something of looking together. */
    void look(Message.Looked looked) {
        looked(looked);
        grapevine.tell(key, looked);
    }

    /** A page of whatever node said something of looking together. */
    void looked(Message.Looked looked) {
        byte[] frame = MessageFormat.toBytes(looked);
        run(copy -> seats.values().forEach(seat -> seat.looked(looked, frame)));
    }

    /** Something beside the order changed, such as a new version. */
    void changed() {
        run(copy -> {
            Song now = now(copy);
            watchers.forEach(watcher -> watcher.changed(now));
        });
    }

    void hear(UUID node, Message.People news) {
        run(copy -> {
            crowd.hear(node, news);
            stirred = true;
        });
    }

    void forget(UUID node) {
        run(copy -> {
            crowd.forget(node);
            stirred = true;
            playing.forget(node);
        });
    }

    void tellOurs() {
        run(copy -> {
            grapevine.tell(key, crowd.ours());
            playing.tellNodes();
        });
    }

    /** Everybody, as it is now. */
    List<Message.Someone> people() {
        return CompletableFuture.supplyAsync(crowd::all, strand::run).join();
    }

    /** Reads something of the song as it is now, in the room's turn; empty if the room is closed. */
    <T> Optional<T> read(Function<Arrangement, T> reading) {
        return CompletableFuture.supplyAsync(
                () -> closed ? Optional.<T>empty() : Optional.of(reading.apply(opened.join().arrangement())), strand::run).join();
    }

    /** As {@link #read(Function)}, with the revision; what the reading throws is thrown. */
    <T> Optional<T> read(BiFunction<Long, Arrangement, T> reading) {
        try {
            return CompletableFuture.supplyAsync(() -> {
                if (closed) {
                    return Optional.<T>empty();
                }
                Copy copy = opened.join();
                return Optional.of(reading.apply(copy.revision(), copy.arrangement()));
            }, strand::run).join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException thrown ? thrown : failure;
        }
    }

    /** Tells a new watcher who is here. */
    void greet(Rooms.Watcher watcher) {
        run(copy -> watcher.people(crowd.all()));
    }

    /** Sends everybody away for good. */
    void trash() {
        run(copy -> {
            trashed = true;
            closed = true;
            List.copyOf(seats.values()).forEach(seat -> seat.part(Goodbyes.TRASHED));
            watchers.forEach(Rooms.Watcher::gone);
        });
    }

    /** Sends everybody to another node. */
    void stop() {
        strand.run(() -> {
            closed = true;
            List.copyOf(seats.values()).forEach(seat -> seat.partAfter(Goodbyes.STOPPING));
        });
    }

    /** Whether all seats have gone. */
    boolean isDeserted() {
        return CompletableFuture.supplyAsync(seats::isEmpty, strand::run).join();
    }
}
