package studio.tutti.mastering.spectrum;

import java.io.IOException;
import java.util.Arrays;
import studio.tutti.audiofile.AudioSource;
import studio.tutti.mastering.Recording;

/**
 * The mean power of a recording at each frequency, and how its channels go together (Welch 1967: Hann windows that overlap by three quarters, so that every
 * frame counts the same: with half, a drum hit between the middles of two windows would count half).
 * Bins lie {@code rate / size} apart, from 0 to half the rate; powers are those of a bin's share of the sound, so their sum is its mean square.
 *
 * @param rate frames a second
 * @param size points of a transform
 * @param left power of the first channel
 * @param right power of the second, the same array for mono
 * @param re real part of left · conjugate of right
 * @param im imaginary part of that
 * @param windows how many there would be that overlap by half: about as many as are independent
 */
public record Welch(int rate, int size, double[] left, double[] right, double[] re, double[] im, long windows) {

    /** Listens to a whole recording. */
    public static Welch of(Recording recording, int size) throws IOException {
        try (AudioSource source = recording.play()) {
            return of(source, size);
        }
    }

    /** Listens to two recordings of one length in time: the first channel of each. */
    public static Welch ofPair(Recording first, Recording second, int size) throws IOException {
        try (AudioSource source = new Pair(first.play(), second.play())) {
            return of(source, size);
        }
    }

    private static Welch of(AudioSource source, int size) throws IOException {
        boolean stereo = source.channels() > 1;
        Gathering gathering = new Gathering(size, stereo);
        float[][] block = new float[source.channels()][size];
        int hop = size / 4;
        int keep = size - hop; // the first windows begin with silence, and the last end with it, so that every frame counts the same
        long frames = 0;
        int behind = 0;
        boolean more = true;
        while (behind < 3) {
            int held = keep;
            while (more && held < size) {
                int some = source.read(block, held, size - held);
                more = some >= 0;
                held += Math.max(0, some);
            }
            frames += held - keep;
            for (float[] channel : block) {
                Arrays.fill(channel, held, size, 0);
            }
            behind += held == keep ? 1 : 0;
            gathering.hear(block);
            for (float[] channel : block) {
                System.arraycopy(channel, hop, channel, 0, keep);
            }
        }
        gathering.frames = frames;
        return gathering.welch(source.rate());
    }

    /** The power of what both channels have in common, of half their sum; and of half their difference. Two arrays. */
    public double[][] midSide() {
        double[][] powers = new double[2][left.length];
        for (int k = 0; k < left.length; k++) {
            double both = 0.25 * (left[k] + right[k]);
            powers[0][k] = Math.max(0, both + 0.5 * re[k]);
            powers[1][k] = Math.max(0, both - 0.5 * re[k]);
        }
        return powers;
    }

    /** The mean power of both channels. */
    public double[] mean() {
        double[] power = new double[left.length];
        for (int k = 0; k < power.length; k++) {
            power[k] = 0.5 * (left[k] + right[k]);
        }
        return power;
    }

    /** Frequency of a bin in Hz. */
    public double hertz(int bin) {
        return (double) bin * rate / size;
    }

    /** Sums of windows. */
    private static final class Gathering {

        private final int size;
        private final boolean stereo;
        private final RealFft fft;
        private final double[] window;
        private final double[] a;
        private final double[] b;
        private final double[] left;
        private final double[] right;
        private final double[] re;
        private final double[] im;
        private long frames;

        Gathering(int size, boolean stereo) {
            this.size = size;
            this.stereo = stereo;
            fft = new RealFft(size);
            window = RealFft.hann(size);
            a = new double[size];
            b = new double[size];
            left = new double[size / 2 + 1];
            right = stereo ? new double[size / 2 + 1] : left;
            re = stereo ? new double[size / 2 + 1] : left;
            im = new double[size / 2 + 1];
        }

        void hear(float[][] block) {
            turn(block[0], a);
            add(a, left);
            if (!stereo) {
                return;
            }
            turn(block[1], b);
            add(b, right);
            re[0] += a[0] * b[0];
            re[size / 2] += a[1] * b[1];
            for (int k = 1; k < size / 2; k++) {
                re[k] += a[2 * k] * b[2 * k] + a[2 * k + 1] * b[2 * k + 1];
                im[k] += a[2 * k + 1] * b[2 * k] - a[2 * k] * b[2 * k + 1];
            }
        }

        private void turn(float[] sound, double[] spectrum) {
            for (int i = 0; i < size; i++) {
                spectrum[i] = sound[i] * window[i];
            }
            fft.forward(spectrum);
        }

        private void add(double[] spectrum, double[] power) {
            power[0] += spectrum[0] * spectrum[0];
            power[size / 2] += spectrum[1] * spectrum[1];
            for (int k = 1; k < size / 2; k++) {
                power[k] += spectrum[2 * k] * spectrum[2 * k] + spectrum[2 * k + 1] * spectrum[2 * k + 1];
            }
        }

        Welch welch(int rate) {
            double scale = 2 / (1.5 * size * (double) Math.max(1, frames));
            long windows = Math.max(1, 2 * frames / size);
            scale(left, scale);
            if (stereo) {
                scale(right, scale);
                scale(re, scale);
                scale(im, scale);
            }
            return new Welch(rate, size, left, right, re, im, windows);
        }

        private static void scale(double[] numbers, double factor) {
            for (int k = 0; k < numbers.length; k++) {
                numbers[k] *= factor;
            }
        }
    }
}
