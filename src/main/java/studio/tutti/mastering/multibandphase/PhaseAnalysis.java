package studio.tutti.mastering.multibandphase;

import studio.tutti.core.tone.OctaveMeans;
import studio.tutti.mastering.spectrum.Welch;

/**
 * How two sounds lie to one another, for a display: by twelfths of an octave from 20 Hz to 20 kHz, as far as their rate goes.
 *
 * @param coherence of the whole, 0 … 1
 * @param repairable whether they have enough in common to be aligned
 * @param delaySeconds how late the second is
 * @param hertz middles
 * @param coherenceByBand 0 … 1
 * @param degrees phase of the first against the second as they are, −180 … 180
 * @param degreesWithoutDelay the same, the delay of the whole taken away
 * @param sumGainDb how much more power the sum gets if both are brought into phase where they go together, 0 or positive
 */
public record PhaseAnalysis(double coherence, boolean repairable, double delaySeconds, double[] hertz, double[] coherenceByBand,
        double[] degrees, double[] degreesWithoutDelay, double[] sumGainDb) {

    private static final int AN_OCTAVE = 12;

    /**
     * @param heard both as they are
     * @param near both without the delay of the whole
     */
    static PhaseAnalysis of(Welch heard, Welch near, double coherence, double delaySeconds) {
        double highest = Math.min(20_000, 0.46 * heard.rate());
        int count = (int) (AN_OCTAVE * Math.log(highest / 20) / Math.log(2)) + 1;
        PhaseAnalysis analysis = new PhaseAnalysis(coherence, coherence >= MultibandPhase.INCOHERENT, delaySeconds, new double[count], new double[count],
                new double[count], new double[count], new double[count]);
        double step = (double) heard.rate() / heard.size();
        double bias = 1.0 / Math.max(1, near.windows());
        double[] common = new double[near.re().length];
        double[] shared = new double[common.length];
        for (int k = 0; k < common.length; k++) {
            double power = near.left()[k] * near.right()[k];
            double cross = Math.max(0, near.re()[k] * near.re()[k] + near.im()[k] * near.im()[k] - bias * power) / (1 - Math.min(0.9, bias));
            common[k] = Math.sqrt(cross);
            shared[k] = cross / Math.max(1e-30, near.right()[k]);
        }
        OctaveMeans[] means = {new OctaveMeans(heard.re()), new OctaveMeans(heard.im()), new OctaveMeans(near.re()), new OctaveMeans(near.im()),
            new OctaveMeans(near.left()), new OctaveMeans(near.right()), new OctaveMeans(common), new OctaveMeans(shared)};
        double half = Math.pow(2, 0.5 / AN_OCTAVE);
        for (int i = 0; i < count; i++) {
            double centre = 20 * Math.pow(2, (double) i / AN_OCTAVE);
            double from = Math.min(centre / half / step, centre / step - 0.6);
            double to = Math.max(centre * half / step, centre / step + 0.6);
            double[] sums = new double[means.length];
            for (int n = 0; n < sums.length; n++) {
                sums[n] = means[n].sum(from, to);
            }
            double power = sums[4] + sums[5];
            analysis.hertz[i] = Math.rint(100 * centre) / 100;
            analysis.coherenceByBand[i] = rounded(Math.min(1, sums[7] / Math.max(1e-30, sums[4])));
            analysis.degrees[i] = rounded(Math.toDegrees(Math.atan2(sums[1], sums[0])));
            analysis.degreesWithoutDelay[i] = rounded(Math.toDegrees(Math.atan2(sums[3], sums[2])));
            analysis.sumGainDb[i] = rounded(Math.max(0, 10 * Math.log10(Math.max(1e-12 * power + 1e-30, power + 2 * sums[6])
                    / Math.max(1e-12 * power + 1e-30, power + 2 * sums[0]))));
        }
        return analysis;
    }

    private static double rounded(double value) {
        return Math.rint(1000 * value) / 1000;
    }
}
