package studio.tutti.collaboration.internal.store;

import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import studio.tutti.core.arrangement.Id;

/** Up to where people have seen songs. */
@Repository
public class SeenStore {

    private final JdbcClient store;

    SeenStore(JdbcClient store) {
        this.store = store;
    }

    /**
     * The last that a person saw of a song.
     *
     * @param revision the latest revision then
     * @param time when, in milliseconds since 1970
     */
    public record Seen(long revision, long time) {}

    /** What a person saw last of a song, if they were ever in it. */
    public Optional<Seen> find(UUID song, Id person) {
        return store.sql("select revision, made from seen where song = ? and person = ?")
                .params(song, Key.of(person))
                .query((row, number) -> new Seen(row.getLong("revision"), row.getLong("made")))
                .optional();
    }

    /** Keeps that a person has seen a song up to a revision; what is older than what is known changes nothing. */
    public void keep(UUID song, Id person, Seen seen) {
        if (!move(song, person, seen) && find(song, person).isEmpty()) {
            try {
                store.sql("insert into seen (song, person, revision, made) values (?, ?, ?, ?)")
                        .params(song, Key.of(person), seen.revision(), seen.time())
                        .update();
            } catch (DuplicateKeyException another) {
                move(song, person, seen); // two nodes at once
            }
        }
    }

    private boolean move(UUID song, Id person, Seen seen) {
        return store.sql("update seen set revision = ?, made = ? where song = ? and person = ? and revision <= ?")
                .params(seen.revision(), seen.time(), song, Key.of(person), seen.revision())
                .update() > 0;
    }
}
