package studio.tutti.collaboration.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import studio.tutti.collaboration.Absence;
import studio.tutti.collaboration.Edits;
import studio.tutti.collaboration.NoSuchSong;
import studio.tutti.collaboration.PastEdit;
import studio.tutti.collaboration.PastEdit.Standing;
import studio.tutti.collaboration.Song;
import studio.tutti.collaboration.internal.room.AllRooms;
import studio.tutti.collaboration.internal.store.Entry;
import studio.tutti.collaboration.internal.store.Key;
import studio.tutti.collaboration.internal.store.LogStore;
import studio.tutti.collaboration.internal.store.LogStore.Listed;
import studio.tutti.collaboration.internal.store.Past;
import studio.tutti.collaboration.internal.store.SeenStore;
import studio.tutti.collaboration.internal.store.SongStore;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.editing.Labels;
import studio.tutti.core.editing.TakingBack;
import studio.tutti.core.editing.Whereabouts;
import studio.tutti.core.protocol.EditFormat;
import studio.tutti.core.protocol.Message;

/** The edits of songs from the log; how they stand is asked of the room's copy, which is in memory. */
@Service
class EditsInStore implements Edits {

    /** The inverse of an edit that is looked at for a list, in bytes. */
    private static final int LONGEST = 64 << 10;
    /** How many edits are read at once. */
    private static final int AT_ONCE = 500;
    /** How many of the latest edits are told to somebody who was away. */
    private static final int MOST_MISSED = 1_000;

    private final SongStore songs;
    private final LogStore log;
    private final SeenStore seen;
    private final Past past;
    private final Editing editing;
    private final AllRooms rooms;

    EditsInStore(SongStore songs, LogStore log, SeenStore seen, Past past, Editing editing, AllRooms rooms) {
        this.songs = songs;
        this.log = log;
        this.seen = seen;
        this.past = past;
        this.editing = editing;
        this.rooms = rooms;
    }

    private Song open(String link) {
        return songs.find(link).filter(song -> !song.trashed()).orElseThrow(NoSuchSong::new);
    }

    private <T> T today(UUID song, Function<Arrangement, T> reading) {
        return rooms.read(song, reading).orElseGet(() -> reading.apply(past.at(song, Long.MAX_VALUE).arrangement()));
    }

    @Override
    public List<PastEdit> page(String link, Wanted wanted, int most) {
        UUID song = Key.of(open(link).id());
        List<Listed> rows = log.list(song, wanted, most, LONGEST);
        List<Optional<TakingBack>> looks = today(song, arrangement -> rows.stream().map(row -> look(arrangement, row)).toList());
        Set<Id> writers = new HashSet<>();
        looks.forEach(look -> look.ifPresent(each -> writers.addAll(each.since())));
        Map<Id, Id> authors = log.authorsOf(song, writers);
        List<PastEdit> page = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            Listed row = rows.get(i);
            Optional<TakingBack> look = looks.get(i);
            page.add(new PastEdit(row.revision(), row.edit(), row.author(), Instant.ofEpochMilli(row.time()), row.label(), row.isUndo(),
                    look.map(EditsInStore::standing).orElse(Standing.UNKNOWN),
                    look.map(each -> each.since().stream().map(authors::get).filter(author -> author != null && !author.isNone()).distinct().toList())
                            .orElse(List.of()),
                    look.map(TakingBack::buries).orElse(0)));
        }
        return page;
    }

    @Override
    public Optional<PastEdit> find(String link, Id edit) {
        UUID song = Key.of(open(link).id());
        return log.listed(song, edit).map(row -> {
            Optional<TakingBack> look = today(song, arrangement -> look(arrangement, row));
            return new PastEdit(row.revision(), row.edit(), row.author(), Instant.ofEpochMilli(row.time()), row.label(), row.isUndo(),
                    look.map(EditsInStore::standing).orElse(Standing.UNKNOWN), List.of(), look.map(TakingBack::buries).orElse(0));
        });
    }

    @Override
    public boolean isGone(String link, Id edit) {
        UUID song = Key.of(open(link).id());
        return log.listed(song, edit)
                .map(row -> today(song, arrangement -> new TakingBack(arrangement, EditFormat.operationsFromBytes(row.inverse())).isGone()))
                .orElse(false);
    }

    @Override
    public void read(String link, long after, Consumer<Done> reader) {
        UUID song = Key.of(open(link).id());
        long reached = after;
        List<Entry> entries = log.after(song, reached, AT_ONCE);
        while (!entries.isEmpty()) {
            for (Entry entry : entries) {
                reader.accept(new Done(entry.revision(), Instant.ofEpochMilli(entry.time()), entry.edit()));
                reached = entry.revision();
            }
            entries = log.after(song, reached, AT_ONCE);
        }
    }

    private static Optional<TakingBack> look(Arrangement today, Listed row) {
        return row.inverse().length == 0
                ? Optional.empty()
                : Optional.of(new TakingBack(today, EditFormat.operationsFromBytes(row.inverse())));
    }

    private static Standing standing(TakingBack look) {
        if (look.isPossible()) {
            return look.isWhole() ? Standing.WHOLE : Standing.PARTLY;
        }
        return look.isDone() ? Standing.TAKEN_BACK : Standing.CHANGED;
    }

    @Override
    public List<Id> authors(String link) {
        return log.authors(Key.of(open(link).id()));
    }

    @Override
    public boolean takeBack(String link, Id person, Id edit) {
        Song song = open(link);
        UUID key = Key.of(song.id());
        Listed row = log.listed(key, edit).orElseThrow(() -> new EditRefused("This edit was never part of the song."));
        if (row.author().isNone()) {
            throw new EditRefused("What the song began with can't be taken back.");
        }
        Id mine = FreshIds.next();
        List<Operation> inverse = EditFormat.operationsFromBytes(row.inverse());
        TakingBack taking = today(key, arrangement -> new TakingBack(arrangement, inverse));
        if (!taking.isPossible()) {
            throw new EditRefused(taking.isDone()
                    ? "This was taken back already."
                    : "This can't be taken back any more: it was changed since.");
        }
        editing.edit(song, person, mine, Labels.takingBack(row.label()), taking.operations(mine));
        return taking.isWhole();
    }

    @Override
    public Optional<Absence> missed(String link, Id person) {
        Song song = open(link);
        UUID key = Key.of(song.id());
        SeenStore.Seen last = seen.find(key, person).orElse(null);
        if (last == null || last.revision() >= song.head() || isHere(link, person)) {
            return Optional.empty();
        }
        long from = Math.max(last.revision(), song.head() - MOST_MISSED);
        Missed missed = new Missed(log.after(key, from, MOST_MISSED), person);
        return missed.isEmpty()
                ? Optional.empty()
                : Optional.of(new Absence(last.revision(), Instant.ofEpochMilli(last.time()),
                        today(key, arrangement -> missed.deeds(new Whereabouts(arrangement)))));
    }

    private boolean isHere(String link, Id person) {
        return rooms.people(link).stream().map(Message.Someone::person).anyMatch(person::equals);
    }
}
