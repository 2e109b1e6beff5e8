package studio.tutti.mastering;

import org.jspecify.annotations.Nullable;
import studio.tutti.core.tone.ThirdOctaves;
import studio.tutti.mastering.spectrum.Welch;

/**
 * Spectra and widths by third octaves from 20 Hz to 20 kHz, before, after, and of the reference; those of the reference are empty without one, widths for mono.
 *
 * @param hertz middles of the bands
 * @param before levels in dB, the mean of both channels
 * @param after the same after
 * @param reference the same of the reference
 * @param widthBefore power of the sides against the middle's, in dB
 * @param widthAfter the same after
 * @param widthReference the same of the reference
 */
public record Spectra(double[] hertz, double[] before, double[] after, double[] reference, double[] widthBefore, double[] widthAfter,
        double[] widthReference) {

    private static final double[] NONE = {};

    static Spectra of(Welch before, Welch after, @Nullable Welch reference) {
        double[] hertz = new double[ThirdOctaves.BANDS];
        for (int band = 0; band < hertz.length; band++) {
            hertz[band] = ThirdOctaves.centre(band);
        }
        return new Spectra(hertz, levels(before), levels(after), reference == null ? NONE : levels(reference), width(before), width(after),
                reference == null ? NONE : width(reference));
    }

    private static double[] levels(Welch heard) {
        return ThirdOctaves.levels(heard.mean(), (double) heard.rate() / heard.size());
    }

    private static double[] width(Welch heard) {
        if (heard.left() == heard.right()) {
            return NONE;
        }
        double[][] powers = heard.midSide();
        double step = (double) heard.rate() / heard.size();
        double[] middle = ThirdOctaves.levels(powers[0], step);
        double[] sides = ThirdOctaves.levels(powers[1], step);
        for (int band = 0; band < sides.length; band++) {
            sides[band] -= middle[band];
        }
        return sides;
    }
}
