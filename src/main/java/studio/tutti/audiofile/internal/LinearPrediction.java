package studio.tutti.audiofile.internal;

/**
 * Predictors of a block of sound: autocorrelation under a Tukey window, Levinson and Durbin's recursion, coefficients
 * rounded with the error carried on to the next one.
 */
final class LinearPrediction {

    static final int HIGHEST_ORDER = 12;

    /** One more than are needed is filled with the last four. */
    private final double[] correlation = new double[HIGHEST_ORDER + 4];
    private final double[][] predictors = new double[HIGHEST_ORDER][HIGHEST_ORDER];
    private final double[] errors = new double[HIGHEST_ORDER];
    private double[] window = new double[0];
    private double[] windowed = new double[0];
    private double[] exact = new double[0];
    private double[] sums = new double[0];
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
        for (int lag = 0; lag <= HIGHEST_ORDER; lag += 4) {
            four(lag, length);
        }
    }

    /** Four lags at once: each value is fetched once for all of them. */
    private void four(int lag, int length) {
        double[] sound = windowed;
        int first = Math.min(lag + 3, length);
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int i = lag; i < first; i++) {
            a += sound[i] * sound[i - lag];
            b += i > lag ? sound[i] * sound[i - lag - 1] : 0;
            c += i > lag + 1 ? sound[i] * sound[i - lag - 2] : 0;
        }
        for (int i = first; i < length; i++) {
            double x = sound[i];
            a += x * sound[i - lag];
            b += x * sound[i - lag - 1];
            c += x * sound[i - lag - 2];
            d += x * sound[i - lag - 3];
        }
        correlation[lag] = a;
        correlation[lag + 1] = b;
        correlation[lag + 2] = c;
        correlation[lag + 3] = d;
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

    /**
     * What is left over when each value is predicted; false if that is more than an integer holds. Sums of products have at most 44
     * bits, so {@code double} holds them exactly, and a processor adds up several at once.
     */
    boolean residual(int[] sound, int length, int[] into) {
        if (exact.length < length) {
            exact = new double[length];
            sums = new double[length];
        }
        double[] values = exact;
        double[] predicted = sums;
        for (int i = 0; i < length; i++) {
            values[i] = sound[i];
            predicted[i] = 0;
        }
        double scale = Math.scalb(1.0, -shift);
        for (int j = 0; j < order; j += 2) {
            add(values, predicted, length, j, coefficients[j] * scale, j + 1 < order ? coefficients[j + 1] * scale : 0);
        }
        boolean fits = true;
        for (int i = order; i < length; i++) {
            double left = values[i] - Math.floor(predicted[i]);
            fits &= left >= -(1 << 29) && left <= 1 << 29;
            into[i] = (int) left;
        }
        return fits;
    }

    /** Adds what two coefficients foretell; from the order on, so that nothing before the block is asked for. */
    private void add(double[] values, double[] predicted, int length, int j, double one, double other) {
        int from = Math.max(order, j + 2);
        for (int i = order; i < from; i++) {
            predicted[i] += one * values[i - 1 - j];
        }
        for (int i = from; i < length; i++) {
            predicted[i] += one * values[i - 1 - j] + other * values[i - 2 - j];
        }
    }
}
