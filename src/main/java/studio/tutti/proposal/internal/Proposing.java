package studio.tutti.proposal.internal;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import studio.tutti.assistant.Ask;
import studio.tutti.assistant.Assistant;
import studio.tutti.assistant.CantPropose;
import studio.tutti.collaboration.NoSuchSong;
import studio.tutti.collaboration.Songs;
import studio.tutti.collaboration.Versions;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.TimeMaps;
import studio.tutti.core.music.MetreMap;
import studio.tutti.core.proposal.Card;
import studio.tutti.core.proposal.Proposal;
import studio.tutti.core.proposal.Take;
import studio.tutti.core.protocol.Message;
import studio.tutti.jobs.JobFailed;
import studio.tutti.jobs.Task;
import studio.tutti.jobs.Work;
import studio.tutti.proposal.Proposals;

/** Lets an assistant make the takes of a proposal: the job's id is the proposal's. What a worker that died has finished is not made again. */
@Component
class Proposing implements Work {

    private static final Logger LOG = LoggerFactory.getLogger(Proposing.class);

    static final String KIND = Proposals.JOB;
    static final String LIVE = Proposals.LIVE_JOB;
    /** How many takes of a live assistant are measured at most: few nodes have room for many of those at a time, and others wait. */
    private static final int MEASURED_LIVE = 4;

    private final ProposalStore store;
    private final TakeStore takes;
    private final Assistants assistants;
    private final Songs songs;
    private final Versions versions;
    private final Telling telling;
    private final Settling settling;
    private final Loudness loudness;
    private final LevelStore levels;

    Proposing(ProposalStore store, TakeStore takes, Assistants assistants, Songs songs, Versions versions, Telling telling, Settling settling,
            Loudness loudness, LevelStore levels) {
        this.loudness = loudness;
        this.levels = levels;
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
            Arrangement song = versions.at(link, proposal.card().base());
            boolean live = assistant.offer().live();
            if (!live) {
                task.weigh(proposal.card().assistant(), bars(song, proposal.card()) * proposal.card().takes());
            }
            assistant.propose(new Ask(link, song, proposal.card(), proposal.by().person()), sink);
            Optional<Proposal> made = store.find(id).map(ProposalStore.Kept::proposal);
            if (made.isPresent() && made.get().takes().isEmpty() && !task.isStopped()) {
                throw new CantPropose("Nothing came of it: choose other bars, or set something else.");
            }
            settling.end(id, Proposal.State.READY, "");
            task.made();
            measure(song, proposal, live, task);
            return "";
        } catch (CantPropose | NoSuchSong cant) {
            settling.end(id, Proposal.State.FAILED, cant.getMessage());
            throw new JobFailed(cant.getMessage());
        }
    }

    private static double bars(Arrangement song, Card card) {
        MetreMap metre = TimeMaps.metre(song);
        return metre.bar(card.to() - 1) - metre.bar(card.from()) + 1;
    }

    /**
     * Takes are here and can be heard; how loud they are is told a little later. Whoever stopped a live one wants its place free: what isn't
     * measured by then stays estimated.
     */
    private void measure(Arrangement song, Proposal proposal, boolean live, Task task) {
        Map<Integer, Take> made = new TreeMap<>();
        for (int number = 1; number <= (live ? MEASURED_LIVE : Card.MOST_TAKES); number++) {
            int take = number;
            takes.find(proposal.id(), number).ifPresent(found -> made.put(take, found));
        }
        try {
            Map<Integer, Integer> above = loudness.above(song, proposal, made, share -> task.progress(1), () -> live && task.isStopped());
            if (above.isEmpty()) {
                return;
            }
            above.forEach((take, more) -> levels.add(proposal.id(), take, more));
            telling.tell(task.job().song(), Telling.audience(proposal), new Message.Measured(proposal.id(), above));
        } catch (IOException | RuntimeException failure) {
            if (failure instanceof CancellationException calledOff) {
                throw calledOff;
            }
            LOG.warn("How loud takes are could not be measured: {}", failure.toString());
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
