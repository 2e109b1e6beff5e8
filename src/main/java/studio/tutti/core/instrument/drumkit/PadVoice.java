package studio.tutti.core.instrument.drumkit;

import studio.tutti.core.dsp.Decibels;
import studio.tutti.core.dsp.Functions;
import studio.tutti.core.instrument.KeyVoice;
import studio.tutti.core.instrument.RecordingReader;
import studio.tutti.core.media.MediaSound;

/** A pad that was hit. It stands as it was hit: what is set later holds for the next hit. */
final class PadVoice extends KeyVoice {

    /** What is cut out of a recording begins and ends with ramps of 1 ms and 3 ms. */
    private static final double RISE = 0.001;
    private static final double FALL = 0.003;
    private static final double INAUDIBLE = 1e-5;
    private static final double LET_GO = 0.03;

    private final double rate;
    private final RecordingReader reader = new RecordingReader();
    private int choke;
    private boolean gate;
    private double place;
    private double step;
    private double first;
    private double last;
    private double rise;
    private double fall;
    private double level;
    private double fade;
    private double left;
    private double right;
    private boolean ended;

    PadVoice(double rate) {
        this.rate = rate;
    }

    /** @param tune semitones on top of the pad's */
    void play(Pad pad, MediaSound recording, int velocity, double centibels, double tune) {
        reader.open(recording);
        choke = (int) pad.value(Pad.CHOKE);
        gate = pad.value(Pad.GATE) >= 0.5;
        double frames = recording.frames();
        double one = pad.value(Pad.START) * 0.01 * frames;
        double other = pad.value(Pad.END) * 0.01 * frames;
        first = Math.min(one, other);
        last = Math.max(one, other);
        double semitones = pad.value(Pad.TUNE) + 0.01 * pad.value(Pad.FINE) + tune;
        step = Functions.exp2(semitones * (1.0 / 12)) * recording.rate() / rate;
        rise = first > 0 ? 1 / (RISE * recording.rate()) : 0;
        fall = last < frames ? 1 / (FALL * recording.rate()) : 0;
        boolean back = pad.value(Pad.REVERSE) >= 0.5;
        place = back ? last : first;
        if (back) {
            step = -step;
            double swap = rise;
            rise = fall > 0 ? 1 / (RISE * recording.rate()) : 0;
            fall = swap > 0 ? 1 / (FALL * recording.rate()) : 0;
        }
        double amount = pad.value(Pad.VELOCITY) * 0.01;
        double part = velocity * (1.0 / 127);
        level = (1 - amount + amount * part * part) * Decibels.gain(pad.value(Pad.LEVEL)) * Functions.exp2(centibels * 0.016609640474436813);
        double decay = pad.value(Pad.DECAY);
        fade = decay >= Pad.PARAMETERS.get(Pad.DECAY).most() ? 1 : Functions.pow(0.001, 1 / (decay * rate));
        double pan = pad.value(Pad.PAN) * 0.01;
        double away = Functions.cos((pan < 0 ? -pan : pan) * (Math.PI / 2));
        left = pan > 0 ? away : 1;
        right = pan < 0 ? away : 1;
        ended = last - first < 1;
    }

    int choke() {
        return choke;
    }

    boolean gated() {
        return gate;
    }

    @Override
    protected void cell(int from) {
    }

    @Override
    protected void make(double[] l, double[] r, int from, int to) {
        boolean back = step < 0;
        for (int i = from; i < to; i++) {
            double done = back ? last - place : place - first;
            double rest = back ? place - first : last - place;
            if (rest <= 0 || ended) {
                ended = true;
                l[i] = 0;
                r[i] = 0;
                continue;
            }
            reader.read(place);
            double gain = level;
            double in = done * rise;
            double out = rest * fall;
            gain = rise > 0 && in < 1 ? gain * in : gain;
            gain = fall > 0 && out < 1 ? gain * out : gain;
            l[i] = reader.left * gain * left;
            r[i] = reader.right * gain * right;
            level *= fade;
            place += step;
        }
    }

    @Override
    protected void letGo() {
        if (gate) {
            double quick = Functions.pow(0.001, 1 / (LET_GO * rate));
            fade = fade < quick ? fade : quick;
        }
    }

    @Override
    protected boolean over() {
        return ended || level < INAUDIBLE;
    }

    @Override
    protected double loudness() {
        return level;
    }
}
