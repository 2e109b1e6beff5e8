package studio.tutti.core.effect;

/** Mean powers of two sounds at each bin, and how they go together: the first times the conjugate of the second. */
final class CrossHearing extends Windows {

    private static final double SILENT = 1e-10;
    private static final double SOFT = 1e-5;

    /** Real and imaginary parts of the mean cross-spectrum, and mean powers, at bins 0 to half the size. */
    final double[] real;
    final double[] imaginary;
    final double[] first;
    final double[] second;

    private final double shortest;
    private double loudest;
    private double pace;
    private boolean counts;
    /** Windows that counted. */
    int windows;

    /** @param memory windows over which means go */
    CrossHearing(int size, int hop, double memory) {
        super(size, hop);
        shortest = 1 / memory;
        real = new double[size / 2 + 1];
        imaginary = new double[size / 2 + 1];
        first = new double[size / 2 + 1];
        second = new double[size / 2 + 1];
    }

    @Override
    void begin() {
        double sum = 0;
        for (int k = 1; k < size; k++) {
            sum += re[k] * re[k];
            sum += im[k] * im[k];
        }
        counts = sum > SILENT && sum < 1e9 && sum > SOFT * loudest;
        if (counts) {
            loudest = Math.max(loudest, sum);
            windows++;
            pace = Math.max(1.0 / windows, shortest);
        }
    }

    @Override
    void take(int from, int to) {
        if (!counts) {
            return;
        }
        for (int k = from; k < to; k++) {
            double ar = 0.5 * (re[k] + re[size - k]);
            double ai = 0.5 * (im[k] - im[size - k]);
            double br = 0.5 * (im[k] + im[size - k]);
            double bi = 0.5 * (re[size - k] - re[k]);
            real[k] += (ar * br + ai * bi - real[k]) * pace;
            imaginary[k] += (ai * br - ar * bi - imaginary[k]) * pace;
            first[k] += (ar * ar + ai * ai - first[k]) * pace;
            second[k] += (br * br + bi * bi - second[k]) * pace;
        }
    }

    @Override
    void finish() {
    }

    @Override
    void clear() {
        super.clear();
        windows = 0;
        loudest = 0;
        for (int k = 0; k < real.length; k++) {
            real[k] = 0;
            imaginary[k] = 0;
            first[k] = 0;
            second[k] = 0;
        }
    }
}
