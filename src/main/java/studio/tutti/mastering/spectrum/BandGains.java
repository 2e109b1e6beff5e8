package studio.tutti.mastering.spectrum;

import studio.tutti.core.dsp.Functions;
import studio.tutti.core.tone.Following;

/** Applies the gains of each frame: one curve for all channels, or one for the middle and one for the sides. */
public final class BandGains implements Frames.Change {

    private final BandCurves[] curves;
    private final double[] bands;
    private final double[] factors;
    private final double amount;
    private final long frozen;

    /**
     * @param curves one for all channels, or one for the middle and one for the sides
     * @param amount 0 … 1, in dB
     * @param frozen the frame after which gains stay as they are
     */
    public BandGains(BandCurves[] curves, int size, int rate, double amount, long frozen) {
        this.curves = curves;
        this.amount = amount;
        this.frozen = frozen;
        bands = new double[size / 2];
        factors = new double[size / 2];
        for (int k = 0; k < bands.length; k++) {
            bands[k] = Following.band((double) k * rate / size) - 0.5;
        }
    }

    @Override
    public void apply(double[][] spectra, long frame) {
        boolean sides = curves.length == 2;
        if (sides) {
            turn(spectra[0], spectra[1], 0.5);
        }
        for (int channel = 0; channel < spectra.length; channel++) {
            if (channel < curves.length) {
                float[] gains = curves[channel].at(Math.min(frame, frozen));
                for (int k = 1; k < factors.length; k++) {
                    factors[k] = Functions.exp2(0.5 * amount * Following.at(gains, bands[k]));
                }
            }
            double[] spectrum = spectra[channel];
            spectrum[0] *= factors[1];
            spectrum[1] *= factors[factors.length - 1];
            for (int k = 1; k < factors.length; k++) {
                spectrum[2 * k] *= factors[k];
                spectrum[2 * k + 1] *= factors[k];
            }
        }
        if (sides) {
            turn(spectra[0], spectra[1], 1);
        }
    }

    private static void turn(double[] a, double[] b, double factor) {
        for (int i = 0; i < a.length; i++) {
            double sum = (a[i] + b[i]) * factor;
            b[i] = (a[i] - b[i]) * factor;
            a[i] = sum;
        }
    }
}
