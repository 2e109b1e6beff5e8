package studio.tutti.core.instrument.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.tutti.core.dsp.Fft;
import studio.tutti.core.effect.EffectPreset;
import studio.tutti.core.effect.Parameter;
import studio.tutti.core.instrument.Controllers;
import studio.tutti.core.instrument.Keyed;
import studio.tutti.core.instrument.Sampler;

@DisplayName("The synthesiser")
class SynthTest {

    private static final int RATE = 48_000;

    private static Synth synth(Object... settings) {
        Synth synth = new Synth(RATE);
        set(synth, "amp.level", 0, "amp.velocity", 0);
        set(synth, settings);
        synth.arrive();
        return synth;
    }

    private static void set(Synth synth, Object... settings) {
        for (int i = 0; i < settings.length; i += 2) {
            synth.set(place((String) settings[i]), ((Number) settings[i + 1]).doubleValue());
        }
    }

    private static int place(String name) {
        for (int i = 0; i < SynthParameters.ALL.size(); i++) {
            if (SynthParameters.ALL.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException(name);
    }

    /** The left channel of some frames. */
    private static double[] left(Synth synth, int frames) {
        double[] sound = new double[frames];
        double[] l = new double[Sampler.CELL];
        double[] r = new double[Sampler.CELL];
        for (int at = 0; at < frames; at += Sampler.CELL) {
            java.util.Arrays.fill(l, 0);
            java.util.Arrays.fill(r, 0);
            synth.render(l, r);
            System.arraycopy(l, 0, sound, at, Math.min(Sampler.CELL, frames - at));
        }
        return sound;
    }

    private static double peak(double[] sound, int from, int to) {
        double most = 0;
        for (int i = from; i < to; i++) {
            most = Math.max(most, Math.abs(sound[i]));
        }
        return most;
    }

    private static double phase(double[] sound, int from, int size, double hertz) {
        double re = 0;
        double im = 0;
        for (int i = 0; i < size; i++) {
            double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / size);
            re += window * sound[from + i] * Math.cos(2 * Math.PI * hertz * i / RATE);
            im -= window * sound[from + i] * Math.sin(2 * Math.PI * hertz * i / RATE);
        }
        return Math.atan2(im, re);
    }

    @ParameterizedTest(name = "key {0}")
    @ValueSource(ints = {24, 36, 48, 60, 69, 81, 93, 105})
    @DisplayName("plays every key within a cent of equal temperament")
    void pitch(int key) {
        Synth synth = synth("osc1.shape", 2);
        synth.noteOn(1, key, 100, 0, 0);
        double[] sound = left(synth, 24_000);
        double wanted = 440 * Math.pow(2, (key - 69) / 12.0);
        // The phase against a tone of the wanted pitch turns by the difference.
        double a = phase(sound, 2000, 8192, wanted);
        double b = phase(sound, 2000 + 8192, 8192, wanted);
        double moved = b - a - 2 * Math.PI * wanted * 8192 / RATE;
        moved -= 2 * Math.PI * Math.rint(moved / (2 * Math.PI));
        double found = wanted + moved / (2 * Math.PI) * RATE / 8192;
        assertThat(1200 * Math.log(found / wanted) / Math.log(2)).isCloseTo(0, within(1.0));
    }

    @Test
    @DisplayName("bends by its range")
    void bend() {
        Synth synth = synth("osc1.shape", 3, "play.bend", 12);
        synth.controllers().bend(16383);
        synth.noteOn(1, 57, 100, 0, 0);
        double[] sound = left(synth, 24_000);
        double octave = Math.hypot(part(sound, 440, true), part(sound, 440, false));
        double plain = Math.hypot(part(sound, 220, true), part(sound, 220, false));
        assertThat(octave).isGreaterThan(100 * plain);
    }

    private static double part(double[] sound, double hertz, boolean cosine) {
        double sum = 0;
        for (int i = 0; i < 16384; i++) {
            double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / 16384);
            double angle = 2 * Math.PI * hertz * i / RATE;
            sum += window * sound[4000 + i] * (cosine ? Math.cos(angle) : Math.sin(angle));
        }
        return sum;
    }

    /** The loudest of what is no harmonic below 20 kHz against the loudest harmonic, in dB. */
    private static double aliasing(int shape, int key) {
        Synth synth = synth("osc1.shape", shape, "osc1.width", 31);
        synth.noteOn(1, key, 127, 0, 0);
        int size = 1 << 16;
        double[] sound = left(synth, size + 9600);
        double[] re = new double[size];
        double[] im = new double[size];
        for (int i = 0; i < size; i++) {
            double x = 2 * Math.PI * i / size;
            double window = 0.35875 - 0.48829 * Math.cos(x) + 0.14128 * Math.cos(2 * x) - 0.01168 * Math.cos(3 * x);
            re[i] = window * sound[9600 + i];
        }
        new Fft(size).forward(re, im);
        double f0 = 440 * Math.pow(2, (key - 69) / 12.0);
        double harmonic = 0;
        double other = 0;
        for (int bin = 8; bin < 20_000.0 * size / RATE; bin++) {
            double height = Math.hypot(re[bin], im[bin]);
            double hertz = (double) bin * RATE / size;
            double off = Math.abs(hertz - f0 * Math.rint(hertz / f0)) * size / RATE;
            if (off < 6) {
                harmonic = Math.max(harmonic, height);
            } else {
                other = Math.max(other, height);
            }
        }
        return 20 * Math.log10(other / harmonic);
    }

    @Test
    @DisplayName("has no mirrored harmonics above −90 dB below 20 kHz, on keys up to 7,000 Hz")
    void aliasing() {
        for (int shape : new int[] {0, 1, 2, 3}) {
            double worst = -300;
            for (int key : new int[] {40, 61, 74, 87, 98, 109, 117}) {
                worst = Math.max(worst, aliasing(shape, key));
            }
            System.out.printf("aliasing of shape %d: %.1f dB%n", shape, worst);
            assertThat(worst).as("shape " + shape).isLessThan(-90);
        }
    }

    @ParameterizedTest(name = "filter {0}")
    @ValueSource(ints = {0, 1, 2, 3})
    @DisplayName("filters small signals as the closed form says, within 0.1 dB")
    void filter(int type) {
        for (double resonance : new double[] {0, 0.3, 0.8}) {
            for (double cutoff : new double[] {200, 1000, 6000}) {
                for (double hertz : new double[] {60, 200, 700, 1000, 3000, 6000, 12_000}) {
                    double g = SynthFilter.g(cutoff, RATE);
                    SynthFilter filter = new SynthFilter();
                    int frames = 96_000;
                    double[] sound = new double[frames];
                    for (int i = 0; i < frames; i++) {
                        sound[i] = 1e-4 * Math.sin(2 * Math.PI * hertz * i / RATE);
                    }
                    filter.run(type, sound, 0, frames, g, 0, resonance, SynthFilter.steepness(0));
                    double c = 0;
                    double s = 0;
                    for (int i = frames / 2; i < frames; i++) {
                        c += sound[i] * Math.cos(2 * Math.PI * hertz * i / RATE);
                        s += sound[i] * Math.sin(2 * Math.PI * hertz * i / RATE);
                    }
                    double measured = 20 * Math.log10(Math.hypot(c, s) / (frames / 4.0) / 1e-4);
                    double wanted = 20 * Math.log10(closed(type, Math.tan(Math.PI * hertz / RATE) / g, resonance));
                    if (wanted > -90) {
                        assertThat(measured).as(type + " at " + hertz + " of " + cutoff + ", " + resonance).isCloseTo(wanted, within(0.1));
                    }
                }
            }
        }
    }

    private static double closed(int type, double w, double resonance) {
        if (type == 0) {
            double k = 4 * resonance;
            // (1 + jw)⁴ + k
            double re = 1 - 6 * w * w + w * w * w * w + k;
            double im = 4 * w - 4 * w * w * w;
            return (1 + 0.5 * k) / Math.hypot(re, im);
        }
        double damping = 2 - 1.92 * resonance;
        double below = Math.hypot(1 - w * w, damping * w);
        return (type == 1 ? 1 : type == 2 ? damping * w : w * w) / below;
    }

    @Test
    @DisplayName("attack reaches its top at its time, decay and release are 60 dB down at theirs")
    void envelope() {
        Synth synth = synth("osc1.shape", 1, "amp.attack", 0.25, "amp.decay", 0.5, "amp.sustain", 50, "amp.release", 0.4);
        double[] level = new double[3 * RATE];
        studio.tutti.core.instrument.Adsr.Times times = new studio.tutti.core.instrument.Adsr.Times();
        times.set(0.25, 0.5, 0.5, 0.4, RATE);
        studio.tutti.core.instrument.Adsr envelope = new studio.tutti.core.instrument.Adsr(times);
        envelope.start();
        for (int i = 0; i < RATE; i++) {
            level[i] = envelope.next();
        }
        envelope.release();
        for (int i = RATE; i < level.length; i++) {
            level[i] = envelope.next();
        }
        assertThat(level[12_000 - 3]).isLessThan(1);
        assertThat(level[12_000]).isCloseTo(1, within(1e-3));
        assertThat(level[12_000 + 24_000] - 0.5).isCloseTo(0.0005, within(2e-5));
        assertThat(level[RATE + 19_200 - 1]).isCloseTo(0.0005, within(2e-5));
        assertThat(envelope.over()).isTrue();
        synth.noteOn(1, 60, 100, 0, 0);
        double[] sound = left(synth, RATE);
        assertThat(peak(sound, 11_000, 13_000)).isGreaterThan(1.9 * peak(sound, 40_000, 48_000));
    }

    @Test
    @DisplayName("is silent after the release, and gives its voices back")
    void silence() {
        Synth synth = synth("unison.voices", 7, "filter.resonance", 90, "amp.release", 0.2);
        for (int key = 40; key < 100; key++) {
            synth.noteOn(key, key, 100, 0, 0);
        }
        left(synth, 4800);
        assertThat(synth.sounding()).isEqualTo(60);
        synth.releaseAll(0);
        left(synth, 24_000);
        assertThat(synth.sounding()).isZero();
        assertThat(peak(left(synth, 4800), 0, 4800)).isZero();
    }

    @Test
    @DisplayName("steals the least heard voice without a click when more than 64 play")
    void steals() {
        Synth synth = synth();
        for (int note = 0; note < 80; note++) {
            synth.noteOn(note, 20 + note, 100, 0, 0);
            left(synth, 128);
        }
        left(synth, 1024);
        assertThat(synth.sounding()).isEqualTo(Keyed.POLYPHONY);
    }

    @Test
    @DisplayName("mono goes back to the key that is still held, legato without a new attack")
    void mono() {
        Synth synth = synth("play.mode", 2, "osc1.shape", 3, "amp.attack", 0.001);
        synth.noteOn(1, 57, 100, 0, 0);
        left(synth, 4800);
        synth.noteOn(2, 69, 100, 0, 0);
        assertThat(synth.sounding()).isEqualTo(1);
        left(synth, 4800);
        synth.noteOff(2, 0);
        double[] sound = left(synth, 24_000);
        assertThat(synth.sounding()).isEqualTo(1);
        assertThat(Math.hypot(part(sound, 220, true), part(sound, 220, false)))
                .isGreaterThan(100 * Math.hypot(part(sound, 440, true), part(sound, 440, false)));
        synth.noteOff(1, 0);
        left(synth, 24_000);
        assertThat(synth.sounding()).isZero();
    }

    @Test
    @DisplayName("the pedal holds notes on")
    void pedal() {
        Synth synth = synth();
        synth.control(Controllers.SUSTAIN, 127, 0);
        synth.noteOn(1, 60, 100, 0, 0);
        synth.noteOff(1, 10);
        left(synth, 24_000);
        assertThat(synth.sounding()).isEqualTo(1);
        synth.control(Controllers.SUSTAIN, 0, 0);
        left(synth, 24_000);
        assertThat(synth.sounding()).isZero();
    }

    @Test
    @DisplayName("an LFO in time with the song makes its cycles in it")
    void synced() {
        Synth synth = synth("lfo1.sync", 7, "lfo1.shape", 4, "lfo1.amp", 100, "osc1.shape", 3);
        synth.place(0, 0);
        synth.noteOn(1, 69, 100, 0, 0);
        double[] l = new double[Sampler.CELL];
        double[] sound = new double[96_000];
        for (int at = 0; at < sound.length; at += Sampler.CELL) {
            java.util.Arrays.fill(l, 0);
            synth.tempo(2);
            synth.render(l, new double[Sampler.CELL]);
            System.arraycopy(l, 0, sound, at, Sampler.CELL);
        }
        // At 120 a minute a quarter lasts half a second: a quarter of a second loud, a quarter silent.
        assertThat(peak(sound, 2000, 11_000)).isGreaterThan(0.05);
        assertThat(peak(sound, 13_000, 23_000)).isLessThan(1e-6);
        assertThat(peak(sound, 26_000, 35_000)).isGreaterThan(0.05);
        assertThat(peak(sound, 85_000, 95_000)).isLessThan(1e-6);
    }

    @Test
    @DisplayName("every preset sounds, stays below full scale with three notes, and ends")
    void presets() {
        assertThat(SynthPresets.ALL.size()).isGreaterThanOrEqualTo(24);
        for (EffectPreset preset : SynthPresets.ALL) {
            Synth synth = new Synth(RATE);
            for (int i = 0; i < preset.parameters().length; i++) {
                int place = place(preset.parameters()[i]);
                Parameter parameter = SynthParameters.ALL.get(place);
                assertThat(parameter.held(preset.values()[i])).as(preset.name() + " " + parameter.name()).isEqualTo(preset.values()[i]);
                synth.set(place, preset.values()[i]);
            }
            synth.arrive();
            for (int key : new int[] {48, 55, 64}) {
                synth.noteOn(key, key, 110, 0, 0);
            }
            double[] sound = left(synth, 2 * RATE);
            assertThat(peak(sound, 0, sound.length)).as(preset.name()).isBetween(0.03, 1.0);
            synth.releaseAll(0);
            left(synth, 12 * RATE);
            assertThat(synth.sounding()).as(preset.name()).isZero();
        }
    }

    @Test
    @DisplayName("a knob that moves while it sounds leaves no step")
    void knobs() {
        Synth synth = synth("osc1.shape", 3, "filter.cutoff", 2000, "amp.level", 0);
        synth.noteOn(1, 57, 100, 0, 0);
        double[] before = left(synth, 4800);
        double slope = steepest(before, 2400);
        for (Object[] move : new Object[][] {{"filter.cutoff", 12_000}, {"amp.level", -12}, {"filter.drive", 12}, {"filter.resonance", 60},
            {"amp.level", 0}, {"unison.detune", 0}, {"sub.level", 0}}) {
            set(synth, move);
            double[] sound = left(synth, 4800);
            assertThat(steepest(sound, 0)).as((String) move[0]).isLessThan(2.5 * slope + 1e-3);
        }
    }

    private static double steepest(double[] sound, int from) {
        double most = 0;
        for (int i = from + 1; i < sound.length; i++) {
            most = Math.max(most, Math.abs(sound[i] - sound[i - 1]));
        }
        return most;
    }

    @Test
    @DisplayName("leaves no denormal numbers behind")
    void denormals() {
        Synth synth = synth("amp.release", 20, "filter.cutoff", 300);
        synth.noteOn(1, 60, 1, 0, -1200);
        left(synth, 480);
        synth.noteOff(1, 0);
        double[] sound = left(synth, 40 * RATE);
        for (double each : sound) {
            assertThat(each == 0 || Math.abs(each) > Double.MIN_NORMAL).isTrue();
        }
        assertThat(synth.sounding()).isZero();
    }
}
