package studio.tutti.core.dsp;

/**
 * Digital filters whose magnitude follows an analogue second-order section nearly up to half the rate, where the bilinear
 * transform cramps: two biquads for each section.
 *
 * <p>The square of an analogue magnitude is a rational function of Ω², that of a digital one of φ = sin²(ω/2). So Ω² is
 * replaced by a rational function of φ that is nearly ω² = 4 arcsin²(√φ):
 * <pre>
 *   R(φ) = φ (a + b φ) / (1 + c φ + d φ²)
 * </pre>
 * The bilinear transform is the case b = d = 0, c = −1. Here the four numbers are a minimax fit up to 0.75 of half the rate
 * (18 kHz at 48 kHz; ω is right to 1.7e-4), or up to 0.82 for lower rates (18 kHz at 44.1 kHz; 4.4e-4). As with prewarping, the
 * section's own frequency is moved so that it is met exactly, if it lies within the fit. The roots of numerator and denominator follow in closed form,
 * and those within the unit circle make the filter, which is minimum-phase. The idea of fitting the magnitude and then
 * taking roots is that of Orfanidis (J. Audio Eng. Soc. 45(6), 1997) and Vicanek ("Matched Second Order Digital Filters",
 * 2016); they have one biquad to spend and fit fewer points.
 *
 * <p>An instance holds scratch numbers only. {@link #design} uses {@code + - * /} and {@code sqrt} and allocates nothing.
 */
public final class MatchedFilter {

    /** Numbers that a design writes: two biquads. */
    public static final int NUMBERS = 2 * Biquad.NUMBERS;

    private static final double[] UP_TO_THREE_QUARTERS =
            {3.998682231054014, -2.8515479903685748, -1.0523474109993376, 0.19063550627586642};
    private static final double[] FURTHER =
            {3.996472588740143, -3.070455191995659, -1.1137253606674267, 0.22233035468703571};

    /** Where a second biquad bends the response by less than 0.0001 dB, it is left out. */
    private static final double NEGLIGIBLE = 2e-6;

    private double a;
    private double b;
    private double c;
    private double d;

    private double rootRe;
    private double rootIm;

    /** z⁻¹ and z⁻² of the two polynomials found last; their first coefficient is 1. */
    private double near1;
    private double near2;
    private double far1;
    private double far2;

    /**
     * Designs the filter for (n2 s² + n1 s + n0) / (d2 s² + d1 s + d0), where s = 1i is the section's frequency. The denominator
     * has no coefficient that is zero; the numerator has none below zero, and n1 is zero only with n0 or n2.
     *
     * @param hertz the section's frequency; held between 1 Hz and 0.47 of the rate
     * @param rate frames a second
     * @param to where the coefficients of two biquads are written, as {@link Biquad} takes them
     */
    public void design(double n2, double n1, double n0, double d2, double d1, double d0, double hertz, double rate,
            double[] to, int at) {
        double[] fit = rate >= 47_900 ? UP_TO_THREE_QUARTERS : FURTHER;
        a = fit[0];
        b = fit[1];
        c = fit[2];
        d = fit[3];
        double cutoff = hertz < 1 ? 1 : hertz > 0.47 * rate ? 0.47 * rate : hertz;
        double sine = Functions.sin(Math.PI * cutoff / rate);
        double angle = 2 * Math.PI * cutoff / rate;
        double centre = cutoff > (fit == FURTHER ? 0.41 : 0.375) * rate ? angle * angle : warped(sine * sine);

        factor(d2, d1, d0, centre);
        to[at + 3] = near1;
        to[at + 4] = near2;
        to[at + 8] = far1;
        to[at + 9] = far2;
        factor(n2, n1, n0, centre);
        double nyquist = warped(1) / centre;
        double wanted = Math.sqrt(power(n2, n1, n0, nyquist) / power(d2, d1, d0, nyquist));
        double top = (1 - near1 + near2) * (1 - far1 + far2);
        double bottom = (1 - to[at + 3] + to[at + 4]) * (1 - to[at + 8] + to[at + 9]);
        double gain = bottom * wanted / top;
        if (close(far1, to[at + 8]) && close(far2, to[at + 9])) {
            gain = (1 - far1 + far2) / (1 - to[at + 8] + to[at + 9]) * gain;
            far1 = 0;
            far2 = 0;
            to[at + 8] = 0;
            to[at + 9] = 0;
        }
        to[at] = gain;
        to[at + 1] = gain * near1;
        to[at + 2] = gain * near2;
        to[at + 5] = 1;
        to[at + 6] = far1;
        to[at + 7] = far2;
    }

    /** The square of the section's analogue magnitude at a frequency whose square, in those of the section, is given. */
    public static double power(double c2, double c1, double c0, double square) {
        double even = c0 - c2 * square;
        return even * even + c1 * c1 * square;
    }

    private static boolean close(double x, double y) {
        double difference = x - y;
        return difference < NEGLIGIBLE && difference > -NEGLIGIBLE;
    }

    private double warped(double phi) {
        return phi * (a + b * phi) / (1 + phi * (c + d * phi));
    }

    /** The minimum-phase polynomials of c2 s² + c1 s + c0 into the four fields. */
    private void factor(double c2, double c1, double c0, double centre) {
        if (c2 == 0) {
            double split = Math.sqrt(c * c - 4 * d);
            double one = inside((-c - split) / (2 * d));
            double other = inside((-c + split) / (2 * d));
            near1 = -(one + other);
            near2 = one * other;
            far1 = near1;
            far2 = near2;
            return;
        }
        double inner = c1 * c1 - 4 * c0 * c2;
        if (inner < 0) {
            double scale = centre / (2 * c2 * c2);
            complex((2 * c0 * c2 - c1 * c1) * scale, c1 * Math.sqrt(-inner) * scale);
            return;
        }
        double q = -0.5 * (c1 + Math.sqrt(inner));
        double one = q / c2;
        double other = q == 0 ? 0 : c0 / q;
        real(-one * one * centre, -other * other * centre);
    }

    /** For two squares of frequencies, zero or negative: both roots of each are real. */
    private void real(double w1, double w2) {
        double near = nearRoot(w1);
        double far = farRoot(w1);
        double alsoNear = nearRoot(w2);
        double alsoFar = farRoot(w2);
        near1 = -(near + alsoNear);
        near2 = near * alsoNear;
        far1 = -(far + alsoFar);
        far2 = far * alsoFar;
    }

    private double nearRoot(double w) {
        double linear = a - w * c;
        double split = Math.sqrt(linear * linear + 4 * (b - w * d) * w);
        return linear >= 0 ? inside(2 * w / (linear + split)) : reciprocal(2 * (b - w * d), split - linear);
    }

    private double farRoot(double w) {
        double linear = a - w * c;
        double split = Math.sqrt(linear * linear + 4 * (b - w * d) * w);
        return linear >= 0 ? reciprocal(2 * (b - w * d), -linear - split) : inside(2 * w / (linear - split));
    }

    /** {@link #inside} of top / bottom, given upside down so that an infinite φ is none to fear. */
    private static double reciprocal(double bottom, double top) {
        return bottom == 0 ? 0 : inside(top / bottom);
    }

    /** The z within the unit circle that belongs to a real φ outside 0 … 1. */
    private static double inside(double phi) {
        double even = 1 - 2 * phi;
        double odd = 2 * Math.sqrt(phi * (phi - 1));
        return even >= 0 ? 1 / (even + odd) : 1 / (even - odd);
    }

    /** For the square of a frequency w = re + i im and its conjugate. */
    private void complex(double re, double im) {
        double quadRe = b - re * d;
        double quadIm = -im * d;
        double linRe = a - re * c;
        double linIm = -im * c;
        // the discriminant B² − 4AC with C = −w
        root(linRe * linRe - linIm * linIm + 4 * (quadRe * re - quadIm * im),
                2 * linRe * linIm + 4 * (quadRe * im + quadIm * re));
        double splitRe = rootRe;
        double splitIm = rootIm;
        boolean alike = linRe * splitRe + linIm * splitIm >= 0;
        double sumRe = alike ? linRe + splitRe : linRe - splitRe;
        double sumIm = alike ? linIm + splitIm : linIm - splitIm;
        double size = sumRe * sumRe + sumIm * sumIm;
        double smallRe = 2 * (re * sumRe + im * sumIm) / size;
        double smallIm = 2 * (im * sumRe - re * sumIm) / size;
        double quad = 2 * (quadRe * quadRe + quadIm * quadIm);
        double largeRe = -(sumRe * quadRe + sumIm * quadIm) / quad;
        double largeIm = -(sumIm * quadRe - sumRe * quadIm) / quad;
        if (alike) {
            pair(largeRe, largeIm, true);
            pair(smallRe, smallIm, false);
        } else {
            pair(smallRe, smallIm, true);
            pair(largeRe, largeIm, false);
        }
    }

    /** The polynomial of the z that belongs to φ, and of its conjugate. */
    private void pair(double re, double im, boolean far) {
        root(re * re - im * im - re, 2 * re * im - im);
        double evenRe = 1 - 2 * re;
        double evenIm = -2 * im;
        boolean alike = evenRe * rootRe + evenIm * rootIm >= 0;
        double outRe = alike ? evenRe + 2 * rootRe : evenRe - 2 * rootRe;
        double outIm = alike ? evenIm + 2 * rootIm : evenIm - 2 * rootIm;
        double size = outRe * outRe + outIm * outIm;
        double first = -2 * outRe / size;
        double second = 1 / size;
        if (far) {
            far1 = first;
            far2 = second;
        } else {
            near1 = first;
            near2 = second;
        }
    }

    /** The square root with a real part that is not negative. */
    private void root(double re, double im) {
        double size = Math.sqrt(re * re + im * im);
        if (size == 0) {
            rootRe = 0;
            rootIm = 0;
        } else if (re >= 0) {
            rootRe = Math.sqrt(0.5 * (size + re));
            rootIm = im / (2 * rootRe);
        } else {
            double odd = Math.sqrt(0.5 * (size - re));
            rootIm = im < 0 ? -odd : odd;
            rootRe = im / (2 * rootIm);
        }
    }
}
