package studio.tutti.core.dsp;

/**
 * The discrete Fourier transform of a power of two, with the same bits everywhere: decimation in time, radix 2, tables from
 * {@link Functions}. Nothing is allocated after construction.
 */
public final class Fft {

    private static final Fft[] SHARED = new Fft[21];

    private final int size;
    private final int[] reversed;
    private final double[] cosines;
    private final double[] sines;

    /** @param size points, a power of two from 2 to 2²⁰ */
    public Fft(int size) {
        if (size < 2 || size > 1 << 20 || (size & (size - 1)) != 0) {
            throw new IllegalArgumentException("A transform has 2, 4, 8 … 1,048,576 points, not " + size + ".");
        }
        this.size = size;
        reversed = new int[size];
        for (int i = 1, j = 0; i < size; i++) {
            int bit = size >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            reversed[i] = j;
        }
        cosines = new double[size / 2];
        sines = new double[size / 2];
        for (int i = 0; i < size / 2; i++) {
            cosines[i] = Functions.cos(2 * Math.PI * i / size);
            sines[i] = Functions.sin(2 * Math.PI * i / size);
        }
    }

    /** One of a size that all share, for it holds nothing but tables. */
    public static Fft of(int size) {
        int exponent = Integer.numberOfTrailingZeros(size);
        Fft shared = size > 0 && exponent < SHARED.length ? SHARED[exponent] : null;
        if (shared == null || shared.size != size) {
            shared = new Fft(size);
            SHARED[exponent] = shared;
        }
        return shared;
    }

    /** The cosine of a part of the whole circle: i / size, i from 0 to half the size. */
    public double cosine(int i) {
        return i < size / 2 ? cosines[i] : -1;
    }

    public int size() {
        return size;
    }

    /** Σ x[n] e^(−2πi k n / size), in place. */
    public void forward(double[] re, double[] im) {
        transform(re, im);
    }

    /** The inverse of {@link #forward}, in place, the factor 1/size included. */
    public void inverse(double[] re, double[] im) {
        transform(im, re);
        scale(re, im);
    }

    private void transform(double[] re, double[] im) {
        reorder(re, im, 0, size);
        for (int half = 1; half < size; half *= 2) {
            pass(re, im, half, 0, size / 2);
        }
    }

    void scale(double[] re, double[] im) {
        double scale = 1.0 / size;
        for (int i = 0; i < size; i++) {
            re[i] *= scale;
            im[i] *= scale;
        }
    }

    /** Puts some of the points in the order in which the passes begin. */
    void reorder(double[] re, double[] im, int from, int to) {
        for (int i = from; i < to; i++) {
            int j = reversed[i];
            if (j > i) {
                double x = re[i];
                re[i] = re[j];
                re[j] = x;
                x = im[i];
                im[i] = im[j];
                im[j] = x;
            }
        }
    }

    /**
     * Some of the butterflies by which transforms of {@code half} points become transforms of twice as many.
     *
     * @param from the first of size / 2
     * @param to before which to end
     */
    void pass(double[] re, double[] im, int half, int from, int to) {
        int stride = size / (2 * half);
        for (int at = from; at < to;) {
            int k = at & half - 1;
            int some = Math.min(half - k, to - at);
            int first = 2 * at - k;
            for (int a = first, table = k * stride; a < first + some; a++, table += stride) {
                int b = a + half;
                double c = cosines[table];
                double s = sines[table];
                double turnedRe = re[b] * c + im[b] * s;
                double turnedIm = im[b] * c - re[b] * s;
                re[b] = re[a] - turnedRe;
                im[b] = im[a] - turnedIm;
                re[a] += turnedRe;
                im[a] += turnedIm;
            }
            at += some;
        }
    }
}
