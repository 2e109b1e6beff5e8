package studio.tutti.proposal.internal;

import java.util.Optional;
import org.springframework.stereotype.Component;
import studio.tutti.assistant.Ask;
import studio.tutti.assistant.Assistant;
import studio.tutti.assistant.CantPropose;
import studio.tutti.collaboration.NoSuchSong;
import studio.tutti.collaboration.Songs;
import studio.tutti.collaboration.Versions;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.proposal.Proposal;
import studio.tutti.jobs.JobFailed;
import studio.tutti.jobs.Task;
import studio.tutti.jobs.Work;
import studio.tutti.proposal.Proposals;

/** Lets an assistant make the takes of a proposal: the job's id is the proposal's. What a worker that died has finished is not made again. */
@Component
class Proposing implements Work {

    static final String KIND = Proposals.JOB;
    static final String LIVE = Proposals.LIVE_JOB;

    private final ProposalStore store;
    private final TakeStore takes;
    private final Assistants assistants;
    private final Songs songs;
    private final Versions versions;
    private final Telling telling;
    private final Settling settling;

    Proposing(ProposalStore store, TakeStore takes, Assistants assistants, Songs songs, Versions versions, Telling telling, Settling settling) {
        this.store = store;
        this.takes = takes;
        this.assistants = assistants;
        this.songs = songs;
        this.versions = versions;
        this.telling = telling;
        this.settling = settling;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String run(Task task) throws Exception {
        Id id = Id.parse(task.job().inputs());
        Proposal proposal = store.find(id).map(ProposalStore.Kept::proposal).orElseThrow(() -> new JobFailed("The proposal is gone."));
        if (proposal.state() != Proposal.State.UNDER_WAY) {
            return "";
        }
        try {
            Assistant assistant = assistants.find(proposal.card().assistant())
                    .orElseThrow(() -> new CantPropose("“" + proposal.card().tool() + "” is not at hand in this studio any more."));
            String link = songs.find(task.job().song()).orElseThrow(NoSuchSong::new).link();
            TakesOfJob sink = new TakesOfJob(task, proposal, takes, store, telling);
            sink.progress(0);
            assistant.propose(new Ask(link, versions.at(link, proposal.card().base()), proposal.card(), proposal.by().person()), sink);
            Optional<Proposal> made = store.find(id).map(ProposalStore.Kept::proposal);
            if (made.isPresent() && made.get().takes().isEmpty() && !task.isStopped()) {
                throw new CantPropose("Nothing came of it: choose other bars, or set something else.");
            }
            settling.end(id, Proposal.State.READY, "");
            return "";
        } catch (CantPropose | NoSuchSong cant) {
            settling.end(id, Proposal.State.FAILED, cant.getMessage());
            throw new JobFailed(cant.getMessage());
        }
    }

    /** The same for assistants that go on until they are stopped. */
    @Component
    static class Live implements Work {

        private final Proposing proposing;

        Live(Proposing proposing) {
            this.proposing = proposing;
        }

        @Override
        public String kind() {
            return LIVE;
        }

        @Override
        public boolean isLive() {
            return true;
        }

        @Override
        public String run(Task task) throws Exception {
            return proposing.run(task);
        }
    }
}
