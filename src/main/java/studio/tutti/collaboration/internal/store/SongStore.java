package studio.tutti.collaboration.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import studio.tutti.collaboration.Song;
import studio.tutti.core.arrangement.Id;

/** The rows of songs. */
@Repository
public class SongStore {

    private static final String COLUMNS = "select id, link, name, maker, made, changed, head, trashed from song ";

    private final JdbcClient store;

    SongStore(JdbcClient store) {
        this.store = store;
    }

    /** Adds a song. */
    public void add(Song song) {
        store.sql("insert into song (id, link, name, maker, made, changed, head, trashed) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Key.of(song.id()), song.link(), Words.storable(song.name()), Key.of(song.maker()), song.made().toEpochMilli(),
                        song.changed().toEpochMilli(), song.head(), song.trashed())
                .update();
    }

    /** The song behind a link. */
    public Optional<Song> find(String link) {
        return store.sql(COLUMNS + "where link = ?").param(link).query(SongStore::read).optional();
    }

    /** A song by its id. */
    public Optional<Song> find(UUID id) {
        return store.sql(COLUMNS + "where id = ?").param(id).query(SongStore::read).optional();
    }

    /** The songs behind some links, by link. */
    public Map<String, Song> find(Collection<String> links) {
        Map<String, Song> found = new HashMap<>();
        if (!links.isEmpty()) {
            store.sql(COLUMNS + "where link in (:links)")
                    .param("links", links)
                    .query(SongStore::read)
                    .list()
                    .forEach(song -> found.put(song.link(), song));
        }
        return found;
    }

    /** Puts a song in the trash or takes it out. */
    public void setTrashed(Id song, boolean trashed) {
        store.sql("update song set trashed = ? where id = ?").params(trashed, Key.of(song)).update();
    }

    /** The latest revisions of some songs; those in the trash are left out. */
    public Map<UUID, Long> heads(Collection<UUID> songs) {
        Map<UUID, Long> heads = new HashMap<>();
        List<UUID> all = new ArrayList<>(songs);
        for (int from = 0; from < all.size(); from += 500) {
            store.sql("select id, head from song where not trashed and id in (:songs)")
                    .param("songs", all.subList(from, Math.min(all.size(), from + 500)))
                    .query((row, number) -> heads.put(row.getObject("id", UUID.class), row.getLong("head")))
                    .list();
        }
        return heads;
    }

    private static Song read(ResultSet row, int number) throws SQLException {
        return new Song(
                Key.id(row.getObject("id", UUID.class)),
                row.getString("link"),
                row.getString("name"),
                Key.id(row.getObject("maker", UUID.class)),
                Instant.ofEpochMilli(row.getLong("made")),
                Instant.ofEpochMilli(row.getLong("changed")),
                row.getLong("head"),
                row.getBoolean("trashed"));
    }
}
