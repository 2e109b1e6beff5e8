package studio.tutti.core.dsp;

/**
 * Sine, cosine, exponential, logarithm and what follows from them, with the same bits everywhere.
 *
 * <p>{@link Math} may differ in the last bit between a JVM, a WebAssembly engine and a JavaScript engine. These
 * functions use only {@code + - * /}, so a recursive filter that starts from their results stays equal for hours.
 * Each reduces its argument to a small interval and sums the Taylor series there; the relative error is a few
 * units in the last place (below 1e-15) unless a method says otherwise.
 */
public final class Functions {

    private static final double LN2_HIGH = 0x1.62e42feep-1;
    private static final double LN2_LOW = 0x1.a39ef35793c76p-33;
    private static final double LN2 = 0.6931471805599453;
    private static final double LN10 = 2.302585092994046;

    private static final double HALF_PI_1 = 0x1.921fb544p0;
    private static final double HALF_PI_2 = 0x1.0b4611a6p-34;
    private static final double HALF_PI_3 = 0x1.3198a2e037073p-69;
    private static final double TWO_OVER_PI = 0.6366197723675814;

    /** 2 to the powers −1022 … 1023, exact. */
    /** 1.5 · 2⁵². */
    private static final double ROUNDING = 6755399441055744.0;
    private static final double[] POWERS_OF_TWO = powersOfTwo();

    private Functions() {
    }

    /** Sine of an angle in radians; |angle| up to 1e6 keeps an absolute error below 1e-15. */
    public static double sin(double radians) {
        return circular(radians, 0);
    }

    /** Cosine of an angle in radians; |angle| up to 1e6 keeps an absolute error below 1e-15. */
    public static double cos(double radians) {
        return circular(radians, 1);
    }

    /** Tangent of an angle in radians. */
    public static double tan(double radians) {
        return sin(radians) / cos(radians);
    }

    /** e to the power x; 0 below −708, infinity above 709.78. */
    public static double exp(double x) {
        if (!(x > -708)) {
            return x != x ? x : 0;
        }
        if (x > 709.78) {
            return Double.POSITIVE_INFINITY;
        }
        double k = nearest(x * (1 / LN2));
        double rest = x - k * LN2_HIGH - k * LN2_LOW;
        return scale(1 + expSeries(rest), (int) k);
    }

    /** 2 to the power x; 0 below −1022, infinity from 1024. */
    public static double exp2(double x) {
        if (!(x >= -1022)) {
            return x != x ? x : 0;
        }
        if (x >= 1024) {
            return Double.POSITIVE_INFINITY;
        }
        double k = nearest(x);
        return scale(1 + expSeries((x - k) * LN2), (int) k);
    }

    /** Natural logarithm; NaN below zero, minus infinity at zero. Denormal arguments count as zero. */
    public static double log(double x) {
        if (!(x >= Double.MIN_NORMAL)) {
            return x >= 0 ? Double.NEGATIVE_INFINITY : Double.NaN;
        }
        if (x == Double.POSITIVE_INFINITY) {
            return x;
        }
        int exponent = exponent(x);
        double mantissa = x * inverseOfPower(exponent);
        if (mantissa > 1.4142135623730951) {
            mantissa *= 0.5;
            exponent++;
        }
        double s = (mantissa - 1) / (mantissa + 1);
        double q = s * s;
        double tail = q * (1.0 / 3 + q * (1.0 / 5 + q * (1.0 / 7 + q * (1.0 / 9 + q * (1.0 / 11
                + q * (1.0 / 13 + q * (1.0 / 15 + q * (1.0 / 17 + q * (1.0 / 19 + q / 21)))))))));
        return 2 * s * tail + exponent * LN2_LOW + 2 * s + exponent * LN2_HIGH;
    }

    /** Logarithm to base 2. */
    public static double log2(double x) {
        return log(x) / LN2;
    }

    /** Logarithm to base 10. */
    public static double log10(double x) {
        return log(x) / LN10;
    }

    /**
     * A positive base to any power. The relative error grows with the exponent of the result: below 1e-13 for
     * results between 1e-100 and 1e100.
     */
    public static double pow(double base, double exponent) {
        if (exponent == 0 || base == 1) {
            return 1;
        }
        return exp(exponent * log(base));
    }

    /** The angle of a point from the x axis in radians, −π … π; 0 at the origin. */
    public static double atan2(double y, double x) {
        double up = y < 0 ? -y : y;
        double along = x < 0 ? -x : x;
        double most = up > along ? up : along;
        if (!(most > 0)) {
            return 0;
        }
        double part = (up > along ? along : up) / most;
        boolean far = part > 0.4142135623730951;
        double near = far ? (part - 1) / (part + 1) : part;
        double angle = atanSeries(near);
        angle = far ? angle + Math.PI / 4 : angle;
        angle = up > along ? Math.PI / 2 - angle : angle;
        angle = x < 0 ? Math.PI - angle : angle;
        return y < 0 ? -angle : angle;
    }

    /** Arctangent for |x| ≤ √2 − 1. */
    private static double atanSeries(double x) {
        double q = x * x;
        double sum = 0;
        for (int n = 43; n > 0; n -= 2) {
            sum = ((n & 2) == 0 ? 1.0 : -1.0) / n + q * sum;
        }
        return x * sum;
    }

    /** Hyperbolic tangent. */
    public static double tanh(double x) {
        if (x > 20 || x < -20) {
            return x > 0 ? 1 : -1;
        }
        double doubled = 2 * x;
        double less = doubled > -0.34 && doubled < 0.34 ? expSeries(doubled) : exp(doubled) - 1;
        return less / (less + 2);
    }

    private static double circular(double radians, int quarterTurns) {
        double k = nearest(radians * TWO_OVER_PI);
        double rest = radians - k * HALF_PI_1 - k * HALF_PI_2 - k * HALF_PI_3;
        int quadrant = ((int) (k - 4 * floor(k * 0.25)) + quarterTurns) & 3;
        double value = (quadrant & 1) == 0 ? sinSeries(rest) : cosSeries(rest);
        return quadrant < 2 ? value : -value;
    }

    /** Sine for |x| ≤ π/4. */
    private static double sinSeries(double x) {
        double q = x * x;
        return x + x * q * (-1.0 / 6 + q * (1.0 / 120 + q * (-1.0 / 5040 + q * (1.0 / 362880 + q * (-1.0 / 39916800
                + q * (1.0 / 6227020800.0 + q * (-1.0 / 1307674368000.0 + q / 355687428096000.0)))))));
    }

    /** Cosine for |x| ≤ π/4. */
    private static double cosSeries(double x) {
        double q = x * x;
        return 1 - (0.5 * q - q * q * (1.0 / 24 + q * (-1.0 / 720 + q * (1.0 / 40320 + q * (-1.0 / 3628800
                + q * (1.0 / 479001600 + q * (-1.0 / 87178291200.0 + q / 20922789888000.0)))))));
    }

    /** e to the power x, less 1, for |x| ≤ 0.35. */
    private static double expSeries(double x) {
        return x + x * x * (1.0 / 2 + x * (1.0 / 6 + x * (1.0 / 24 + x * (1.0 / 120 + x * (1.0 / 720
                + x * (1.0 / 5040 + x * (1.0 / 40320 + x * (1.0 / 362880 + x * (1.0 / 3628800
                + x * (1.0 / 39916800 + x * (1.0 / 479001600 + x / 6227020800.0)))))))))));
    }

    private static double nearest(double x) {
        return floor(x + 0.5);
    }

    /**
     * The nearest whole number that is not above: where a sound is made, in place of {@code Math.floor}, for which TeaVM's WebAssembly asks
     * the page, and that leaves 12 bytes of garbage each time. Added to the number whose last bit counts ones, a value is rounded.
     */
    public static double floor(double x) {
        if (x > -2251799813685248.0 && x < 2251799813685248.0) {
            double near = x + ROUNDING - ROUNDING;
            return near > x ? near - 1 : near;
        }
        return Math.floor(x);
    }

    /** The whole part of the binary logarithm of a normal number, by bisection over the exact powers. */
    private static int exponent(double x) {
        int low = -1022;
        int high = 1023;
        while (low < high) {
            int middle = (low + high + 1) >> 1;
            if (POWERS_OF_TWO[middle + 1022] <= x) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private static double inverseOfPower(int exponent) {
        return exponent == 1023 ? 0.5 * POWERS_OF_TWO[0] : POWERS_OF_TWO[1022 - exponent];
    }

    private static double scale(double x, int exponent) {
        return exponent > 1023 ? x * 2 * POWERS_OF_TWO[2045] : x * POWERS_OF_TWO[exponent + 1022];
    }

    private static double[] powersOfTwo() {
        double[] powers = new double[2046];
        powers[1022] = 1;
        for (int k = 1; k <= 1023; k++) {
            powers[1022 + k] = 2 * powers[1021 + k];
        }
        for (int k = 1; k <= 1022; k++) {
            powers[1022 - k] = 0.5 * powers[1023 - k];
        }
        return powers;
    }
}
