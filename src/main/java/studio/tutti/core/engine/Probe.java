package studio.tutti.core.engine;

import studio.tutti.core.dsp.LoudnessMeter;
import studio.tutti.core.dsp.SpectrumAnalyser;
import studio.tutti.core.instrument.Sampler;

/**
 * Listens to what a strip gives, behind its fader: loudness and spectrum, for who looks at them. It hears silence, too, so that
 * what it shows falls with it. Hearing allocates nothing; a spectrum is computed when it is read.
 */
final class Probe {

    /** Numbers that {@link #read} writes before the spectrum: momentary, short-term, integrated loudness in LUFS. */
    static final int LOUDNESSES = 3;

    private static final double LOWEST = 20;
    private static final double HIGHEST = 20_000;
    /** What stands for no loudness: below everything that a meter shows. */
    private static final float NOTHING = -200;

    private final LoudnessMeter loudness;
    private final SpectrumAnalyser spectrum;
    private final double highest;
    private final double[] silence = new double[Sampler.CELL];

    Probe(int rate) {
        loudness = new LoudnessMeter(rate);
        spectrum = new SpectrumAnalyser(rate);
        highest = Math.min(HIGHEST, 0.49 * rate);
    }

    void hear(double[] left, double[] right) {
        loudness.hear(left, right, 0, Sampler.CELL);
        spectrum.hear(left, right, 0, Sampler.CELL);
    }

    void hearSilence() {
        hear(silence, silence);
    }

    /** Begins to measure loudness anew. */
    void reset() {
        loudness.reset();
    }

    /** Writes the loudness, then the spectrum in dB from 20 Hz to 20 kHz, or to 0.49 of the rate, in equal ratios. */
    void read(float[] numbers, float[] curve) {
        numbers[0] = shown(loudness.momentary());
        numbers[1] = shown(loudness.shortTerm());
        numbers[2] = shown(loudness.integrated());
        spectrum.analyse();
        spectrum.curve(LOWEST, highest, curve);
    }

    private static float shown(double lufs) {
        return lufs > NOTHING ? (float) lufs : NOTHING;
    }
}
