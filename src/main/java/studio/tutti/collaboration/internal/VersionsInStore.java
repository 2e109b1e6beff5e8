package studio.tutti.collaboration.internal;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import studio.tutti.collaboration.NoSuchSong;
import studio.tutti.collaboration.Song;
import studio.tutti.collaboration.Version;
import studio.tutti.collaboration.Versions;
import studio.tutti.collaboration.internal.order.Keeper;
import studio.tutti.collaboration.internal.room.AllRooms;
import studio.tutti.collaboration.internal.store.Key;
import studio.tutti.collaboration.internal.store.Past;
import studio.tutti.collaboration.internal.store.SongStore;
import studio.tutti.collaboration.internal.store.VersionStore;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.editing.Restoration;

/** Versions as rows that name a revision; the log holds what they are. */
@Service
class VersionsInStore implements Versions {

    private static final String LABEL = "version.restore";

    private final SongStore songs;
    private final VersionStore versions;
    private final Past past;
    private final Editing editing;
    private final Keeper keeper;
    private final AllRooms rooms;

    VersionsInStore(SongStore songs, VersionStore versions, Past past, Editing editing, Keeper keeper, AllRooms rooms) {
        this.songs = songs;
        this.versions = versions;
        this.past = past;
        this.editing = editing;
        this.keeper = keeper;
        this.rooms = rooms;
    }

    private Song open(String link) {
        return songs.find(link).filter(song -> !song.trashed()).orElseThrow(NoSuchSong::new);
    }

    @Override
    public List<Version> of(String link) {
        return versions.of(Key.of(open(link).id()));
    }

    @Override
    public Version name(String link, Id person, String name) {
        String words = name.strip();
        if (words.isEmpty()) {
            throw new IllegalArgumentException("A version needs a name.");
        }
        if (words.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("The name of a version has at most " + LONGEST_NAME + " characters.");
        }
        Song song = open(link);
        Version version = new Version(
                FreshIds.next(), song.head(), words, person, Instant.ofEpochMilli(System.currentTimeMillis()));
        versions.add(Key.of(song.id()), version);
        keeper.snapshot(Key.of(song.id()), song.head());
        rooms.tellChanged(Key.of(song.id()));
        return version;
    }

    @Override
    public Arrangement at(String link, long revision) {
        return at(open(link), revision);
    }

    private Arrangement at(Song song, long revision) {
        if (revision < 0 || revision > song.head()) {
            throw new IllegalArgumentException("The song has no revision " + revision + "; its latest is " + song.head() + ".");
        }
        return past.at(Key.of(song.id()), revision).arrangement();
    }

    @Override
    public long restore(String link, Id person, long revision) {
        Song song = open(link);
        Id edit = FreshIds.next();
        List<Operation> operations = Restoration.operations(at(song, song.head()), at(song, revision), edit);
        return operations.isEmpty() ? song.head() : editing.edit(song, person, edit, LABEL, operations);
    }
}
