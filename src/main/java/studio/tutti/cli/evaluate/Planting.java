package studio.tutti.cli.evaluate;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import studio.tutti.audiofile.AudioSource;
import studio.tutti.mastering.Recording;

/** Sounds in memory with something known done to them. An array a channel. */
final class Planting {

    private Planting() {}

    /** A whole recording. */
    static float[][] whole(Recording recording) throws IOException {
        try (AudioSource source = recording.play()) {
            float[][] all = new float[source.channels()][1 << 16];
            int length = 0;
            int some;
            do {
                if (all[0].length - length < 8192) {
                    for (int c = 0; c < all.length; c++) {
                        all[c] = Arrays.copyOf(all[c], 2 * all[c].length);
                    }
                }
                some = source.read(all, length, 8192);
                length += Math.max(0, some);
            } while (some >= 0);
            for (int c = 0; c < all.length; c++) {
                all[c] = Arrays.copyOf(all[c], length);
            }
            return all;
        }
    }

    /** Through a peak filter (Bristow-Johnson's cookbook). */
    static float[][] peak(float[][] sound, int rate, double hertz, double decibels, double quality) {
        double a = Math.pow(10, decibels / 40);
        double w = 2 * Math.PI * hertz / rate;
        double alpha = Math.sin(w) / (2 * quality);
        double a0 = 1 + alpha / a;
        return biquad(sound, (1 + alpha * a) / a0, -2 * Math.cos(w) / a0, (1 - alpha * a) / a0, -2 * Math.cos(w) / a0, (1 - alpha / a) / a0);
    }

    /** Through an allpass of second order. */
    static float[][] allpass(float[][] sound, int rate, double hertz, double quality) {
        double w = 2 * Math.PI * hertz / rate;
        double alpha = Math.sin(w) / (2 * quality);
        double a0 = 1 + alpha;
        return biquad(sound, (1 - alpha) / a0, -2 * Math.cos(w) / a0, 1, -2 * Math.cos(w) / a0, (1 - alpha) / a0);
    }

    private static float[][] biquad(float[][] sound, double b0, double b1, double b2, double a1, double a2) {
        float[][] out = new float[sound.length][sound[0].length];
        for (int c = 0; c < sound.length; c++) {
            double s1 = 0;
            double s2 = 0;
            for (int i = 0; i < out[c].length; i++) {
                double x = sound[c][i];
                double y = b0 * x + s1;
                s1 = b1 * x - a1 * y + s2;
                s2 = b2 * x - a2 * y;
                out[c][i] = (float) y;
            }
        }
        return out;
    }

    /** Later by some frames. */
    static float[] late(float[] sound, int frames) {
        float[] out = new float[sound.length];
        System.arraycopy(sound, 0, out, frames, out.length - frames);
        return out;
    }

    /** Half the sum of the channels. */
    static float[] mono(float[][] sound) {
        float[] mono = new float[sound[0].length];
        for (float[] channel : sound) {
            for (int i = 0; i < mono.length; i++) {
                mono[i] += channel[i] / sound.length;
            }
        }
        return mono;
    }

    /** Two channels of independent pink noise (Kellet's filter) with about −20 dBFS. */
    static float[][] pink(int rate, int seconds, long seed) {
        Random random = new Random(seed);
        float[][] noise = new float[2][rate * seconds];
        double[] poles = {0.99886, 0.99332, 0.96900, 0.86650, 0.55000, -0.7616};
        double[] gains = {0.0555179, 0.0750759, 0.1538520, 0.3104856, 0.5329522, -0.0168980};
        for (float[] channel : noise) {
            double[] state = new double[poles.length];
            for (int i = 0; i < channel.length; i++) {
                double white = random.nextGaussian();
                double sum = 0.5362 * white;
                for (int p = 0; p < poles.length; p++) {
                    state[p] = poles[p] * state[p] + gains[p] * white;
                    sum += state[p];
                }
                channel[i] = (float) (0.04 * sum);
            }
        }
        return noise;
    }

    /** How much softer the difference of two is than the second, in dB (negative), −300 if they are the same. */
    static double nullDepth(float[][] a, float[][] b) {
        double difference = 0;
        double power = 0;
        for (int c = 0; c < b.length; c++) {
            for (int i = 0; i < b[c].length; i++) {
                double d = a[c][i] - (double) b[c][i];
                difference += d * d;
                power += b[c][i] * (double) b[c][i];
            }
        }
        return difference == 0 ? -300 : 10 * Math.log10(difference / Math.max(1e-30, power));
    }
}
