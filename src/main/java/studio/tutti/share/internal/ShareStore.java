package studio.tutti.share.internal;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import studio.tutti.core.arrangement.Id;
import studio.tutti.share.Remark;
import studio.tutti.share.SharedSong;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of links and of what listeners said. */
@Repository
class ShareStore {

    private final JdbcClient store;

    ShareStore(JdbcClient store) {
        this.store = store;
    }

    void add(SharedSong shared) {
        store.sql("insert into shared (token, song, link, title, credits, revision, wanted, maker, made, job) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(shared.token(), key(shared.song()), shared.link(), shared.title(), shared.credits(), shared.revision(), shared.wanted(),
                        key(shared.maker()), shared.made().toEpochMilli(), shared.job())
                .update();
    }

    Optional<SharedSong> find(String token) {
        return store.sql("select * from shared where token = ?").param(token).query(ShareStore::read).optional();
    }

    List<SharedSong> of(Id song) {
        return store.sql("select * from shared where song = ? and revoked = 0 order by made desc, token").param(key(song)).query(ShareStore::read).list();
    }

    void want(String token, long revision, String credits) {
        store.sql("update shared set wanted = ?, credits = ? where token = ?").params(revision, credits, token).update();
    }

    /** Forgets a link that nobody was told of. */
    void drop(String token) {
        store.sql("delete from shared where token = ?").param(token).update();
    }

    int remarksOf(String token) {
        return store.sql("select count(*) from shared_comment where token = ?").param(token).query(Integer.class).single();
    }

    void makes(String token, UUID job) {
        store.sql("update shared set job = ? where token = ?").params(job, token).update();
    }

    /** Gives a link its sound, if that is still what is wanted of it. */
    boolean sounds(String token, long revision, String title, String flac, String opus, double seconds, String peaks) {
        return store.sql("update shared set revision = ?, title = ?, flac = ?, opus = ?, seconds = ?, peaks = ? where token = ? and wanted = ? and revoked = 0")
                .params(revision, title, flac, opus, seconds, peaks, token, revision)
                .update() == 1;
    }

    void revoke(String token, Instant now) {
        store.sql("update shared set revoked = ? where token = ? and revoked = 0").params(now.toEpochMilli(), token).update();
    }

    /** How many links that hold play a sound. */
    int using(String hash) {
        return store.sql("select count(*) from shared where revoked = 0 and (flac = ? or opus = ?)").params(hash, hash).query(Integer.class).single();
    }

    List<Remark> remarks(String token) {
        return store.sql("select id, name, words, seconds, made from shared_comment where token = ? order by seconds, made, id").param(token)
                .query((row, number) -> new Remark(row.getObject("id", UUID.class), row.getString("name"), row.getString("words"),
                        row.getDouble("seconds"), Instant.ofEpochMilli(row.getLong("made"))))
                .list();
    }

    /** Keeps what a listener said; false if it is there. */
    boolean keep(String token, Remark remark) {
        try {
            return store.sql("insert into shared_comment (token, id, name, words, seconds, made) values (?, ?, ?, ?, ?, ?)")
                    .params(token, remark.id(), remark.name(), remark.words(), remark.seconds(), remark.made().toEpochMilli())
                    .update() == 1;
        } catch (DuplicateKeyException again) {
            return false;
        }
    }

    private static UUID key(Id id) {
        return new UUID(id.high(), id.low());
    }

    private static Id id(UUID stored) {
        return new Id(stored.getMostSignificantBits(), stored.getLeastSignificantBits());
    }

    private static SharedSong read(ResultSet row, int number) throws SQLException {
        long revoked = row.getLong("revoked");
        return new SharedSong(row.getString("token"), id(row.getObject("song", UUID.class)), row.getString("link"), row.getString("title"),
                row.getString("credits"), row.getLong("revision"), row.getLong("wanted"), id(row.getObject("maker", UUID.class)),
                Instant.ofEpochMilli(row.getLong("made")), revoked == 0 ? null : Instant.ofEpochMilli(revoked), row.getObject("job", UUID.class),
                row.getString("flac"), row.getString("opus"), row.getDouble("seconds"), row.getString("peaks"));
    }
}
