package studio.tutti.core.dsp;

/**
 * Finds how high a signal goes between its samples: seven points between each two, and a parabola through the highest three.
 *
 * <p>The points come in two steps, as in a resampler: the middle by a Kaiser-windowed sinc of {@value #TAPS} taps, then the
 * quarters between neighbours of that by one of {@value #SHORT} taps, for which the signal leaves half of the band empty. Rec. ITU-R
 * BS.1770-4, annex 2, asks for three points between two samples, which read a sine of half of half the rate up to 0.17 dB too low and
 * one of 0.9 of it up to 0.55 dB. Here both are within 0.02 dB; the kernel lets go above 0.97 of half the rate.
 */
public final class TruePeak {

    /** What {@link #next} tells lies between the samples this many calls ago and one call less. */
    public static final int DELAY = 51;

    private static final int TAPS = 96;
    private static final int SHORT = 12;

    /** Twice the rate: the samples and the points in their middles, the last thirteen of them, each held twice. */
    private static final int DOUBLED = SHORT + 2;

    /** For the vertex of a parabola, which lies at most an eighth above the highest of its points. */
    private static final double MARGIN = 1.125;

    private static final double[] MIDDLE = middle();
    private static final double[] QUARTERS = quarters();

    /** The quarters make no more out of the doubled samples' highest than this factor. */
    private static final double MOST_OF_DOUBLED = mostOfDoubled();

    /** No kernel makes more out of its samples' highest than this factor. */
    private static final double MOST = most();

    private final double[] memory = new double[2 * TAPS];
    private final double[] doubled = new double[2 * DOUBLED];
    private int at;
    private int pair;
    private double before;
    private int loudFor;
    private int doubledLoudFor;

    /** Forgets every sample. */
    public void clear() {
        for (int i = 0; i < memory.length; i++) {
            memory[i] = 0;
        }
        for (int i = 0; i < doubled.length; i++) {
            doubled[i] = 0;
        }
        at = 0;
        pair = 0;
        before = 0;
        loudFor = 0;
        doubledLoudFor = 0;
    }

    /**
     * Takes a sample and gives the highest magnitude between the sample {@link #DELAY} calls ago and the next, both included.
     *
     * @param least magnitudes below this need not be exact: what is told instead is the higher one of the two samples. It may
     *     rise at any time; where it falls, the next 110 answers may still go by what it was.
     */
    public double next(double sample, double least) {
        double magnitude = sample < 0 ? -sample : sample;
        loudFor = magnitude * MOST >= least ? TAPS + DOUBLED : loudFor - 1;
        memory[at] = sample;
        memory[at + TAPS] = sample;
        at = at + 1 == TAPS ? 0 : at + 1;
        double point = loudFor > 0 ? half() : 0;
        double middle = memory[at + TAPS / 2 - 1];
        doubled[pair] = middle;
        doubled[pair + DOUBLED] = middle;
        doubled[pair + 1] = point;
        doubled[pair + 1 + DOUBLED] = point;
        int window = pair + 3;
        pair = pair + 2 == DOUBLED ? 0 : pair + 2;
        double between = magnitude(point);
        double present = magnitude(middle);
        doubledLoudFor = (present > between ? present : between) * MOST_OF_DOUBLED >= least ? DOUBLED / 2 + 1 : doubledLoudFor - 1;
        if (loudFor > 0 && doubledLoudFor > 0) {
            return highest(window);
        }
        before = 0;
        double first = magnitude(doubled[window + 5]);
        double last = magnitude(doubled[window + 7]);
        return first > last ? first : last;
    }

    private double half() {
        double even = 0;
        double odd = 0;
        double[] kernel = MIDDLE;
        int near = at;
        int far = at + TAPS - 1;
        for (int tap = 0; tap < TAPS / 2; tap += 2) {
            even += kernel[tap] * (memory[near + tap] + memory[far - tap]);
            odd += kernel[tap + 1] * (memory[near + tap + 1] + memory[far - tap - 1]);
        }
        return even + odd;
    }

    private double highest(int window) {
        double p1 = 0;
        double p2 = 0;
        double p3 = 0;
        double q1 = 0;
        double q2 = 0;
        double q3 = 0;
        double[] kernels = QUARTERS;
        double[] values = doubled;
        double x = values[window];
        for (int tap = 0, k = 0; tap < SHORT; tap++, k += 3) {
            double y = values[window + tap + 1];
            p1 += kernels[k] * x;
            p2 += kernels[k + 1] * x;
            p3 += kernels[k + 2] * x;
            q1 += kernels[k] * y;
            q2 += kernels[k + 1] * y;
            q3 += kernels[k + 2] * y;
            x = y;
        }
        double first = magnitude(values[window + 5]);
        double middle = magnitude(values[window + 6]);
        double last = magnitude(values[window + 7]);
        p1 = magnitude(p1);
        p2 = magnitude(p2);
        p3 = magnitude(p3);
        q1 = magnitude(q1);
        q2 = magnitude(q2);
        q3 = magnitude(q3);
        double highest = first > last ? first : last;
        highest = top(before, first, p1, highest);
        highest = top(first, p1, p2, highest);
        highest = top(p1, p2, p3, highest);
        highest = top(p2, p3, middle, highest);
        highest = top(p3, middle, q1, highest);
        highest = top(middle, q1, q2, highest);
        highest = top(q1, q2, q3, highest);
        highest = top(q2, q3, last, highest);
        before = q3;
        return highest;
    }

    private static double magnitude(double x) {
        return x < 0 ? -x : x;
    }

    /** The vertex of the parabola through three magnitudes, if the middle one is their highest and it is the highest so far. */
    private static double top(double left, double middle, double right, double highest) {
        double bend = 2 * middle - left - right;
        if (middle < left || middle < right || !(bend > 0)) {
            return highest;
        }
        double slope = right - left;
        double vertex = middle + slope * slope / (8 * bend);
        return vertex > highest ? vertex : highest;
    }

    private static double[] middle() {
        double[] kernel = new double[TAPS / 2];
        for (int tap = 0; tap < kernel.length; tap++) {
            kernel[tap] = KaiserSinc.at(tap - (TAPS / 2 - 0.5), 1, TAPS / 2, 5);
        }
        return kernel;
    }

    private static double[] quarters() {
        double[] kernels = new double[3 * SHORT];
        for (int tap = 0; tap < SHORT; tap++) {
            for (int quarter = 0; quarter < 3; quarter++) {
                kernels[3 * tap + quarter] = KaiserSinc.at(tap - (SHORT / 2 - 1) - (quarter + 1) * 0.25, 1, SHORT / 2, 6);
            }
        }
        return kernels;
    }

    private static double mostOfDoubled() {
        double most = 1;
        for (int quarter = 0; quarter < 3; quarter++) {
            double sum = 0;
            for (int tap = 0; tap < SHORT; tap++) {
                sum += magnitude(QUARTERS[3 * tap + quarter]);
            }
            most = sum > most ? sum : most;
        }
        return MARGIN * most;
    }

    private static double most() {
        double sum = 0;
        for (double value : MIDDLE) {
            sum += 2 * magnitude(value);
        }
        return sum * MOST_OF_DOUBLED;
    }
}
