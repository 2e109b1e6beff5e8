package studio.tutti.collaboration.internal.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import studio.tutti.collaboration.NoSuchSong;
import studio.tutti.collaboration.Page;
import studio.tutti.collaboration.Rooms;
import studio.tutti.collaboration.Seat;
import studio.tutti.collaboration.Song;
import studio.tutti.collaboration.TrayKeeper;
import studio.tutti.collaboration.internal.cluster.Nodes;
import studio.tutti.collaboration.internal.order.Intake;
import studio.tutti.collaboration.internal.order.Feed;
import studio.tutti.collaboration.internal.store.Key;
import studio.tutti.collaboration.internal.store.SongStore;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.protocol.Message;

/** The rooms that are open on this node. */
@Component
public class AllRooms implements Rooms, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AllRooms.class);
    private static final long BEAT_MILLIS = 50;
    private static final int BEATS_A_SECOND = 20;
    private static final int TRAY_SECONDS = 5;
    /** How long an empty room is kept, for those who come back. */
    private static final long EMPTY_NANOS = TimeUnit.SECONDS.toNanos(30);
    /** How long the store may know more than a room before the room fetches it: usually it is just on its way. */
    private static final long ON_ITS_WAY_MILLIS = 100;

    private final SongStore songs;
    private final Stores stores;
    private final Intake intake;
    private final Talk talk;
    private final Grapevine grapevine;
    private final ObjectProvider<TrayKeeper> tray;
    private final Map<UUID, OpenRoom> rooms = new ConcurrentHashMap<>();
    private final Map<UUID, List<Watcher>> watchers = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("tutti-rooms").daemon().factory());
    private final AtomicBoolean asking = new AtomicBoolean();
    private final AtomicBoolean lookingAtTrays = new AtomicBoolean();
    private volatile boolean running;
    private volatile boolean stopping;
    private long beats;

    /** @param tray who keeps what lies beside songs; asked for late, since it asks for rooms itself */
    AllRooms(SongStore songs, Stores stores, Intake intake, Talk talk, Grapevine grapevine, Feed feed, Nodes nodes, ObjectProvider<TrayKeeper> tray) {
        this.tray = tray;
        this.songs = songs;
        this.stores = stores;
        this.intake = intake;
        this.talk = talk;
        this.grapevine = grapevine;
        feed.hear((song, entries) -> with(song, room -> room.ordered(entries)));
        nodes.onGone(node -> rooms.values().forEach(room -> room.forget(node)));
        grapevine.hear(new FromOtherNodes());
    }

    private void with(UUID song, Consumer<OpenRoom> task) {
        OpenRoom room = rooms.get(song);
        if (room != null) {
            task.accept(room);
        }
    }

    @Override
    public Seat enter(String link, Id person, Message.Hello hello, Page page) {
        OpenRoom room = open(link);
        SeatAtRoom seat = new SeatAtRoom(room, intake, stores, talk, tray.getIfAvailable(), person, hello, page, () -> release(room));
        seat.enter(hello.revision());
        return seat;
    }

    @Override
    public Watch watch(String link, Watcher watcher) {
        Song song = find(link);
        UUID key = Key.of(song.id());
        watchers.computeIfAbsent(key, each -> new CopyOnWriteArrayList<>()).add(watcher);
        rooms.compute(key, (each, before) -> room(song, before)).greet(watcher);
        return () -> watchers.computeIfPresent(key, (each, all) -> {
            all.remove(watcher);
            return all;
        });
    }

    private Song find(String link) {
        return songs.find(link).filter(found -> !found.trashed()).orElseThrow(NoSuchSong::new);
    }

    private OpenRoom open(String link) {
        Song song = find(link);
        return rooms.compute(Key.of(song.id()), (key, before) -> {
            OpenRoom room = room(song, before);
            room.enter();
            return room;
        });
    }

    private OpenRoom room(Song song, @Nullable OpenRoom before) {
        if (stopping) {
            throw new IllegalStateException("This node stops.");
        }
        return before == null || before.isClosed()
                ? new OpenRoom(song, stores, grapevine, watchers.computeIfAbsent(Key.of(song.id()), each -> new CopyOnWriteArrayList<>()))
                : before;
    }

    private void release(OpenRoom room) {
        rooms.compute(room.key(), (key, now) -> {
            room.leave();
            return now;
        });
    }

    @Override
    public List<Message.Someone> people(String link) {
        return songs.find(link)
                .map(song -> rooms.get(Key.of(song.id())))
                .map(OpenRoom::people)
                .orElse(List.of());
    }

    /** Reads something of a song as it is now, if a room of it is open on this node. */
    public <T> Optional<T> read(UUID song, Function<Arrangement, T> reading) {
        OpenRoom room = rooms.get(song);
        return room == null ? Optional.empty() : room.read(reading);
    }

    /** As {@link #read(UUID, Function)}, with the revision. */
    public <T> Optional<T> read(UUID song, BiFunction<Long, Arrangement, T> reading) {
        OpenRoom room = rooms.get(song);
        return room == null ? Optional.empty() : room.read(reading);
    }

    @Override
    public void tell(Id song, Id audience, Message.OfTray news) {
        tellHere(song, audience, news);
        grapevine.tell(Key.of(song), audience, news);
    }

    @Override
    public void tellHere(Id song, Id audience, Message.OfTray news) {
        with(Key.of(song), room -> room.tray(audience, news));
    }

    /** The song's name, versions or the like changed; watchers on all nodes are told. */
    public void tellChanged(UUID song) {
        with(song, OpenRoom::changed);
        grapevine.tellChanged(song);
    }

    /** The song lies in the trash; everybody has to go, on all nodes. */
    public void tellTrashed(UUID song) {
        with(song, OpenRoom::trash);
        grapevine.tellTrashed(song);
    }

    /** Keeps a line of the chat and tells everybody, unless it was said before. */
    public void say(UUID song, Message.Saying line) {
        if (talk.keep(song, line)) {
            with(song, room -> room.said(line));
        }
    }

    private final class FromOtherNodes implements Grapevine.Ear {
        @Override
        public void people(UUID song, UUID node, Message.People news) {
            with(song, room -> room.hear(node, news));
        }

        @Override
        public void said(UUID song, Message.Saying line) {
            with(song, room -> room.said(line));
        }

        @Override
        public void looked(UUID song, Message.Looked looked) {
            with(song, room -> room.looked(looked));
        }

        @Override
        public void sounded(UUID song, Message.Sounded sounded) {
            with(song, room -> room.run(copy -> room.playing.sounded(sounded)));
        }

        @Override
        public void together(UUID song, UUID node, Message.Together told) {
            with(song, room -> room.run(copy -> room.playing.hear(node, told)));
        }

        @Override
        public void tray(UUID song, Id audience, Message.OfTray news) {
            with(song, room -> room.tray(audience, news));
        }

        @Override
        public void askedWhoIsThere(UUID song) {
            with(song, OpenRoom::tellOurs);
        }

        @Override
        public void changed(UUID song) {
            with(song, OpenRoom::changed);
        }

        @Override
        public void trashed(UUID song) {
            with(song, OpenRoom::trash);
        }
    }

    // --- the beat ---

    private void beat() {
        try {
            long number = beats++;
            rooms.values().forEach(room -> room.beat(number));
            if (number % BEATS_A_SECOND == 0) {
                sweep();
                if (!rooms.isEmpty() && asking.compareAndSet(false, true)) {
                    Thread.startVirtualThread(this::askHeads);
                }
                if (number % (BEATS_A_SECOND * TRAY_SECONDS) == 0 && !rooms.isEmpty() && lookingAtTrays.compareAndSet(false, true)) {
                    Thread.startVirtualThread(this::lookAtTrays);
                }
            }
        } catch (RuntimeException failure) {
            LOG.error("A beat was missed", failure);
        }
    }

    private void sweep() {
        for (OpenRoom room : rooms.values()) {
            if (room.isEmptyFor(EMPTY_NANOS)) {
                rooms.computeIfPresent(room.key(), (key, now) -> now == room && room.isEmptyFor(EMPTY_NANOS) ? successor(room) : now);
            }
        }
    }

    /** A room that was closed because of a defect or a lost store goes on for those who watch it. */
    private @Nullable OpenRoom successor(OpenRoom room) {
        boolean watched = !watchers.getOrDefault(room.key(), List.of()).isEmpty();
        return watched && !room.isTrashed() && !stopping ? room(room.song(), room) : null;
    }

    /** Hears from the store where the songs of all rooms are, whatever got lost between the nodes. */
    private void askHeads() {
        try {
            List<UUID> open = new ArrayList<>(rooms.keySet());
            Map<UUID, Long> heads = songs.heads(open);
            Thread.sleep(ON_ITS_WAY_MILLIS);
            for (UUID song : open) {
                @Nullable Long head = heads.get(song);
                with(song, room -> {
                    if (head == null) {
                        room.trash();
                    } else {
                        room.head(head);
                    }
                });
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException unreachable) {
            LOG.warn("The store does not tell where the songs are: {}", unreachable.toString());
        } finally {
            asking.set(false);
        }
    }

    private void lookAtTrays() {
        try {
            tray.ifAvailable(keeper -> keeper.catchUp(rooms.keySet().stream().map(Key::id).toList()));
        } catch (RuntimeException unreachable) {
            LOG.warn("The store does not tell what lies in the trays: {}", unreachable.toString());
        } finally {
            lookingAtTrays.set(false);
        }
    }

    // --- the life cycle: rooms close while everything below still works ---

    @Override
    public void start() {
        running = true;
        clock.scheduleAtFixedRate(this::beat, BEAT_MILLIS, BEAT_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        stopping = true;
        rooms.values().forEach(OpenRoom::stop);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
        for (OpenRoom room : rooms.values()) {
            while (!room.isDeserted() && System.nanoTime() < deadline) {
                LockSupport.parkNanos(1_000_000);
            }
        }
        clock.shutdownNow();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stopped before the web server is. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
