package studio.tutti.audiofile.internal;

/**
 * Predictors of a block of sound: autocorrelation under a Tukey window, Levinson and Durbin's recursion, coefficients
 * rounded with the error carried on to the next one.
 */
final class LinearPrediction {

    static final int HIGHEST_ORDER = 12;

    private final double[] correlation = new double[HIGHEST_ORDER + 1];
    private final double[][] predictors = new double[HIGHEST_ORDER][HIGHEST_ORDER];
    private final double[] errors = new double[HIGHEST_ORDER];
    private double[] window = new double[0];
    private double[] windowed = new double[0];
    final int[] coefficients = new int[HIGHEST_ORDER];
    /** How far the sum of products is shifted to the right. */
    int shift;
    int order;

    /**
     * Finds the order that promises the fewest bits.
     *
     * @param precision bits of a coefficient
     * @return whether there is a predictor
     */
    boolean find(int[] sound, int length, int precision) {
        order = 0;
        if (length <= 2 * HIGHEST_ORDER) {
            return false;
        }
        correlate(sound, length);
        if (correlation[0] <= 0) {
            return false;
        }
        int orders = recurse();
        double fewest = Double.MAX_VALUE;
        for (int tried = 1; tried <= orders; tried++) {
            double each = 0.5 * Math.log(Math.max(1e-12, errors[tried - 1] * 0.5 / length)) / Math.log(2);
            double bits = Math.max(0, each) * (length - tried) + (double) tried * precision;
            if (bits < fewest) {
                fewest = bits;
                order = tried;
            }
        }
        return order > 0 && round(precision);
    }

    private void correlate(int[] sound, int length) {
        if (window.length != length) {
            window = new double[length];
            windowed = new double[length];
            int edge = length / 4;
            for (int i = 0; i < length; i++) {
                int near = Math.min(i, length - 1 - i);
                window[i] = near < edge ? 0.5 - 0.5 * Math.cos(Math.PI * near / edge) : 1;
            }
        }
        for (int i = 0; i < length; i++) {
            windowed[i] = sound[i] * window[i];
        }
        for (int lag = 0; lag <= HIGHEST_ORDER; lag++) {
            double a = 0;
            double b = 0;
            double c = 0;
            double d = 0;
            int i = lag;
            for (; i + 3 < length; i += 4) {
                a += windowed[i] * windowed[i - lag];
                b += windowed[i + 1] * windowed[i + 1 - lag];
                c += windowed[i + 2] * windowed[i + 2 - lag];
                d += windowed[i + 3] * windowed[i + 3 - lag];
            }
            for (; i < length; i++) {
                a += windowed[i] * windowed[i - lag];
            }
            correlation[lag] = a + b + c + d;
        }
    }

    private int recurse() {
        double[] current = new double[HIGHEST_ORDER];
        double error = correlation[0];
        for (int i = 0; i < HIGHEST_ORDER; i++) {
            double reflection = -correlation[i + 1];
            for (int j = 0; j < i; j++) {
                reflection -= current[j] * correlation[i - j];
            }
            reflection /= error;
            current[i] = reflection;
            for (int j = 0; j < i / 2; j++) {
                double kept = current[j];
                current[j] += reflection * current[i - 1 - j];
                current[i - 1 - j] += reflection * kept;
            }
            if ((i & 1) == 1) {
                current[i / 2] += reflection * current[i / 2];
            }
            error *= 1 - reflection * reflection;
            for (int j = 0; j <= i; j++) {
                predictors[i][j] = -current[j];
            }
            errors[i] = error;
            if (!(error > 0)) {
                return i;
            }
        }
        return HIGHEST_ORDER;
    }

    private boolean round(int precision) {
        double[] exact = predictors[order - 1];
        double most = 0;
        for (int i = 0; i < order; i++) {
            most = Math.max(most, Math.abs(exact[i]));
        }
        if (!(most > 0)) {
            return false;
        }
        shift = Math.min(15, precision - 2 - Math.getExponent(most));
        if (shift < 0) {
            return false;
        }
        int limit = (1 << precision - 1) - 1;
        double carried = 0;
        for (int i = 0; i < order; i++) {
            carried += Math.scalb(exact[i], shift);
            int rounded = (int) Math.clamp(Math.round(carried), -limit - 1, limit);
            carried -= rounded;
            coefficients[i] = rounded;
        }
        return true;
    }

    /** What is left over when each value is predicted; false if that is more than an integer holds. */
    boolean residual(int[] sound, int length, int[] into) {
        for (int i = order; i < length; i++) {
            long sum = 0;
            for (int j = 0; j < order; j++) {
                sum += (long) coefficients[j] * sound[i - 1 - j];
            }
            long left = sound[i] - (sum >> shift);
            if (left < -(1 << 29) || left > 1 << 29) {
                return false;
            }
            into[i] = (int) left;
        }
        return true;
    }
}
