package studio.tutti.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import studio.tutti.assistant.Ask;
import studio.tutti.assistant.Assistant;
import studio.tutti.assistant.TakeSink;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.proposal.Control;
import studio.tutti.core.proposal.Fit;
import studio.tutti.core.proposal.Offer;
import studio.tutti.core.proposal.Part;
import studio.tutti.core.proposal.Rights;
import studio.tutti.core.proposal.Take;

/** A live assistant for tests: adds a note of the key it is told every few milliseconds until it is stopped. */
public final class Flowing implements Assistant {

    static final String ID = "flowing";

    @Override
    public Offer offer() {
        return new Offer(ID, "Flow", "Notes without end", "", "1.0", new Fit(Set.of(TrackType.INSTRUMENT), true, false, false, 1, 64),
                List.of(new Control.Slider("key", "Key", "", 0, 127, 1, 60, ""), new Control.Words("words", "Words", "", 100, "")), Rights.OWN, 1, true);
    }

    @Override
    public void propose(Ask ask, TakeSink takes) {
        List<Take.Note> notes = new ArrayList<>();
        while (!takes.isStopped()) {
            notes.add(new Take.Note(ask.from() + notes.size() % 100 * 30L, 30, (int) takes.settings().number("key"), 90));
            takes.partial(1, take(notes));
            takes.progress(0);
            LockSupport.parkNanos(5_000_000);
        }
        takes.take(1, take(notes));
    }

    private static Take take(List<Take.Note> notes) {
        return new Take("", List.of(Part.onNew(new Part.Fresh("Flow", TrackType.INSTRUMENT, 0), notes)), List.of());
    }
}
