package studio.tutti.core.tone;

import java.util.Arrays;
import studio.tutti.core.dsp.Functions;

/** What the gathering of levels makes of a resonance, and which resonance fits to it best (Gauss and Newton's method, each point counting less the farther it is off). */
final class ResonanceShape {

    /** Levels are gathered within the middle divided by this, either way. */
    static final double NARROW = 68;

    /** Half of the width of what counts as a partial of a note, in Hz. */
    private static final double WIDEST = 9;
    private static final int SAMPLES = 12;

    /** What a resonance's Q is before it is known. */
    private static final double USUAL_QUALITY = 18;

    private final double step;
    private final double[] hertz;

    /**
     * @param step Hz from bin to bin
     * @param hertz the points at which levels are gathered
     */
    ResonanceShape(double step, double[] hertz) {
        this.step = step;
        this.hertz = hertz;
    }

    /** Half the width within which levels are gathered, in Hz. */
    double halfWidth(double about) {
        return Math.max(3.5 * step, Math.max(Math.min(about / NARROW, WIDEST), about / NARROW / 2));
    }

    /**
     * Middle in octaves, height in dB, Q in octaves, level and slope.
     *
     * @param counts how much the usual Q counts, in points
     * @param hidden points so many Hz about the peak don't count
     */
    double[] fitted(double[] excess, int peak, int from, int to, double counts, double hidden) {
        double[] p = {Functions.log2(hertz[peak]), Math.max(ResonanceFinder.LEAST, excess[peak]), Functions.log2(USUAL_QUALITY), 0, 0};
        for (int pass = 0; pass < 25; pass++) {
            double[][] normal = new double[5][6];
            for (int i = from; i < to; i++) {
                if (Math.abs(hertz[i] - hertz[peak]) < hidden) {
                    continue;
                }
                double octave = Functions.log2(hertz[i]);
                double value = model(p, octave, hertz[peak]);
                double error = excess[i] - value;
                double size = error < 0 ? -error : error;
                double weight = size < 1.5 ? 1 : 1.5 / size;
                double[] slope = new double[5];
                for (int k = 0; k < 5; k++) {
                    double[] moved = p.clone();
                    double small = k == 0 ? 1e-4 : 1e-3;
                    moved[k] += small;
                    slope[k] = (model(moved, octave, hertz[peak]) - value) / small;
                }
                for (int r = 0; r < 5; r++) {
                    for (int c = 0; c < 5; c++) {
                        normal[r][c] += weight * slope[r] * slope[c];
                    }
                    normal[r][5] += weight * slope[r] * error;
                }
            }
            for (int r = 0; r < 5; r++) {
                normal[r][r] = normal[r][r] * 1.02 + (r == 4 ? 2 : 1e-6);
            }
            normal[2][2] += counts;
            normal[2][5] += counts * (Functions.log2(USUAL_QUALITY) - p[2]);
            double[] change = solve(normal);
            p[0] += Math.max(-0.01, Math.min(0.01, change[0]));
            p[1] = Math.max(1, Math.min(30, p[1] + Math.max(-2, Math.min(2, change[1]))));
            p[2] = Math.max(2, Math.min(6, p[2] + Math.max(-0.3, Math.min(0.3, change[2]))));
            p[3] += Math.max(-1, Math.min(1, change[3]));
            p[4] += change[4];
        }
        return p;
    }

    double error(double[] p, double[] excess, int from, int to, double about, double hidden) {
        double sum = 0;
        int count = 0;
        for (int i = from; i < to; i++) {
            if (Math.abs(hertz[i] - about) >= hidden) {
                sum += Math.abs(excess[i] - model(p, Functions.log2(hertz[i]), about));
                count++;
            }
        }
        return sum / Math.max(1, count);
    }

    /** What the gathering of levels makes of a resonance on a level that slopes: the same part of the levels within the width. */
    private double model(double[] p, double octave, double about) {
        Resonance resonance = new Resonance(Functions.exp2(p[0]), p[1], Functions.exp2(p[2]));
        double middle = Functions.exp2(octave);
        double half = halfWidth(middle);
        double[] levels = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            levels[i] = resonance.at(middle + half * (2.0 * i / (SAMPLES - 1) - 1));
        }
        Arrays.sort(levels);
        double sum = 0;
        for (int i = SAMPLES / 4; i < SAMPLES / 2; i++) {
            sum += levels[i];
        }
        return sum / (SAMPLES / 2 - SAMPLES / 4) + p[3] + p[4] * (octave - Functions.log2(about));
    }

    private static double[] solve(double[][] m) {
        int n = m.length;
        for (int c = 0; c < n; c++) {
            int pivot = c;
            for (int r = c + 1; r < n; r++) {
                pivot = Math.abs(m[r][c]) > Math.abs(m[pivot][c]) ? r : pivot;
            }
            double[] row = m[pivot];
            m[pivot] = m[c];
            m[c] = row;
            if (Math.abs(row[c]) < 1e-12) {
                return new double[n];
            }
            for (int r = 0; r < n; r++) {
                if (r != c) {
                    double factor = m[r][c] / row[c];
                    for (int k = c; k <= n; k++) {
                        m[r][k] -= factor * row[k];
                    }
                }
            }
        }
        double[] x = new double[n];
        for (int r = 0; r < n; r++) {
            x[r] = m[r][n] / m[r][r];
        }
        return x;
    }
}
