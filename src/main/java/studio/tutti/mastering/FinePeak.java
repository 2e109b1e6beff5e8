package studio.tutti.mastering;

import java.io.IOException;
import java.util.Arrays;
import studio.tutti.audiofile.AudioSource;
import studio.tutti.core.dsp.KaiserSinc;

/**
 * Measures how high a recording goes between its frames, up to half the rate: seven points between each two by sincs of {@value #TAPS} taps and a
 * parabola on top. Slower and sharper than the limiter's own look, and another one; it looks only where frames come near a ceiling.
 */
final class FinePeak {

    private static final int TAPS = 80;
    private static final int STEPS = 8;
    private static final int BLOCK = 4096;

    /** Frames under this part of the ceiling aren't looked at. */
    private static final double NEAR = 0.7;

    private static final double[][] KERNELS = kernels();

    private FinePeak() {}

    /** The highest magnitude, 1 for full scale; exact only if it comes near the ceiling. */
    static double of(Recording recording, double ceiling) throws IOException {
        double highest = 0;
        try (AudioSource source = recording.play()) {
            float[][] block = new float[source.channels()][TAPS + BLOCK];
            boolean more = true;
            while (more) {
                int held = TAPS;
                while (more && held < TAPS + BLOCK) {
                    int some = source.read(block, held, TAPS + BLOCK - held);
                    more = some > 0;
                    held += Math.max(0, some);
                }
                for (float[] channel : block) {
                    Arrays.fill(channel, held, channel.length, 0);
                    highest = Math.max(highest, highest(channel, NEAR * ceiling));
                    System.arraycopy(channel, BLOCK, channel, 0, TAPS);
                }
            }
        }
        return highest;
    }

    private static double highest(float[] sound, double near) {
        double highest = 0;
        for (int i = TAPS / 2 - 1; i < sound.length - TAPS / 2; i++) {
            double one = Math.abs(sound[i]);
            double other = Math.abs(sound[i + 1]);
            highest = Math.max(highest, one);
            if (Math.max(one, other) < near) {
                continue;
            }
            double before = Double.MAX_VALUE;
            double last = one;
            for (int step = 1; step <= STEPS; step++) {
                double now = step == STEPS ? other : Math.abs(between(sound, i, KERNELS[step]));
                if (last >= before && last >= now) {
                    double bend = 2 * last - before - now;
                    highest = Math.max(highest, bend > 0 ? last + (now - before) * (now - before) / (8 * bend) : last);
                }
                highest = Math.max(highest, now);
                before = last;
                last = now;
            }
        }
        return highest;
    }

    private static double between(float[] sound, int at, double[] kernel) {
        double sum = 0;
        for (int tap = 0; tap < TAPS; tap++) {
            sum += kernel[tap] * sound[at - TAPS / 2 + 1 + tap];
        }
        return sum;
    }

    private static double[][] kernels() {
        double[][] kernels = new double[STEPS][TAPS];
        for (int step = 1; step < STEPS; step++) {
            for (int tap = 0; tap < TAPS; tap++) {
                kernels[step][tap] = KaiserSinc.at(tap - (TAPS / 2 - 1) - (double) step / STEPS, 1, TAPS / 2.0, 5);
            }
        }
        return kernels;
    }
}
