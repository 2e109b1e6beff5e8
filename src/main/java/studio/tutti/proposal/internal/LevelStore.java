package studio.tutti.proposal.internal;

import static studio.tutti.proposal.internal.ProposalStore.id;
import static studio.tutti.proposal.internal.ProposalStore.key;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import studio.tutti.core.arrangement.Id;

/** The rows of how loud takes were measured. */
@Repository
class LevelStore {

    private final JdbcClient store;

    LevelStore(JdbcClient store) {
        this.store = store;
    }

    /** Keeps by how much a take sounds louder than noted, in hundredths of a decibel; what was measured before stays. */
    void add(Id proposal, int take, int above) {
        try {
            store.sql("insert into proposal_level (proposal, take, above) values (?, ?, ?)").params(key(proposal), take, above).update();
        } catch (DuplicateKeyException again) {
            // by a worker that died
        }
    }

    /** What was measured of some proposals, by take; 0 is what was there. */
    Map<Id, Map<Integer, Integer>> of(Collection<Id> proposals) {
        Map<Id, Map<Integer, Integer>> levels = new HashMap<>();
        if (!proposals.isEmpty()) {
            store.sql("select proposal, take, above from proposal_level where proposal in (:ids)")
                    .param("ids", proposals.stream().map(ProposalStore::key).toList())
                    .query((row, number) -> levels.computeIfAbsent(id(row, "proposal"), each -> new HashMap<>())
                            .put(row.getInt("take"), row.getInt("above")))
                    .list();
        }
        return levels;
    }
}
