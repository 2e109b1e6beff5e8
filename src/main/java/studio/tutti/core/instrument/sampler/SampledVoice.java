package studio.tutti.core.instrument.sampler;

import studio.tutti.core.dsp.Decibels;
import studio.tutti.core.dsp.Functions;
import studio.tutti.core.instrument.Adsr;
import studio.tutti.core.instrument.KeyVoice;
import studio.tutti.core.instrument.RecordingReader;
import studio.tutti.core.instrument.Sampler;
import studio.tutti.core.instrument.drumkit.Pad;
import studio.tutti.core.instrument.synth.SynthFilter;
import studio.tutti.core.media.MediaSound;

/** One note of the sampler: a recording that may loop, its filter, its envelope. */
final class SampledVoice extends KeyVoice {

    /** What is cut out ends with a ramp of 3 ms. */
    private static final double FALL = 0.003;

    private final KeySampler sampler;
    private final RecordingReader reader = new RecordingReader();
    private final SynthFilter filterLeft = new SynthFilter();
    private final SynthFilter filterRight = new SynthFilter();
    private final Adsr amp;
    private final double steep = SynthFilter.steepness(0);
    private double frames;
    private double place;
    private double step;
    private double speed;
    private double semitones;
    private double last;
    private double fall;
    private boolean looped;
    private double loopStart;
    private double loopEnd;
    private double crossfade;
    private double loud;
    private double left;
    private double right;
    private double g;
    private double gSlope;
    private boolean filters;
    private boolean fresh;
    private boolean ended;
    private double time;

    SampledVoice(KeySampler sampler) {
        this.sampler = sampler;
        amp = new Adsr(sampler.times);
    }

    void play(Pad pad, MediaSound sound, int velocity, double centibels) {
        reader.open(sound);
        frames = sound.frames();
        double one = pad.value(Pad.START) * 0.01 * frames;
        double other = pad.value(Pad.END) * 0.01 * frames;
        place = Math.min(one, other);
        last = Math.max(one, other);
        fall = last < frames ? 1 / (FALL * sound.rate()) : 0;
        semitones = key - pad.key + pad.value(Pad.TUNE) + 0.01 * pad.value(Pad.FINE);
        speed = sound.rate() / (double) sampler.framesASecond();
        double amount = pad.value(Pad.VELOCITY) * 0.01;
        double part = velocity * (1.0 / 127);
        loud = (1 - amount + amount * part * part) * Decibels.gain(pad.value(Pad.LEVEL)) * Functions.exp2(centibels * 0.016609640474436813);
        double pan = pad.value(Pad.PAN) * 0.01;
        double away = Functions.cos((pan < 0 ? -pan : pan) * (Math.PI / 2));
        left = pan > 0 ? away : 1;
        right = pan < 0 ? away : 1;
        filterLeft.clear();
        filterRight.clear();
        amp.start();
        fresh = true;
        ended = last - place < 1;
        time = 0;
    }

    @Override
    protected void cell(int from) {
        KeySampler s = sampler;
        int count = Sampler.CELL - from;
        time += (double) count / s.framesASecond();
        step = speed * Functions.exp2((semitones + s.bend()) * (1.0 / 12));
        looped = s.loops();
        loopStart = Math.min(s.number(KeySampler.LOOP_START), s.number(KeySampler.LOOP_END)) * 0.01 * frames;
        loopEnd = Math.min(last, Math.max(s.number(KeySampler.LOOP_START), s.number(KeySampler.LOOP_END)) * 0.01 * frames);
        double length = loopEnd - loopStart;
        looped &= length >= 32;
        crossfade = Math.min(s.number(KeySampler.CROSSFADE) * 0.001 * speed * s.framesASecond(), Math.min(length * 0.5, loopStart));
        double edge = s.number(KeySampler.FILTER_ENVELOPE) * amp.level() + s.number(KeySampler.FILTER_KEYS) * 0.01 * (key - 60);
        double cutoff = s.number(KeySampler.CUTOFF) * Functions.exp2(edge * (1.0 / 12));
        filters = cutoff < 19_990 || s.option(KeySampler.FILTER_TYPE) > 1 || s.number(KeySampler.RESONANCE) > 0;
        double aim = SynthFilter.g(cutoff, s.framesASecond());
        if (fresh) {
            g = aim;
        }
        gSlope = (aim - g) / count;
        fresh = false;
    }

    @Override
    protected void make(double[] l, double[] r, int from, int to) {
        double gain = loud * sampler.level();
        for (int i = from; i < to; i++) {
            double rest = last - place;
            if (rest <= 0 && !looped || ended) {
                ended = true;
                l[i] = 0;
                r[i] = 0;
                continue;
            }
            one(l, r, i, !looped && fall > 0 && rest * fall < 1 ? gain * rest * fall : gain);
            place += step;
            if (looped && place >= loopEnd) {
                place = loopStart + (place - loopEnd) % (loopEnd - loopStart);
            }
        }
        if (filters) {
            KeySampler s = sampler;
            int type = s.option(KeySampler.FILTER_TYPE);
            double resonance = s.number(KeySampler.RESONANCE) * 0.01;
            filterLeft.run(type, l, from, to, g, gSlope, resonance, steep);
            filterRight.run(type, r, from, to, g, gSlope, resonance, steep);
        }
        g += gSlope * (to - from);
        amp.shape(l, r, from, to);
    }

    private void one(double[] l, double[] r, int i, double gain) {
        reader.read(place);
        double a = reader.left;
        double b = reader.right;
        double into = looped && crossfade > 0 ? place - (loopEnd - crossfade) : 0;
        if (into > 0) {
            double mix = into / crossfade;
            reader.read(place - (loopEnd - loopStart));
            a += (reader.left - a) * mix;
            b += (reader.right - b) * mix;
        }
        l[i] = a * gain * left;
        r[i] = b * gain * right;
    }

    @Override
    protected void letGo() {
        amp.release();
    }

    @Override
    protected boolean over() {
        return ended || amp.over();
    }

    @Override
    protected double loudness() {
        return time < 0.02 ? 1 : amp.level() * loud;
    }
}
