package studio.tutti.core.tone;

import java.util.Arrays;
import studio.tutti.core.dsp.Functions;

/**
 * The turn that brings one sound into phase with another at each frequency, from their mean cross-spectrum; its magnitude is 1.
 *
 * <p>In some passes, from coarse to fine: the cross-spectrum, turned by what is known already, is averaged over a width that shrinks to some bins; where
 * what is averaged agrees, its phase is added. Where it never agrees the sounds have nothing in common, and the turn is carried on from
 * the neighbours.
 */
public final class PhaseCurve {

    private static final double[] WIDTHS = {1 / 6.0, 1 / 12.0, 1 / 24.0, 1 / 48.0, 1 / 96.0};
    private static final double LEAST_BINS = 1.2;

    /** How much of what is averaged must point one way. */
    private static final double AGREEMENT = 0.5;

    private PhaseCurve() {}

    /**
     * Real and imaginary parts.
     *
     * @param re real part of first · conjugate of second at each bin
     * @param im imaginary part
     * @param one power of the first
     * @param other power of the second
     */
    public static double[][] of(double[] re, double[] im, double[] one, double[] other) {
        int bins = re.length;
        double[][] turn = new double[2][bins];
        Arrays.fill(turn[0], 1);
        double[] x = new double[bins];
        double[] y = new double[bins];
        double[] size = new double[bins];
        for (double width : WIDTHS) {
            for (int k = 0; k < bins; k++) {
                // S · conj(turn), every bin as loud as the coherent part of its power
                double scale = 1 / Math.sqrt(one[k] * other[k] + 1e-30);
                double cohere = scale * scale * (re[k] * re[k] + im[k] * im[k]);
                double a = re[k] * scale;
                double b = im[k] * scale;
                double weight = cohere / (1.0001 - Math.min(1, cohere));
                weight = Math.min(weight, 50);
                x[k] = weight * (a * turn[0][k] + b * turn[1][k]);
                y[k] = weight * (b * turn[0][k] - a * turn[1][k]);
                size[k] = weight * Math.sqrt(cohere);
            }
            double[] sx = blurred(x, width);
            double[] sy = blurred(y, width);
            double[] total = blurred(size, width);
            for (int k = 0; k < bins; k++) {
                double length = Math.sqrt(sx[k] * sx[k] + sy[k] * sy[k]);
                if (length > AGREEMENT * total[k] && length > 1e-12) {
                    double c = sx[k] / length;
                    double s = sy[k] / length;
                    double r = turn[0][k] * c - turn[1][k] * s;
                    turn[1][k] = turn[0][k] * s + turn[1][k] * c;
                    turn[0][k] = r;
                }
            }
        }
        return turn;
    }

    /** Twice a mean over a part of an octave: a triangle. */
    private static double[] blurred(double[] values, double octaves) {
        double half = Functions.exp2(octaves / 4);
        double[] once = pass(values, half);
        return pass(once, half);
    }

    private static double[] pass(double[] values, double half) {
        OctaveMeans means = new OctaveMeans(values);
        double[] out = new double[values.length];
        for (int k = 0; k < values.length; k++) {
            double from = Math.min(k / half, k - LEAST_BINS);
            double to = Math.max(k * half, k + LEAST_BINS);
            out[k] = means.sum(from, to) / (to - from);
        }
        return out;
    }
}
