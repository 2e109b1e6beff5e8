package studio.tutti.core.editing;

/** Small deviations by chance, the same for equal seeds in every build: SplitMix64 (Steele, Lea, Flood, 2014). */
final class Chance {

    private long state;

    Chance(long seed) {
        state = seed;
    }

    /** A whole number from −most to most; those near 0 come more often, as the sum of two dice does. */
    long around(int most) {
        return most <= 0 ? 0 : below(most + 1) - below(most + 1);
    }

    private long below(int bound) {
        state += 0x9E3779B97F4A7C15L;
        long word = state;
        word = (word ^ word >>> 30) * 0xBF58476D1CE4E5B9L;
        word = (word ^ word >>> 27) * 0x94D049BB133111EBL;
        return ((word ^ word >>> 31) >>> 33) * bound >>> 31;
    }
}
