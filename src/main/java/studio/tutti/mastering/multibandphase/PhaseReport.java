package studio.tutti.mastering.multibandphase;

import studio.tutti.core.tone.OctaveMeans;
import studio.tutti.core.tone.ThirdOctaves;
import studio.tutti.mastering.spectrum.Welch;

/**
 * How two sounds lie to one another, by third octaves from 20 Hz to 20 kHz, before anything was done.
 *
 * @param repaired whether anything was done
 * @param coherence of the whole, 0 … 1
 * @param delaySeconds how late the second is
 * @param hertz middles of the bands
 * @param bandCoherence of each band, 0 … 1
 * @param degrees phase of the first against the second, −180 … 180
 * @param sumLossDb how much less power the sum has than if both were in phase where they go together, 0 or negative
 */
public record PhaseReport(boolean repaired, double coherence, double delaySeconds, double[] hertz, double[] bandCoherence,
        double[] degrees, double[] sumLossDb) {

    /** Of nothing that was heard. */
    public static final PhaseReport NONE = new PhaseReport(false, 0, 0, new double[0], new double[0], new double[0], new double[0]);

    static PhaseReport of(Welch before, boolean repaired, double coherence, double delaySeconds) {
        int bands = ThirdOctaves.BANDS;
        PhaseReport report = new PhaseReport(repaired, coherence, delaySeconds, new double[bands], new double[bands],
                new double[bands], new double[bands]);
        double step = (double) before.rate() / before.size();
        double[] magnitude = new double[before.re().length];
        double[] cohere = new double[magnitude.length];
        for (int k = 0; k < magnitude.length; k++) {
            magnitude[k] = Math.hypot(before.re()[k], before.im()[k]);
            cohere[k] = Math.pow(magnitude[k], 2) / Math.max(1e-30, before.right()[k]);
        }
        OctaveMeans re = new OctaveMeans(before.re());
        OctaveMeans im = new OctaveMeans(before.im());
        OctaveMeans left = new OctaveMeans(before.left());
        OctaveMeans right = new OctaveMeans(before.right());
        OctaveMeans best = new OctaveMeans(magnitude);
        OctaveMeans shared = new OctaveMeans(cohere);
        double half = Math.pow(2, 1 / 6.0);
        for (int band = 0; band < bands; band++) {
            double centre = ThirdOctaves.centre(band);
            double from = centre / half / step;
            double to = centre * half / step;
            report.hertz[band] = centre;
            report.bandCoherence[band] = Math.min(1, shared.sum(from, to) / Math.max(1e-30, left.sum(from, to)));
            report.degrees[band] = Math.toDegrees(Math.atan2(im.sum(from, to), re.sum(from, to)));
            double power = left.sum(from, to) + right.sum(from, to);
            report.sumLossDb[band] = 10 * Math.log10(Math.max(1e-12, power + 2 * re.sum(from, to))
                    / Math.max(1e-12, power + 2 * best.sum(from, to)));
        }
        return report;
    }
}
