package studio.tutti.collaboration.internal.order;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import studio.tutti.collaboration.internal.cluster.Nodes;

/** Where this node hands in edits of any song, whoever orders it. */
@Component
public class Intake {

    private final Nodes nodes;
    private final Sequencer sequencer;
    private final Map<UUID, Lane> lanes = new ConcurrentHashMap<>();

    Intake(Nodes nodes, Sequencer sequencer) {
        this.nodes = nodes;
        this.sequencer = sequencer;
        nodes.answer(Lane.QUESTION, message -> Batch.serve(message, sequencer));
    }

    /**
     * Takes an edit to the owner of its song. Edits of one song that come in on one thread, or one after another, are
     * judged in this order; each is answered once.
     */
    public void submit(Submission submission) {
        lanes.computeIfAbsent(submission.song(), song -> new Lane(song, nodes, sequencer)).submit(submission);
    }
}
