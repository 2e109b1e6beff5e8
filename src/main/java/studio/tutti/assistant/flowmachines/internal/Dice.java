package studio.tutti.assistant.flowmachines.internal;

/** Random numbers from a seed, the same everywhere: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). */
public final class Dice {

    private static final double UNIT = 1.0 / (1L << 53);

    private long state;

    public Dice(long seed) {
        state = seed;
    }

    /** Other dice for a part of the work, so that a change in one part leaves the others alone. */
    public Dice apart(long part) {
        return new Dice(mix(state ^ mix(part * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L)));
    }

    public long next() {
        state += 0x9E3779B97F4A7C15L;
        return mix(state);
    }

    /** From 0 to below 1. */
    public double unit() {
        return (next() >>> 11) * UNIT;
    }

    /** One of several, by their shares; at least one must be above 0. */
    public int choose(double[] shares, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += shares[i];
        }
        double left = unit() * sum;
        int chosen = -1;
        for (int i = 0; i < count; i++) {
            if (shares[i] > 0) {
                chosen = i;
                left -= shares[i];
                if (left < 0) {
                    return i;
                }
            }
        }
        if (chosen < 0) {
            throw new IllegalStateException("Nothing fits here, though messages said so.");
        }
        return chosen;
    }

    private static long mix(long seed) {
        long z = seed;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
