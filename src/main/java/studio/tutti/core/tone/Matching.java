package studio.tutti.core.tone;

import studio.tutti.core.dsp.Functions;

/**
 * The curve that gives one spectrum the shape of another. Both are smoothed, their ratio is the first curve; what is still wrong after it is
 * corrected in some more passes, because where a spectrum is steep or full of partials the ratio of smoothed spectra is not yet the
 * ratio of what comes out. At last the levels of whole third octaves are brought to those that are wanted.
 *
 * @param octaves resolution: over how much is smoothed
 * @param range most that is turned up or down, in dB
 * @param step Hz from bin to bin
 * @param lowest below this frequency the curve goes on as it is there, in Hz
 * @param highest above this one, too
 */
public record Matching(double octaves, double range, double step, double lowest, double highest) {

    private static final int PASSES = 4;
    private static final int BAND_PASSES = 24;

    /** Places half a third of an octave apart, from the lowest band to the highest. */
    private static final int PLACES = 2 * (ThirdOctaves.BANDS - 1);

    /** Bands this far below the loudest are left to the neighbours: 90 dB. */
    private static final double BAND_FLOOR = 1e-9;

    /** This far below the strongest bin there is nothing to match: 100 dB. */
    private static final double FLOOR = 1e-10;

    /**
     * The curve.
     *
     * @param have powers of what is to be changed
     * @param want powers that it shall have
     * @return factors
     */
    public double[] curve(double[] have, double[] want) {
        double[] target = OctaveMeans.smooth(want, octaves);
        double least = FLOOR * Math.max(highest(want), 1e-20);
        double silent = FLOOR * Math.max(highest(have), 1e-20);
        double[] gains = new double[have.length];
        for (int k = 0; k < gains.length; k++) {
            gains[k] = 1;
        }
        double most = Functions.pow(10, range / 20);
        double[] power = new double[have.length];
        for (int pass = 0; pass < PASSES; pass++) {
            double[] real = hann(gains);
            for (int k = 0; k < power.length; k++) {
                power[k] = have[k] * real[k] * real[k];
            }
            double[] now = OctaveMeans.smooth(power, octaves);
            for (int k = 0; k < gains.length; k++) {
                double better = gains[k] * Math.sqrt((target[k] + least) / (now[k] + silent * gains[k] * gains[k]));
                gains[k] = Math.min(most, Math.max(1 / most, better));
            }
            holdEnds(gains);
        }
        bands(gains, have, want, most);
        return gains;
    }

    /** Brings the levels of third octaves, half a band apart and at last the standard ones, to those that are wanted. */
    private void bands(double[] gains, double[] have, double[] want, double most) {
        OctaveMeans wanted = new OctaveMeans(want);
        double loudest = 0;
        for (int place = 0; place <= PLACES; place++) {
            loudest = Math.max(loudest, band(wanted, place));
        }
        double[] power = new double[have.length];
        double[] mend = new double[PLACES + 1];
        for (int pass = 0; pass < BAND_PASSES; pass++) {
            double[] real = hann(gains);
            for (int k = 0; k < power.length; k++) {
                power[k] = have[k] * real[k] * real[k];
            }
            OctaveMeans now = new OctaveMeans(power);
            boolean standard = pass >= BAND_PASSES / 2;
            for (int place = 0; place <= PLACES; place += standard ? 2 : 1) {
                double target = band(wanted, place);
                double level = band(now, place);
                boolean there = target > BAND_FLOOR * loudest && level > BAND_FLOOR * BAND_FLOOR * loudest
                        && hertz(place) >= lowest && hertz(place) <= highest;
                mend[place] = there ? 0.5 * (standard ? 1 : 0.6) * Functions.log2(target / level) : 0;
            }
            if (standard) {
                for (int place = 1; place < PLACES; place += 2) {
                    mend[place] = 0.5 * (mend[place - 1] + mend[place + 1]);
                }
            }
            for (int k = 1; k < gains.length; k++) {
                double place = Math.max(0, Math.min(PLACES - 1e-9, 6 * Functions.log2(k * step / hertz(0))));
                int below = (int) place;
                double octave = mend[below] + (place - below) * (mend[below + 1] - mend[below]);
                gains[k] = Math.min(most, Math.max(1 / most, gains[k] * Functions.exp2(octave)));
            }
            gains[0] = gains[1];
        }
    }

    private static double hertz(int place) {
        return ThirdOctaves.centre(0) * Functions.exp2(place / 6.0);
    }

    private double band(OctaveMeans sums, int place) {
        double half = Functions.exp2(1 / 6.0);
        return sums.sum(hertz(place) / half / step, hertz(place) * half / step);
    }

    private void holdEnds(double[] gains) {
        int low = Math.min(gains.length - 1, (int) Math.ceil(lowest / step));
        int high = Math.min(gains.length - 1, (int) Math.floor(highest / step));
        for (int k = 0; k < low; k++) {
            gains[k] = gains[low];
        }
        for (int k = high + 1; k < gains.length; k++) {
            gains[k] = gains[high];
        }
    }

    private static double highest(double[] values) {
        double highest = 0;
        for (double value : values) {
            highest = Math.max(highest, value);
        }
        return highest;
    }

    /** What the window of a filter as long as a transform makes of a curve: a quarter, a half, a quarter. */
    private static double[] hann(double[] gains) {
        int last = gains.length - 1;
        double[] smooth = new double[gains.length];
        for (int k = 0; k <= last; k++) {
            smooth[k] = 0.5 * gains[k] + 0.25 * (gains[k == 0 ? 1 : k - 1] + gains[k == last ? last - 1 : k + 1]);
        }
        return smooth;
    }
}
