package studio.tutti.core.tone;

import studio.tutti.core.dsp.Functions;

/** Means of a spectrum over parts of an octave, with edges that may lie within a bin. */
public final class OctaveMeans {

    private final double[] sums;

    /** @param values at bins 0 …, of any kind that can be averaged */
    public OctaveMeans(double[] values) {
        sums = new double[values.length + 1];
        for (int k = 0; k < values.length; k++) {
            sums[k + 1] = sums[k] + values[k];
        }
    }

    /** The sum up to a place, where bin k reaches from k − ½ to k + ½. */
    private double upTo(double place) {
        double at = place + 0.5;
        if (at <= 0) {
            return 0;
        }
        int whole = (int) at;
        if (whole >= sums.length - 1) {
            return sums[sums.length - 1];
        }
        return sums[whole] + (at - whole) * (sums[whole + 1] - sums[whole]);
    }

    /** The sum between two places in bins. */
    public double sum(double from, double to) {
        return upTo(to) - upTo(from);
    }

    /** The mean about a bin over some octaves, at least over the bin itself. */
    public double mean(double bin, double halfRatio) {
        double from = bin / halfRatio;
        double to = bin * halfRatio;
        if (to - from < 1) {
            from = bin - 0.5;
            to = bin + 0.5;
        }
        from = Math.max(-0.5, from);
        to = Math.min(sums.length - 1.5, to);
        return to <= from ? 0 : sum(from, to) / (to - from);
    }

    /** A whole spectrum smoothed. */
    public static double[] smooth(double[] values, double octaves) {
        OctaveMeans means = new OctaveMeans(values);
        double half = Functions.exp2(octaves / 2);
        double[] smooth = new double[values.length];
        for (int k = 0; k < values.length; k++) {
            smooth[k] = means.mean(k, half);
        }
        return smooth;
    }
}
