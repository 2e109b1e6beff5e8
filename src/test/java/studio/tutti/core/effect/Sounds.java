package studio.tutti.core.effect;

import java.util.Random;

/** Sounds to test with, and ways to send them through an effect. */
final class Sounds {

    private Sounds() {
    }

    static double[] noise(int frames, double level, long seed) {
        Random random = new Random(seed);
        double[] sound = new double[frames];
        for (int i = 0; i < frames; i++) {
            sound[i] = (2 * random.nextDouble() - 1) * level;
        }
        return sound;
    }

    static double[] sine(int frames, double hertz, double level, int rate) {
        double[] sound = new double[frames];
        for (int i = 0; i < frames; i++) {
            sound[i] = level * StrictMath.sin(2 * StrictMath.PI * hertz * i / rate);
        }
        return sound;
    }

    static double[] impulse(int frames) {
        double[] sound = new double[frames];
        sound[0] = 1;
        return sound;
    }

    static double[] constant(int frames, double level) {
        double[] sound = new double[frames];
        java.util.Arrays.fill(sound, level);
        return sound;
    }

    static <E extends Effect> E prepared(E effect, int rate, Object... settings) {
        set(effect, settings);
        effect.prepare(rate);
        return effect;
    }

    /** Sets parameters by name: name, value, name, value … */
    static void set(Effect effect, Object... settings) {
        for (int i = 0; i < settings.length; i += 2) {
            int parameter = effect.parameter((String) settings[i]);
            if (parameter < 0) {
                throw new IllegalArgumentException("No parameter " + settings[i]);
            }
            effect.set(parameter, ((Number) settings[i + 1]).doubleValue());
        }
    }

    /** Sends a sound through, in place, in cells. */
    static void through(Effect effect, double[] left, double[] right) {
        for (int at = 0; at < left.length; at += Effect.CELL) {
            effect.process(left, right, at, Math.min(Effect.CELL, left.length - at));
        }
    }

    static double peak(double[] sound, int from, int to) {
        double peak = 0;
        for (int i = from; i < to; i++) {
            peak = Math.max(peak, Math.abs(sound[i]));
        }
        return peak;
    }

    static double rms(double[] sound, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += sound[i] * sound[i];
        }
        return Math.sqrt(sum / (to - from));
    }

    static double decibels(double factor) {
        return 20 * StrictMath.log10(Math.max(factor, 1e-15));
    }

    /** The magnitude of one frequency in a stretch of sound, as the amplitude of the sine that it would be (Hann-weighted). */
    static double amplitude(double[] sound, int from, int to, double hertz, int rate) {
        double re = 0;
        double im = 0;
        double weight = 0;
        for (int i = from; i < to; i++) {
            double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i - from + 0.5) / (to - from));
            double angle = 2 * StrictMath.PI * hertz * (i - from) / rate;
            re += window * sound[i] * StrictMath.cos(angle);
            im += window * sound[i] * StrictMath.sin(angle);
            weight += window;
        }
        return 2 * Math.sqrt(re * re + im * im) / weight;
    }
}
