package studio.tutti.core.arrangement;

/**
 * Makes ids for one session of one client.
 *
 * <p>All ids of a session share their upper half and count up in the lower, so that an edit which adds thousands of
 * notes stays small on the wire.
 */
public final class IdSequence {

    private final long high;
    private long low;

    /**
     * @param high 64 random bits; they alone keep two clients apart
     * @param low where counting starts, random too
     */
    public IdSequence(long high, long low) {
        this.high = high;
        this.low = low;
    }

    /** The next id, never {@link Id#NONE}. */
    public Id next() {
        low++;
        if (high == 0 && low == 0) {
            low++;
        }
        return new Id(high, low);
    }
}
