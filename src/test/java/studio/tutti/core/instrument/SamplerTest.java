package studio.tutti.core.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static studio.tutti.core.instrument.Presets.RATE;

import java.lang.management.ManagementFactory;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The sampler")
class SamplerTest {

    private final VoicePool pool = new VoicePool(VoicePool.VOICES, RATE);
    private final Sampler sampler = new Sampler(pool);

    @Test
    @DisplayName("runs through a loop without a seam, at its own pitch and transposed")
    void loopHasNoSeam() {
        for (int key : new int[] {69, 57, 76, 81}) {
            sampler.silence(0);
            Presets.play(sampler, 640);
            sampler.preset(Presets.of(Presets.sine(), Generator.SAMPLE_MODES, 1));
            sampler.noteOn(key, key, 127, 0, 0);
            double[] sound = Presets.play(sampler, RATE);
            double ratio = Math.pow(2, (key - 69) / 12.0);
            double level = 20_000 / 32_768.0;
            double worst = 0;
            for (int i = 1000; i < sound.length; i++) {
                worst = Math.max(worst, Math.abs(sound[i] - level * Math.sin(2 * Math.PI * i * ratio / 100)));
            }
            assertThat(20 * Math.log10(worst / level)).as("error in dB at key %s", key).isLessThan(-60);
        }
    }

    @Test
    @DisplayName("plays an octave up at twice the frequency, and bends by the wheel's range")
    void pitch() {
        sampler.preset(preset(Generator.SAMPLE_MODES, 1));
        sampler.noteOn(1, 81, 127, 0, 0);
        assertThat(frequency(Presets.play(sampler, RATE))).isCloseTo(882, offset(0.1));
        sampler.controllers().bend(16_383);
        Presets.play(sampler, 640);
        assertThat(frequency(Presets.play(sampler, RATE))).isCloseTo(882 * Math.pow(2, 2 / 12.0), offset(0.3));
    }

    @Test
    @DisplayName("follows the velocity as 40·log₁₀(v/127) dB, channel volume and expression alike")
    void loudness() {
        double full = level(127, 127, 127);
        assertThat(20 * Math.log10(level(64, 127, 127) / full)).isCloseTo(40 * Math.log10(64 / 127.0), offset(0.05));
        assertThat(20 * Math.log10(level(127, 64, 127) / full)).isCloseTo(40 * Math.log10(64 / 127.0), offset(0.05));
        assertThat(20 * Math.log10(level(127, 127, 32) / full)).isCloseTo(40 * Math.log10(32 / 127.0), offset(0.05));
    }

    @Test
    @DisplayName("closes an open hi-hat: a new note of an exclusive class cuts the others of its class, within 50 ms")
    void exclusiveClass() {
        Zone open = Presets.zone(Presets.constant(), new Modulator[0], Generator.SAMPLE_MODES, 1, Generator.EXCLUSIVE_CLASS, 3);
        Zone other = Presets.zone(Presets.constant(), new Modulator[0], Generator.SAMPLE_MODES, 1, Generator.EXCLUSIVE_CLASS, 4);
        sampler.preset(new Preset(128, 0, "kit", new Zone[] {open, open}));
        sampler.noteOn(1, 46, 127, 0, 0);
        Presets.play(sampler, 640);
        assertThat(sampler.sounding()).as("zones of one note don't cut each other").isEqualTo(2);
        sampler.preset(new Preset(128, 0, "kit", new Zone[] {other}));
        sampler.noteOn(2, 40, 127, 0, 0);
        Presets.play(sampler, 4410);
        assertThat(sampler.sounding()).as("another class leaves it alone").isEqualTo(3);
        sampler.preset(new Preset(128, 0, "kit", new Zone[] {open}));
        sampler.noteOn(3, 42, 127, 0, 0);
        Presets.play(sampler, RATE / 20);
        assertThat(sampler.sounding()).isEqualTo(2);
    }

    @Test
    @DisplayName("holds notes while the pedal is down and lets them go when it goes up")
    void pedal() {
        sampler.preset(Presets.of(Presets.constant(), Generator.SAMPLE_MODES, 1));
        sampler.control(Controllers.SUSTAIN, 127, 0);
        sampler.noteOn(1, 60, 100, 0, 0);
        Presets.play(sampler, 640);
        sampler.noteOff(1, 0);
        double[] held = Presets.play(sampler, 4410);
        assertThat(held[4409]).isCloseTo(1, offset(0.001));
        sampler.control(Controllers.SUSTAIN, 0, 0);
        Presets.play(sampler, 4410);
        assertThat(sampler.sounding()).isZero();
    }

    @Test
    @DisplayName("leaves a loop of mode 3 when the key goes up, and plays the rest once")
    void loopUntilRelease() {
        sampler.preset(Presets.of(Presets.sine(), Generator.SAMPLE_MODES, 3, Generator.VOLUME_ENVELOPE_RELEASE, 0));
        sampler.noteOn(1, 69, 127, 0, 0);
        Presets.play(sampler, 64 * 100, Map.of(6300, () -> sampler.noteOff(1, 6300 % 64)));
        Presets.play(sampler, 2048);
        assertThat(sampler.sounding()).isZero();
    }

    @Test
    @DisplayName("keeps to its voices when thousands of notes come, and the newest are heard")
    void stealing() {
        sampler.preset(Presets.of(Presets.constant(), Generator.SAMPLE_MODES, 1));
        for (int note = 0; note < 5000; note++) {
            sampler.noteOn(note, note % 128, 100, 0, 0);
            if (note % 7 == 0) {
                Presets.play(sampler, 64);
            }
        }
        assertThat(pool.sounding()).isLessThanOrEqualTo(VoicePool.VOICES + 64);
        Presets.play(sampler, 4410);
        assertThat(pool.sounding()).isEqualTo(Sampler.POLYPHONY);
        sampler.silence(0);
        Presets.play(sampler, 4410);
        assertThat(pool.sounding()).isZero();
    }

    @Test
    @DisplayName("allocates nothing while it plays")
    void allocatesNothing() {
        sampler.preset(preset(Generator.SAMPLE_MODES, 1));
        double[] left = new double[Sampler.CELL];
        double[] right = new double[Sampler.CELL];
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long best = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 5; attempt++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int cell = 0; cell < 2000; cell++) {
                sampler.noteOn(cell, 40 + cell % 50, 90, cell % 64, 0);
                sampler.noteOff(cell - 5, 3);
                sampler.control(Controllers.MODULATION, cell % 128, 0);
                sampler.render(left, right);
            }
            best = Math.min(best, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(best).as("bytes in 2,000 cells").isLessThan(1000);
    }

    private double level(int velocity, int volume, int expression) {
        sampler.silence(0);
        Presets.play(sampler, 640);
        sampler.preset(preset(Generator.SAMPLE_MODES, 1));
        sampler.control(Controllers.VOLUME, volume, 0);
        sampler.control(Controllers.EXPRESSION, expression, 0);
        sampler.noteOn(1, 69, velocity, 0, 0);
        double[] sound = Presets.play(sampler, 8820);
        double sum = 0;
        for (int i = 4410; i < 8820; i++) {
            sum += sound[i] * sound[i];
        }
        return Math.sqrt(sum);
    }

    private static Preset preset(int... values) {
        return new Preset(0, 0, "sine", new Zone[] {Presets.zone(Presets.sine(), Modulator.DEFAULTS, values)});
    }

    /** From the rising crossings of zero. */
    private static double frequency(double[] sound) {
        double first = -1;
        double last = -1;
        int count = 0;
        for (int i = 2000; i < sound.length; i++) {
            if (sound[i - 1] < 0 && sound[i] >= 0) {
                last = i - sound[i] / (sound[i] - sound[i - 1]);
                first = first < 0 ? last : first;
                count++;
            }
        }
        return (count - 1) * RATE / (last - first);
    }
}
