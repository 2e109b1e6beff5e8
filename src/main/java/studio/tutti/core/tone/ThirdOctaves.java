package studio.tutti.core.tone;

import studio.tutti.core.dsp.Functions;

/** The 31 bands of a third of an octave from 20 Hz to 20 kHz: centres at 1,000 Hz · 2^(n/3) (IEC 61260, base 2). */
public final class ThirdOctaves {

    public static final int BANDS = 31;

    /** What stands for silence, in dB. */
    public static final double SILENCE = -200;

    private static final int MIDDLE = 17;

    private ThirdOctaves() {}

    /** The middle of a band in Hz. */
    public static double centre(int band) {
        return 1000 * Functions.exp2((band - MIDDLE) / 3.0);
    }

    /** How many bands lie wholly below a frequency. */
    public static int below(double hertz) {
        int count = 0;
        while (count < BANDS && centre(count) * Functions.exp2(1 / 6.0) <= hertz) {
            count++;
        }
        return count;
    }

    /**
     * The level of each band in dB.
     *
     * @param power at bins 0 …
     * @param step Hz from bin to bin
     */
    public static double[] levels(double[] power, double step) {
        OctaveMeans sums = new OctaveMeans(power);
        double half = Functions.exp2(1 / 6.0);
        double[] levels = new double[BANDS];
        for (int band = 0; band < BANDS; band++) {
            double sum = sums.sum(centre(band) / half / step, centre(band) * half / step);
            levels[band] = sum < 1e-20 ? SILENCE : 10 * Functions.log10(sum);
        }
        return levels;
    }
}
