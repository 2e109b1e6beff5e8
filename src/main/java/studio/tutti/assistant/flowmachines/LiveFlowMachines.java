package studio.tutti.assistant.flowmachines;

import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;
import studio.tutti.assistant.Ask;
import studio.tutti.assistant.Assistant;
import studio.tutti.assistant.CantPropose;
import studio.tutti.assistant.TakeSink;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.proposal.Card;
import studio.tutti.core.proposal.Offer;
import studio.tutti.core.proposal.Settings;
import studio.tutti.core.proposal.Take;

/**
 * Flow Machines that go on: one take after another, each as the controls stand when it is begun. Whoever moves a control gets a take that
 * follows it at once; otherwise the next one comes when there was time to hear the last. A take that was made stays.
 */
@Component
final class LiveFlowMachines implements Assistant {

    /** Nanoseconds from take to take while nobody steers. */
    private static final long PACE = 8_000_000_000L;
    /** Nanoseconds between two looks at what it is told. */
    private static final long LOOK = 30_000_000;

    private final FlowMachinesAssistant flow;

    LiveFlowMachines(FlowMachinesAssistant flow) {
        this.flow = flow;
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
    public void propose(Ask ask, TakeSink takes) throws Exception {
        SongFrame frame = SongFrame.of(ask);
        int number = 1;
        while (takes.has(number)) {
            number++;
        }
        boolean first = number == 1;
        while (number <= Card.MOST_TAKES && !takes.isStopped()) {
            Settings settings = takes.settings();
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
            listen(settings, made, takes, done);
        }
        takes.progress(1);
    }

    /** Waits until a control is moved, somebody stops it, or the last take was there long enough. */
    private static void listen(Settings settings, boolean made, TakeSink takes, double done) {
        long begun = System.nanoTime();
        while (!takes.isStopped() && takes.settings().equals(settings) && (!made || System.nanoTime() - begun < PACE)) {
            takes.progress(done);
            LockSupport.parkNanos(LOOK);
        }
    }
}
