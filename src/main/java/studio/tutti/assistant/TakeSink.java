package studio.tutti.assistant;

import java.util.concurrent.CancellationException;
import studio.tutti.core.proposal.Settings;
import studio.tutti.core.proposal.Take;

/** Takes what an assistant makes, as it makes it. */
public interface TakeSink {

    /**
     * Tells how far all of it is. Here a request that was called off ends, so it is called at least every tenth of a second.
     *
     * @param share 0 to 1
     * @throws CancellationException if nobody wants it any more; leave everything and go
     */
    void progress(double share);

    /** Whether a take is here already, from a worker that died: it need not be made again. */
    boolean has(int number);

    /**
     * Shows what a take has so far; each time the whole of it. It is heard, but neither kept nor accepted.
     *
     * @param number from 1
     */
    void partial(int number, Take soFar);

    /**
     * Gives a finished take. It is kept once: what is given under a number that is taken changes nothing.
     *
     * @param number from 1 to as many as were asked for
     */
    void take(int number, Take take);

    /** What the controls are set to now: somebody may have moved them since, if it is live. */
    Settings settings();

    /** Whether somebody pressed stop on one that is live: give what is whole, and return. */
    boolean isStopped();
}
