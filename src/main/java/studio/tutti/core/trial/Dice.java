package studio.tutti.core.trial;

/**
 * Numbers that look random and follow from a seed, the same in every build. SplitMix64: Steele, Lea, Flood, "Fast
 * splittable pseudorandom number generators" (2014).
 */
public final class Dice {

    private long state;

    /** @param seed any number; equal seeds give equal numbers */
    public Dice(long seed) {
        state = seed;
    }

    /** 64 random bits. */
    public long bits() {
        state += 0x9E3779B97F4A7C15L;
        long word = state;
        word = (word ^ word >>> 30) * 0xBF58476D1CE4E5B9L;
        word = (word ^ word >>> 27) * 0x94D049BB133111EBL;
        return word ^ word >>> 31;
    }

    /**
     * A number from 0 to {@code bound} − 1.
     *
     * @param bound at least 1
     */
    public int below(int bound) {
        return (int) ((bits() >>> 33) * bound >>> 31);
    }

    /** A number from {@code least} to {@code most}, both of them possible; less than 2³¹ apart. */
    public long between(long least, long most) {
        return least + ((bits() >>> 33) * (most - least + 1) >>> 31);
    }

    /** True in so many of a hundred cases. */
    public boolean chance(int percent) {
        return below(100) < percent;
    }
}
