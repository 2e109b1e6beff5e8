package studio.tutti.collaboration.internal.store;

import java.util.List;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import studio.tutti.core.protocol.Message.Saying;

/** The lines of all conversations. */
@Repository
public class SayingStore {

    private final JdbcClient store;

    SayingStore(JdbcClient store) {
        this.store = store;
    }

    /**
     * Keeps a line.
     *
     * @return false if a line with this id was kept before
     */
    public boolean add(UUID song, Saying line) {
        try {
            store.sql("insert into saying (song, id, person, name, colour, made, words) values (?, ?, ?, ?, ?, ?, ?)")
                    .params(song, Key.of(line.id()), Key.of(line.person()), Words.storable(line.name()), line.colour(),
                            line.time(), Words.storable(line.text()))
                    .update();
            return true;
        } catch (DuplicateKeyException saidBefore) {
            return false;
        }
    }

    /** The latest lines, oldest first. */
    public List<Saying> latest(UUID song, int most) {
        return store.sql("select id, person, name, colour, made, words from saying where song = ? order by made desc, id limit ?")
                .params(song, most)
                .query((row, number) -> new Saying(
                        Key.id(row.getObject("id", UUID.class)),
                        Key.id(row.getObject("person", UUID.class)),
                        row.getString("name"),
                        row.getInt("colour"),
                        row.getLong("made"),
                        row.getString("words")))
                .list()
                .reversed();
    }
}
