package studio.tutti.cli.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import studio.tutti.core.effect.Effect;
import studio.tutti.core.effect.EffectType;
import studio.tutti.core.engine.Engine;
import studio.tutti.core.engine.Score;
import studio.tutti.core.engine.ScoreBuilder;
import studio.tutti.library.Instruments;

/**
 * A number of voices that sound on, without inserts and with eight: the share of a block's time that making the block takes, what the slowest
 * takes, and what is allocated.
 */
final class HeldVoices {

    /** Voices that are held at least. */
    static final int VOICES = 64;

    /** Tracks that hold them, a key each in turn; named 1 to this. */
    static final int TRACKS = 8;

    /** General MIDI's string ensemble: looped, filtered, in stereo. */
    static final int PRESET = 48;

    /** Frames of a block, what browsers ask for. */
    static final int BLOCK = 128;

    private static final int LOWEST_KEY = 40;
    private static final int VELOCITY = 100;
    private static final int SECONDS = 20;

    /** One on each of seven tracks. */
    private static final EffectType[] INSERTS = {EffectType.EQUALISER, EffectType.COMPRESSOR, EffectType.SATURATION, EffectType.CHORUS,
        EffectType.DELAY, EffectType.REVERB, EffectType.LIMITER};

    /** The live audio tools. */
    static final EffectType[] TOOLS = {EffectType.PROFILE_EQ, EffectType.RESONANCE_EQ, EffectType.MULTIBAND_PHASE, EffectType.XSPECMATCH};

    private HeldVoices() {
    }

    /** Tracks without notes, of which the first has one insert that listens to the second. */
    static Score score(int rate, EffectType tool) {
        ScoreBuilder score = new ScoreBuilder(rate);
        for (int track = 1; track <= TRACKS; track++) {
            score.track(track, PRESET, 0, 0, true, false);
        }
        insert(score, 101, 0, tool, 1);
        return score.build();
    }

    /**
     * Tracks without notes.
     *
     * @param inserts whether seven tracks have an insert each, all different, and the master an equaliser; set as {@link EffectsBenchmark} sets them
     */
    static Score score(int rate, boolean inserts) {
        ScoreBuilder score = new ScoreBuilder(rate);
        for (int track = 1; track <= TRACKS; track++) {
            score.track(track, PRESET, 0, 0, true, false);
        }
        for (int i = 0; inserts && i < INSERTS.length; i++) {
            insert(score, 101 + i, i, INSERTS[i], Score.NONE);
        }
        if (inserts) {
            insert(score, 100, Score.MASTER, EffectType.EQUALISER, Score.NONE);
        }
        return score.build();
    }

    private static void insert(ScoreBuilder score, int name, int strip, EffectType type, int source) {
        Effect effect = type.make();
        EffectsBenchmark.turnUp(type, effect);
        double[] values = new double[effect.parameters().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = effect.get(i);
        }
        score.device(name, strip, type, false, effect.hasSideChain() ? source : Score.NONE, values);
    }

    /** Holds keys for some seconds, without inserts and with them, and adds the figures. */
    static void measure(Instruments instruments, int rate, Figures figures) throws IOException {
        Engine engine = new Engine(rate);
        engine.score(score(rate, false));
        engine.addPreset(instruments.preset(0, PRESET), PRESET);
        float[] left = new float[BLOCK];
        float[] right = new float[BLOCK];
        for (int key = LOWEST_KEY; engine.voices() < VOICES && key < 128; key++) {
            engine.noteOn(1 + key % TRACKS, key, VELOCITY);
            engine.render(left, right, 0, BLOCK);
        }
        figures.add("held_voices", engine.voices());
        measure(engine, "held", figures);
        engine.score(score(rate, true));
        measure(engine, "inserts", figures);
        for (EffectType tool : TOOLS) {
            engine.score(score(rate, tool));
            measure(engine, tool.id(), figures);
        }
    }

    private static void measure(Engine engine, String name, Figures figures) {
        int rate = engine.rate();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        float[] left = new float[BLOCK];
        float[] right = new float[BLOCK];
        double[] share = new double[SECONDS * rate / BLOCK];
        long allocated = 0;
        for (int pass = 0; pass < 2; pass++) {
            allocated = threads.getCurrentThreadAllocatedBytes();
            for (int block = 0; block < share.length; block++) {
                long began = System.nanoTime();
                engine.render(left, right, 0, BLOCK);
                share[block] = 100e-9 * (System.nanoTime() - began) * rate / BLOCK;
            }
            allocated = threads.getCurrentThreadAllocatedBytes() - allocated;
        }
        Arrays.sort(share);
        figures.add(name + "_block_p50_percent", share[share.length / 2])
                .add(name + "_block_p99_percent", share[share.length * 99 / 100])
                .add(name + "_bytes_a_block", (double) allocated / share.length);
    }
}
