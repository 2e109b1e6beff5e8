package studio.tutti.collaboration.internal;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import studio.tutti.collaboration.NoSuchSong;
import studio.tutti.collaboration.NotAllowed;
import studio.tutti.collaboration.Song;
import studio.tutti.collaboration.Songs;
import studio.tutti.collaboration.internal.room.AllRooms;
import studio.tutti.collaboration.internal.store.Append;
import studio.tutti.collaboration.internal.store.Key;
import studio.tutti.collaboration.internal.store.LogStore;
import studio.tutti.collaboration.internal.store.Past;
import studio.tutti.collaboration.internal.store.SnapshotStore;
import studio.tutti.collaboration.internal.store.SongStore;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.protocol.SnapshotFormat;

/** All songs, in the store. */
@Service
class SongsInStore implements Songs {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LINK_BYTES = 32;

    private final SongStore songs;
    private final LogStore log;
    private final SnapshotStore snapshots;
    private final Past past;
    private final Editing editing;
    private final AllRooms rooms;
    private final TransactionTemplate transaction;

    SongsInStore(SongStore songs, LogStore log, SnapshotStore snapshots, Past past, Editing editing, AllRooms rooms,
            PlatformTransactionManager transactions) {
        this.songs = songs;
        this.log = log;
        this.snapshots = snapshots;
        this.past = past;
        this.editing = editing;
        this.rooms = rooms;
        transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Song create(Id maker, String name, List<Operation> content) {
        List<Operation> operations = new ArrayList<>();
        operations.add(new Operation.Set(Arrangement.ROOT, Property.NAME, name));
        operations.addAll(content);
        return keep(maker, Beginning.of(operations));
    }

    private Song keep(Id maker, Beginning beginning) {
        Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
        Arrangement arrangement = beginning.arrangement();
        List<Append.Line> lines = beginning.lines();
        Song song = new Song(FreshIds.next(), freshLink(), arrangement.root().text(Property.NAME), maker, now, now, lines.size(), false);
        byte[] snapshot = SnapshotFormat.toBytes(lines.size(), arrangement);
        transaction.executeWithoutResult(status -> {
            songs.add(song);
            log.begin(Key.of(song.id()), lines);
            snapshots.add(Key.of(song.id()), new SnapshotStore.Stored(lines.size(), snapshot));
        });
        return song;
    }

    private static String freshLink() {
        byte[] bits = new byte[LINK_BYTES];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    @Override
    public Optional<Song> find(String link) {
        return songs.find(link);
    }

    @Override
    public List<Song> find(Collection<String> links) {
        Map<String, Song> found = songs.find(links);
        return links.stream().distinct().map(found::get).filter(Objects::nonNull).toList();
    }

    private Song open(String link) {
        return songs.find(link).filter(song -> !song.trashed()).orElseThrow(NoSuchSong::new);
    }

    @Override
    public void rename(String link, Id person, String name) {
        edit(link, person, "song.rename", List.of(new Operation.Set(Arrangement.ROOT, Property.NAME, name)));
    }

    @Override
    public Song duplicate(String link, Id maker, String name) {
        return keep(maker, Beginning.of(arrangement(link), name));
    }

    @Override
    public void trash(String link, Id person) {
        Song song = requireMaker(link, person);
        songs.setTrashed(song.id(), true);
        rooms.tellTrashed(Key.of(song.id()));
    }

    @Override
    public void restore(String link, Id person) {
        songs.setTrashed(requireMaker(link, person).id(), false);
    }

    private Song requireMaker(String link, Id person) {
        Song song = songs.find(link).orElseThrow(NoSuchSong::new);
        if (!song.maker().equals(person)) {
            throw new NotAllowed("Only the one who made a song can put it in the trash or take it out.");
        }
        return song;
    }

    @Override
    public Arrangement arrangement(String link) {
        return past.at(Key.of(open(link).id()), Long.MAX_VALUE).arrangement();
    }

    @Override
    public Optional<Song> find(Id song) {
        return songs.find(Key.of(song));
    }

    @Override
    public <T> T read(String link, BiFunction<Long, Arrangement, T> reading) {
        UUID song = Key.of(open(link).id());
        return rooms.read(song, reading).orElseGet(() -> {
            Past.State now = past.at(song, Long.MAX_VALUE);
            return reading.apply(now.revision(), now.arrangement());
        });
    }

    @Override
    public long edit(String link, Id person, Id edit, String label, List<Operation> operations) {
        return editing.settle(open(link), person, edit, label, operations);
    }

    @Override
    public long edit(String link, Id person, String label, List<Operation> operations) {
        return editing.edit(open(link), person, FreshIds.next(), label, operations);
    }
}
