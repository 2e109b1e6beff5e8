package studio.tutti.collaboration.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import studio.tutti.collaboration.Version;

/** The rows of versions. */
@Repository
public class VersionStore {

    private final JdbcClient store;

    VersionStore(JdbcClient store) {
        this.store = store;
    }

    /** Keeps a version. */
    public void add(UUID song, Version version) {
        store.sql("insert into version (id, song, revision, name, author, made) values (?, ?, ?, ?, ?, ?)")
                .params(Key.of(version.id()), song, version.revision(), Words.storable(version.name()), Key.of(version.author()),
                        version.time().toEpochMilli())
                .update();
    }

    /** All versions of a song, the latest first. */
    public List<Version> of(UUID song) {
        return store.sql("select id, revision, name, author, made from version where song = ? order by revision desc, made desc, id")
                .param(song)
                .query((row, number) -> new Version(
                        Key.id(row.getObject("id", UUID.class)),
                        row.getLong("revision"),
                        row.getString("name"),
                        Key.id(row.getObject("author", UUID.class)),
                        Instant.ofEpochMilli(row.getLong("made"))))
                .list();
    }

    /** The revision of a song's latest version, −1 if it has none. */
    public long latestRevision(UUID song) {
        return store.sql("select coalesce(max(revision), -1) from version where song = ?")
                .param(song)
                .query(Long.class)
                .single();
    }
}
