package studio.tutti.library.internal.media;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import studio.tutti.core.arrangement.Id;
import studio.tutti.library.Medium;
import studio.tutti.library.Upload;

/** Which media there are and which are on their way in; their bytes lie in the {@link Vault}. */
@Repository
public class MediaStore {

    private final JdbcClient store;

    MediaStore(JdbcClient store) {
        this.store = store;
    }

    public Optional<Medium> find(String hash) {
        return store.sql("select * from media where hash = ?").param(hash)
                .query((row, number) -> new Medium(row.getString("hash"), row.getString("name"), row.getLong("size"),
                        row.getInt("rate"), row.getInt("channels"), row.getInt("frames")))
                .optional();
    }

    /** The file whose hash begins with some digits. */
    public Optional<String> complete(String digits) {
        return store.sql("select hash from media where hash >= ? and hash < ?").params(digits, digits + "g")
                .query(String.class).list().stream().findFirst();
    }

    /** Enters a file, or more about one that is there. */
    public void put(Medium medium, UUID maker, long now) {
        if (find(medium.hash()).isEmpty()) {
            try {
                store.sql("insert into media (hash, name, size, rate, channels, frames, maker, made) values (?, ?, ?, ?, ?, ?, ?, ?)")
                        .params(medium.hash(), medium.name(), medium.size(), medium.rate(), medium.channels(), medium.frames(), maker, now)
                        .update();
                return;
            } catch (DuplicateKeyException another) {
                // two at once: equal files are equal
            }
        }
        if (medium.isSound()) {
            store.sql("update media set rate = ?, channels = ?, frames = ? where hash = ?")
                    .params(medium.rate(), medium.channels(), medium.frames(), medium.hash())
                    .update();
        }
    }

    public void begin(Upload upload, UUID maker, long now) {
        store.sql("insert into media_upload (id, hash, name, size, maker, made) values (?, ?, ?, ?, ?, ?)")
                .params(upload.id(), upload.hash(), upload.name(), upload.size(), maker, now)
                .update();
    }

    /** An upload of somebody's; what it has received is left at 0. */
    public Optional<Upload> upload(UUID id, UUID maker) {
        return store.sql("select * from media_upload where id = ? and maker = ?").params(id, maker)
                .query((row, number) -> new Upload(id, row.getString("hash"), row.getString("name"), row.getLong("size"), 0))
                .optional();
    }

    /** An upload, whoever's, of a file with a hash, the latest. */
    public Optional<Upload> coming(String hash) {
        return store.sql("select * from media_upload where hash = ? order by made desc limit 1").param(hash)
                .query((row, number) -> new Upload(row.getObject("id", UUID.class), hash, row.getString("name"), row.getLong("size"), 0))
                .optional();
    }

    /** Whether a file is still on its way in. */
    public boolean isComing(UUID upload) {
        return store.sql("select count(*) from media_upload where id = ?").param(upload).query(Integer.class).single() == 1;
    }

    public void end(UUID upload) {
        store.sql("delete from media_upload where id = ?").param(upload).update();
    }

    /** Uploads that began before a time. */
    public List<UUID> older(long time) {
        return store.sql("select id from media_upload where made < ?").param(time).query(UUID.class).list();
    }

    /** A person's id as the database has it. */
    public static UUID key(Id person) {
        return new UUID(person.high(), person.low());
    }
}
