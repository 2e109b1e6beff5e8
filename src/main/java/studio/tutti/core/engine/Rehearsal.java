package studio.tutti.core.engine;

import java.util.List;
import studio.tutti.core.dsp.Fft;
import studio.tutti.core.effect.Effect;
import studio.tutti.core.effect.EffectType;
import studio.tutti.core.effect.Parameter;
import studio.tutti.core.instrument.InstrumentType;

/**
 * Lets every effect and the synthesiser sound once where nobody hears it. What a page's first use of them would wait for, tables that are
 * computed and functions that a browser compiles when they are called first, is done then.
 */
public final class Rehearsal {

    /** As low as the engine goes, so that delays take little memory. */
    private static final int RATE = 8_000;
    private static final int BLOCK = 128;
    /** Points of the largest transform that an effect does at 48 kHz. */
    private static final int LARGEST = 1 << 15;
    /** Until all have come in, and a little more: what a browser compiles, it compiles when it is called first. */
    private static final int BLOCKS = 6;

    private Rehearsal() {
    }

    /** Plays once; some milliseconds. */
    public static void play() {
        for (int size = 2; size <= LARGEST; size *= 2) {
            Fft.of(size);
        }
        Engine engine = new Engine(RATE);
        engine.score(score(false));
        engine.play();
        float[] left = new float[BLOCK];
        float[] right = new float[BLOCK];
        Score all = score(true);
        while (!engine.makeReady(all)) {
            engine.render(left, right, 0, BLOCK);
        }
        engine.score(all);
        for (int block = 0; block < BLOCKS; block++) {
            engine.render(left, right, 0, BLOCK);
        }
    }

    private static Score score(boolean inserts) {
        ScoreBuilder score = new ScoreBuilder(RATE);
        int track = score.track(1, 0, 0, 0, true, false);
        int bus = score.group(2, 0, 0, true);
        score.note(track, 0, RATE, 60, 100, 1, 0);
        ScoreInstruments.add(score, track, 3, InstrumentType.SYNTH, 0, initial(InstrumentType.SYNTH.parameters()), List.of());
        for (EffectType type : EffectType.values()) {
            if (inserts) {
                score.device(10 + type.ordinal(), type.ordinal() % 2 == 0 ? track : bus, type, false, Score.NONE, turned(type));
            }
        }
        score.send(4, track, bus, 0, false, true);
        return score.build();
    }

    private static double[] initial(List<Parameter> parameters) {
        double[] values = new double[parameters.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = parameters.get(i).initial();
        }
        return values;
    }

    /** Every parameter a little further than where it begins, so that it has something to do. */
    private static double[] turned(EffectType type) {
        Effect effect = type.make();
        double[] values = initial(effect.parameters());
        for (int i = 0; i < values.length; i++) {
            Parameter parameter = effect.parameters().get(i);
            values[i] += 0.25 * (parameter.most() - values[i]);
        }
        return values;
    }
}
