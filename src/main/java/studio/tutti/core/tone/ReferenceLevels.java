package studio.tutti.core.tone;

import studio.tutti.core.dsp.Fft;
import studio.tutti.core.dsp.Functions;

/**
 * What a whole recording is like, as the reference of a live match: the mean levels of its third octaves (Welch 1967: Hann windows of {@value #SIZE} frames,
 * half overlapping), of all of it, of its middle (half the sum of the channels) and of its sides (half the difference).
 */
public final class ReferenceLevels {

    /** Frames of a window. */
    public static final int SIZE = 16_384;

    /** Levels are on the same scale; {@link ThirdOctaves#SILENCE} where there is none. */
    public final double[] whole;
    public final double[] middle;
    public final double[] sides;

    /**
     * @param left samples; what is no number counts as silence
     * @param right as many, or the same for a mono recording
     * @param rate frames a second
     */
    public ReferenceLevels(float[] left, float[] right, double rate) {
        double[] m = new double[SIZE / 2 + 1];
        double[] s = new double[SIZE / 2 + 1];
        Fft fft = Fft.of(SIZE);
        double[] re = new double[SIZE];
        double[] im = new double[SIZE];
        double[] window = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            window[i] = 0.5 - 0.5 * Functions.cos(2 * Math.PI * i / SIZE);
        }
        int count = Math.min(left.length, right.length);
        for (int at = 0; at == 0 || at + SIZE <= count; at += SIZE / 2) {
            for (int i = 0; i < SIZE; i++) {
                double l = at + i < count ? number(left[at + i]) : 0;
                double r = at + i < count ? number(right[at + i]) : 0;
                re[i] = 0.5 * (l + r) * window[i];
                im[i] = 0.5 * (l - r) * window[i];
            }
            fft.forward(re, im);
            for (int k = 1; k < SIZE / 2; k++) {
                double x = re[k] + re[SIZE - k];
                double y = im[k] - im[SIZE - k];
                m[k] += x * x + y * y;
                x = im[k] + im[SIZE - k];
                y = re[SIZE - k] - re[k];
                s[k] += x * x + y * y;
            }
        }
        double step = rate / SIZE;
        middle = ThirdOctaves.levels(m, step);
        sides = ThirdOctaves.levels(s, step);
        for (int k = 0; k < m.length; k++) {
            m[k] += s[k];
        }
        whole = ThirdOctaves.levels(m, step);
    }

    private static double number(float sample) {
        return sample == sample && Math.abs(sample) < 1e6f ? sample : 0;
    }
}
