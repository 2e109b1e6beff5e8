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
 * <p>Within a width of f/{@value ResonanceShape#NARROW} the lower levels count, so what is narrower is gone; the surroundings are the median of an
 * octave. What stands out is fitted by {@link Resonance}s (Gauss–Newton, each point counting less the farther it is off).
 */
public final class ResonanceFinder {

    /** Resonances lower than this are left, in dB; below {@value #CLEAR} Hz, where single notes can look like one, up to {@value #LEAST_LOW}. */
    public static final double LEAST = 6;

    private static final double LEAST_LOW = 7;

    /** Least height in each of the quantiles, in dB, and in their mean; more of this below {@value #CLEAR} Hz, up to {@value #MEAN_LOW}. */
    private static final double LEAST_ANYWHERE = 5;

    private static final double MEAN = 7;
    private static final double MEAN_LOW = 10;

    /** Unless it is this high in the mean, it must be about as high everywhere there: the least of this part of the mean. */
    private static final double SURE = 10.5;

    private static final double STEADY = 0.8;
    private static final double CLEAR = 1500;
    private static final double UNCLEAR = 600;

    private static final double[] QUANTILES = {0.2, 0.4, 0.6, 0.8};

    /** Behind those in which it must stand out, quantiles by which it may be fitted: the softer, the less notes are in them. */
    private static final double[] SOFT = {0.05, 0.1};
    private static final double LOWEST = 80;
    private static final double HIGHEST = 16_000;
    private static final int MOST = 24;

    /** How much the usual Q counts, in points. */
    private static final double COUNTS = 12;

    /** What fits best with a Q above this is a partial. */
    private static final double NARROWEST = 45;

    /** The same below {@value #UNCLEAR} Hz. */
    private static final double NARROWEST_LOW = 24;

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
    private final ResonanceShape shape;

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
        shape = new ResonanceShape(step, hertz);
    }

    /** The resonances of what was heard, the strongest first. */
    public List<Resonance> find(Persistence heard) {
        if (heard.frames() < 8) {
            return List.of();
        }
        double[][] levels = new double[QUANTILES.length + SOFT.length][];
        for (int q = 0; q < levels.length; q++) {
            levels[q] = narrowGone(heard.quantile(q < QUANTILES.length ? QUANTILES[q] : SOFT[q - QUANTILES.length]));
        }
        List<Resonance> found = new ArrayList<>();
        for (int round = 0; round < MOST; round++) {
            double[][] rest = new double[levels.length][];
            for (int q = 0; q < levels.length; q++) {
                rest[q] = excess(levels[q], found);
            }
            double[] mean = new double[points];
            for (int i = 0; i < points; i++) {
                mean[i] = lower(rest, i);
            }
            int peak = highest(mean, found);
            if (peak < 0) {
                break;
            }
            Resonance fitted = fit(mean, rest, peak);
            if (fitted == null) {
                blocked(found, peak);
                continue;
            }
            found.add(fitted);
        }
        found.removeIf(each -> each.decibels() == 0);
        return refined(levels, found);
    }

    /** The mean of the lower two of the quantiles' excesses, which notes lift least. */
    private static double lower(double[][] rest, int i) {
        double low = Double.MAX_VALUE;
        double next = Double.MAX_VALUE;
        for (int q = 0; q < QUANTILES.length; q++) {
            double one = rest[q][i];
            if (one < low) {
                next = low;
                low = one;
            } else {
                next = Math.min(next, one);
            }
        }
        return 0.5 * (low + next);
    }

    /** A place that is no resonance is remembered as one of no height. */
    private void blocked(List<Resonance> found, int peak) {
        found.add(new Resonance(hertz[peak], 0, 20));
    }

    private int highest(double[] mean, List<Resonance> found) {
        int peak = -1;
        double most = 0;
        for (int i = 2; i < points - 2; i++) {
            if (mean[i] > leastAt(hertz[i]) && mean[i] > most && !near(i, found)) {
                most = mean[i];
                peak = i;
            }
        }
        return peak;
    }

    private static double leastAt(double frequency) {
        return LEAST + unclear(frequency) * (LEAST_LOW - LEAST);
    }

    /** How much single notes can look like a resonance at a frequency, 0 … 1. */
    private static double unclear(double frequency) {
        return Math.max(0, Math.min(1, (CLEAR - frequency) / (CLEAR - UNCLEAR)));
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
            double half = shape.halfWidth(hertz[i]);
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

    /** A resonance, and how far off it is against its height. */
    private record Fit(Resonance resonance, double unlike) {}

    /** The best of the fits to the mean of the lower quantiles and to each quantile alone; null if none fits. */
    private @Nullable Resonance fit(double[] mean, double[][] rest, int peak) {
        Fit best = fit(mean, peak);
        for (double[] one : rest) {
            Fit other = one[peak] > leastAt(hertz[peak]) ? fit(one, peak) : null;
            if (other != null && (best == null || other.unlike < best.unlike)) {
                best = other;
            }
        }
        return best == null ? null : everywhere(best.resonance, rest, peak);
    }

    /** A resonance as high as it is in the soft quantiles, where few notes are; null unless it is in all of them, as what a filter does is. */
    private @Nullable Resonance everywhere(Resonance fitted, double[][] rest, int peak) {
        int half = AN_OCTAVE / 3;
        int from = Math.max(0, peak - half);
        int to = Math.min(points, peak + half + 1);
        double[] curve = new double[to - from];
        double middle = 0;
        for (int i = from; i < to; i++) {
            curve[i - from] = fitted.at(hertz[i]) / fitted.decibels();
            middle += curve[i - from] / curve.length;
        }
        double self = 0;
        for (int i = 0; i < curve.length; i++) {
            curve[i] -= middle;
            self += curve[i] * curve[i];
        }
        double[] heights = new double[rest.length];
        double least = Double.MAX_VALUE;
        double usual = Double.MAX_VALUE;
        double sum = 0;
        for (int q = 0; q < rest.length; q++) {
            for (int i = from; i < to; i++) {
                heights[q] += curve[i - from] * rest[q][i] / self;
            }
            sum += heights[q];
            least = Math.min(least, heights[q]);
            usual = q < QUANTILES.length ? Math.min(usual, heights[q]) : usual;
        }
        boolean note = fitted.hertz() < UNCLEAR && fitted.quality() > NARROWEST_LOW;
        double mean = sum / heights.length;
        boolean unsteady = fitted.hertz() < CLEAR && mean < SURE && least < STEADY * mean;
        if (note || unsteady || least < LEAST_ANYWHERE || mean < MEAN + unclear(fitted.hertz()) * (MEAN_LOW - MEAN)) {
            return null;
        }
        double soft = (heights[0] + heights[QUANTILES.length] + heights[QUANTILES.length + 1]) / 3;
        return new Resonance(fitted.hertz(), Math.max(soft, usual), fitted.quality());
    }

    /** Fits a resonance to what lies about a point; null if what is there is none, so narrow or so unlike. */
    private @Nullable Fit fit(double[] excess, int peak) {
        int half = AN_OCTAVE / 3;
        int from = Math.max(0, peak - half);
        int to = Math.min(points, peak + half + 1);
        double[] free = shape.fitted(excess, peak, from, to, 0, 0);
        double quality = Functions.exp2(free[2]);
        boolean there = free[1] >= leastAt(hertz[peak]) && quality > 4.5
                && Math.abs(free[0] - Functions.log2(hertz[peak])) < 0.06
                && shape.error(free, excess, from, to, hertz[peak], 0) < UNLIKE * free[1];
        if (!there) {
            return null;
        }
        // what is left and right of it tells a resonance, with or without a partial on top, from a partial
        double hidden = Math.max(HIDDEN, hertz[peak] / 45);
        double[] sides = shape.fitted(excess, peak, from, to, COUNTS, hidden);
        boolean aside = hertz[peak] > UNCLEAR && Math.abs(sides[0] - Functions.log2(hertz[peak])) > ASIDE;
        double unlike = shape.error(sides, excess, from, to, hertz[peak], hidden) / sides[1];
        if (sides[1] < LEAST_SIDES || aside || unlike > UNLIKE) {
            return null;
        }
        double[] p = quality < NARROWEST ? shape.fitted(excess, peak, from, to, COUNTS, 0) : sides;
        return new Fit(new Resonance(Functions.exp2(p[0]), p[1], Functions.exp2(p[2])), unlike);
    }

    /** Each is fitted once more with the others taken away. */
    private List<Resonance> refined(double[][] levels, List<Resonance> found) {
        List<Resonance> better = new ArrayList<>(found);
        for (int i = 0; i < better.size(); i++) {
            List<Resonance> others = new ArrayList<>(better);
            Resonance one = others.remove(i);
            double[] mean = new double[points];
            double[][] rest = new double[levels.length][];
            for (int q = 0; q < levels.length; q++) {
                rest[q] = excess(levels[q], others);
            }
            for (int k = 0; k < points; k++) {
                mean[k] = lower(rest, k);
            }
            int peak = Math.max(0, Math.min(points - 1,
                    (int) Math.rint(AN_OCTAVE * Functions.log2(one.hertz() / LOWEST))));
            Resonance fitted = fit(mean, rest, peak);
            if (fitted != null) {
                better.set(i, fitted);
            }
        }
        return List.copyOf(better);
    }
}
