package studio.tutti.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import studio.tutti.assistant.Ask;
import studio.tutti.assistant.Assistant;
import studio.tutti.assistant.CantPropose;
import studio.tutti.assistant.TakeSink;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.proposal.Control;
import studio.tutti.core.proposal.Fit;
import studio.tutti.core.proposal.Offer;
import studio.tutti.core.proposal.Part;
import studio.tutti.core.proposal.Rights;
import studio.tutti.core.proposal.Take;

/** An assistant for tests: walks about the keys, one note after the other, as slowly as it is told. */
public final class Stepping implements Assistant {

    static final String ID = "stepping";

    /** When this JVM began each, in nanoseconds of its clock. */
    final List<Long> begun = new CopyOnWriteArrayList<>();
    /** A take that this JVM finished. */
    final List<Integer> finished = new CopyOnWriteArrayList<>();

    @Override
    public Offer offer() {
        return new Offer(ID, "Stepper", "A line of steps", "", "1.0", new Fit(Set.of(TrackType.INSTRUMENT), true, false, false, 1, 64), List.of(
                new Control.Slider("notes", "Notes", "", 1, 1000, 1, 16, ""),
                new Control.Slider("pause", "Pause", "", 0, 1000, 1, 0, "ms"),
                new Control.Toggle("fail", "Fail", "", false)),
                new Rights(false, "Steps by nobody", "What it makes may not be sold."), 4, false);
    }

    @Override
    public void propose(Ask ask, TakeSink takes) throws Exception {
        begun.add(System.nanoTime());
        if (ask.settings().flag("fail")) {
            throw new CantPropose("These steps lead nowhere: ask for others.");
        }
        int most = (int) ask.settings().number("notes");
        int heard = ask.song().root().children(Kind.TRACK).size();
        for (int number = 1; number <= ask.card().takes(); number++) {
            if (takes.has(number)) {
                continue;
            }
            long chance = ask.seed(number);
            List<Take.Note> notes = new ArrayList<>();
            for (int i = 0; i < most; i++) {
                chance = chance * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
                long start = ask.from() + i * (ask.to() - ask.from()) / most;
                notes.add(new Take.Note(start, 120, 48 + heard % 12 + (int) (chance >>> 60), 90));
                takes.partial(number, take(ask, notes));
                takes.progress((number - 1 + (double) i / most) / ask.card().takes());
                LockSupport.parkNanos((long) (ask.settings().number("pause") * 1e6));
            }
            takes.take(number, take(ask, notes));
            finished.add(number);
        }
    }

    private static Take take(Ask ask, List<Take.Note> notes) {
        Part part = ask.card().targets().isEmpty()
                ? Part.onNew(new Part.Fresh("Steps", TrackType.INSTRUMENT, 0), notes)
                : Part.on(ask.card().targets().getFirst(), notes);
        return new Take("steps", List.of(part), List.of());
    }
}
