package studio.tutti.mastering.spectrum;

import java.io.IOException;
import java.util.Arrays;
import studio.tutti.audiofile.AudioSource;
import studio.tutti.mastering.Changed;

/**
 * A sound through filters, without delay and as long as it was: fast convolution (overlap-save), a block of three times the kernel's length
 * at once.
 */
public final class Filtered extends Changed {

    private final Kernel[] kernels;
    private final boolean midSide;
    private final int size;
    private final int step;
    private final int before;
    private final RealFft fft;
    private final double[][] responses;
    private final float[][] input;
    private final double[][] work;
    private final float[][] output;
    private long position;
    private long length = Long.MAX_VALUE;
    private long read;
    private int ready;
    private int given;
    private boolean begun;

    /**
     * @param source mono or stereo
     * @param midSide whether the kernels are for half the sum and half the difference of two channels, not for the channels
     * @param kernels one a channel, all of one length and centre; the last also serves the channels behind it
     */
    public Filtered(AudioSource source, boolean midSide, Kernel... kernels) {
        super(source);
        this.kernels = kernels;
        this.midSide = midSide && source.channels() == 2;
        int taps = kernels[0].taps().length;
        size = Math.max(1024, Integer.highestOneBit(taps - 1) * 2 * 4);
        step = size - taps + 1;
        before = taps - 1 - kernels[0].centre();
        fft = new RealFft(size);
        responses = new double[kernels.length][size];
        for (int i = 0; i < kernels.length; i++) {
            System.arraycopy(kernels[i].taps(), 0, responses[i], 0, taps);
            fft.forward(responses[i]);
        }
        input = new float[source.channels()][size];
        work = new double[source.channels()][size];
        output = new float[source.channels()][step];
    }

    @Override
    public int read(float[][] into, int from, int frames) throws IOException {
        if (given == ready) {
            next();
        }
        long left = length - position;
        int some = (int) Math.min(Math.min(frames, ready - given), left);
        if (some <= 0) {
            return -1;
        }
        for (int channel = 0; channel < output.length; channel++) {
            System.arraycopy(output[channel], given, into[channel], from, some);
        }
        given += some;
        position += some;
        return some;
    }

    /** The input holds frames from {@code before} frames before the block's first to {@code centre} behind its last. */
    private void next() throws IOException {
        if (position >= length) {
            ready = 0;
            given = 0;
            return;
        }
        int keep = begun ? size - step : before;
        for (float[] channel : input) {
            if (begun) {
                System.arraycopy(channel, step, channel, 0, keep);
            }
        }
        begun = true;
        int some = fill(input, keep, size - keep);
        read += some;
        if (some < size - keep) {
            length = Math.min(length, read);
            for (float[] channel : input) {
                Arrays.fill(channel, keep + some, size, 0);
            }
        }
        convolve();
        ready = step;
        given = 0;
    }

    private void convolve() {
        for (int channel = 0; channel < work.length; channel++) {
            for (int i = 0; i < size; i++) {
                work[channel][i] = input[channel][i];
            }
        }
        if (midSide) {
            turn(work[0], work[1], 0.5);
        }
        for (int channel = 0; channel < work.length; channel++) {
            double[] spectrum = work[channel];
            fft.forward(spectrum);
            multiply(spectrum, responses[Math.min(channel, responses.length - 1)]);
            fft.inverse(spectrum);
        }
        if (midSide) {
            turn(work[0], work[1], 1);
        }
        for (int channel = 0; channel < work.length; channel++) {
            for (int i = 0; i < step; i++) {
                output[channel][i] = (float) work[channel][size - step + i];
            }
        }
    }

    private static void turn(double[] a, double[] b, double factor) {
        for (int i = 0; i < a.length; i++) {
            double sum = (a[i] + b[i]) * factor;
            b[i] = (a[i] - b[i]) * factor;
            a[i] = sum;
        }
    }

    private static void multiply(double[] x, double[] h) {
        x[0] *= h[0];
        x[1] *= h[1];
        for (int k = 2; k < x.length; k += 2) {
            double re = x[k] * h[k] - x[k + 1] * h[k + 1];
            x[k + 1] = x[k] * h[k + 1] + x[k + 1] * h[k];
            x[k] = re;
        }
    }
}
