package studio.tutti.proposal.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.proposal.Proposal;
import studio.tutti.core.proposal.Take;
import studio.tutti.core.protocol.TakeFormat;

import static studio.tutti.proposal.internal.ProposalStore.id;
import static studio.tutti.proposal.internal.ProposalStore.key;

/** The rows of takes, with their notes. */
@Repository
class TakeStore {

    private static final long FNV_START = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private final JdbcClient store;

    TakeStore(JdbcClient store) {
        this.store = store;
    }

    /** Keeps a take; false if there is one under its number, which stays. */
    boolean add(Id proposal, int number, Take take) {
        byte[] content = TakeFormat.toBytes(take);
        try {
            return store.sql("insert into proposal_take (proposal, number, label, notes, hash, content) values (?, ?, ?, ?, ?, ?)")
                    .params(key(proposal), number, Text.storable(take.label()), take.notes(), hash(content), content)
                    .update() == 1;
        } catch (DuplicateKeyException again) {
            return false;
        }
    }

    boolean has(Id proposal, int number) {
        return store.sql("select count(*) from proposal_take where proposal = ? and number = ?").params(key(proposal), number)
                .query(Integer.class).single() == 1;
    }

    Optional<Take> find(Id proposal, int number) {
        return content(proposal, number).map(TakeFormat::fromBytes);
    }

    Optional<byte[]> content(Id proposal, int number) {
        return store.sql("select content from proposal_take where proposal = ? and number = ?").params(key(proposal), number)
                .query((row, at) -> row.getBytes(1)).optional();
    }

    /** @param by who vetoes it, or {@link Id#NONE} to show it again */
    boolean hide(Id proposal, int number, Id by) {
        return store.sql("update proposal_take set hidden = ? where proposal = ? and number = ?")
                .params(by.isNone() ? null : key(by), key(proposal), number).update() == 1;
    }

    /** What some proposals have, by number. */
    Map<Id, List<Proposal.Header>> headers(Collection<UUID> proposals) {
        Map<Id, List<Proposal.Header>> headers = new HashMap<>();
        store.sql("select proposal, number, label, notes, hash, hidden from proposal_take where proposal in (:ids) order by number")
                .param("ids", proposals)
                .query((row, at) -> headers.computeIfAbsent(id(row, "proposal"), each -> new ArrayList<>())
                        .add(new Proposal.Header(row.getInt("number"), row.getString("label"), row.getInt("notes"), row.getLong("hash"),
                                id(row, "hidden"))))
                .list();
        return headers;
    }

    /** FNV-1a, which tells takes apart but proves nothing. */
    static long hash(byte[] content) {
        long hash = FNV_START;
        for (byte each : content) {
            hash = (hash ^ each & 0xFF) * FNV_PRIME;
        }
        return hash;
    }
}
