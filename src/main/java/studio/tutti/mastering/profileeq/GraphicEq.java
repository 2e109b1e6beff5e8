package studio.tutti.mastering.profileeq;

import studio.tutti.core.tone.GivenGains;
import studio.tutti.mastering.Recording;
import studio.tutti.mastering.spectrum.Filtered;
import studio.tutti.mastering.spectrum.Kernel;
import studio.tutti.mastering.spectrum.RealFft;

/**
 * An equaliser of given gains at given frequencies. The curve between them is {@link GivenGains}'; what the filter's length makes of it
 * at the given frequencies is measured and mended until it is exact to 0.01 dB, or as near as the length allows.
 */
public final class GraphicEq {

    /** Resolution of the filter in Hz, or better. */
    private static final double RESOLUTION = 1.4;

    private static final int PASSES = 12;

    private GraphicEq() {}

    /**
     * Filters a recording.
     *
     * @param hertz frequencies, rising; those above half the rate count for the slope up to there only
     * @param decibels their gains
     */
    public static Recording apply(Recording in, double[] hertz, double[] decibels, boolean minimumPhase) {
        Kernel kernel = kernel(in.rate(), hertz, decibels, minimumPhase);
        return Recording.of(in.rate(), in.channels(), () -> new Filtered(in.play(), false, kernel));
    }

    static Kernel kernel(int rate, double[] hertz, double[] decibels, boolean minimumPhase) {
        int size = RealFft.points(rate, RESOLUTION);
        double step = (double) rate / size;
        double[] asked = decibels.clone();
        double[] best = new double[0];
        double least = Double.MAX_VALUE;
        for (int pass = 0; pass < PASSES && least > 0.01; pass++) {
            GivenGains curve = new GivenGains(hertz, asked);
            double[] gains = new double[size / 2 + 1];
            for (int k = 0; k < gains.length; k++) {
                gains[k] = Math.pow(10, curve.at(k * step) / 20);
            }
            double[] real = Kernel.smoothed(gains);
            double worst = 0;
            for (int i = 0; i < hertz.length && hertz[i] < rate / 2.0; i++) {
                double place = hertz[i] / step;
                int below = Math.min(real.length - 2, (int) place);
                double error = decibels[i] - 20 * Math.log10(real[below] + (place - below) * (real[below + 1] - real[below]));
                worst = Math.max(worst, Math.abs(error));
                asked[i] = Math.clamp(asked[i] + error, decibels[i] - 12, decibels[i] + 12);
            }
            if (worst < least) {
                least = worst;
                best = gains;
            }
        }
        return minimumPhase ? Kernel.minimum(Kernel.smoothed(best)) : Kernel.linear(best);
    }
}
