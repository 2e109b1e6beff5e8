package studio.tutti.core.tone;

import studio.tutti.core.dsp.Functions;

/**
 * Fits a resonance on a level that slopes to what stands out about a point, as {@link ResonanceFinder} does (Gauss–Newton, each point counting less the farther it is off), in
 * small steps. Nothing is allocated after construction.
 */
final class ResonanceFit {

    private static final double USUAL_QUALITY = 18;
    private static final int PASSES = 14;
    private static final int SAMPLES = 8;
    private static final int SOME = 8;

    private final double[] hertz;
    private final double[] octaves;
    private final double step;
    private final double[] samples = new double[SAMPLES];
    private final double[][] normal = new double[5][6];
    private final double[] slope = new double[5];

    private double[] excess = new double[0];
    private int peak;
    private int from;
    private int to;
    private int at;
    private int pass;
    private double counts;
    private double hidden;
    private boolean judging;
    private double errors;
    private int judged;

    /** Middle in octaves of Hz, height in dB, Q in octaves, level, slope an octave. */
    final double[] p = new double[5];
    /** How far off it is in the mean, in dB. */
    double error;

    /**
     * @param hertz the points
     * @param step Hz from bin to bin
     */
    ResonanceFit(double[] hertz, double step) {
        this.hertz = hertz;
        this.step = step;
        octaves = new double[hertz.length];
        for (int i = 0; i < hertz.length; i++) {
            octaves[i] = Functions.log2(hertz[i]);
        }
    }

    /** Half the width within which levels are gathered, in Hz. */
    static double halfWidth(double about, double step) {
        return Math.max(3.5 * step, Math.max(Math.min(about / 68, 9), about / 136));
    }

    /**
     * Begins.
     *
     * @param out what stands out at each point, in dB
     * @param about the point about which
     * @param weight how much the usual Q counts, in points
     * @param gap points so many Hz about the middle don't count
     */
    void begin(double[] out, int about, double weight, double gap) {
        excess = out;
        peak = about;
        counts = weight;
        hidden = gap;
        from = Math.max(0, about - 32);
        to = Math.min(hertz.length, about + 33);
        p[0] = octaves[about];
        p[1] = Math.max(ResonanceFinder.LEAST, out[about]);
        p[2] = Functions.log2(USUAL_QUALITY);
        p[3] = 0;
        p[4] = 0;
        pass = 0;
        next();
    }

    private void next() {
        at = from;
        judging = pass == PASSES;
        errors = 0;
        judged = 0;
        for (double[] row : normal) {
            for (int c = 0; c < 6; c++) {
                row[c] = 0;
            }
        }
    }

    /** Works a little and says whether more is left. */
    boolean step() {
        int end = Math.min(to, at + SOME);
        for (int i = at; i < end; i++) {
            double away = hertz[i] - hertz[peak];
            if (away >= hidden || -away >= hidden) {
                if (judging) {
                    double off = excess[i] - value(p[0], p[1], p[2], i);
                    errors += off < 0 ? -off : off;
                    judged++;
                } else {
                    take(i);
                }
            }
        }
        at = end;
        if (at < to) {
            return true;
        }
        if (judging) {
            error = errors / Math.max(1, judged);
            return false;
        }
        move();
        pass++;
        next();
        return true;
    }

    private void take(int i) {
        double value = value(p[0], p[1], p[2], i);
        double off = excess[i] - value;
        double size = off < 0 ? -off : off;
        double weight = size < 1.5 ? 1 : 1.5 / size;
        slope[0] = (value(p[0] + 1e-4, p[1], p[2], i) - value) / 1e-4;
        slope[1] = (value(p[0], p[1] + 1e-3, p[2], i) - value) / 1e-3;
        slope[2] = (value(p[0], p[1], p[2] + 1e-3, i) - value) / 1e-3;
        slope[3] = 1;
        slope[4] = octaves[i] - octaves[peak];
        for (int r = 0; r < 5; r++) {
            double row = weight * slope[r];
            for (int c = 0; c < 5; c++) {
                normal[r][c] += row * slope[c];
            }
            normal[r][5] += row * off;
        }
    }

    private void move() {
        for (int r = 0; r < 5; r++) {
            normal[r][r] = normal[r][r] * 1.02 + (r == 4 ? 2 : 1e-6);
        }
        normal[2][2] += counts;
        normal[2][5] += counts * (Functions.log2(USUAL_QUALITY) - p[2]);
        if (!solve()) {
            return;
        }
        p[0] += held(normal[0][5], 0.01);
        p[1] = Math.max(1, Math.min(30, p[1] + held(normal[1][5], 2)));
        p[2] = Math.max(2, Math.min(6, p[2] + held(normal[2][5], 0.3)));
        p[3] += held(normal[3][5], 1);
        p[4] += normal[4][5];
    }

    private static double held(double value, double most) {
        return Math.max(-most, Math.min(most, value));
    }

    /** Leaves the solution in the last column; false if there is none. */
    private boolean solve() {
        for (int c = 0; c < 5; c++) {
            int pivot = c;
            for (int r = c + 1; r < 5; r++) {
                pivot = Math.abs(normal[r][c]) > Math.abs(normal[pivot][c]) ? r : pivot;
            }
            double[] row = normal[pivot];
            normal[pivot] = normal[c];
            normal[c] = row;
            double head = row[c];
            if (head < 1e-12 && head > -1e-12) {
                return false;
            }
            for (int k = c; k <= 5; k++) {
                row[k] /= head;
            }
            for (int r = 0; r < 5; r++) {
                double factor = normal[r][c];
                for (int k = c; k <= 5 && r != c; k++) {
                    normal[r][k] -= factor * row[k];
                }
            }
        }
        return true;
    }

    /** What the gathering of levels makes of a resonance on a level that slopes, at a point. */
    private double value(double middle, double height, double width, int i) {
        double half = halfWidth(hertz[i], step);
        double a = Functions.exp2(height * 0.08304820237218407);
        double quality = Functions.exp2(width);
        double up = a / quality;
        double down = 1 / a / quality;
        double centre = Functions.exp2(middle);
        for (int k = 0; k < SAMPLES; k++) {
            double x = (hertz[i] + half * (2.0 * k / (SAMPLES - 1) - 1)) / centre;
            double real = (1 - x * x) * (1 - x * x);
            double squared = x * x;
            double ratio = (real + up * up * squared) / (real + down * down * squared + 1e-30);
            int place = k;
            while (place > 0 && samples[place - 1] > ratio) {
                samples[place] = samples[place - 1];
                place--;
            }
            samples[place] = ratio;
        }
        double low = 10 * Functions.log10(samples[2]);
        double high = 10 * Functions.log10(samples[3]);
        return 0.5 * low + 0.5 * high + p[3] + p[4] * (octaves[i] - octaves[peak]);
    }
}
