package studio.tutti.core.tone;

import studio.tutti.core.dsp.Functions;

/**
 * How often each bin is how loud: what tells a resonance from a note. A resonance is a fixed filter, so it lifts every quantile of the
 * levels at its frequency by the same amount; a note lifts only those of the times at which it sounds.
 *
 * <p>Levels are counted in steps of {@value #STEP} dB. Frames more than 50 dB softer than the loudest so far don't count.
 */
public final class Persistence {

    private static final double STEP = 0.5;
    private static final double LEAST = -180;
    private static final int LEVELS = 400;
    private static final double SOFT = 1e-5;

    private final int[][] counts;
    private double loudest;
    private int frames;

    /** @param bins how many bins a spectrum has */
    public Persistence(int bins) {
        counts = new int[bins][LEVELS];
    }

    /** Hears a frame: powers of the bins. */
    public void hear(double[] power) {
        double sum = 0;
        for (double value : power) {
            sum += value;
        }
        loudest = Math.max(loudest, sum);
        if (sum < 1e-12 || sum < SOFT * loudest) {
            return;
        }
        frames++;
        for (int k = 0; k < counts.length; k++) {
            counts[k][Math.max(0, Math.min(LEVELS - 1, (int) ((level(power[k]) - LEAST) / STEP)))]++;
        }
    }

    /** Frames that counted. */
    public int frames() {
        return frames;
    }

    /** The level in dB below which a bin is for a part (0 … 1) of the time, for all bins. */
    public double[] quantile(double part) {
        double[] levels = new double[counts.length];
        for (int k = 0; k < levels.length; k++) {
            double wanted = part * frames;
            double below = 0;
            int level = 0;
            while (level < LEVELS - 1 && below + counts[k][level] < wanted) {
                below += counts[k][level++];
            }
            double within = counts[k][level] == 0 ? 0 : (wanted - below) / counts[k][level];
            levels[k] = LEAST + (level + within) * STEP;
        }
        return levels;
    }

    /** 10 log10 to 0.02 dB, quickly: from the exponent and four thousand mantissas. */
    static double level(double power) {
        long bits = Double.doubleToRawLongBits(power + 1e-18);
        int exponent = (int) (bits >>> 52 & 0x7FF) - 1023;
        return 3.0102999566398120 * exponent + MANTISSAS[(int) (bits >>> 40 & 0xFFF)];
    }

    private static final double[] MANTISSAS = mantissas();

    private static double[] mantissas() {
        double[] table = new double[4096];
        for (int i = 0; i < table.length; i++) {
            table[i] = 10 * Functions.log10(1 + (i + 0.5) / 4096);
        }
        return table;
    }
}
