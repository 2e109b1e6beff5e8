package studio.tutti.core.dsp;

/**
 * The K-weighting of Rec. ITU-R BS.1770-4 for one channel at any rate: a shelf for the head, then a highpass.
 *
 * <p>The recommendation gives numbers for 48 kHz only. The analogue filters behind them (shelf of 4.000 dB at 1,681.97 Hz, highpass
 * at 38.135 Hz) are taken through the bilinear transform for other rates, with the constants that libebur128 and others use;
 * at 48 kHz the recommendation's numbers come out to 1e-10.
 */
public final class KWeighting {

    private static final double SHELF_HERTZ = 1681.974450955533;
    private static final double SHELF_Q = 0.7071752369554196;
    private static final double SHELF_DECIBELS = 3.999843853973347;
    private static final double SHELF_BEND = 0.4996667741545416;
    private static final double HIGHPASS_HERTZ = 38.13547087602444;
    private static final double HIGHPASS_Q = 0.5003270373238773;

    private final double b0;
    private final double b1;
    private final double b2;
    private final double a1;
    private final double a2;
    private final double c1;
    private final double c2;
    private double s1;
    private double s2;
    private double t1;
    private double t2;

    KWeighting(double rate) {
        double k = Functions.tan(Math.PI * SHELF_HERTZ / rate);
        double q = SHELF_Q;
        double high = Decibels.gain(SHELF_DECIBELS);
        double band = Functions.pow(high, SHELF_BEND);
        double all = 1 + k / q + k * k;
        b0 = (high + band * k / q + k * k) / all;
        b1 = 2 * (k * k - high) / all;
        b2 = (high - band * k / q + k * k) / all;
        a1 = 2 * (k * k - 1) / all;
        a2 = (1 - k / q + k * k) / all;
        k = Functions.tan(Math.PI * HIGHPASS_HERTZ / rate);
        q = HIGHPASS_Q;
        all = 1 + k / q + k * k;
        c1 = 2 * (k * k - 1) / all;
        c2 = (1 - k / q + k * k) / all;
    }

    /**
     * The power gain of the weighting at a frequency, by the analogue filters; of a filter at a rate it is short of this towards half the rate.
     *
     * @param hertz 0 or more
     */
    public static double power(double hertz) {
        double high = Decibels.gain(SHELF_DECIBELS);
        double band = Functions.pow(high, SHELF_BEND) / SHELF_Q;
        double x = hertz / SHELF_HERTZ;
        x *= x;
        double shelf = ((1 - high * x) * (1 - high * x) + band * band * x) / ((1 - x) * (1 - x) + x / SHELF_Q / SHELF_Q);
        double y = hertz / HIGHPASS_HERTZ;
        y *= y;
        return shelf * y * y / ((1 - y) * (1 - y) + y / HIGHPASS_Q / HIGHPASS_Q);
    }

    /** The numbers of both filters: b0, b1, b2, a1, a2 of the shelf, a1, a2 of the highpass, whose others are 1, −2, 1. */
    double[] numbers() {
        return new double[] {b0, b1, b2, a1, a2, c1, c2};
    }

    void clear() {
        s1 = 0;
        s2 = 0;
        t1 = 0;
        t2 = 0;
    }

    /** The sum of the squares of the next frames, weighted. */
    double energy(double[] sound, int from, int to) {
        double sum = 0;
        double p1 = s1;
        double p2 = s2;
        double r1 = t1;
        double r2 = t2;
        for (int i = from; i < to; i++) {
            double x = sound[i];
            double y = b0 * x + p1;
            p1 = b1 * x - a1 * y + p2;
            p2 = b2 * x - a2 * y;
            double z = y + r1;
            r1 = -2 * y - c1 * z + r2;
            r2 = y - c2 * z;
            sum += z * z;
        }
        s1 = flushed(p1);
        s2 = flushed(p2);
        t1 = flushed(r1);
        t2 = flushed(r2);
        return sum;
    }

    /** Denormal numbers would be slow, and what is no number would stay for ever. */
    private static double flushed(double state) {
        return state > -1e9 && state < 1e9 && (state > 1e-25 || state < -1e-25) ? state : 0;
    }
}
