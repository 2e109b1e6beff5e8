package studio.tutti.core.effect;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.core.dsp.Functions;

/**
 * Bands of the equaliser that come near to a curve, so that what was found automatically can be edited by hand: the two shelves and bells are added one by one
 * where they help most, and after each all are fitted together (Levenberg and Marquardt's method, in octaves and dB).
 *
 * @param level gain of the whole in dB
 * @param bands at most {@link Equaliser#BANDS}
 * @param error mean of what is still off, in dB
 */
public record BandFit(double level, List<One> bands, double error) {

    /** A band. */
    public record One(BandType type, double hertz, double gain, double quality) {

        /** What it adds at a frequency, in dB. */
        public double at(double frequency) {
            return type.analogue(frequency, hertz, gain, quality);
        }
    }

    private static final int PASSES = 30;
    private static final double LOWEST = 20;
    private static final double HIGHEST = 20_000;
    private static final double MOST = 24;
    private static final double[] QUALITIES = {0.5, 1, 2, 4};

    /** What all bands and the level have at a frequency, in dB. */
    public double at(double frequency) {
        double sum = level;
        for (One each : bands) {
            sum += each.at(frequency);
        }
        return sum;
    }

    /**
     * Fits.
     *
     * @param hertz frequencies, evenly spread in octaves
     * @param decibels the curve
     * @param most how many bands, 1 to {@link Equaliser#BANDS}
     */
    public static BandFit of(double[] hertz, double[] decibels, int most) {
        List<One> bands = new ArrayList<>();
        double[] start = {mean(decibels)};
        BandFit fit = new BandFit(start[0], List.of(), error(hertz, decibels, start[0], bands));
        for (int count = 0; count < most && fit.error > 0.05; count++) {
            One next = best(hertz, decibels, fit);
            List<One> more = new ArrayList<>(fit.bands);
            more.add(next);
            BandFit better = fitted(hertz, decibels, fit.level, more);
            if (better.error > fit.error - 0.01) {
                break;
            }
            fit = better;
        }
        List<One> sorted = new ArrayList<>(fit.bands);
        sorted.sort((a, b) -> Double.compare(a.hertz, b.hertz));
        return new BandFit(fit.level, List.copyOf(sorted), fit.error);
    }

    /** The band that takes most of what is left away. */
    private static One best(double[] hertz, double[] decibels, BandFit fit) {
        double[] rest = new double[hertz.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = decibels[i] - fit.at(hertz[i]);
        }
        One best = new One(BandType.BELL, 1000, 0, 1);
        double most = -1;
        for (int place = 0; place < hertz.length; place += 2) {
            for (int shape = 0; shape < QUALITIES.length + 2; shape++) {
                BandType type = shape < QUALITIES.length ? BandType.BELL : shape == QUALITIES.length ? BandType.LOW_SHELF : BandType.HIGH_SHELF;
                if (type != BandType.BELL && has(fit.bands, type)) {
                    continue;
                }
                double quality = type == BandType.BELL ? QUALITIES[shape] : 0.7;
                double both = 0;
                double self = 0;
                for (int i = 0; i < hertz.length; i++) {
                    double one = type.analogue(hertz[i], hertz[place], 6, quality) / 6;
                    both += one * rest[i];
                    self += one * one;
                }
                if (both * both / self > most) {
                    most = both * both / self;
                    best = new One(type, hertz[place], Math.max(-MOST, Math.min(MOST, both / self)), quality);
                }
            }
        }
        return best;
    }

    private static boolean has(List<One> bands, BandType type) {
        for (One each : bands) {
            if (each.type == type) {
                return true;
            }
        }
        return false;
    }

    /** Level, then each band's octave, gain and Q in octaves. */
    private static double[] numbers(double level, List<One> bands) {
        double[] p = new double[1 + 3 * bands.size()];
        p[0] = level;
        for (int b = 0; b < bands.size(); b++) {
            One one = bands.get(b);
            p[1 + 3 * b] = Functions.log2(one.hertz);
            p[2 + 3 * b] = one.gain;
            p[3 + 3 * b] = Functions.log2(one.quality);
        }
        return p;
    }

    private static List<One> bands(double[] p, List<One> like) {
        List<One> bands = new ArrayList<>();
        for (int b = 0; b < like.size(); b++) {
            BandType type = like.get(b).type;
            double steepest = type == BandType.BELL ? 18 : 1.2;
            bands.add(new One(type, Math.max(LOWEST, Math.min(HIGHEST, Functions.exp2(p[1 + 3 * b]))),
                    Math.max(-MOST, Math.min(MOST, p[2 + 3 * b])), Math.max(0.2, Math.min(steepest, Functions.exp2(p[3 + 3 * b])))));
        }
        return bands;
    }

    private static BandFit fitted(double[] hertz, double[] decibels, double level, List<One> begin) {
        double[] p = numbers(level, begin);
        double damp = 0.1;
        double[] values = values(hertz, p, begin);
        double least = square(values, decibels);
        for (int pass = 0; pass < PASSES; pass++) {
            int n = p.length;
            double[][] slopes = new double[n][];
            for (int c = 0; c < n; c++) {
                double[] moved = p.clone();
                moved[c] += 1e-4;
                slopes[c] = values(hertz, moved, begin);
            }
            double[][] normal = new double[n][n + 1];
            for (int i = 0; i < hertz.length; i++) {
                for (int r = 0; r < n; r++) {
                    double slope = (slopes[r][i] - values[i]) * 1e4;
                    for (int c = 0; c < n; c++) {
                        normal[r][c] += slope * (slopes[c][i] - values[i]) * 1e4;
                    }
                    normal[r][n] += slope * (decibels[i] - values[i]);
                }
            }
            for (int r = 0; r < n; r++) {
                normal[r][r] = normal[r][r] * (1 + damp) + 1e-6;
            }
            double[] change = solved(normal);
            double[] tried = p.clone();
            for (int c = 0; c < n; c++) {
                tried[c] += Math.max(-1, Math.min(1, change[c]));
            }
            tried = numbers(tried[0], bands(tried, begin));
            double[] now = values(hertz, tried, begin);
            double square = square(now, decibels);
            if (square < least) {
                p = tried;
                values = now;
                least = square;
                damp = Math.max(1e-4, damp * 0.4);
            } else {
                damp *= 4;
            }
        }
        List<One> bands = bands(p, begin);
        return new BandFit(p[0], bands, error(hertz, decibels, p[0], bands));
    }

    private static double[] values(double[] hertz, double[] p, List<One> like) {
        List<One> bands = bands(p, like);
        double[] values = new double[hertz.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = p[0];
            for (One each : bands) {
                values[i] += each.at(hertz[i]);
            }
        }
        return values;
    }

    private static double square(double[] values, double[] decibels) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += (values[i] - decibels[i]) * (values[i] - decibels[i]);
        }
        return sum;
    }

    private static double error(double[] hertz, double[] decibels, double level, List<One> bands) {
        double[] values = values(hertz, numbers(level, bands), bands);
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += Math.abs(values[i] - decibels[i]) / values.length;
        }
        return sum;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value / values.length;
        }
        return sum;
    }

    /** Gauss's elimination; zeros where there is no solution. */
    private static double[] solved(double[][] m) {
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
                for (int k = n; r != c && k >= c; k--) {
                    m[r][k] -= m[r][c] / row[c] * row[k];
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
