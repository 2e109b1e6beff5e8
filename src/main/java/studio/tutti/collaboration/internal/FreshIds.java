package studio.tutti.collaboration.internal;

import java.security.SecureRandom;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;

/** Ids that the server makes. */
public final class FreshIds {

    private static final SecureRandom RANDOM = new SecureRandom();

    private FreshIds() {}

    /** An id that nobody had before. */
    public static Id next() {
        return new Id(RANDOM.nextLong() | 1, RANDOM.nextLong());
    }

    /** A sequence for one edit with many new elements. */
    public static IdSequence sequence() {
        return new IdSequence(RANDOM.nextLong() | 1, RANDOM.nextLong() >>> 1);
    }
}
