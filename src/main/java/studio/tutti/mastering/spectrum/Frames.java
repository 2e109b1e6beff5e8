package studio.tutti.mastering.spectrum;

import java.io.IOException;
import java.util.Arrays;
import studio.tutti.audiofile.AudioSource;
import studio.tutti.mastering.Changed;

/**
 * A sound whose spectrum is changed frame by frame, as long as it was and without delay: root-Hann windows in and out that overlap by three quarters.
 * Left as they are, the frames give the sound back to −120 dB or better.
 *
 * <p>Frame m has its middle at {@link #middle} frames of sound.
 */
public final class Frames extends Changed {

    /** Changes the spectra of a frame, one a channel as {@link RealFft} holds them, in place. */
    @FunctionalInterface
    public interface Change {
        void apply(double[][] spectra, long frame);
    }

    private final int size;
    private final int hop;
    private final Change change;
    private final RealFft fft;
    private final double[] window;
    private final float[][] input;
    private final double[][] spectra;
    private final double[][] sum;
    private final float[][] output;
    private long frame;
    private long read;
    private long length = Long.MAX_VALUE;
    private long position;
    private int given;
    private int ready;

    /** @param size frames of sound in a frame, a power of two */
    public Frames(AudioSource source, int size, Change change) {
        super(source);
        this.size = size;
        this.change = change;
        hop = size / 4;
        fft = new RealFft(size);
        window = new double[size];
        for (int i = 0; i < size; i++) {
            window[i] = Math.sin(Math.PI * (i + 0.5) / size);
        }
        int channels = source.channels();
        input = new float[channels][size];
        spectra = new double[channels][size];
        sum = new double[channels][size];
        output = new float[channels][hop];
    }

    /** Where the middle of a frame lies, in frames of sound; before the beginning for the first two. */
    public static long middle(long frame, int size) {
        return frame * (size / 4) + size / 4 - size / 2;
    }

    @Override
    public int read(float[][] into, int from, int frames) throws IOException {
        while (given == ready) {
            if (position >= length) {
                return -1;
            }
            next();
        }
        int some = (int) Math.min(Math.min(frames, ready - given), length - position);
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

    private void next() throws IOException {
        for (float[] channel : input) {
            System.arraycopy(channel, hop, channel, 0, size - hop);
        }
        int some = length < Long.MAX_VALUE ? 0 : fill(input, size - hop, hop);
        read += some;
        if (some < hop) {
            length = Math.min(length, read);
            for (float[] channel : input) {
                Arrays.fill(channel, size - hop + some, size, 0);
            }
        }
        for (int channel = 0; channel < input.length; channel++) {
            for (int i = 0; i < size; i++) {
                spectra[channel][i] = input[channel][i] * window[i];
            }
            fft.forward(spectra[channel]);
        }
        change.apply(spectra, frame);
        for (int channel = 0; channel < input.length; channel++) {
            fft.inverse(spectra[channel]);
            double[] total = sum[channel];
            for (int i = 0; i < size; i++) {
                total[i] += 0.5 * window[i] * spectra[channel][i];
            }
            if (frame >= 3) {
                for (int i = 0; i < hop; i++) {
                    output[channel][i] = (float) total[i];
                }
            }
            System.arraycopy(total, hop, total, 0, size - hop);
            Arrays.fill(total, size - hop, size, 0);
        }
        given = 0;
        ready = frame >= 3 ? hop : 0;
        frame++;
    }
}
