package studio.tutti.core.dsp;

import java.util.Arrays;

/**
 * Finds where sounds begin in a recording, by spectral flux: how much the logarithms of a spectrum rise from one window of about 23 ms to
 * the next, 6 ms later. A beginning is a peak of the flux within 30 ms that rises above the median around it; it is then put where the
 * recording itself begins to rise. See Bello and others, "A Tutorial on Onset Detection in Music Signals", 2005.
 */
public final class Onsets {

    /** Two beginnings lie at least so far apart, in seconds. */
    public static final double APART = 0.05;

    private static final double WINDOW_SECONDS = 0.0232;
    private static final int MEDIAN = 24;
    private static final int NEAR = 5;

    private Onsets() {}

    /**
     * @param sound one channel, −1 … 1
     * @param rate frames a second
     * @param sensitivity 0 only the plainest … 1 every little thing
     * @return frames, rising, the first always 0
     */
    public static int[] find(double[] sound, int rate, double sensitivity) {
        int size = 64;
        while (size < WINDOW_SECONDS * rate * 0.75) {
            size *= 2;
        }
        int hop = size / 4;
        double[] flux = flux(sound, size, hop);
        double top = 0;
        for (double each : flux) {
            top = Math.max(top, each);
        }
        double held = sensitivity < 0 ? 0 : sensitivity > 1 ? 1 : sensitivity;
        double least = top * (0.01 + 0.16 * (1 - held) * (1 - held));
        int[] found = new int[flux.length + 1];
        int count = 1;
        double[] around = new double[2 * MEDIAN + 1];
        for (int i = 1; i < flux.length; i++) {
            if (flux[i] > least && isPeak(flux, i) && flux[i] > 1.3 * median(flux, i, around) + least * 0.5) {
                int frame = begin(sound, i * hop - size / 2, size, rate);
                if (frame - found[count - 1] >= APART * rate && sound.length - frame >= APART * rate) {
                    found[count++] = frame;
                }
            }
        }
        return Arrays.copyOf(found, count);
    }

    private static double[] flux(double[] sound, int size, int hop) {
        int windows = sound.length / hop + 1;
        double[] flux = new double[windows];
        double[] shape = new double[size];
        for (int i = 0; i < size; i++) {
            shape[i] = 0.5 - 0.5 * Functions.cos(2 * Math.PI * i / size);
        }
        Fft fft = new Fft(size);
        double[] re = new double[size];
        double[] im = new double[size];
        double[] before = new double[size / 2];
        for (int window = 0; window < windows; window++) {
            for (int i = 0; i < size; i++) {
                int at = window * hop + i - size / 2;
                re[i] = at >= 0 && at < sound.length ? sound[at] * shape[i] : 0;
                im[i] = 0;
            }
            fft.forward(re, im);
            double sum = 0;
            for (int bin = 1; bin < size / 2; bin++) {
                double height = Functions.log(1 + 100 * Math.sqrt(re[bin] * re[bin] + im[bin] * im[bin]) / size * 4);
                sum += Math.max(0, height - before[bin]);
                before[bin] = height;
            }
            flux[window] = window == 0 ? 0 : sum;
        }
        return flux;
    }

    private static boolean isPeak(double[] flux, int at) {
        for (int i = Math.max(0, at - NEAR); i <= Math.min(flux.length - 1, at + NEAR); i++) {
            if (flux[i] > flux[at] || flux[i] == flux[at] && i < at) {
                return false;
            }
        }
        return true;
    }

    private static double median(double[] flux, int at, double[] around) {
        int count = 0;
        for (int i = Math.max(0, at - MEDIAN); i <= Math.min(flux.length - 1, at + MEDIAN); i++) {
            around[count++] = flux[i];
        }
        Arrays.sort(around, 0, count);
        return around[count / 2];
    }

    /** Where the sound rises steepest within a window, measured over 2 ms, and a little before. */
    private static int begin(double[] sound, int from, int size, int rate) {
        int span = Math.max(1, rate / 500);
        double best = -1;
        int found = Math.max(0, from);
        for (int at = from; at < from + 2 * size; at += span / 4 + 1) {
            double past = power(sound, at - span, at);
            double next = power(sound, at, at + span);
            double rise = next - 2 * past;
            if (rise > best) {
                best = rise;
                found = at;
            }
        }
        return Math.max(0, found - span / 4);
    }

    private static double power(double[] sound, int from, int to) {
        double sum = 0;
        for (int i = Math.max(0, from); i < Math.min(sound.length, to); i++) {
            sum += sound[i] * sound[i];
        }
        return sum;
    }
}
