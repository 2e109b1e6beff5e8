package studio.tutti.core.dsp;

/**
 * The discrete Fourier transform of a power of two, with the same bits everywhere: decimation in time, radix 2, tables from
 * {@link Functions}. Nothing is allocated after construction.
 */
public final class Fft {

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
        double scale = 1.0 / size;
        for (int i = 0; i < size; i++) {
            re[i] *= scale;
            im[i] *= scale;
        }
    }

    private void transform(double[] re, double[] im) {
        for (int i = 0; i < size; i++) {
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
        for (int half = 1; half < size; half *= 2) {
            int stride = size / (2 * half);
            for (int start = 0; start < size; start += 2 * half) {
                for (int k = 0, table = 0; k < half; k++, table += stride) {
                    int a = start + k;
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
            }
        }
    }
}
