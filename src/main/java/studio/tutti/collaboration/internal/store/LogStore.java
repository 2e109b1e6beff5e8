package studio.tutti.collaboration.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import studio.tutti.collaboration.Edits;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.editing.Labels;

/** The logs of all songs. */
@Repository
public class LogStore {

    private static final String ADVANCE =
            "update song set head = ?, changed = ?, name = ? where id = ? and epoch = ? and head = ? and not trashed";
    private static final String INSERT = "insert into edit (song, revision, id, author, made, label, undoes, checksum, content, inverse)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String LISTED = "select revision, id, author, made, label, undoes,"
            + " case when octet_length(inverse) <= :longest then inverse end as inverse from edit where song = :song";

    private final JdbcClient store;
    private final JdbcTemplate batches;
    private final TransactionTemplate transaction;

    LogStore(JdbcClient store, JdbcTemplate batches, PlatformTransactionManager transactions) {
        this.store = store;
        this.batches = batches;
        transaction = new TransactionTemplate(transactions);
    }

    /**
     * Where a new owner begins.
     *
     * @param epoch its own, which fences all earlier owners off
     * @param head the latest revision
     * @param changed when that was ordered, in milliseconds since 1970
     */
    public record Taken(long epoch, long head, long changed) {}

    /**
     * An edit that is in the log.
     *
     * @param revision its place
     * @param checksum of the song after it
     * @param author whose it is
     * @param inverse its inverse operations, encoded
     */
    public record Known(long revision, long checksum, Id author, byte[] inverse) {}

    /**
     * An edit of one person with what takes it back.
     *
     * @param revision its place
     * @param edit its id
     * @param undoes what it took back, or {@link Id#NONE}
     * @param label what it did
     * @param inverse its inverse operations, encoded
     */
    public record Own(long revision, Id edit, Id undoes, String label, byte[] inverse) {}

    /**
     * An edit without what it did.
     *
     * @param revision its place
     * @param edit its id
     * @param author whose it is
     * @param time when it was ordered, in milliseconds since 1970
     * @param label what it did
     * @param isUndo whether it took back another
     * @param inverse its inverse operations, encoded; empty if they are longer than was asked for
     */
    public record Listed(long revision, Id edit, Id author, long time, String label, boolean isUndo, byte[] inverse) {}

    /**
     * Makes a node the owner of a song. Waits for an append of the owner before, so that afterwards it is decided
     * whether that happened.
     *
     * @return empty if there is no such song, or it lies in the trash
     */
    public Optional<Taken> take(UUID song, String owner) {
        return transaction.execute(status -> {
            int rows = store.sql("update song set epoch = epoch + 1, owner = ? where id = ? and not trashed")
                    .params(owner, song)
                    .update();
            return rows == 0
                    ? Optional.<Taken>empty()
                    : store.sql("select epoch, head, changed from song where id = ?")
                            .param(song)
                            .query((row, number) -> new Taken(row.getLong("epoch"), row.getLong("head"), row.getLong("changed")))
                            .optional();
        });
    }

    /**
     * Appends to several songs in one transaction. When this returns, what it took is durable.
     *
     * @return the songs that were fenced off: of another epoch or head by now, or in the trash
     * @throws org.springframework.dao.DataAccessException if nothing was appended, or that is unknown
     */
    public Set<UUID> append(List<Append> appends) {
        // Always in the same order, so that two nodes can't wait for each other.
        List<Append> ordered = new ArrayList<>(appends);
        ordered.sort(Comparator.comparing(Append::song));
        return transaction.execute(status -> write(ordered));
    }

    private Set<UUID> write(List<Append> appends) {
        List<Object[]> heads = new ArrayList<>(appends.size());
        for (Append append : appends) {
            long time = append.lines().getLast().entry().time();
            heads.add(new Object[] {append.after(), time, Words.storable(append.name()), append.song(), append.epoch(), append.before()});
        }
        int[] advanced = batches.batchUpdate(ADVANCE, heads);
        Set<UUID> fenced = new HashSet<>();
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < appends.size(); i++) {
            Append append = appends.get(i);
            if (advanced[i] == 0) {
                fenced.add(append.song());
                continue;
            }
            for (Append.Line line : append.lines()) {
                rows.add(row(append.song(), line));
            }
        }
        if (!rows.isEmpty()) {
            batches.batchUpdate(INSERT, rows);
        }
        return fenced;
    }

    private static Object[] row(UUID song, Append.Line line) {
        Entry entry = line.entry();
        return new Object[] {
            song, entry.revision(), Key.of(entry.edit().id()), Key.of(entry.edit().author()), entry.time(), Words.storable(entry.edit().label()),
            entry.edit().isUndo() ? Key.of(entry.edit().undoes()) : null, entry.checksum(), entry.content(), line.inverse()
        };
    }

    /** Writes the first edits of a new song whose row says so already. */
    public void begin(UUID song, List<Append.Line> lines) {
        batches.batchUpdate(INSERT, lines.stream().map(line -> row(song, line)).toList());
    }

    /**
     * The edits after a revision, in order.
     *
     * @param most how many
     */
    public List<Entry> after(UUID song, long revision, int most) {
        return store.sql("select revision, made, checksum, content from edit where song = ? and revision > ? order by revision limit ?")
                .params(song, revision, most)
                .query((row, number) -> Entry.of(
                        row.getLong("revision"), row.getLong("made"), row.getLong("checksum"), row.getBytes("content")))
                .list();
    }

    /** The edits after a revision with their inverses, in order. */
    public List<Append.Line> linesAfter(UUID song, long revision) {
        return store.sql("select revision, made, checksum, content, inverse from edit where song = ? and revision > ? order by revision")
                .params(song, revision)
                .query((row, number) -> new Append.Line(
                        Entry.of(row.getLong("revision"), row.getLong("made"), row.getLong("checksum"), row.getBytes("content")),
                        row.getBytes("inverse")))
                .list();
    }

    /** An edit by its id, if it was ever ordered in this song. */
    public @Nullable Known find(UUID song, Id edit) {
        return store.sql("select revision, checksum, author, inverse from edit where song = ? and id = ?")
                .params(song, Key.of(edit))
                .query((row, number) -> new Known(
                        row.getLong("revision"), row.getLong("checksum"), Key.id(row.getObject("author", UUID.class)), row.getBytes("inverse")))
                .optional()
                .orElse(null);
    }

    /**
     * The latest edits of a person, latest first; those that do nothing, {@link Labels#PROPOSAL_VOID}, are not among them.
     *
     * @param after only those after this revision
     * @param upTo and not after this one
     * @param most how many
     */
    public List<Own> own(UUID song, Id author, long after, long upTo, int most) {
        return store.sql("select revision, id, undoes, label, inverse from edit"
                        + " where song = ? and revision > ? and revision <= ? and author = ? and label <> ? order by revision desc limit ?")
                .params(song, after, upTo, Key.of(author), Labels.PROPOSAL_VOID, most)
                .query(LogStore::own)
                .list();
    }

    /**
     * Some edits, the latest first; the song's beginning, which belongs to nobody, and those that do nothing,
     * {@link Labels#PROPOSAL_VOID}, are not among them.
     *
     * @param wanted which
     * @param most how many
     * @param longest inverses longer than this are left away, in bytes
     */
    public List<Listed> list(UUID song, Edits.Wanted wanted, int most, int longest) {
        JdbcClient.StatementSpec query = store.sql(LISTED + " and author <> :nobody and label <> :void"
                        + (wanted.author().isNone() ? "" : " and author = :author")
                        + (wanted.labels().isEmpty() ? "" : " and (label in (:labels) or substring(label from 1 for greatest(position('/' in label) - 1, 0)) in (:labels))")
                        + " and revision < :before and revision > :after order by revision desc limit :most")
                .param("song", song)
                .param("nobody", Key.of(Id.NONE))
                .param("void", Labels.PROPOSAL_VOID)
                .param("before", wanted.before())
                .param("after", wanted.after())
                .param("most", most)
                .param("longest", longest);
        if (!wanted.author().isNone()) {
            query = query.param("author", Key.of(wanted.author()));
        }
        if (!wanted.labels().isEmpty()) {
            query = query.param("labels", wanted.labels());
        }
        return query.query(LogStore::listed).list();
    }

    /** One edit with its inverse, however long. */
    public Optional<Listed> listed(UUID song, Id edit) {
        return store.sql(LISTED + " and id = :edit")
                .param("song", song)
                .param("edit", Key.of(edit))
                .param("longest", Integer.MAX_VALUE)
                .query(LogStore::listed)
                .optional();
    }

    /** The labels of all edits of a song whose label begins so, by edit; undos are not among them. */
    public Map<Id, String> labelled(UUID song, String beginning) {
        Map<Id, String> labels = new HashMap<>();
        store.sql("select id, label from edit where song = ? and undoes is null and label like ?")
                .params(song, beginning + "%")
                .query((row, number) -> labels.put(Key.id(row.getObject("id", UUID.class)), row.getString("label")))
                .list();
        return labels;
    }

    private static Listed listed(ResultSet row, int number) throws SQLException {
        byte[] inverse = row.getBytes("inverse");
        return new Listed(
                row.getLong("revision"),
                Key.id(row.getObject("id", UUID.class)),
                Key.id(row.getObject("author", UUID.class)),
                row.getLong("made"),
                row.getString("label"),
                row.getObject("undoes", UUID.class) != null,
                inverse == null ? new byte[0] : inverse);
    }

    /** Everyone who made an edit, the latest first. */
    public List<Id> authors(UUID song) {
        return store.sql("select author from edit where song = ? and author <> ? group by author order by max(revision) desc")
                .params(song, Key.of(Id.NONE))
                .query((row, number) -> Key.id(row.getObject("author", UUID.class)))
                .list();
    }

    /** The authors of some edits, by edit; the song's beginning belongs to nobody. */
    public Map<Id, Id> authorsOf(UUID song, Collection<Id> edits) {
        Map<Id, Id> authors = new HashMap<>();
        List<UUID> keys = edits.stream().map(Key::of).toList();
        for (int from = 0; from < keys.size(); from += 500) {
            store.sql("select id, author from edit where song = :song and id in (:ids)")
                    .param("song", song)
                    .param("ids", keys.subList(from, Math.min(keys.size(), from + 500)))
                    .query((row, number) -> authors.put(
                            Key.id(row.getObject("id", UUID.class)), Key.id(row.getObject("author", UUID.class))))
                    .list();
        }
        return authors;
    }

    private static Own own(ResultSet row, int number) throws SQLException {
        UUID undoes = row.getObject("undoes", UUID.class);
        return new Own(
                row.getLong("revision"),
                Key.id(row.getObject("id", UUID.class)),
                undoes == null ? Id.NONE : Key.id(undoes),
                row.getString("label"),
                row.getBytes("inverse"));
    }
}
