package studio.tutti.core.dsp;

/** Powers of blocks that are louder than −70 LUFS, sorted into bins of 0.01 LU up to +30 LUFS. */
final class GatedPowers {

    private static final double LEAST = -70;
    private static final int BINS = 10_000;
    private static final double BIN = 0.01;

    private final int[] counts = new int[BINS];
    private final double[] sums = new double[BINS];

    void clear() {
        for (int i = 0; i < BINS; i++) {
            counts[i] = 0;
            sums[i] = 0;
        }
    }

    void add(double power) {
        double loudness = LoudnessMeter.loudness(power);
        if (loudness >= LEAST) {
            int bin = Math.min(BINS - 1, (int) ((loudness - LEAST) / BIN));
            counts[bin]++;
            sums[bin] += power;
        }
    }

    /** The mean power of the blocks that are at most some LU below the mean of all; 0 if there are none. */
    double mean(double below) {
        return meanFrom(gate(below));
    }

    /** How many LU lie between two parts of the blocks above the gate, in order of loudness. */
    double spread(double below, double low, double high) {
        int first = gate(below);
        long count = 0;
        for (int i = first; i < BINS; i++) {
            count += counts[i];
        }
        if (count == 0) {
            return 0;
        }
        return (bin(first, (long) ((count - 1) * high + 0.5)) - bin(first, (long) ((count - 1) * low + 0.5))) * BIN;
    }

    private int bin(int first, long rank) {
        long passed = 0;
        for (int i = first; i < BINS; i++) {
            passed += counts[i];
            if (passed > rank) {
                return i;
            }
        }
        return BINS - 1;
    }

    /** The first bin above the relative gate. */
    private int gate(double below) {
        double mean = meanFrom(0);
        double loudness = LoudnessMeter.loudness(mean) - below - LEAST;
        return loudness > 0 ? Math.min(BINS, (int) (loudness / BIN) + 1) : 0;
    }

    private double meanFrom(int first) {
        long count = 0;
        double sum = 0;
        for (int i = first; i < BINS; i++) {
            count += counts[i];
            sum += sums[i];
        }
        return count == 0 ? 0 : sum / count;
    }
}
