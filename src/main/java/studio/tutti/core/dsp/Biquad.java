package studio.tutti.core.dsp;

/**
 * A second-order filter for two channels, in the transposed direct form II, whose coefficients move in a straight line over
 * a cell of {@value #CELL} frames.
 *
 * <p>Between two stable sets every point of the line is stable too, because the stable pairs (a1, a2) form a triangle.
 * <pre>
 *   y  = b0 x + s1
 *   s1 = b1 x - a1 y + s2
 *   s2 = b2 x - a2 y
 * </pre>
 */
public final class Biquad {

    /** Frames over which the coefficients move. */
    public static final int CELL = 64;

    /** Coefficients of one filter in an array: b0, b1, b2, a1, a2. */
    public static final int NUMBERS = 5;

    /** States below this are silence: denormal numbers would be slow. */
    private static final double SILENT = 1e-30;

    private double b0 = 1;
    private double b1;
    private double b2;
    private double a1;
    private double a2;
    private double stepB0;
    private double stepB1;
    private double stepB2;
    private double stepA1;
    private double stepA2;
    private double goalB0 = 1;
    private double goalB1;
    private double goalB2;
    private double goalA1;
    private double goalA2;
    private boolean moving;
    private double left1;
    private double left2;
    private double right1;
    private double right2;

    /** Lets the coefficients reach new values at the end of the coming cell. */
    public void aim(double[] numbers, int at) {
        goalB0 = numbers[at];
        goalB1 = numbers[at + 1];
        goalB2 = numbers[at + 2];
        goalA1 = numbers[at + 3];
        goalA2 = numbers[at + 4];
        moving = goalB0 != b0 || goalB1 != b1 || goalB2 != b2 || goalA1 != a1 || goalA2 != a2;
        if (moving) {
            stepB0 = (goalB0 - b0) / CELL;
            stepB1 = (goalB1 - b1) / CELL;
            stepB2 = (goalB2 - b2) / CELL;
            stepA1 = (goalA1 - a1) / CELL;
            stepA2 = (goalA2 - a2) / CELL;
        }
    }

    /** Puts the coefficients where they shall be at once. */
    public void settle() {
        b0 = goalB0;
        b1 = goalB1;
        b2 = goalB2;
        a1 = goalA1;
        a2 = goalA2;
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
        }
        left1 = flushed(left1);
        left2 = flushed(left2);
        right1 = flushed(right1);
        right2 = flushed(right2);
    }

    /** Whether it leaves the sound as it is, now and over the coming cell. */
    public boolean idle() {
        return !moving && b0 == 1 && b1 == 0 && b2 == 0 && a1 == 0 && a2 == 0
                && left1 == 0 && left2 == 0 && right1 == 0 && right2 == 0;
    }

    /** Filters both channels in place, frames {@code from} to before {@code to}, which lie in one cell. */
    public void run(double[] left, double[] right, int from, int to) {
        if (moving) {
            runMoving(left, right, from, to);
            return;
        }
        double c0 = b0;
        double c1 = b1;
        double c2 = b2;
        double d1 = a1;
        double d2 = a2;
        double l1 = left1;
        double l2 = left2;
        double r1 = right1;
        double r2 = right2;
        for (int i = from; i < to; i++) {
            double x = left[i];
            double y = c0 * x + l1;
            l1 = c1 * x - d1 * y + l2;
            l2 = c2 * x - d2 * y;
            left[i] = y;
            x = right[i];
            y = c0 * x + r1;
            r1 = c1 * x - d1 * y + r2;
            r2 = c2 * x - d2 * y;
            right[i] = y;
        }
        left1 = l1;
        left2 = l2;
        right1 = r1;
        right2 = r2;
    }

    private void runMoving(double[] left, double[] right, int from, int to) {
        for (int i = from; i < to; i++) {
            b0 += stepB0;
            b1 += stepB1;
            b2 += stepB2;
            a1 += stepA1;
            a2 += stepA2;
            double x = left[i];
            double y = b0 * x + left1;
            left1 = b1 * x - a1 * y + left2;
            left2 = b2 * x - a2 * y;
            left[i] = y;
            x = right[i];
            y = b0 * x + right1;
            right1 = b1 * x - a1 * y + right2;
            right2 = b2 * x - a2 * y;
            right[i] = y;
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
