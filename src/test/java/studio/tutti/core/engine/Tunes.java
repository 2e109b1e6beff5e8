package studio.tutti.core.engine;

import studio.tutti.core.instrument.Generator;
import studio.tutti.core.instrument.Modulator;
import studio.tutti.core.instrument.Preset;
import studio.tutti.core.instrument.Presets;
import studio.tutti.core.instrument.Sample;
import studio.tutti.core.instrument.Zone;

/** Small scores and an engine that can play them. */
final class Tunes {

    static final int RATE = Presets.RATE;

    private Tunes() {
    }

    static Engine engine() {
        Engine engine = new Engine(RATE);
        engine.addPreset(sounding(0, Presets.sine()));
        engine.addPreset(sounding(1, Presets.constant()));
        return engine;
    }

    static void presets(Freezing freezing) {
        freezing.addPreset(sounding(0, Presets.sine()), 0);
        freezing.addPreset(sounding(1, Presets.constant()), 1);
    }

    private static Preset sounding(int program, Sample sample) {
        return new Preset(0, program, "test", new Zone[] {
            Presets.zone(sample, Modulator.DEFAULTS, Generator.SAMPLE_MODES, 1, Generator.VOLUME_ENVELOPE_RELEASE, -4000)
        });
    }

    static ScoreBuilder builder(int tracks) {
        ScoreBuilder builder = new ScoreBuilder(RATE);
        builder.step(0, 0, 500_000);
        for (int track = 0; track < tracks; track++) {
            builder.track(100 + track, 0, 0, 0, true, false);
        }
        return builder;
    }

    /** A dense tune of several tracks with bends, pedals and overlapping notes. */
    static Score busy(int seed) {
        java.util.Random random = new java.util.Random(seed);
        ScoreBuilder builder = builder(4);
        for (int note = 0; note < 400; note++) {
            int from = random.nextInt(4 * RATE);
            builder.note(random.nextInt(4), from, from + 200 + random.nextInt(RATE), 40 + random.nextInt(50),
                    20 + random.nextInt(107), note, random.nextInt(3) * -100);
            builder.bend(random.nextInt(4), random.nextInt(4 * RATE), random.nextInt(16_384));
            builder.control(random.nextInt(4), random.nextInt(4 * RATE), random.nextBoolean() ? 64 : 11, random.nextInt(128));
        }
        for (int beat = 0; beat < 8; beat++) {
            builder.beat(beat * RATE / 2, beat % 4 == 0);
        }
        return builder.build();
    }

    static float[] render(Engine engine, int frames, int block) {
        float[] left = new float[frames];
        float[] right = new float[frames];
        for (int at = 0; at < frames; at += block) {
            engine.render(left, right, at, Math.min(block, frames - at));
        }
        float[] both = new float[2 * frames];
        System.arraycopy(left, 0, both, 0, frames);
        System.arraycopy(right, 0, both, frames, frames);
        return both;
    }

    /** The first frame that is not silent, or −1. */
    static int onset(float[] sound, int from) {
        for (int i = from; i < sound.length / 2; i++) {
            if (Math.abs(sound[i]) > 1e-6f) {
                return i;
            }
        }
        return -1;
    }

    static float peak(float[] sound, int from, int to) {
        float peak = 0;
        for (int i = from; i < to; i++) {
            peak = Math.max(peak, Math.abs(sound[i]));
        }
        return peak;
    }
}
