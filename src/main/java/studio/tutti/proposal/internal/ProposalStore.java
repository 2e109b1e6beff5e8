package studio.tutti.proposal.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.proposal.Card;
import studio.tutti.core.proposal.Proposal;
import studio.tutti.core.proposal.Proposal.Who;
import studio.tutti.core.protocol.CardFormat;

/** The rows of proposals, what people think and say of them; takes are kept by {@link TakeStore}. Times are by the store's clock. */
@Repository
class ProposalStore {

    private static final String NOW = "cast(extract(epoch from current_timestamp) * 1000 as bigint)";
    private static final String TOUCH = "stamp = stamp + 1, changed = " + NOW;

    private final JdbcClient store;
    private final TakeStore takes;

    ProposalStore(JdbcClient store, TakeStore takes) {
        this.store = store;
        this.takes = takes;
    }

    /**
     * A proposal and whose song it is of.
     *
     * @param song by its id
     */
    record Kept(Id song, Proposal proposal) {}

    /** Keeps a new proposal; false if there is one with this id. */
    boolean add(Id song, Id id, Who by, Card card, Proposal.State state, boolean shown) {
        try {
            insert(song, id, by, card, state, shown);
            return true;
        } catch (DuplicateKeyException again) {
            return false;
        }
    }

    /**
     * Keeps a new proposal. Within a transaction this is the one to call: PostgreSQL goes on with none that failed.
     *
     * @throws DuplicateKeyException if there is one with this id
     */
    void insert(Id song, Id id, Who by, Card card, Proposal.State state, boolean shown) {
        store.sql("insert into proposal (id, song, asker, name, colour, made, card, state, shown, changed) values (?, ?, ?, ?, ?, " + NOW
                        + ", ?, ?, ?, " + NOW + ")")
                .params(key(id), key(song), key(by.person()), Text.storable(by.name()), by.colour(), CardFormat.toBytes(card), stored(state), shown)
                .update();
    }

    Optional<Kept> find(Id id) {
        return read(store.sql("select * from proposal where id = ?").param(key(id)).query((row, number) -> Row.of(row)).list()).stream().findFirst();
    }

    List<Kept> find(Collection<Id> ids) {
        return ids.isEmpty()
                ? List.of()
                : read(store.sql("select * from proposal where id in (:ids)").param("ids", ids.stream().map(ProposalStore::key).toList())
                        .query((row, number) -> Row.of(row)).list());
    }

    /** The proposals of a song that a person may see, the newest first. */
    List<Proposal> of(Id song, Id person, boolean away, int most) {
        return read(store.sql("select * from proposal where song = ? and (shown or asker = ?)" + (away ? "" : " and not away")
                        + " order by made desc, id limit ?")
                .params(key(song), key(person), most)
                .query((row, number) -> Row.of(row)).list()).stream().map(Kept::proposal).toList();
    }

    int inTray(Id song) {
        return store.sql("select count(*) from proposal where song = ? and not away").param(key(song)).query(Integer.class).single();
    }

    /** Those of some songs that changed within so many milliseconds, with their stamps. */
    Map<Id, Long> changed(Collection<Id> songs, long within) {
        Map<Id, Long> stamps = new HashMap<>();
        if (!songs.isEmpty()) {
            store.sql("select id, stamp from proposal where song in (:songs) and changed > " + NOW + " - :within")
                    .param("songs", songs.stream().map(ProposalStore::key).toList())
                    .param("within", within)
                    .query((row, number) -> stamps.put(id(row, "id"), row.getLong("stamp")))
                    .list();
        }
        return stamps;
    }

    /** Those of some songs that are under way. */
    List<Id> underWay(Collection<Id> songs) {
        return songs.isEmpty()
                ? List.of()
                : store.sql("select id from proposal where song in (:songs) and state = 'UNDER_WAY'")
                        .param("songs", songs.stream().map(ProposalStore::key).toList())
                        .query((row, number) -> id(row, "id")).list();
    }

    /** Ends the work on a proposal, once; false if it has ended. */
    boolean settle(Id id, Proposal.State state, String error) {
        return store.sql("update proposal set state = ?, error = ?, " + TOUCH + " where id = ? and state = 'UNDER_WAY'")
                .params(stored(state), Text.storable(error), key(id)).update() == 1;
    }

    void touch(Id id) {
        store.sql("update proposal set " + TOUCH + " where id = ?").param(key(id)).update();
    }

    void show(Id id) {
        store.sql("update proposal set shown = true, " + TOUCH + " where id = ?").param(key(id)).update();
    }

    void putAway(Id id, boolean away) {
        store.sql("update proposal set away = ?, " + TOUCH + " where id = ?").params(away, key(id)).update();
    }

    // --- accepting ---

    /**
     * Claims a proposal for the one who accepts a take of it.
     *
     * @param edit that will write it
     * @param before the edit of an acceptance that doesn't count any more, or {@link Id#NONE}
     * @return false if somebody else has claimed it
     */
    boolean claim(Id id, int take, Who by, boolean over, Id edit, Id before) {
        return store.sql("update proposal set taken = ?, taker = ?, taker_name = ?, taker_colour = ?, taken_at = " + NOW
                        + ", taken_over = ?, edit = ?, revision = 0, " + TOUCH + " where id = ? and (edit is null or edit = ?)")
                .params(take, key(by.person()), Text.storable(by.name()), by.colour(), over, key(edit), key(id), key(before))
                .update() == 1;
    }

    /** Gives a claim back. */
    void release(Id id, Id edit) {
        store.sql("update proposal set taken = 0, taker = null, edit = null, revision = 0, " + TOUCH + " where id = ? and edit = ?")
                .params(key(id), key(edit)).update();
    }

    void accepted(Id id, Id edit, long revision) {
        store.sql("update proposal set revision = ?, " + TOUCH + " where id = ? and edit = ? and revision = 0")
                .params(revision, key(id), key(edit)).update();
    }

    /** Those of some songs that were claimed at least so many milliseconds ago and whose edit nobody knows about. */
    List<Kept> claimedBefore(Collection<Id> songs, long millis) {
        return songs.isEmpty()
                ? List.of()
                : read(store.sql("select * from proposal where song in (:songs) and edit is not null and revision = 0 and taken_at <= " + NOW + " - :millis")
                        .param("songs", songs.stream().map(ProposalStore::key).toList())
                        .param("millis", millis)
                        .query((row, number) -> Row.of(row)).list());
    }

    /** How long ago a proposal was claimed, in milliseconds by the store's clock. */
    long claimedSince(Id id) {
        return store.sql("select " + NOW + " - taken_at from proposal where id = ?").param(key(id)).query(Long.class).single();
    }

    // --- what people think and say ---

    /** @param up null takes the vote back */
    void vote(Id id, int take, Who by, @Nullable Boolean up) {
        if (up == null) {
            store.sql("delete from proposal_vote where proposal = ? and take = ? and person = ?").params(key(id), take, key(by.person())).update();
        } else if (!change(id, take, by, up)) {
            try {
                store.sql("insert into proposal_vote (proposal, take, person, name, colour, up) values (?, ?, ?, ?, ?, ?)")
                        .params(key(id), take, key(by.person()), Text.storable(by.name()), by.colour(), up).update();
            } catch (DuplicateKeyException twice) {
                change(id, take, by, up); // two pages of one person
            }
        }
        touch(id);
    }

    private boolean change(Id id, int take, Who by, boolean up) {
        return store.sql("update proposal_vote set up = ?, name = ?, colour = ? where proposal = ? and take = ? and person = ?")
                .params(up, Text.storable(by.name()), by.colour(), key(id), take, key(by.person())).update() == 1;
    }

    void remark(Id id, Id remark, int take, Who by, String words) {
        try {
            store.sql("insert into proposal_remark (proposal, id, take, person, name, colour, made, words) values (?, ?, ?, ?, ?, ?, " + NOW + ", ?)")
                    .params(key(id), key(remark), take, key(by.person()), Text.storable(by.name()), by.colour(), Text.storable(words)).update();
            touch(id);
        } catch (DuplicateKeyException again) {
            // said before
        }
    }

    int votesWanted(Id song) {
        return store.sql("select votes from proposal_rule where song = ?").param(key(song)).query(Integer.class).optional().orElse(0);
    }

    void wantVotes(Id song, int votes) {
        if (store.sql("update proposal_rule set votes = ? where song = ?").params(votes, key(song)).update() == 0) {
            try {
                store.sql("insert into proposal_rule (song, votes) values (?, ?)").params(key(song), votes).update();
            } catch (DuplicateKeyException twice) {
                store.sql("update proposal_rule set votes = ? where song = ?").params(votes, key(song)).update();
            }
        }
    }

    // --- reading ---

    private List<Kept> read(List<Row> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = rows.stream().map(row -> key(row.id)).toList();
        Map<Id, List<Proposal.Header>> headers = takes.headers(ids);
        Map<Id, List<Proposal.Vote>> votes = new HashMap<>();
        store.sql("select * from proposal_vote where proposal in (:ids) order by take, name, person").param("ids", ids)
                .query((row, number) -> votes.computeIfAbsent(id(row, "proposal"), each -> new ArrayList<>())
                        .add(new Proposal.Vote(row.getInt("take"), who(row, "person", "name", "colour"), row.getBoolean("up"))))
                .list();
        Map<Id, List<Proposal.Remark>> remarks = new HashMap<>();
        store.sql("select * from proposal_remark where proposal in (:ids) order by made, id").param("ids", ids)
                .query((row, number) -> {
                    List<Proposal.Remark> said = remarks.computeIfAbsent(id(row, "proposal"), each -> new ArrayList<>());
                    // those who spoke at the same moment may have made it more, and no page reads more
                    return said.size() < Proposal.MOST_REMARKS && said.add(new Proposal.Remark(id(row, "id"), row.getInt("take"),
                            who(row, "person", "name", "colour"), row.getLong("made"), row.getString("words")));
                })
                .list();
        return rows.stream()
                .map(row -> new Kept(row.song, row.with(headers.getOrDefault(row.id, List.of()), votes.getOrDefault(row.id, List.of()),
                        remarks.getOrDefault(row.id, List.of()))))
                .toList();
    }

    /** One row of the table, before what belongs to it is read. */
    private record Row(Id id, Id song, Who by, long made, Card card, Proposal.State state, String error, boolean shown, boolean away,
            Proposal.@Nullable Acceptance acceptance, long stamp) {

        static Row of(ResultSet row) throws SQLException {
            boolean claimed = row.getObject("edit") != null;
            return new Row(ProposalStore.id(row, "id"), ProposalStore.id(row, "song"), who(row, "asker", "name", "colour"), row.getLong("made"),
                    CardFormat.fromBytes(row.getBytes("card")), Proposal.State.valueOf(row.getString("state")), row.getString("error"),
                    row.getBoolean("shown"), row.getBoolean("away"),
                    !claimed ? null : new Proposal.Acceptance(row.getInt("taken"), who(row, "taker", "taker_name", "taker_colour"),
                            row.getLong("taken_at"), ProposalStore.id(row, "edit"), row.getBoolean("taken_over"), row.getLong("revision")),
                    row.getLong("stamp"));
        }

        Proposal with(List<Proposal.Header> takes, List<Proposal.Vote> votes, List<Proposal.Remark> remarks) {
            return new Proposal(id, by, made, card, state, error, shown, away, takes, votes, remarks, acceptance, stamp);
        }
    }

    private static String stored(Proposal.State state) {
        return state.name();
    }

    private static Who who(ResultSet row, String person, String name, String colour) throws SQLException {
        String called = row.getString(name);
        return new Who(id(row, person), called == null ? "" : called, row.getInt(colour));
    }

    static Id id(ResultSet row, String column) throws SQLException {
        UUID stored = row.getObject(column, UUID.class);
        return stored == null ? Id.NONE : new Id(stored.getMostSignificantBits(), stored.getLeastSignificantBits());
    }

    static UUID key(Id id) {
        return new UUID(id.high(), id.low());
    }
}
