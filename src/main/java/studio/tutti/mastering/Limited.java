package studio.tutti.mastering;

import studio.tutti.audiofile.AudioSource;
import studio.tutti.core.dsp.Decibels;
import studio.tutti.core.dsp.TruePeak;
import studio.tutti.core.effect.LimiterGain;

/** A sound in memory whose peaks are known, through the limiter of the mixer: what its insert would give, but the peaks need not be looked for again. */
final class Limited implements AudioSource {

    private final int rate;
    private final float[][] sound;
    private final Peaks peaks;
    private final double gain;
    private final LimiterGain limiter = new LimiterGain();
    private long call;
    private int done;

    Limited(int rate, float[][] sound, Peaks peaks, double gainDb, double ceiling, double release) {
        this.rate = rate;
        this.sound = sound;
        this.peaks = peaks;
        gain = Decibels.gain(gainDb);
        limiter.prepare(rate);
        limiter.tune(ceiling, release);
        int latency = TruePeak.DELAY + limiter.delay();
        while (call < latency) {
            limiter.next(gain * peaks.at(call++));
        }
    }

    @Override
    public int rate() {
        return rate;
    }

    @Override
    public int channels() {
        return sound.length;
    }

    @Override
    public long frames() {
        return sound[0].length;
    }

    @Override
    public int bits() {
        return 32;
    }

    @Override
    public int read(float[][] into, int from, int frames) {
        int some = Math.min(frames, sound[0].length - done);
        if (some <= 0) {
            return -1;
        }
        for (int i = 0; i < some; i++) {
            double factor = limiter.next(gain * peaks.at(call++));
            for (int channel = 0; channel < sound.length; channel++) {
                float value = sound[channel][done + i];
                into[channel][from + i] = value - value == 0 ? (float) (value * gain * factor) : 0;
            }
        }
        done += some;
        return some;
    }

    @Override
    public void close() {}
}
