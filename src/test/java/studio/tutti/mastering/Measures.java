package studio.tutti.mastering;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import studio.tutti.audiofile.AudioSource;

/** What is measured of sounds, by code that the tools don't share: its own transform, windows and bands. */
public final class Measures {

    private static final Map<Integer, double[][]> CIRCLES = new ConcurrentHashMap<>();

    private Measures() {}

    /** A whole recording in memory. */
    public static float[][] whole(Recording recording) throws IOException {
        try (AudioSource source = recording.play()) {
            int channels = source.channels();
            float[][] all = new float[channels][1 << 16];
            int length = 0;
            int some;
            do {
                if (all[0].length - length < 8192) {
                    for (int c = 0; c < channels; c++) {
                        all[c] = Arrays.copyOf(all[c], 2 * all[c].length);
                    }
                }
                some = source.read(all, length, 1 + (length * 7 + 5000) % 8192);
                length += Math.max(0, some);
            } while (some >= 0);
            for (int c = 0; c < channels; c++) {
                all[c] = Arrays.copyOf(all[c], length);
            }
            return all;
        }
    }

    /** Levels of the third octaves from 25 Hz to 16 kHz in dB, both channels' power together, between two frames. */
    public static double[] thirds(float[][] sound, int from, int to, int rate, int points) {
        double[] power = new double[points / 2 + 1];
        for (float[] channel : sound) {
            double[] some = power(channel, from, to, points);
            for (int k = 0; k < power.length; k++) {
                power[k] += some[k];
            }
        }
        return bands(power, (double) rate / points);
    }

    /** The same of half the sum (factor 1) or half the difference (−1). */
    public static double[] thirds(float[][] sound, int factor, int rate, int points) {
        float[] mixed = new float[sound[0].length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = 0.5f * (sound[0][i] + factor * sound[1][i]);
        }
        return bands(power(mixed, 0, mixed.length, points), (double) rate / points);
    }

    public static double[] bands(double[] power, double step) {
        double[] levels = new double[29];
        for (int band = 0; band < levels.length; band++) {
            double centre = 1000 * Math.pow(2, (band - 16) / 3.0);
            double low = centre * Math.pow(2, -1 / 6.0) / step;
            double high = centre * Math.pow(2, 1 / 6.0) / step;
            double sum = 0;
            for (int k = (int) low; k < power.length && k <= high + 1; k++) {
                sum += power[k] * Math.max(0, Math.min(k + 0.5, high) - Math.max(k - 0.5, low));
            }
            levels[band] = 10 * Math.log10(sum + 1e-20);
        }
        return levels;
    }

    /** Mean power at each bin: Hann windows that overlap by three quarters. */
    public static double[] power(float[] sound, int from, int to, int points) {
        double[] power = new double[points / 2 + 1];
        double[] re = new double[points];
        double[] im = new double[points];
        int count = 0;
        for (int at = from; at + points <= to; at += points / 4) {
            for (int i = 0; i < points; i++) {
                re[i] = sound[at + i] * (0.5 - 0.5 * Math.cos(2 * Math.PI * i / points));
                im[i] = 0;
            }
            transform(re, im);
            for (int k = 0; k < power.length; k++) {
                power[k] += re[k] * re[k] + im[k] * im[k];
            }
            count++;
        }
        for (int k = 0; k < power.length; k++) {
            power[k] *= 2 / (0.375 * points * (double) points * Math.max(1, count));
        }
        return power;
    }

    /** Mean and highest magnitude of differences. */
    public static double[] error(double[] a, double[] b, int from, int to) {
        double sum = 0;
        double most = 0;
        for (int i = from; i < to; i++) {
            double error = Math.abs(a[i] - b[i]);
            sum += error;
            most = Math.max(most, error);
        }
        return new double[] {sum / (to - from), most};
    }

    /** How much softer the difference of two is than the second, in dB (negative). */
    public static double nullDepth(float[][] a, float[][] b) {
        double difference = 0;
        double power = 0;
        for (int c = 0; c < b.length; c++) {
            for (int i = 0; i < b[c].length; i++) {
                double d = a[c][i] - b[c][i];
                difference += d * d;
                power += b[c][i] * (double) b[c][i];
            }
        }
        return 10 * Math.log10((difference + 1e-30) / (power + 1e-30));
    }

    /** The discrete Fourier transform of a power of two, in place. */
    public static void transform(double[] re, double[] im) {
        int n = re.length;
        for (int i = 1, j = 0; i < n; i++) {
            int bit = n >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                double t = re[i];
                re[i] = re[j];
                re[j] = t;
                t = im[i];
                im[i] = im[j];
                im[j] = t;
            }
        }
        double[][] circle = CIRCLES.computeIfAbsent(n, Measures::circle);
        for (int size = 2; size <= n; size *= 2) {
            int half = size / 2;
            int stride = n / size;
            for (int start = 0; start < n; start += size) {
                for (int k = 0; k < half; k++) {
                    int a = start + k;
                    int b = a + half;
                    double c = circle[0][k * stride];
                    double s = circle[1][k * stride];
                    double x = re[b] * c - im[b] * s;
                    double y = re[b] * s + im[b] * c;
                    re[b] = re[a] - x;
                    im[b] = im[a] - y;
                    re[a] += x;
                    im[a] += y;
                }
            }
        }
    }

    private static double[][] circle(int points) {
        double[][] circle = new double[2][points / 2];
        for (int k = 0; k < points / 2; k++) {
            circle[0][k] = Math.cos(-2 * Math.PI * k / points);
            circle[1][k] = Math.sin(-2 * Math.PI * k / points);
        }
        return circle;
    }
}
