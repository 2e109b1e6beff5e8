package studio.tutti.core.dsp;

/**
 * Reads a sampled signal between its samples: eight points weighted by a Kaiser-windowed sinc.
 *
 * <p>The weights of {@value #PHASES} positions between two samples are tabulated, each row normalised so that a
 * constant stays the constant. What a sine in 44.1 kHz material comes out wrong by, images and lost height
 * together: −93 dB at 200 Hz, −79 dB at 1 kHz, −64 dB at 5 kHz, −60 dB at 10 kHz, −26 dB at 14 kHz (cubic interpolation of four points: −90, −76,
 * −45, −24, −14 dB). A wider window (smaller β) would gain above 10 kHz and lose to cubic interpolation below 3 kHz. See Smith,
 * "Digital Audio Resampling", 2002.
 */
public final class Interpolation {

    /** Points used for one value: three before the position's sample, the sample, four after it. */
    public static final int POINTS = 8;

    /** Points before the sample that the position falls on. */
    public static final int BEFORE = 3;

    /** The binary logarithm of {@link #PHASES}. */
    public static final int PHASE_BITS = 10;

    /** Rows between two samples. */
    public static final int PHASES = 1 << PHASE_BITS;

    /** Row-major weights, {@link #PHASES} rows of {@link #POINTS}. */
    private static final double[] WEIGHTS = weights(7);

    private Interpolation() {
    }

    /** The table of weights; callers index it as {@code row * POINTS + point} and never change it. */
    public static double[] weights() {
        return WEIGHTS;
    }

    /**
     * The signal between its samples {@code first + BEFORE} and the next.
     *
     * @param row which of the {@link #PHASES} positions
     */
    public static double at(double[] signal, int first, double[] weights, int row) {
        int w = row * POINTS;
        return ((weights[w] * signal[first] + weights[w + 1] * signal[first + 1])
                + (weights[w + 2] * signal[first + 2] + weights[w + 3] * signal[first + 3]))
                + ((weights[w + 4] * signal[first + 4] + weights[w + 5] * signal[first + 5])
                + (weights[w + 6] * signal[first + 6] + weights[w + 7] * signal[first + 7]));
    }

    private static double[] weights(double beta) {
        double[] table = new double[PHASES * POINTS];
        double[] row = new double[POINTS];
        for (int phase = 0; phase < PHASES; phase++) {
            double sum = 0;
            for (int point = 0; point < POINTS; point++) {
                double distance = point - BEFORE - (double) phase / PHASES;
                row[point] = sinc(distance) * kaiser(distance / (POINTS / 2), beta);
                sum += row[point];
            }
            for (int point = 0; point < POINTS; point++) {
                table[phase * POINTS + point] = row[point] / sum;
            }
        }
        return table;
    }

    private static double sinc(double x) {
        double angle = x * Math.PI;
        return angle > -1e-9 && angle < 1e-9 ? 1 : Functions.sin(angle) / angle;
    }

    /** The Kaiser window at −1 … 1, not normalised. */
    private static double kaiser(double x, double beta) {
        double inside = 1 - x * x;
        return inside <= 0 ? (inside < -1e-12 ? 0 : 1) : bessel(beta * Math.sqrt(inside));
    }

    /** The modified Bessel function of the first kind and order 0, by its power series. */
    private static double bessel(double x) {
        double term = 1;
        double sum = 1;
        double quarter = x * x / 4;
        for (int k = 1; k < 40; k++) {
            term = quarter / ((double) k * k) * term;
            sum += term;
        }
        return sum;
    }
}
