package studio.tutti.core.tone;

import studio.tutti.core.dsp.Functions;

/**
 * Brings out what stands out of its surroundings for a while, partials and resonances, and lowers what lies between: the gain of each bin of a
 * frame, from powers smoothed over time. For frames in a row.
 */
public final class Emphasis {

    /** What stands out by less than this counts as noise, in dB. */
    private static final double NOISE = 3;
    private static final double FULL = 11;
    private static final double UP = 6;
    private static final double DOWN = 6;
    private static final double HALF_OCTAVES = 0.25;

    private final double amount;
    private final double keep;
    private final double[] smooth;
    private final double[] levels;
    private final double[] gains;
    private boolean begun;

    /**
     * @param bins of a frame
     * @param amount above 0 to 1
     * @param seconds from frame to frame
     */
    public Emphasis(int bins, double amount, double seconds) {
        this.amount = amount;
        keep = Functions.exp(-seconds / 0.15);
        smooth = new double[bins];
        levels = new double[bins];
        gains = new double[bins];
    }

    /** The factors for a frame; the array is the same each time. */
    public double[] gains(double[] power) {
        for (int k = 0; k < smooth.length; k++) {
            smooth[k] = begun ? keep * smooth[k] + (1 - keep) * power[k] : power[k];
            levels[k] = 10 * Functions.log10(smooth[k] + 1e-20);
        }
        begun = true;
        OctaveMeans around = new OctaveMeans(levels);
        double ratio = Functions.exp2(HALF_OCTAVES);
        for (int k = 0; k < gains.length; k++) {
            double from = Math.min(k / ratio, k - 12);
            double to = Math.max(k * ratio, k + 12);
            from = Math.max(0.5, from);
            to = Math.min(gains.length - 1, to);
            double floor = around.sum(from, to) / (to - from);
            double part = Math.max(0, Math.min(1, (levels[k] - floor - NOISE) / (FULL - NOISE)));
            part = part * part * (3 - 2 * part);
            gains[k] = Functions.exp2(amount * (part * (UP + DOWN) - DOWN) / 6.0206);
        }
        return gains;
    }
}
