package studio.tutti.core.tone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.dsp.Functions;

/**
 * Finds resonances that last: where several quantiles of the level stand out from their surroundings by nearly the same, over about the
 * width that a resonance has. Partials of notes are narrower, or stand out only in the louder quantiles.
 *
 * <p>Within a width of f/{@value #NARROW} the lower levels count, so what is narrower is gone; the surroundings are the median of an
 * octave. What stands out is fitted by {@link Resonance}s (Gauss–Newton, each point counting less the farther it is off).
 */
public final class ResonanceFinder {

    /** Resonances lower than this are left, in dB; below {@value #CLEAR} Hz, where single notes can look like one, up to {@value #LEAST_LOW}. */
    public static final double LEAST = 6;

    private static final double LEAST_LOW = 7;
    private static final double CLEAR = 1500;
    private static final double UNCLEAR = 600;

    private static final double NARROW = 68;

    /** Half of the width of what counts as a partial of a note, in Hz. */
    private static final double WIDEST = 9;
    private static final double[] QUANTILES = {0.2, 0.4, 0.6, 0.8};
    private static final double LOWEST = 80;
    private static final double HIGHEST = 16_000;
    private static final int MOST = 24;
    private static final int SAMPLES = 12;

    /** What a resonance's Q is before it is known, and how much that counts, in points. */
    private static final double USUAL_QUALITY = 18;
    private static final double COUNTS = 12;

    /** What fits best with a Q above this is a partial. */
    private static final double NARROWEST = 45;

    /** How much of it is hidden by one, in Hz to either side. */
    private static final double HIDDEN = 8;

    /** How far off a fit may be in the mean, against its height. */
    private static final double UNLIKE = 0.25;

    /** Height that must be seen left and right of it, in dB. */
    private static final double LEAST_SIDES = 5;

    /** How far from the peak its middle may be seen from there, in octaves, above {@value #UNCLEAR} Hz: skirts of two partials give one between them. */
    private static final double ASIDE = 0.055;

    private final double step;
    private final int points;
    private final double[] hertz;

    /** Points a fortieth of an octave apart, or finer. */
    private static final int AN_OCTAVE = 96;

    /**
     * @param step Hz from bin to bin
     * @param bins how many
     */
    public ResonanceFinder(double step, int bins) {
        this.step = step;
        double top = Math.min(HIGHEST, step * (bins - 1) * 0.85);
        points = Math.max(1, (int) (AN_OCTAVE * Functions.log2(top / LOWEST)));
        hertz = new double[points];
        for (int i = 0; i < points; i++) {
            hertz[i] = LOWEST * Functions.exp2((double) i / AN_OCTAVE);
        }
    }

    /** The resonances of what was heard, the strongest first. */
    public List<Resonance> find(Persistence heard) {
        if (heard.frames() < 8) {
            return List.of();
        }
        double[][] levels = new double[QUANTILES.length][];
        for (int q = 0; q < levels.length; q++) {
            levels[q] = narrowGone(heard.quantile(QUANTILES[q]));
        }
        List<Resonance> found = new ArrayList<>();
        for (int round = 0; round < MOST; round++) {
            double[][] rest = new double[levels.length][];
            for (int q = 0; q < levels.length; q++) {
                rest[q] = excess(levels[q], found);
            }
            double[] least = new double[points];
            double[] mean = new double[points];
            for (int i = 0; i < points; i++) {
                lowest(rest, i, least, mean);
            }
            int peak = highest(least, found);
            if (peak < 0) {
                break;
            }
            Resonance fitted = fit(mean, peak);
            if (fitted == null) {
                blocked(found, peak);
                continue;
            }
            found.add(fitted);
        }
        found.removeIf(each -> each.decibels() == 0);
        return refined(levels, found);
    }

    /** The lowest of the quantiles' excesses, and the mean of the lower two, which notes lift least. */
    private static void lowest(double[][] rest, int i, double[] least, double[] mean) {
        double low = Double.MAX_VALUE;
        double next = Double.MAX_VALUE;
        for (double[] one : rest) {
            if (one[i] < low) {
                next = low;
                low = one[i];
            } else {
                next = Math.min(next, one[i]);
            }
        }
        least[i] = low;
        mean[i] = 0.5 * (low + next);
    }

    /** A place that is no resonance is remembered as one of no height. */
    private void blocked(List<Resonance> found, int peak) {
        found.add(new Resonance(hertz[peak], 0, 20));
    }

    private int highest(double[] least, List<Resonance> found) {
        int peak = -1;
        double most = 0;
        for (int i = 2; i < points - 2; i++) {
            if (least[i] > leastAt(hertz[i]) && least[i] > most && !near(i, found)) {
                most = least[i];
                peak = i;
            }
        }
        return peak;
    }

    private static double leastAt(double frequency) {
        double part = Math.max(0, Math.min(1, (CLEAR - frequency) / (CLEAR - UNCLEAR)));
        return LEAST + part * (LEAST_LOW - LEAST);
    }

    private boolean near(int i, List<Resonance> found) {
        for (Resonance each : found) {
            if (Math.abs(Functions.log2(hertz[i] / each.hertz())) < 0.06) {
                return true;
            }
        }
        return false;
    }

    /** The lower levels of the bins about each point. */
    private double[] narrowGone(double[] quantile) {
        double[] levels = new double[points];
        for (int i = 0; i < points; i++) {
            double half = halfWidth(hertz[i]);
            int from = Math.max(0, (int) Math.ceil((hertz[i] - half) / step));
            int to = Math.min(quantile.length - 1, (int) Math.floor((hertz[i] + half) / step));
            double[] some = Arrays.copyOfRange(quantile, from, to + 1);
            Arrays.sort(some);
            int low = some.length / 4;
            int high = Math.max(low + 1, some.length / 2);
            double sum = 0;
            for (int k = low; k < high; k++) {
                sum += some[k];
            }
            levels[i] = sum / (high - low);
        }
        return levels;
    }

    /** Half the width within which levels are gathered, in Hz. */
    private double halfWidth(double about) {
        return Math.max(3.5 * step, Math.max(Math.min(about / NARROW, WIDEST), about / NARROW / 2));
    }

    /** How much stands out from the octave about it, after the resonances found are taken away. */
    private double[] excess(double[] levels, List<Resonance> found) {
        double[] rest = levels.clone();
        for (Resonance each : found) {
            for (int i = 0; i < points && each.decibels() > 0; i++) {
                rest[i] -= each.at(hertz[i]);
            }
        }
        double[] out = new double[points];
        int half = AN_OCTAVE / 2;
        for (int i = 0; i < points; i++) {
            double[] around = Arrays.copyOfRange(rest, Math.max(0, i - half), Math.min(points, i + half + 1));
            Arrays.sort(around);
            out[i] = rest[i] - around[around.length / 2];
        }
        return out;
    }

    /** Fits a resonance to what lies about a point; null if what is there is none, so narrow or so unlike. */
    private @Nullable Resonance fit(double[] excess, int peak) {
        int half = AN_OCTAVE / 3;
        int from = Math.max(0, peak - half);
        int to = Math.min(points, peak + half + 1);
        double[] free = fitted(excess, peak, from, to, 0, 0);
        double quality = Functions.exp2(free[2]);
        boolean there = free[1] >= leastAt(hertz[peak]) && quality > 4.5
                && Math.abs(free[0] - Functions.log2(hertz[peak])) < 0.06
                && error(free, excess, from, to, hertz[peak], 0) < UNLIKE * free[1];
        if (!there) {
            return null;
        }
        // what is left and right of it tells a resonance, with or without a partial on top, from a partial
        double hidden = Math.max(HIDDEN, hertz[peak] / 45);
        double[] sides = fitted(excess, peak, from, to, COUNTS, hidden);
        boolean aside = hertz[peak] > UNCLEAR && Math.abs(sides[0] - Functions.log2(hertz[peak])) > ASIDE;
        if (sides[1] < LEAST_SIDES || aside
                || error(sides, excess, from, to, hertz[peak], hidden) > UNLIKE * sides[1]) {
            return null;
        }
        double[] p = quality < NARROWEST ? fitted(excess, peak, from, to, COUNTS, 0) : sides;
        return new Resonance(Functions.exp2(p[0]), p[1], Functions.exp2(p[2]));
    }

    /**
     * Middle in octaves, height in dB, Q in octaves, level and slope.
     *
     * @param counts how much the usual Q counts, in points
     * @param hidden points so many Hz about the peak don't count
     */
    private double[] fitted(double[] excess, int peak, int from, int to, double counts, double hidden) {
        double[] p = {Functions.log2(hertz[peak]), Math.max(LEAST, excess[peak]), Functions.log2(USUAL_QUALITY), 0, 0};
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

    private double error(double[] p, double[] excess, int from, int to, double about, double hidden) {
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

    /** Each is fitted once more with the others taken away. */
    private List<Resonance> refined(double[][] levels, List<Resonance> found) {
        List<Resonance> better = new ArrayList<>(found);
        for (int i = 0; i < better.size(); i++) {
            List<Resonance> others = new ArrayList<>(better);
            Resonance one = others.remove(i);
            double[] mean = new double[points];
            double[] least = new double[points];
            double[][] rest = new double[levels.length][];
            for (int q = 0; q < levels.length; q++) {
                rest[q] = excess(levels[q], others);
            }
            for (int k = 0; k < points; k++) {
                lowest(rest, k, least, mean);
            }
            int peak = Math.max(0, Math.min(points - 1,
                    (int) Math.rint(AN_OCTAVE * Functions.log2(one.hertz() / LOWEST))));
            Resonance fitted = fit(mean, peak);
            if (fitted != null) {
                better.set(i, fitted);
            }
        }
        return List.copyOf(better);
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
