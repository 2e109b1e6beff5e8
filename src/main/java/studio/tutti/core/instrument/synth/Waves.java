package studio.tutti.core.instrument.synth;

import studio.tutti.core.dsp.Fft;
import studio.tutti.core.dsp.Functions;

/**
 * One period of the oscillators' waves, band-limited: tables of 1, 2, 3, 4, 5, 6, 8 … 1,024 harmonics, three for an octave, each with at
 * least 16 points for its highest harmonic, read between its points by cubic interpolation. The oscillator takes the richest table whose
 * harmonics, where they are mirrored at half the rate, come out above 20 kHz; so what is heard below holds no mirrored harmonic, and is
 * whole up to 20 kHz at 48 kHz, up to 19 kHz at 44.1 kHz.
 */
public final class Waves {

    /** Points before and after a table's period that repeat its end and beginning. */
    static final int BEFORE = 1;

    private static final int STEPS_AN_OCTAVE = 3;
    private static final int MOST = 10 * STEPS_AN_OCTAVE;
    private static final int SMALLEST = 1024;
    private static final int POINTS_A_HARMONIC = 16;
    /** Harmonics of a triangle fall with their square: the 128th is 84 dB down. */
    private static final int TRIANGLE_MOST = 7 * STEPS_AN_OCTAVE;
    /** Mirrored harmonics may lie above this, in Hz. */
    private static final double HEARD = 20_000;

    private static final double[][] SAW = new double[MOST + 1][];
    private static final double[][] TRIANGLE = new double[TRIANGLE_MOST + 1][];
    private static final double[] SINE;

    static {
        for (int step = 0; step <= MOST; step++) {
            int harmonics = harmonics(step);
            double[] heights = new double[harmonics + 1];
            for (int n = 1; n <= harmonics; n++) {
                heights[n] = -2 / (Math.PI * n);
            }
            SAW[step] = table(heights);
            if (step <= TRIANGLE_MOST) {
                for (int n = 1; n <= harmonics; n++) {
                    double height = 8 / (Math.PI * Math.PI * n * n);
                    heights[n] = (n & 1) == 0 ? 0 : (n & 2) == 0 ? height : -height;
                }
                TRIANGLE[step] = table(heights);
            }
        }
        SINE = table(new double[] {0, 1});
    }

    private Waves() {}

    /** Makes the tables, if they are not there yet: 25 ms on a desktop, better before anything sounds. */
    public static int prepare() {
        return SINE.length;
    }

    /** How rich a table for a frequency in Hz may be, for {@link #saw} and {@link #triangle}. */
    static int step(double hertz, double rate) {
        double top = rate - HEARD > 0.5 * rate ? rate - HEARD : 0.5 * rate;
        double steps = STEPS_AN_OCTAVE * Functions.log2(top / hertz);
        return steps <= 0 ? 0 : steps >= MOST ? MOST : (int) steps;
    }

    /** From −1 up to 1 over the period, then down at once. */
    static double[] saw(int step) {
        return SAW[step];
    }

    /** From 0 up to 1, down to −1, up to 0. */
    static double[] triangle(int step) {
        return TRIANGLE[step < TRIANGLE_MOST ? step : TRIANGLE_MOST];
    }

    static double[] sine() {
        return SINE;
    }

    /** The value at a place of the period, 0 to below 1. */
    static double at(double[] table, double phase) {
        double place = phase * (table.length - 3);
        int index = (int) place;
        double f = place - index;
        double before = table[index];
        double y = table[index + 1];
        double next = table[index + 2];
        double after = table[index + 3];
        double c1 = next - before * (1.0 / 3) - y * 0.5 - after * (1.0 / 6);
        double c2 = 0.5 * (before + next) - y;
        double c3 = (after - before) * (1.0 / 6) + 0.5 * (y - next);
        return ((c3 * f + c2) * f + c1) * f + y;
    }

    private static int harmonics(int step) {
        return (int) (Functions.exp2((double) step / STEPS_AN_OCTAVE) + 1e-6);
    }

    /** Sines of some heights in one period, with one point before and two after. */
    private static double[] table(double[] heights) {
        int size = SMALLEST;
        while (size < POINTS_A_HARMONIC * (heights.length - 1)) {
            size *= 2;
        }
        double[] re = new double[size];
        double[] im = new double[size];
        for (int n = 1; n < heights.length; n++) {
            im[n] = -0.5 * size * heights[n];
            im[size - n] = 0.5 * size * heights[n];
        }
        new Fft(size).inverse(re, im);
        double[] table = new double[size + 3];
        System.arraycopy(re, 0, table, BEFORE, size);
        table[0] = re[size - 1];
        table[size + 1] = re[0];
        table[size + 2] = re[1];
        return table;
    }
}
