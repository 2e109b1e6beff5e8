package studio.tutti.mastering;

import java.util.Random;

/** Stereo that is like music, with known contents, from seeds. An array a channel, full scale ±1. */
public final class Signals {

    public static final int RATE = 44_100;

    private Signals() {}

    /** How many of so many seeds are tried: all in the long form ({@code -Dtutti.long=true}), else two. */
    static int seeds(int all) {
        return Boolean.getBoolean("tutti.long") ? all : 2;
    }

    /** What a piece is mostly made of. */
    public enum Kind {
        /** Chords, bass and drums over a soft bed of noise. */
        BAND,
        /** Long chords of strings, no drums, hardly any noise. */
        STRINGS,
        /** Noise in bands that swell and fade, with a melody. */
        AIR,
        /** One instrument that plays notes which decay, silence between them. */
        PIANO
    }

    public static float[][] music(Kind kind, long seed, double seconds) {
        return music(kind, seed, seconds, RATE);
    }

    /** A piece of some seconds with a peak of about −6 dBFS. */
    public static float[][] music(Kind kind, long seed, double seconds, int rate) {
        Random random = new Random(seed * 31 + kind.ordinal());
        int frames = (int) Math.round(seconds * rate);
        double[][] sound = new double[2][frames];
        int root = 40 + random.nextInt(12);
        double beat = 60.0 / (80 + random.nextInt(60));
        switch (kind) {
            case BAND -> {
                chords(sound, rate, random, root, beat * 4, 0.10, 12, 1.2, beat * 3);
                line(sound, rate, random, root - 12, beat / 2, 0.22, 10, 1.4);
                line(sound, rate, random, root + 24, beat / 2, 0.10, 16, 1.0);
                drums(sound, rate, random, beat);
                pink(sound, rate, random, 0.004, 0.3);
            }
            case STRINGS -> {
                chords(sound, rate, random, root, beat * 8, 0.12, 24, 0.9, beat * 9);
                line(sound, rate, random, root + 19, beat * 2, 0.08, 20, 0.8);
                pink(sound, rate, random, 0.0008, 0.2);
            }
            case AIR -> {
                for (int band = 0; band < 9; band++) {
                    swelling(sound, rate, random, 60 * Math.pow(2, band), 0.12 / Math.sqrt(band + 1));
                }
                line(sound, rate, random, root + 12, beat, 0.12, 12, 1.1);
            }
            default -> {
                line(sound, rate, random, root, beat, 0.25, 14, 1.5);
                line(sound, rate, random, root + 16, beat / 2, 0.2, 12, 1.6);
                pink(sound, rate, random, 0.0002, 0.0);
            }
        }
        return normal(sound, 0.5);
    }

    /** Pink noise, its sides independent. */
    public static float[][] pinkNoise(long seed, double seconds, double peak) {
        double[][] sound = new double[2][(int) (seconds * RATE)];
        pink(sound, RATE, new Random(seed), 1, 1);
        return normal(sound, peak);
    }

    private static float[][] normal(double[][] sound, double peak) {
        double highest = 1e-9;
        for (double[] channel : sound) {
            for (double value : channel) {
                highest = Math.max(highest, Math.abs(value));
            }
        }
        float[][] out = new float[sound.length][sound[0].length];
        for (int c = 0; c < sound.length; c++) {
            for (int i = 0; i < out[c].length; i++) {
                out[c][i] = (float) (sound[c][i] * peak / highest);
            }
        }
        return out;
    }

    private static double hertz(double key) {
        return 440 * Math.pow(2, (key - 69) / 12);
    }

    private static final int[] SCALE = {0, 2, 4, 5, 7, 9, 11};

    private static void chords(double[][] sound, int rate, Random random, int root, double every, double level, int partials,
            double slope, double length) {
        for (double at = 0; at * rate < sound[0].length; at += every) {
            int degree = random.nextInt(7);
            for (int voice = 0; voice < 4; voice++) {
                int step = degree + 2 * voice;
                double key = root + 12 + SCALE[step % 7] + 12 * (step / 7);
                note(sound, rate, random, at, length, hertz(key), level, partials, slope, -0.6 + 0.4 * voice, 0.05, 3);
            }
        }
    }

    private static void line(double[][] sound, int rate, Random random, int root, double every, double level, int partials,
            double slope) {
        double pan = random.nextDouble() * 0.6 - 0.3;
        for (double at = 0; at * rate < sound[0].length; at += every) {
            if (random.nextDouble() < 0.75) {
                double key = root + SCALE[random.nextInt(7)] + 12 * random.nextInt(2);
                note(sound, rate, random, at, every * 1.5, hertz(key), level * (0.5 + random.nextDouble()), partials, slope, pan,
                        0.005, 0.4);
            }
        }
    }

    private static void note(double[][] sound, int rate, Random random, double at, double seconds, double f0, double level,
            int partials, double slope, double pan, double attack, double decay) {
        int from = (int) (at * rate);
        int to = Math.min(sound[0].length, (int) ((at + seconds) * rate));
        double left = Math.cos((pan + 1) * Math.PI / 4);
        double right = Math.sin((pan + 1) * Math.PI / 4);
        for (int n = 1; n <= partials && n * f0 < 0.45 * rate; n++) {
            double w = 2 * Math.PI * n * f0 * (1 + 0.0004 * random.nextGaussian()) / rate;
            double amplitude = level * Math.pow(n, -slope) * (0.4 + 1.2 * random.nextDouble());
            double phase = random.nextDouble() * 2 * Math.PI;
            double turn = 2 * Math.cos(w);
            double before = Math.sin(phase - w);
            double now = Math.sin(phase);
            double fading = Math.exp(-(1 + 0.15 * n) / (decay * rate));
            double envelope = 1;
            for (int i = from; i < to; i++) {
                double t = (double) (i - from) / rate;
                double gain = amplitude * envelope * Math.min(1, t / attack) * Math.min(1, (to - i) / (0.03 * rate));
                envelope *= fading;
                sound[0][i] += left * gain * now;
                sound[1][i] += right * gain * now;
                double next = turn * now - before;
                before = now;
                now = next;
            }
        }
    }

    private static void drums(double[][] sound, int rate, Random random, double beat) {
        for (int step = 0; step * beat / 2 * rate < sound[0].length; step++) {
            double at = step * beat / 2;
            burst(sound, rate, random, at, 0.04, 0.07, 0.9, 0.35);
            if (step % 4 == 2) {
                burst(sound, rate, random, at, 0.12, 0.3, 0.4, 0.1);
            }
            if (step % 4 == 0) {
                int from = (int) (at * rate);
                double phase = 0;
                for (int i = from; i < Math.min(sound[0].length, from + rate / 3); i++) {
                    double t = (double) (i - from) / rate;
                    phase += 2 * Math.PI * (48 + 90 * Math.exp(-t * 40)) / rate;
                    double value = 0.5 * Math.exp(-t * 12) * Math.sin(phase);
                    sound[0][i] += value;
                    sound[1][i] += value;
                }
            }
        }
    }

    /** Noise that decays; a highpass of first order by {@code edge}. */
    private static void burst(double[][] sound, int rate, Random random, double at, double decay, double level, double edge, double wide) {
        int from = (int) (at * rate);
        double[] last = new double[3];
        for (int i = from; i < Math.min(sound[0].length, from + (int) (decay * 6 * rate)); i++) {
            double gain = level * Math.exp(-(i - from) / (decay * rate));
            double[] now = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
            double middle = now[0] - edge * last[0];
            sound[0][i] += gain * (middle + wide * (now[1] - edge * last[1]));
            sound[1][i] += gain * (middle + wide * (now[2] - edge * last[2]));
            last = now;
        }
    }

    private static void pink(double[][] sound, int rate, Random random, double level, double wide) {
        double[][] state = new double[3][7];
        for (int i = 0; i < sound[0].length; i++) {
            double middle = level * pink(state[0], random.nextGaussian());
            sound[0][i] += (wide < 1 ? middle : 0) + wide * level * pink(state[1], random.nextGaussian());
            sound[1][i] += (wide < 1 ? middle : 0) + wide * level * pink(state[2], random.nextGaussian());
        }
    }

    /** A sum of lowpasses whose slope is 3 dB an octave. */
    private static double pink(double[] s, double white) {
        double[] pole = {0.99886, 0.99332, 0.96900, 0.86650, 0.55000, -0.7616};
        double[] gain = {0.0555179, 0.0750759, 0.1538520, 0.3104856, 0.5329522, -0.0168980};
        double sum = white * 0.5362 + s[6];
        for (int i = 0; i < 6; i++) {
            s[i] = pole[i] * s[i] + gain[i] * white;
            sum += s[i];
        }
        s[6] = white * 0.115926;
        return sum;
    }

    private static void swelling(double[][] sound, int rate, Random random, double hertz, double level) {
        double speed = 0.1 + 0.6 * random.nextDouble();
        double phase = random.nextDouble() * 6;
        double[][] state = new double[2][2];
        double g = Math.tan(Math.PI * Math.min(0.45, hertz / rate));
        double k = 1.2;
        double a = 1 / (1 + g * (g + k));
        for (int i = 0; i < sound[0].length; i++) {
            double gain = level * (0.25 + 0.75 * Math.pow(0.5 + 0.5 * Math.sin(phase + 2 * Math.PI * speed * i / rate), 2));
            double both = random.nextGaussian();
            for (int c = 0; c < 2; c++) {
                double x = gain * (0.8 * both + 0.6 * random.nextGaussian());
                double[] s = state[c];
                double v1 = a * (s[0] + g * (x - s[1]));
                double v2 = s[1] + g * v1;
                s[0] = 2 * v1 - s[0];
                s[1] = 2 * v2 - s[1];
                sound[c][i] += v1;
            }
        }
    }

    /** Through a peak filter (Bristow-Johnson's cookbook). */
    public static float[][] peak(float[][] sound, double hertz, double decibels, double quality, int rate) {
        double a = Math.pow(10, decibels / 40);
        double w = 2 * Math.PI * hertz / rate;
        double alpha = Math.sin(w) / (2 * quality);
        double a0 = 1 + alpha / a;
        return biquad(sound, (1 + alpha * a) / a0, -2 * Math.cos(w) / a0, (1 - alpha * a) / a0, -2 * Math.cos(w) / a0,
                (1 - alpha / a) / a0);
    }

    /** Through an allpass of second order. */
    public static float[][] allpass(float[][] sound, double hertz, double quality, int rate) {
        double w = 2 * Math.PI * hertz / rate;
        double alpha = Math.sin(w) / (2 * quality);
        double a0 = 1 + alpha;
        double a1 = -2 * Math.cos(w) / a0;
        double a2 = (1 - alpha) / a0;
        return biquad(sound, a2, a1, 1, a1, a2);
    }

    static float[][] biquad(float[][] sound, double b0, double b1, double b2, double a1, double a2) {
        float[][] out = new float[sound.length][sound[0].length];
        for (int c = 0; c < sound.length; c++) {
            double x1 = 0;
            double x2 = 0;
            double y1 = 0;
            double y2 = 0;
            for (int i = 0; i < out[c].length; i++) {
                double x = sound[c][i];
                double y = b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2;
                x2 = x1;
                x1 = x;
                y2 = y1;
                y1 = y;
                out[c][i] = (float) y;
            }
        }
        return out;
    }

    /** A copy, louder or softer. */
    public static float[][] gain(float[][] sound, double factor) {
        float[][] out = new float[sound.length][sound[0].length];
        for (int c = 0; c < out.length; c++) {
            for (int i = 0; i < out[c].length; i++) {
                out[c][i] = (float) (sound[c][i] * factor);
            }
        }
        return out;
    }

    /** The sum of two, as long as the first. */
    public static float[][] sum(float[][] one, float[][] other) {
        float[][] out = new float[one.length][one[0].length];
        for (int c = 0; c < out.length; c++) {
            for (int i = 0; i < out[c].length; i++) {
                out[c][i] = one[c][i] + other[c][i];
            }
        }
        return out;
    }
}
