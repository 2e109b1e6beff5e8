package studio.tutti.core.instrument.synth;

import studio.tutti.core.dsp.Decibels;
import studio.tutti.core.dsp.Functions;
import studio.tutti.core.instrument.Adsr;
import studio.tutti.core.instrument.Controllers;
import studio.tutti.core.instrument.Keyed;
import studio.tutti.core.instrument.Sampler;

/**
 * A subtractive synthesiser: two oscillators with detuned copies, a sub oscillator and noise, a filter, two envelopes, two LFOs.
 * docs/instruments.md says what each parameter does.
 */
public final class Synth extends Keyed {

    private static final int KEYS = 64;

    final Adsr.Times ampTimes = new Adsr.Times();
    final Adsr.Times modTimes = new Adsr.Times();

    private final double[] oscillatorRatios = new double[2];
    private final double[] ratios = new double[Oscillator.COPIES];
    private final double[] lefts = new double[Oscillator.COPIES];
    private final double[] rights = new double[Oscillator.COPIES];
    private final double[] cycles = new double[2];
    private final double[] paces = new double[2];
    private final int[] heldNotes = new int[KEYS];
    private final int[] heldKeys = new int[KEYS];
    private int heldCount;
    private int spreadCopies = -1;
    private double spreadDetune;
    private double spreadWidth;
    private double richest = 1;
    private double steepness = 1;
    private double level = 1;
    private double lastPitch = -1;
    private double quarters = 2;

    /** @param rate frames a second */
    public Synth(int rate) {
        super(SynthParameters.ALL, rate);
        Waves.prepare();
        voices(() -> new SynthVoice(this));
        arrive();
    }

    @Override
    protected void parametersMoved() {
        times(ampTimes, SynthParameters.AMP);
        times(modTimes, SynthParameters.MOD);
        for (int i = 0; i < 2; i++) {
            int at = SynthParameters.OSCILLATOR + i * SynthParameters.OSCILLATOR_SIZE;
            double semitones = 12 * value(at + 1) + value(at + 2) + 0.01 * value(at + 3);
            oscillatorRatios[i] = Functions.exp2(semitones * (1.0 / 12));
        }
        steepness = SynthFilter.steepness(value(SynthParameters.DRIVE));
        level = Decibels.gain(value(SynthParameters.LEVEL)) * SynthFilter.makeUp(value(SynthParameters.DRIVE));
        spread();
        paces();
    }

    private void times(Adsr.Times times, int at) {
        times.set(value(at), value(at + 1), 0.01 * value(at + 2), value(at + 3), rate());
    }

    private void spread() {
        int count = choice(SynthParameters.VOICES);
        double detune = value(SynthParameters.DETUNE);
        double width = value(SynthParameters.SPREAD) * 0.01;
        if (count == spreadCopies && detune == spreadDetune && width == spreadWidth) {
            return;
        }
        spreadCopies = count;
        spreadDetune = detune;
        spreadWidth = width;
        for (int copy = 0; copy < count; copy++) {
            double place = count == 1 ? 0 : 2.0 * copy / (count - 1) - 1;
            ratios[copy] = Functions.exp2(place * detune * (1.0 / 1200));
            // Neighbours in pitch lie on opposite sides, so that no side is sharp.
            double side = count == 1 ? 0 : ((copy & 1) == 0 ? place : -place) * width;
            double angle = (side + 1) * (Math.PI / 4);
            double loud = Math.sqrt(2.0 / count);
            lefts[copy] = loud * Functions.cos(angle);
            rights[copy] = loud * Functions.sin(angle);
        }
        richest = ratios[count - 1];
    }

    private void paces() {
        for (int lfo = 0; lfo < 2; lfo++) {
            int at = SynthParameters.LFO + lfo * SynthParameters.LFO_SIZE;
            double length = SynthParameters.QUARTERS[choice(at + 2)];
            paces[lfo] = length == 0 ? value(at + 1) : quarters / length;
        }
    }

    @Override
    public void place(double seconds, double place) {
        for (int lfo = 0; lfo < 2; lfo++) {
            int at = SynthParameters.LFO + lfo * SynthParameters.LFO_SIZE;
            double length = SynthParameters.QUARTERS[(int) get(at + 2)];
            cycles[lfo] = length == 0 ? seconds * get(at + 1) : place / length;
        }
    }

    @Override
    public void tempo(double quartersASecond) {
        if (quartersASecond != quarters) {
            quarters = quartersASecond;
            paces();
        }
        cycles[0] += paces[0] * Sampler.CELL / rate();
        cycles[1] += paces[1] * Sampler.CELL / rate();
    }

    // --- what the voices ask ---

    int framesASecond() {
        return rate();
    }

    double number(int parameter) {
        return value(parameter);
    }

    int option(int parameter) {
        return choice(parameter);
    }

    double glide() {
        return value(SynthParameters.GLIDE);
    }

    /** Semitones by which the wheel bends. */
    double bend() {
        return (controllers().bend() - 8192) * (1.0 / 8192) * value(SynthParameters.BEND);
    }

    private double wheel() {
        return controllers().value(Controllers.MODULATION) * (1.0 / 127);
    }

    /** Cents of vibrato by the modulation wheel. */
    double wheelVibrato() {
        return wheel() * value(SynthParameters.WHEEL_VIBRATO);
    }

    /** Semitones by which the modulation wheel opens the filter. */
    double wheelFilter() {
        return wheel() * value(SynthParameters.WHEEL_FILTER);
    }

    double filterKeys() {
        return value(SynthParameters.FILTER_KEYS) * 0.01;
    }

    double ratio(int oscillator) {
        return oscillatorRatios[oscillator];
    }

    double richest() {
        return richest;
    }

    double steepness() {
        return steepness;
    }

    double level() {
        return level;
    }

    double pace(int lfo) {
        return paces[lfo];
    }

    double cycles(int lfo) {
        return cycles[lfo];
    }

    int copies() {
        return spreadCopies;
    }

    boolean spreads() {
        return spreadWidth > 0;
    }

    double[] ratios() {
        return ratios;
    }

    double[] lefts() {
        return lefts;
    }

    double[] rights() {
        return rights;
    }

    // --- keys ---

    @Override
    public void noteOn(int note, int key, int velocity, int frame, double centibels) {
        if (velocity <= 0) {
            return;
        }
        if (sounding() == 0) {
            arrive();
        }
        if (choice(SynthParameters.MODE) == 0) {
            letKeyGo(key, frame);
            fresh(note, key, velocity, frame, centibels);
            return;
        }
        forget(note);
        if (heldCount == KEYS) {
            forget(heldNotes[0]);
        }
        heldNotes[heldCount] = note;
        heldKeys[heldCount++] = key;
        SynthVoice voice = single();
        if (voice == null) {
            fresh(note, key, velocity, frame, centibels);
        } else {
            boolean anew = choice(SynthParameters.MODE) == 1 || !voice.isHeld();
            voice.move(note, key, velocity, centibels, anew);
            lastPitch = key;
        }
    }

    private void fresh(int note, int key, int velocity, int frame, double centibels) {
        if (begin(note, key, frame) instanceof SynthVoice voice) {
            voice.play(velocity, centibels, lastPitch < 0 ? key : lastPitch);
            lastPitch = key;
        }
    }

    /** The one voice of a mono patch that sounds on. */
    private @org.jspecify.annotations.Nullable SynthVoice single() {
        SynthVoice found = null;
        for (int i = 0; i < sounding(); i++) {
            if (voice(i) instanceof SynthVoice each && each.sounds()) {
                found = each;
            }
        }
        return found;
    }

    private boolean forget(int note) {
        boolean known = false;
        int kept = 0;
        for (int i = 0; i < heldCount; i++) {
            if (heldNotes[i] == note) {
                known = true;
            } else {
                heldNotes[kept] = heldNotes[i];
                heldKeys[kept++] = heldKeys[i];
            }
        }
        heldCount = kept;
        return known;
    }

    @Override
    public void noteOff(int note, int frame) {
        boolean last = heldCount > 0 && heldNotes[heldCount - 1] == note;
        if (forget(note) && last && heldCount > 0 && choice(SynthParameters.MODE) != 0) {
            SynthVoice voice = single();
            if (voice != null && voice.isHeld() && voice.name() == note) {
                voice.move(heldNotes[heldCount - 1], heldKeys[heldCount - 1], 0, 0, false);
                lastPitch = heldKeys[heldCount - 1];
                return;
            }
        }
        super.noteOff(note, frame);
    }

    @Override
    public void releaseAll(int frame) {
        heldCount = 0;
        super.releaseAll(frame);
    }

    @Override
    public void silence(int frame) {
        heldCount = 0;
        super.silence(frame);
    }
}
