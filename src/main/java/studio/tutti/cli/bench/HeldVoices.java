package studio.tutti.cli.bench;

import java.io.IOException;
import java.util.Arrays;
import studio.tutti.core.engine.Engine;
import studio.tutti.core.engine.Score;
import studio.tutti.core.engine.ScoreBuilder;
import studio.tutti.library.Instruments;

/** A number of voices that sound on: the share of a block's time that making the block takes. */
final class HeldVoices {

    /** Voices that are held at least. */
    static final int VOICES = 64;

    /** General MIDI's string ensemble: looped, filtered, in stereo. */
    static final int PRESET = 48;

    /** Frames of a block, what browsers ask for. */
    static final int BLOCK = 128;

    private static final int TRACK = 1;
    private static final int LOWEST_KEY = 40;
    private static final int VELOCITY = 100;

    private HeldVoices() {
    }

    /** One track without notes. */
    static Score score(int rate) {
        ScoreBuilder score = new ScoreBuilder(rate);
        score.track(TRACK, PRESET, 0, 0, true, false);
        return score.build();
    }

    /** Holds keys for some seconds and adds the figures. */
    static void measure(Instruments instruments, int rate, Figures figures) throws IOException {
        Engine engine = new Engine(rate);
        engine.score(score(rate));
        engine.addPreset(instruments.preset(0, PRESET), PRESET);
        float[] left = new float[BLOCK];
        float[] right = new float[BLOCK];
        for (int key = LOWEST_KEY; engine.voices() < VOICES && key < 128; key++) {
            engine.noteOn(TRACK, key, VELOCITY);
            engine.render(left, right, 0, BLOCK);
        }
        double[] share = new double[20 * rate / BLOCK];
        for (int pass = 0; pass < 2; pass++) {
            for (int block = 0; block < share.length; block++) {
                long began = System.nanoTime();
                engine.render(left, right, 0, BLOCK);
                share[block] = 100e-9 * (System.nanoTime() - began) * rate / BLOCK;
            }
        }
        Arrays.sort(share);
        figures.add("held_voices", engine.voices())
                .add("held_block_p50_percent", share[share.length / 2])
                .add("held_block_p99_percent", share[share.length * 99 / 100]);
    }
}
