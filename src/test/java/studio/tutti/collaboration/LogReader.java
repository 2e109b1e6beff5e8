package studio.tutti.collaboration;

import java.util.List;
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

    /** The revision of an edit, 0 if it isn't there. */
    List<Long> places(Song song, Id edit) {
        return store.sql("select revision from edit where song = ? and id = ?")
                .params(Key.of(song.id()), Key.of(edit))
                .query(Long.class)
                .list();
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
