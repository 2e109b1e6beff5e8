package studio.tutti.core.instrument;

import java.util.HashMap;
import java.util.Map;

/** Presets of synthetic sound, whose right answer is known. */
public final class Presets {

    public static final int RATE = 44_100;

    private Presets() {
    }

    /** A preset of one zone over all keys; values given as pairs of generator and amount. No modulators. */
    public static Preset of(Sample sample, int... values) {
        return new Preset(0, 0, "test", new Zone[] {zone(sample, new Modulator[0], values)});
    }

    public static Zone zone(Sample sample, Modulator[] modulators, int... values) {
        int[] all = Generator.defaultValues();
        for (int i = 0; i < values.length; i += 2) {
            all[values[i]] = values[i + 1];
        }
        return new Zone(0, 127, 0, 127, sample, all, modulators);
    }

    /** A constant of full scale that loops; its output is the envelope itself. */
    public static Sample constant() {
        short[] pcm = new short[1000];
        java.util.Arrays.fill(pcm, Short.MAX_VALUE);
        return new Sample("constant", pcm, RATE, 100, 900, 60, 0);
    }

    /** A sine of whole periods, 100 frames each (441 Hz), looped over the last ten of twenty; sounds so at key 69. */
    public static Sample sine() {
        short[] pcm = new short[2000];
        for (int i = 0; i < pcm.length; i++) {
            pcm[i] = (short) Math.round(20_000 * Math.sin(2 * Math.PI * i / 100));
        }
        return new Sample("sine", pcm, RATE, 1000, 2000, 69, 0);
    }

    /** Plays cells into one array, both channels added, full scale 1 with every controller open. */
    public static double[] play(Sampler sampler, int frames, Map<Integer, Runnable> events) {
        double[] sound = new double[frames];
        double[] left = new double[Sampler.CELL];
        double[] right = new double[Sampler.CELL];
        for (int at = 0; at < frames; at += Sampler.CELL) {
            for (int i = 0; i < Sampler.CELL; i++) {
                Runnable event = events.get(at + i);
                if (event != null) {
                    event.run();
                }
            }
            java.util.Arrays.fill(left, 0);
            java.util.Arrays.fill(right, 0);
            sampler.render(left, right);
            for (int i = 0; i < Sampler.CELL && at + i < frames; i++) {
                sound[at + i] = (left[i] + right[i]) / (Math.sqrt(2) * Sampler.HEADROOM);
            }
        }
        return sound;
    }

    public static double[] play(Sampler sampler, int frames) {
        return play(sampler, frames, new HashMap<>());
    }
}
