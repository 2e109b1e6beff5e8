package studio.tutti.mastering.spectrum;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import studio.tutti.audiofile.AudioSource;

/** The powers of a sound's bins frame by frame: the same frames as those of {@link Frames}, under a Hann window. */
public final class FramePowers {

    private final AudioSource source;
    private final int size;
    private final int hop;
    private final boolean midSide;
    private final RealFft fft;
    private final double[] window;
    private final float[][] block;
    private final double[][] work;
    private final double[][] power;
    private int after;
    private boolean ended;

    /**
     * @param size frames of sound in a frame, a power of two
     * @param midSide whether the middle (half the sum) and the sides (half the difference) of two channels are told apart
     */
    public FramePowers(AudioSource source, int size, boolean midSide) {
        this.source = source;
        this.size = size;
        this.midSide = midSide && source.channels() == 2;
        hop = size / 4;
        fft = new RealFft(size);
        window = RealFft.hann(size);
        block = new float[source.channels()][size];
        work = new double[source.channels()][size];
        power = new double[this.midSide ? 2 : 1][size / 2];
    }

    /**
     * The next frame: a row with the mean of the channels' powers, or one for the middle and one for the sides, the same arrays each time; null when three
     * frames have passed after the end.
     */
    public double @Nullable [][] next() throws IOException {
        int some = 0;
        for (float[] channel : block) {
            System.arraycopy(channel, hop, channel, 0, size - hop);
        }
        while (!ended && some < hop) {
            int got = source.read(block, size - hop + some, hop - some);
            ended = got < 0;
            some += Math.max(0, got);
        }
        if (some == 0 && ++after > 3) {
            return null;
        }
        for (int channel = 0; channel < block.length; channel++) {
            Arrays.fill(block[channel], size - hop + some, size, 0);
        }
        for (int i = 0; i < size; i++) {
            for (int channel = 0; channel < block.length; channel++) {
                work[channel][i] = block[channel][i] * window[i];
            }
            if (midSide) {
                double sum = 0.5 * (work[0][i] + work[1][i]);
                work[1][i] = sum - work[1][i];
                work[0][i] = sum;
            }
        }
        for (double[] row : power) {
            Arrays.fill(row, 0);
        }
        double scale = 1.0 / ((double) size * size * (midSide ? 1 : block.length));
        for (int channel = 0; channel < work.length; channel++) {
            double[] spectrum = work[channel];
            double[] into = power[Math.min(channel, power.length - 1)];
            fft.forward(spectrum);
            for (int k = 1; k < size / 2; k++) {
                into[k] += scale * (spectrum[2 * k] * spectrum[2 * k] + spectrum[2 * k + 1] * spectrum[2 * k + 1]);
            }
        }
        return power;
    }
}
