package studio.tutti.mastering.profileeq;

import studio.tutti.core.tone.ThirdOctaves;

/**
 * What a match did, by third octaves from 20 Hz to 20 kHz, in dB.
 *
 * @param hertz middles of the bands
 * @param before levels before
 * @param after levels after, as computed
 * @param target levels that were wanted
 * @param curve gains at the middles, one row for both channels, or one for the middle and one for the sides
 * @param meanError mean of |after − target|, over bands that the target has
 * @param mostError the highest of them
 */
public record ProfileReport(
        double[] hertz, double[] before, double[] after, double[] target, double[][] curve, double meanError, double mostError) {

    /** This far below the loudest band is not counted. */
    private static final double QUIET = 80;

    static ProfileReport of(double[] before, double[] after, double[] target, double[][] curves, double step) {
        double[] hertz = new double[ThirdOctaves.BANDS];
        double[][] curve = new double[curves.length][ThirdOctaves.BANDS];
        double loudest = -1000;
        for (double level : target) {
            loudest = Math.max(loudest, level);
        }
        double sum = 0;
        double most = 0;
        int count = 0;
        for (int band = 0; band < hertz.length; band++) {
            hertz[band] = ThirdOctaves.centre(band);
            for (int i = 0; i < curves.length; i++) {
                int bin = Math.min(curves[i].length - 1, (int) Math.round(hertz[band] / step));
                curve[i][band] = 20 * Math.log10(Math.max(1e-6, curves[i][bin]));
            }
            if (target[band] > loudest - QUIET && before[band] > ThirdOctaves.SILENCE) {
                double error = Math.abs(after[band] - target[band]);
                sum += error;
                most = Math.max(most, error);
                count++;
            }
        }
        return new ProfileReport(hertz, before, after, target, curve, count == 0 ? 0 : sum / count, most);
    }
}
