package studio.tutti.mastering;

import java.util.function.DoubleConsumer;

/**
 * Tells how far work is, and never less than it told before: where sound that is made while it is played is played once more, or something must be done
 * again, the last share is repeated. So whoever is told can still end the work by what it throws.
 */
public final class Rising implements DoubleConsumer {

    private final DoubleConsumer told;
    private double most;

    /** @param told 0 … 1, rising; what it throws ends the work */
    public Rising(DoubleConsumer told) {
        this.told = told;
    }

    @Override
    public void accept(double share) {
        most = Math.max(most, share);
        told.accept(most);
    }

    /** A stretch of the whole work: its shares of 0 … 1 lie between these two. */
    public DoubleConsumer between(double from, double to) {
        return share -> accept(from + (to - from) * share);
    }
}
