package studio.tutti.core.tone;

import java.util.Arrays;
import studio.tutti.core.dsp.Functions;

/**
 * A curve through given gains: a cubic between neighbours in octaves and dB that never goes beyond them (Fritsch and Carlson 1980),
 * level below the first and above the last.
 */
public final class GivenGains {

    private final double[] octaves;
    private final double[] gains;
    private final double[] slopes;

    /**
     * @param hertz frequencies, above 0, each higher than the one before; at least one
     * @param decibels a gain for each
     */
    public GivenGains(double[] hertz, double[] decibels) {
        if (hertz.length == 0 || hertz.length != decibels.length) {
            throw new IllegalArgumentException("A curve needs at least one frequency, and a gain for each.");
        }
        octaves = new double[hertz.length];
        for (int i = 0; i < hertz.length; i++) {
            if (!(hertz[i] > 0) || i > 0 && hertz[i] <= hertz[i - 1]) {
                throw new IllegalArgumentException("Frequencies are above 0 and rise from row to row.");
            }
            octaves[i] = Functions.log2(hertz[i]);
        }
        gains = decibels.clone();
        slopes = slopes(octaves, gains);
    }

    private static double[] slopes(double[] x, double[] y) {
        double[] slopes = new double[x.length];
        for (int i = 1; i < x.length - 1; i++) {
            double before = (y[i] - y[i - 1]) / (x[i] - x[i - 1]);
            double behind = (y[i + 1] - y[i]) / (x[i + 1] - x[i]);
            if (before * behind > 0) {
                double w1 = 2 * (x[i + 1] - x[i]) + x[i] - x[i - 1];
                double w2 = x[i + 1] - x[i] + 2 * (x[i] - x[i - 1]);
                slopes[i] = (w1 + w2) / (w1 / before + w2 / behind);
            }
        }
        return slopes;
    }

    /** The gain at a frequency in dB. */
    public double at(double hertz) {
        double x = Functions.log2(Math.max(1e-3, hertz));
        int last = octaves.length - 1;
        if (x <= octaves[0]) {
            return gains[0];
        }
        if (x >= octaves[last]) {
            return gains[last];
        }
        int found = Arrays.binarySearch(octaves, x);
        int i = found >= 0 ? Math.min(found, last - 1) : -found - 2;
        double width = octaves[i + 1] - octaves[i];
        double t = (x - octaves[i]) / width;
        double u = 1 - t;
        return gains[i] * u * u * (1 + 2 * t) + gains[i + 1] * t * t * (3 - 2 * t)
                + width * (slopes[i] * t * u * u - slopes[i + 1] * t * t * u);
    }
}
