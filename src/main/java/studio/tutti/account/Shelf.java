package studio.tutti.account;

import java.time.Instant;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import studio.tutti.core.arrangement.Id;

/** The songs that each person made or opened: what their start page lists. */
@Service
public class Shelf {

    /**
     * A song at hand.
     *
     * @param link the last part of the song's address
     * @param opened when this person opened it last
     */
    public record Place(String link, Instant opened) {
    }

    private final JdbcClient store;

    Shelf(JdbcClient store) {
        this.store = store;
    }

    /** The person's songs, the last opened first. */
    public List<Place> of(Id person) {
        return store.sql("select link, opened from shelf where person = ? order by opened desc, link")
                .param(person.toString())
                .query((row, number) -> new Place(row.getString("link"), Instant.ofEpochMilli(row.getLong("opened"))))
                .list();
    }

    /** Notes that a person opened a song just now. */
    public void opened(Id person, String link) {
        long now = System.currentTimeMillis();
        if (!move(person, link, now)) {
            try {
                store.sql("insert into shelf (person, link, opened) values (?, ?, ?)")
                        .params(person.toString(), link, now)
                        .update();
            } catch (DuplicateKeyException openedTwice) {
                move(person, link, now);
            }
        }
    }

    /** Takes a song off a person's start page; its link still opens it. */
    public void remove(Id person, String link) {
        store.sql("delete from shelf where person = ? and link = ?").params(person.toString(), link).update();
    }

    private boolean move(Id person, String link, long now) {
        return store.sql("update shelf set opened = ? where person = ? and link = ?")
                .params(now, person.toString(), link)
                .update() > 0;
    }
}
