package studio.tutti.mastering.spectrum;

import org.jtransforms.fft.DoubleFFT_1D;
import org.visnow.jlargearrays.ConcurrencyUtils;

/**
 * The discrete Fourier transform of real numbers, by JTransforms on one thread. A spectrum of {@code size} numbers holds the real and
 * the imaginary part of each bin from 0 up, but in place of the imaginary part of bin 0 the real one of bin {@code size / 2}.
 */
public final class RealFft {

    static {
        ConcurrencyUtils.setNumberOfThreads(1);
    }

    private final int size;
    private final DoubleFFT_1D transform;

    /** @param size numbers, a power of two */
    public RealFft(int size) {
        this.size = size;
        transform = new DoubleFFT_1D(size);
    }

    public int size() {
        return size;
    }

    /** Numbers to spectrum, in place. */
    public void forward(double[] numbers) {
        transform.realForward(numbers);
    }

    /** Spectrum to numbers, in place, the factor 1/size included. */
    public void inverse(double[] spectrum) {
        transform.realInverse(spectrum, true);
    }

    /** A number of points that resolves so many Hz or better: the next power of two. */
    public static int points(int rate, double hertz) {
        int size = 256;
        while (rate / (double) size > hertz && size < 1 << 18) {
            size *= 2;
        }
        return size;
    }

    /** A window of squared sine halves: Hann's. */
    public static double[] hann(int size) {
        double[] window = new double[size];
        for (int i = 0; i < size; i++) {
            window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / size);
        }
        return window;
    }
}
