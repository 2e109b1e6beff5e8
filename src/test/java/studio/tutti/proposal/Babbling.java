package studio.tutti.proposal;

import java.util.List;
import java.util.Set;
import studio.tutti.assistant.Ask;
import studio.tutti.assistant.Assistant;
import studio.tutti.assistant.TakeSink;
import studio.tutti.core.proposal.Fit;
import studio.tutti.core.proposal.Offer;
import studio.tutti.core.proposal.Rights;

/** An assistant for tests whose name is longer than pages can read. */
public final class Babbling implements Assistant {

    static final String ID = "babbling";

    @Override
    public Offer offer() {
        return new Offer(ID, "Babbler", "bla".repeat(100), "", "1.0", new Fit(Set.of(), true, false, false, 1, 64), List.of(), Rights.OWN, 1, false);
    }

    @Override
    public void propose(Ask ask, TakeSink takes) {
        throw new AssertionError("Nobody can ask it.");
    }
}
