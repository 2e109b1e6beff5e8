package studio.tutti.core.tone;

import java.util.Arrays;
import studio.tutti.core.dsp.Functions;

/**
 * The gains that make the third octaves of one sound follow another's in time. From the powers of both in bands, frame by frame, smoothed over a
 * while; then mended in some passes until the levels of stretches of a second are those of the other, and those of the whole, too.
 *
 * @param range most that is turned up or down, in dB
 * @param speed over how much is smoothed, in frames
 * @param second frames of a second
 */
public record Following(double range, double speed, double second) {

    /** Bands in which powers are gathered: a twelfth of an octave, from the lower edge of the lowest third octave. */
    public static final int BANDS = 4 * ThirdOctaves.BANDS;

    private static final int IN_THIRD = 4;
    private static final int THIRDS = BANDS / IN_THIRD;
    private static final double LOWEST = ThirdOctaves.centre(0) * Functions.exp2(-1 / 6.0);
    private static final int PASSES = 8;

    /** Nothing to match lies this far below the loudest: 80 dB. */
    private static final double FLOOR = 1e-8;

    /** The band of a frequency, with its fraction; 0 is the lower edge of the lowest. */
    public static double band(double hertz) {
        return 12 * Functions.log2(Math.max(1e-3, hertz) / LOWEST);
    }

    /** The frequency in Hz at which a band begins. */
    public static double edge(int band) {
        return LOWEST * Functions.exp2(band / 12.0);
    }

    /**
     * Gathers the powers of bins into bands; a bin that spans several is shared out.
     *
     * @param power at bins 0 …
     * @param step Hz from bin to bin
     */
    public static void gather(double[] power, double step, float[] into, int[] edges) {
        Arrays.fill(into, 0);
        for (int k = 1; k < power.length; k++) {
            int from = edges[k];
            int to = edges[k + 1];
            if (from == to) {
                into[from] += (float) power[k];
            } else {
                double span = band((k + 0.5) * step) - band((k - 0.5) * step);
                for (int b = from; b <= to; b++) {
                    double low = Math.max(b, band((k - 0.5) * step));
                    double high = Math.min(b + 1, band((k + 0.5) * step));
                    into[b] += (float) (power[k] * Math.max(0, high - low) / span);
                }
            }
        }
    }

    /** For {@link #gather}: the band in which each bin begins; one more than there are bins. */
    public static int[] edges(int bins, double step) {
        int[] edges = new int[bins + 1];
        for (int k = 0; k <= bins; k++) {
            edges[k] = (int) Math.max(0, Math.min(BANDS - 1, Math.floor(band((k - 0.5) * step))));
        }
        return edges;
    }

    /**
     * The gains of the thirds in octaves of power (a gain of 3.01 dB is 1), for each frame. Between their middles one goes in straight lines.
     *
     * @param have powers of the bands, frame by frame
     * @param want powers that they shall have
     */
    public float[][] gains(float[][] have, float[][] want) {
        int frames = have.length;
        double[][] mine = thirds(have);
        double[][] other = thirds(want);
        double least = FLOOR * highest(other);
        double silent = FLOOR * highest(mine);
        double[][] smoothMine = smoothed(mine, speed);
        double[][] smoothOther = smoothed(other, speed);
        float[][] gains = new float[frames][THIRDS];
        double most = range / 3.0103;
        for (int t = 0; t < frames; t++) {
            for (int b = 0; b < THIRDS; b++) {
                gains[t][b] = (float) clamp(Functions.log2((smoothOther[b][t] + least) / (smoothMine[b][t] + silent)), most);
            }
        }
        double[][] goal = smoothed(other, second);
        for (int pass = 0; pass < PASSES; pass++) {
            mend(gains, have, goal, other, least, silent, most);
        }
        return gains;
    }

    private void mend(float[][] gains, float[][] have, double[][] goal, double[][] other, double least, double silent, double most) {
        int frames = have.length;
        double[][] now = new double[THIRDS][frames];
        for (int t = 0; t < frames; t++) {
            for (int b = 0; b < BANDS; b++) {
                now[b / IN_THIRD][t] += have[t][b] * Functions.exp2(at(gains[t], b));
            }
        }
        double[][] smooth = smoothed(now, second);
        for (int b = 0; b < THIRDS; b++) {
            double is = sum(now[b]);
            double shall = sum(other[b]);
            double whole = shall > frames * least ? Functions.log2((shall + least) / (is + silent)) : 0;
            double[] error = new double[frames];
            for (int t = 0; t < frames; t++) {
                error[t] = 0.7 * Functions.log2((goal[b][t] + least) / (smooth[b][t] + silent)) + 0.3 * whole;
            }
            // as slowly as it shall follow, or it would move within the second that it is judged by
            error = smoothed(new double[][] {error}, Math.min(speed, 2 * second))[0];
            for (int t = 0; t < frames; t++) {
                gains[t][b] = (float) clamp(gains[t][b] + error[t], most);
            }
        }
    }

    /** The gain of a band by its place between the thirds' middles. */
    public static double at(float[] gains, double band) {
        double place = Math.max(0, Math.min(THIRDS - 1, (band + 0.5) / IN_THIRD - 0.5));
        int below = Math.min(THIRDS - 2, (int) place);
        return gains[below] + (place - below) * (gains[below + 1] - gains[below]);
    }

    private static double[][] thirds(float[][] bands) {
        double[][] thirds = new double[THIRDS][bands.length];
        for (int t = 0; t < bands.length; t++) {
            for (int b = 0; b < THIRDS * IN_THIRD; b++) {
                thirds[b / IN_THIRD][t] += bands[t][b];
            }
        }
        return thirds;
    }

    /** Each row's mean under a Hann window of so many frames on either side of the middle together. */
    private static double[][] smoothed(double[][] rows, double frames) {
        int half = Math.max(1, (int) Math.rint(frames / 2));
        double[][] smooth = new double[rows.length][];
        for (int b = 0; b < rows.length; b++) {
            smooth[b] = box(box(rows[b], half), half);
        }
        return smooth;
    }

    private static double[] box(double[] row, int width) {
        double[] sums = new double[row.length + 1];
        for (int t = 0; t < row.length; t++) {
            sums[t + 1] = sums[t] + row[t];
        }
        double[] out = new double[row.length];
        for (int t = 0; t < row.length; t++) {
            int from = Math.max(0, t - width / 2);
            int to = Math.min(row.length, t + width / 2 + 1);
            out[t] = (sums[to] - sums[from]) / (to - from);
        }
        return out;
    }

    private static double sum(double[] row) {
        double sum = 0;
        for (double value : row) {
            sum += value;
        }
        return sum;
    }

    private static double highest(double[][] rows) {
        double highest = 1e-18;
        for (double[] row : rows) {
            for (double value : row) {
                highest = Math.max(highest, value);
            }
        }
        return highest;
    }

    private static double clamp(double value, double most) {
        return Math.max(-most, Math.min(most, value));
    }
}
