package studio.tutti.proposal.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.proposal.Proposal;
import studio.tutti.jobs.Job;
import studio.tutti.jobs.JobRefused;
import studio.tutti.jobs.Jobs;
import studio.tutti.jobs.Priority;

/** Ends proposals whose jobs have ended without them: called off, failed, or never asked for because a node died in between. */
@Component
class Settling {

    private static final Logger LOG = LoggerFactory.getLogger(Settling.class);
    /** How long a proposal may be without a job: its asker is about to ask for it. */
    private static final long ON_ITS_WAY_MILLIS = 5_000;

    private final ProposalStore store;
    private final Jobs jobs;
    private final Telling telling;
    private final Assistants assistants;
    private final Map<Id, Jobs.Watch> watches = new ConcurrentHashMap<>();

    Settling(ProposalStore store, Jobs jobs, Telling telling, Assistants assistants) {
        this.store = store;
        this.jobs = jobs;
        this.telling = telling;
        this.assistants = assistants;
    }

    /** Asks for the job of a proposal, once; its id is the proposal's. */
    void begin(Id song, Proposal proposal) {
        boolean live = assistants.find(proposal.card().assistant()).map(assistant -> assistant.offer().live()).orElse(false);
        jobs.ask(ProposalStore.key(proposal.id()), live ? Proposing.LIVE : Proposing.KIND, song, proposal.by().person(), Priority.SOMEBODY_WAITS,
                proposal.id().toString());
        watch(song);
    }

    /** Looks at a song's jobs whenever they change, as long as something of it is under way. */
    private void watch(Id song) {
        watches.computeIfAbsent(song, each -> jobs.watch(song, () -> look(song)));
    }

    private void look(Id song) {
        try {
            if (settle(List.of(song)) == 0) {
                Jobs.Watch watch = watches.remove(song);
                if (watch != null) {
                    watch.close();
                }
                // one that was asked for meanwhile is found by the look that every node has at its open songs
            }
        } catch (RuntimeException unreachable) {
            LOG.warn("What lies in a tray could not be looked at: {}", unreachable.toString());
        }
    }

    /**
     * Looks at what is under way in some songs.
     *
     * @return how much still is
     */
    int settle(Collection<Id> songs) {
        int left = 0;
        for (ProposalStore.Kept each : store.find(store.underWay(songs))) {
            left += settle(each) ? 0 : 1;
        }
        return left;
    }

    private boolean settle(ProposalStore.Kept kept) {
        Proposal proposal = kept.proposal();
        Optional<Job> found = jobs.find(ProposalStore.key(proposal.id()));
        if (found.isEmpty()) {
            if (System.currentTimeMillis() - proposal.made() > ON_ITS_WAY_MILLIS) {
                try {
                    begin(kept.song(), proposal);
                } catch (JobRefused full) {
                    end(proposal.id(), Proposal.State.FAILED, full.getMessage());
                    return true;
                }
            }
            return false;
        }
        Job job = found.get();
        switch (job.state()) {
            case WAITING, RUNNING -> {
                return false;
            }
            case DONE -> end(proposal.id(), Proposal.State.READY, "");
            case CANCELLED -> end(proposal.id(), Proposal.State.CANCELLED, "");
            case FAILED -> end(proposal.id(), Proposal.State.FAILED, job.error() == null ? "" : job.error());
        }
        return true;
    }

    /** Ends a proposal and tells everybody, unless that was done. */
    void end(Id proposal, Proposal.State state, String error) {
        if (store.settle(proposal, state, error.length() > 500 ? error.substring(0, 500) : error)) {
            telling.changed(proposal);
        }
    }
}
