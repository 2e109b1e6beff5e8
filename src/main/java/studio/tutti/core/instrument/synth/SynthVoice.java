package studio.tutti.core.instrument.synth;

import studio.tutti.core.dsp.Functions;
import studio.tutti.core.instrument.Adsr;
import studio.tutti.core.instrument.KeyVoice;
import studio.tutti.core.instrument.Sampler;

/** One note of the synthesiser. What moves slowly is computed at the ends of cells and runs there in straight lines. */
final class SynthVoice extends KeyVoice {

    private static final double[] ONE = {1};

    private final Synth synth;
    private final Oscillator[] oscillators = {new Oscillator(), new Oscillator()};
    private final Oscillator sub = new Oscillator();
    private final SynthFilter filterLeft = new SynthFilter();
    private final SynthFilter filterRight = new SynthFilter();
    private final Adsr amp;
    private final Adsr mod;
    private final double[] cycles = new double[2];
    private final double[] wobbles = new double[2];
    private int seed;
    private int noise;
    private double velocity;
    private double louder;
    private double time;
    /** The key that pitch is at, or on its way from. */
    private double pitch;
    private double pitchSlope;
    private boolean fresh;
    private int copies;
    private boolean stereo;
    private double g;
    private double gSlope;
    private double steep;
    private double gain;
    private double gainSlope;

    SynthVoice(Synth synth) {
        this.synth = synth;
        amp = new Adsr(synth.ampTimes);
        mod = new Adsr(synth.modTimes);
    }

    /** Begins to play. */
    void play(int playedVelocity, double centibels, double from) {
        seed = note * 0x9E3779B1 ^ key * 0x85EBCA6B;
        noise = seed | 1;
        strike(playedVelocity, centibels);
        time = 0;
        cycles[0] = 0;
        cycles[1] = 0;
        pitch = from;
        slide(key);
        copies = synth.copies();
        stereo = copies > 1 && synth.spreads();
        oscillators[0].start(seed);
        oscillators[1].start(seed + 100);
        sub.start(seed + 200);
        filterLeft.clear();
        filterRight.clear();
        amp.start();
        mod.start();
        fresh = true;
    }

    private void strike(int playedVelocity, double centibels) {
        double part = playedVelocity * (1.0 / 127);
        velocity = part;
        louder = Functions.exp2(centibels * 0.016609640474436813);
    }

    /** Plays another key from now on, anew or in one breath. */
    void move(int name, int nextKey, int playedVelocity, double centibels, boolean anew) {
        note = name;
        key = nextKey;
        holdOn();
        slide(nextKey);
        if (anew) {
            strike(playedVelocity, centibels);
            time = 0;
            amp.again();
            mod.again();
        }
    }

    boolean sounds() {
        return counts() && !amp.over();
    }

    boolean isHeld() {
        return !isReleased();
    }

    int name() {
        return note;
    }

    double pitch() {
        return pitch;
    }

    private void slide(double to) {
        double seconds = synth.glide();
        pitchSlope = seconds > 0 ? (to - pitch) / seconds : 0;
        if (seconds <= 0) {
            pitch = to;
        }
    }

    @Override
    protected void cell(int from) {
        int frames = Sampler.CELL - from;
        double rate = synth.framesASecond();
        double seconds = frames / rate;
        if (fresh) {
            aim(0, 1, rate);
            g += gSlope;
            gain += gainSlope;
        }
        time += seconds;
        if (pitchSlope != 0) {
            double next = pitch + pitchSlope * seconds;
            boolean there = pitchSlope > 0 ? next >= key : next <= key;
            pitch = there ? key : next;
            pitchSlope = there ? 0 : pitchSlope;
        }
        mod.skip(frames);
        aim(seconds, frames, rate);
        fresh = false;
    }

    /** Where everything shall be after some frames. */
    private void aim(double seconds, int frames, double rate) {
        Synth s = synth;
        double bent = pitch + s.bend() + mod.level() * s.number(SynthParameters.MOD_PITCH);
        double edge = s.number(SynthParameters.FILTER_ENVELOPE) * mod.level() + s.wheelFilter()
                - s.number(SynthParameters.FILTER_VELOCITY) * (1 - velocity) + s.filterKeys() * (pitch - 60);
        double wide = mod.level() * s.number(SynthParameters.MOD_WIDTH);
        double tremble = 1;
        for (int lfo = 0; lfo < 2; lfo++) {
            double wave = wobble(lfo, seconds);
            int at = SynthParameters.LFO + lfo * SynthParameters.LFO_SIZE;
            double cents = s.number(at + 5) + (lfo == 0 ? s.wheelVibrato() : 0);
            bent += wave * cents * 0.01;
            edge += wave * s.number(at + 6);
            wide += 0.5 * wave * s.number(at + 7);
            tremble *= 1 - s.number(at + 8) * 0.01 * (0.5 - 0.5 * wave);
        }
        double hertz = 440 * Functions.exp2((bent - 69) * (1.0 / 12));
        for (int i = 0; i < 2; i++) {
            int at = SynthParameters.OSCILLATOR + i * SynthParameters.OSCILLATOR_SIZE;
            double width = (s.number(at + 4) + wide) * 0.01;
            oscillators[i].aim(s.option(at), hertz * s.ratio(i), s.richest(), width < 0.01 ? 0.01 : width > 0.99 ? 0.99 : width,
                    s.number(at + 5) * 0.01, rate, frames);
        }
        sub.aim(s.option(SynthParameters.SUB_SHAPE) == 0 ? 3 : SynthParameters.PULSE, 0.5 * hertz * s.ratio(0), 1, 0.5,
                s.number(SynthParameters.SUB_LEVEL) * 0.01, rate, frames);
        double cutoff = s.number(SynthParameters.CUTOFF) * Functions.exp2(edge * (1.0 / 12));
        double share = 1.0 / frames;
        gSlope = (SynthFilter.g(cutoff, rate) - (fresh && seconds == 0 ? 0 : g)) * share;
        double amount = s.number(SynthParameters.AMP_VELOCITY) * 0.01;
        double loud = (1 - amount + amount * velocity * velocity) * louder * tremble * s.level();
        gainSlope = (loud - (fresh && seconds == 0 ? 0 : gain)) * share;
        if (fresh && seconds == 0) {
            g = 0;
            gain = 0;
        }
        steep = s.steepness();
    }

    private double wobble(int lfo, double seconds) {
        Synth s = synth;
        int at = SynthParameters.LFO + lfo * SynthParameters.LFO_SIZE;
        cycles[lfo] += seconds * s.pace(lfo);
        double place = s.option(at + 4) == 1 ? cycles[lfo] : s.cycles(lfo);
        double fade = s.number(at + 3);
        double grown = fade <= 0 || time >= fade ? 1 : time / fade;
        double shape = Wobble.at(s.option(at), place, lfo * 77 + 1);
        // A random value that jumps would click in the level and the filter: it takes a cell.
        wobbles[lfo] = shape * grown;
        return wobbles[lfo];
    }

    @Override
    protected void make(double[] left, double[] right, int from, int to) {
        for (int i = from; i < to; i++) {
            left[i] = 0;
            right[i] = 0;
        }
        Synth s = synth;
        for (Oscillator oscillator : oscillators) {
            oscillator.add(left, right, from, to, copies, s.ratios(), s.lefts(), s.rights());
        }
        sub.add(left, right, from, to, 1, ONE, ONE, ONE);
        noise(left, right, from, to, s.number(SynthParameters.NOISE_LEVEL) * 0.01);
        int type = s.option(SynthParameters.FILTER_TYPE);
        double resonance = s.number(SynthParameters.RESONANCE) * 0.01;
        filterLeft.run(type, left, from, to, g, gSlope, resonance, steep);
        if (stereo) {
            filterRight.run(type, right, from, to, g, gSlope, resonance, steep);
        } else {
            System.arraycopy(left, from, right, from, to - from);
        }
        g += gSlope * (to - from);
        double loud = gain;
        for (int i = from; i < to; i++) {
            loud += gainSlope;
            left[i] *= loud;
            right[i] *= loud;
        }
        gain = loud;
        amp.shape(left, right, from, to);
    }

    private void noise(double[] left, double[] right, int from, int to, double loud) {
        if (loud == 0) {
            return;
        }
        int x = noise;
        for (int i = from; i < to; i++) {
            x ^= x << 13;
            x ^= x >>> 17;
            x ^= x << 5;
            double value = x * (1.0 / 2147483648.0) * loud;
            left[i] += value;
            right[i] += value;
        }
        noise = x;
    }

    @Override
    protected void letGo() {
        amp.release();
        mod.release();
    }

    @Override
    protected boolean over() {
        return amp.over();
    }

    @Override
    protected double loudness() {
        return time < 0.02 ? 1 : amp.level() * (gain < 1 ? gain : 1);
    }
}
