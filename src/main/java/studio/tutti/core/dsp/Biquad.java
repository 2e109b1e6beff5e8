package studio.tutti.core.dsp;

/**
 * A second-order filter for two channels whose coefficients may move: they go in straight lines over a cell of {@value #CELL}
 * frames.
 *
 * <p>Coefficients are given as those of (b0 + b1 z⁻¹ + b2 z⁻²) / (1 + a1 z⁻¹ + a2 z⁻²), but the filter is a state-variable one in
 * the trapezoidal form of Zavalishin, "The Art of VA Filter Design", 2018, with three outputs mixed. Every stable filter can be
 * written so, and its states keep their meaning while it moves, where direct forms crackle:
 * <pre>
 *   d  = x - s2
 *   v1 = d g / (1 + g (g + k)) + s1 / (1 + g (g + k))
 *   v2 = s2 + g v1
 *   y  = m0 x + m1 v1 + m2 v2,   s1 = 2 v1 - s1,   s2 = 2 v2 - s2
 * </pre>
 */
public final class Biquad {

    /** Frames over which the coefficients move. */
    public static final int CELL = 64;

    /** Coefficients of one filter in an array: b0, b1, b2, a1, a2. */
    public static final int NUMBERS = 5;

    /** States below this are silence: denormal numbers would be slow. */
    private static final double SILENT = 1e-30;

    private double g = 1;
    private double k = 2;
    private double m0 = 1;
    private double m1;
    private double m2;
    private double goalG = 1;
    private double goalK = 2;
    private double goalM0 = 1;
    private double goalM1;
    private double goalM2;
    private double stepG;
    private double stepK;
    private double stepM0;
    private double stepM1;
    private double stepM2;
    private boolean moving;
    private double left1;
    private double left2;
    private double right1;
    private double right2;

    /** Lets the coefficients, of a stable filter, reach new values at the end of the coming cell. */
    public void aim(double[] numbers, int at) {
        double b0 = numbers[at];
        double b1 = numbers[at + 1];
        double b2 = numbers[at + 2];
        double a1 = numbers[at + 3];
        double a2 = numbers[at + 4];
        if (a1 == 0 && a2 == 0 && b1 == 0 && b2 == 0) {
            goalG = 1;
            goalK = 2;
            goalM0 = b0;
            goalM1 = 0;
            goalM2 = 0;
        } else {
            double low = 1 + a1 + a2;
            double high = 1 - a1 + a2;
            goalG = Math.sqrt(low / high);
            goalK = 2 * (1 - a2) / (high * goalG);
            double highpass = (b0 - b1 + b2) / high;
            double bandpass = 2 * (b0 - b2) / (high * goalG);
            double lowpass = (b0 + b1 + b2) / low;
            goalM0 = highpass;
            goalM1 = bandpass - goalK * highpass;
            goalM2 = lowpass - highpass;
        }
        moving = goalG != g || goalK != k || goalM0 != m0 || goalM1 != m1 || goalM2 != m2;
        stepG = (goalG - g) / CELL;
        stepK = (goalK - k) / CELL;
        stepM0 = (goalM0 - m0) / CELL;
        stepM1 = (goalM1 - m1) / CELL;
        stepM2 = (goalM2 - m2) / CELL;
    }

    /** Puts the coefficients where they shall be at once. */
    public void settle() {
        g = goalG;
        k = goalK;
        m0 = goalM0;
        m1 = goalM1;
        m2 = goalM2;
        moving = false;
    }

    /** Forgets what was heard. */
    public void clear() {
        left1 = 0;
        left2 = 0;
        right1 = 0;
        right2 = 0;
    }

    /** Ends a cell: the coefficients stand at their goal to the bit, and states that nobody can hear become zero. */
    public void endCell() {
        if (moving) {
            settle();
            if (idle()) {
                clear();
            }
        }
        left1 = flushed(left1);
        left2 = flushed(left2);
        right1 = flushed(right1);
        right2 = flushed(right2);
    }

    /** Whether it leaves the sound as it is, now and over the coming cell. */
    public boolean idle() {
        return !moving && m0 == 1 && m1 == 0 && m2 == 0;
    }

    /** Filters both channels in place, frames {@code from} to before {@code to}, which lie in one cell. */
    public void run(double[] left, double[] right, int from, int to) {
        if (moving) {
            runMoving(left, right, from, to);
            return;
        }
        double a1 = 1 / (1 + g * (g + k));
        double a2 = g * a1;
        double a3 = g * a2;
        double n0 = m0;
        double n1 = m1;
        double n2 = m2;
        double l1 = left1;
        double l2 = left2;
        double r1 = right1;
        double r2 = right2;
        for (int i = from; i < to; i++) {
            double x = left[i];
            double d = x - l2;
            double v1 = a1 * l1 + a2 * d;
            double v2 = l2 + a2 * l1 + a3 * d;
            left[i] = n0 * x + n1 * v1 + n2 * v2;
            l1 = 2 * v1 - l1;
            l2 = 2 * v2 - l2;
            x = right[i];
            d = x - r2;
            v1 = a1 * r1 + a2 * d;
            v2 = r2 + a2 * r1 + a3 * d;
            right[i] = n0 * x + n1 * v1 + n2 * v2;
            r1 = 2 * v1 - r1;
            r2 = 2 * v2 - r2;
        }
        left1 = l1;
        left2 = l2;
        right1 = r1;
        right2 = r2;
    }

    private void runMoving(double[] left, double[] right, int from, int to) {
        for (int i = from; i < to; i++) {
            g += stepG;
            k += stepK;
            m0 += stepM0;
            m1 += stepM1;
            m2 += stepM2;
            double a1 = 1 / (1 + g * (g + k));
            double a2 = g * a1;
            double a3 = g * a2;
            double x = left[i];
            double d = x - left2;
            double v1 = a1 * left1 + a2 * d;
            double v2 = left2 + a2 * left1 + a3 * d;
            left[i] = m0 * x + m1 * v1 + m2 * v2;
            left1 = 2 * v1 - left1;
            left2 = 2 * v2 - left2;
            x = right[i];
            d = x - right2;
            v1 = a1 * right1 + a2 * d;
            v2 = right2 + a2 * right1 + a3 * d;
            right[i] = m0 * x + m1 * v1 + m2 * v2;
            right1 = 2 * v1 - right1;
            right2 = 2 * v2 - right2;
        }
    }

    /**
     * The square of the magnitude of a filter's response.
     *
     * @param phi sin²(ω/2), where ω is the frequency in radians a frame
     */
    public static double power(double[] numbers, int at, double phi) {
        return square(numbers[at], numbers[at + 1], numbers[at + 2], phi) / square(1, numbers[at + 3], numbers[at + 4], phi);
    }

    /** |c0 + c1 z⁻¹ + c2 z⁻²|² on the unit circle, without cancellation at low frequencies. */
    private static double square(double c0, double c1, double c2, double phi) {
        double sum = c0 + c1 + c2;
        return sum * sum - 4 * phi * (c0 * c1 + c1 * c2 + 4 * c0 * c2 * (1 - phi));
    }

    private static double flushed(double state) {
        return state < SILENT && state > -SILENT ? 0 : state;
    }
}
