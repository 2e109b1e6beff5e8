package studio.tutti.mastering.xspecmatch;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import studio.tutti.audiofile.AudioSource;
import studio.tutti.core.tone.Following;
import studio.tutti.mastering.spectrum.RealFft;

/** The powers of a sound's bands, frame by frame: the same frames as those of {@link studio.tutti.mastering.spectrum.Frames}. */
final class Hearing {

    private final AudioSource source;
    private final int size;
    private final int hop;
    private final RealFft fft;
    private final double[] window;
    private final float[][] block;
    private final double[] work;
    private final double[] power;
    private final int[] edges;
    private final double step;
    private int after;
    private boolean ended;

    Hearing(AudioSource source, int size) {
        this.source = source;
        this.size = size;
        hop = size / 4;
        fft = new RealFft(size);
        window = RealFft.hann(size);
        block = new float[source.channels()][size];
        work = new double[size];
        power = new double[size / 2];
        step = (double) source.rate() / size;
        edges = Following.edges(power.length, step);
    }

    /** The bands of the next frame, or null when three frames have passed after the end. */
    float @Nullable [] next() throws IOException {
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
        Arrays.fill(power, 0);
        for (float[] channel : block) {
            Arrays.fill(channel, size - hop + some, size, 0);
            for (int i = 0; i < size; i++) {
                work[i] = channel[i] * window[i];
            }
            fft.forward(work);
            for (int k = 1; k < size / 2; k++) {
                power[k] += work[2 * k] * work[2 * k] + work[2 * k + 1] * work[2 * k + 1];
            }
        }
        float[] bands = new float[Following.BANDS];
        Following.gather(power, step, bands, edges);
        for (int b = 0; b < bands.length; b++) {
            bands[b] *= (float) (1.0 / ((double) size * size * block.length));
        }
        return bands;
    }
}
