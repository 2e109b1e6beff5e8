package studio.tutti.library.internal.media;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Media in the database that several nodes share, in rows of {@value #CHUNK} bytes. */
public final class TableVault implements Vault {

    private static final int CHUNK = 1 << 18;

    private final JdbcClient store;

    public TableVault(JdbcClient store) {
        this.store = store;
    }

    @Override
    public long size(String place) {
        return store.sql("select number, octet_length(content) as size from media_chunk where place = ? order by number desc limit 1")
                .param(place)
                .query((row, number) -> row.getInt("number") * (long) CHUNK + row.getInt("size"))
                .optional()
                .orElse(0L);
    }

    @Override
    public void write(String place, long at, byte[] bytes, int count) {
        for (int done = 0; done < count; ) {
            int number = (int) ((at + done) / CHUNK);
            int within = (int) ((at + done) % CHUNK);
            int some = Math.min(count - done, CHUNK - within);
            byte[] there = chunk(place, number);
            byte[] content = Arrays.copyOf(there, Math.max(there.length, within + some));
            System.arraycopy(bytes, done, content, within, some);
            int changed = store.sql("update media_chunk set content = ? where place = ? and number = ?")
                    .params(content, place, number)
                    .update();
            if (changed == 0) {
                store.sql("insert into media_chunk (place, number, content) values (?, ?, ?)").params(place, number, content).update();
            }
            done += some;
        }
    }

    @Override
    public byte[] read(String place, long at, int count) {
        byte[] read = new byte[(int) Math.max(0, Math.min(count, size(place) - at))];
        for (int done = 0; done < read.length; ) {
            byte[] content = chunk(place, (int) ((at + done) / CHUNK));
            int within = (int) ((at + done) % CHUNK);
            int some = Math.min(read.length - done, content.length - within);
            if (some <= 0) {
                return Arrays.copyOf(read, done);
            }
            System.arraycopy(content, within, read, done, some);
            done += some;
        }
        return read;
    }

    private byte[] chunk(String place, int number) {
        return store.sql("select content from media_chunk where place = ? and number = ?")
                .params(place, number)
                .query((row, index) -> row.getBytes("content"))
                .optional()
                .orElse(new byte[0]);
    }

    @Override
    public void move(String from, String to) {
        if (size(to) == 0) {
            try {
                store.sql("update media_chunk set place = ? where place = ?").params(to, from).update();
            } catch (DuplicateKeyException another) {
                // another node was quicker with the same
            }
        }
        delete(from);
    }

    @Override
    public void delete(String place) {
        store.sql("delete from media_chunk where place = ?").param(place).update();
    }

    @Override
    public long free() {
        return Long.MAX_VALUE;
    }

    @Override
    public Path file(String place) throws IOException {
        Path file = Files.createTempFile("tutti-medium", "");
        boolean whole = false;
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] some = read(place, 0, CHUNK);
            for (long at = 0; some.length > 0; some = read(place, at, CHUNK)) {
                out.write(some);
                at += some.length;
            }
            whole = true;
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
        return file;
    }

    @Override
    public void done(Path file) throws IOException {
        Files.deleteIfExists(file);
    }
}
