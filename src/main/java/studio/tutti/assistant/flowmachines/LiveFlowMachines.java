package studio.tutti.assistant.flowmachines;

import java.util.concurrent.locks.LockSupport;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import studio.tutti.assistant.Ask;
import studio.tutti.assistant.Assistant;
import studio.tutti.assistant.CantPropose;
import studio.tutti.assistant.TakeSink;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.proposal.Card;
import studio.tutti.core.proposal.Offer;
import studio.tutti.core.proposal.Rights;
import studio.tutti.core.proposal.Settings;
import studio.tutti.core.proposal.Take;

/**
 * Flow Machines that go on: one take after another, each as the controls stand when it is begun. Whoever moves a control gets a take that
 * follows it at once; otherwise the next one comes when there was time to hear the last. A take that was made stays.
 */
@Component
final class LiveFlowMachines implements Assistant {

    private static final String STYLE = "style";
    /** Nanoseconds from take to take while nobody steers. */
    private static final long PACE = 8_000_000_000L;
    /** Nanoseconds between two looks at what it is told. */
    private static final long LOOK = 30_000_000;
    /** Nanoseconds that it waits for another move after one that was too much; then it ends with what it has, for others want to be served. */
    private static final long PATIENCE = 120_000_000_000L;

    private final FlowMachinesAssistant flow;
    private final long patience;

    @Autowired
    LiveFlowMachines(FlowMachinesAssistant flow) {
        this(flow, PATIENCE);
    }

    LiveFlowMachines(FlowMachinesAssistant flow, long patience) {
        this.flow = flow;
        this.patience = patience;
    }

    @Override
    public Offer offer() {
        return live(flow.offer());
    }

    @Override
    public Offer offer(Id person, String link) {
        return live(flow.offer(person, link));
    }

    private static Offer live(Offer each) {
        return new Offer("flow-machines-live", each.tool(), "Chords, melody and bass, on and on", "Take after take until you stop it; move a control, and the next one follows.",
                each.version(), each.fit(), each.controls(), each.rights(), 1, true);
    }

    @Override
    public Rights rights(Settings settings, Id person, String link) {
        return flow.rights(settings, person, link);
    }

    @Override
    public void propose(Ask ask, TakeSink takes) throws Exception {
        SongFrame frame = SongFrame.of(ask);
        int number = 1;
        while (takes.has(number)) {
            number++;
        }
        String style = ask.settings().text(STYLE);
        boolean first = number == 1;
        boolean waited = true;
        while (waited && number <= Card.MOST_TAKES && !takes.isStopped()) {
            Settings settings = now(takes, style);
            double done = (number - 1.0) / Card.MOST_TAKES;
            boolean made = false;
            try {
                takes.take(number, flow.take(ask, settings, frame, number, takes, done));
                made = true;
                number++;
            } catch (CantPropose cant) {
                if (first) {
                    throw cant;
                }
                // What was asked for at first went well: the last move is told to be too much, and the next one is waited for.
                takes.partial(number, new Take(String.valueOf(cant.getMessage()), java.util.List.of(), java.util.List.of()));
            }
            first = false;
            waited = listen(settings, made, takes, done);
        }
        takes.progress(1);
    }

    /** What the controls are set to, but the style: the card tells the rights of the one that was asked for. */
    private static Settings now(TakeSink takes, String style) {
        return takes.settings().with(STYLE, style);
    }

    /**
     * Waits until a control is moved, somebody stops it, or the last take was there long enough.
     *
     * @return whether it is to go on: not if nothing could be made and nobody moved anything for long
     */
    private boolean listen(Settings settings, boolean made, TakeSink takes, double done) {
        long begun = System.nanoTime();
        while (!takes.isStopped() && now(takes, settings.text(STYLE)).equals(settings)) {
            if (System.nanoTime() - begun >= (made ? PACE : patience)) {
                return made;
            }
            takes.progress(done);
            LockSupport.parkNanos(LOOK);
        }
        return true;
    }
}
