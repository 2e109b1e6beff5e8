package studio.tutti.collaboration;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import studio.tutti.collaboration.internal.store.Key;
import studio.tutti.core.arrangement.Id;

/** Reads the log as it lies in the store, past everything that is tested. */
@Component
class LogReader {

    private final JdbcClient store;

    LogReader(JdbcClient store) {
        this.store = store;
    }

    /** How many different edits the log holds. */
    long distinctEdits(Song song) {
        return store.sql("select count(distinct id) from edit where song = ?").param(Key.of(song.id())).query(Long.class).single();
    }

    /** How many edits the log holds. */
    long count(Song song) {
        return store.sql("select count(*) from edit where song = ?").param(Key.of(song.id())).query(Long.class).single();
    }

    /** The revisions of all edits. */
    Map<Id, Long> places(Song song) {
        Map<Id, Long> places = new HashMap<>();
        store.sql("select id, revision from edit where song = ?")
                .param(Key.of(song.id()))
                .query((row, number) -> places.put(Key.id(row.getObject("id", UUID.class)), row.getLong("revision")))
                .list();
        return places;
    }

    /** Whether the revisions are 1, 2, 3 and so on to the head. */
    boolean isWithoutGaps(Song song) {
        return store.sql("select count(*) = max(revision) and min(revision) = 1 and max(revision) = (select head from song where id = ?)"
                        + " from edit where song = ?")
                .params(Key.of(song.id()), Key.of(song.id()))
                .query(Boolean.class)
                .single();
    }
}
