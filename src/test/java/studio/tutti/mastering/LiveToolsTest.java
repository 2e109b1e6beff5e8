package studio.tutti.mastering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import studio.tutti.core.effect.Effect;
import studio.tutti.core.effect.EffectType;
import studio.tutti.core.effect.ToneEffect;
import studio.tutti.core.tone.ThirdOctaves;
import studio.tutti.mastering.profileeq.ProfileEq;
import studio.tutti.mastering.resonanceeq.ResonanceEq;
import studio.tutti.mastering.xspecmatch.XSpecMatch;

@DisplayName("The live form of the audio tools")
class LiveToolsTest {

    private static final int POINTS = 8192;

    private static Effect made(EffectType type, Object... settings) {
        Effect effect = type.make();
        for (int i = 0; i < settings.length; i += 2) {
            effect.set(effect.parameter((String) settings[i]), ((Number) settings[i + 1]).doubleValue());
        }
        effect.prepare(Signals.RATE);
        return effect;
    }

    /** A sound through an effect, as long as it was, its latency taken away; with what the side-chain hears, or nothing. */
    private static float[][] through(Effect effect, float[][] sound, float[][] side) {
        int frames = sound[0].length;
        int late = effect.latency();
        double[][] in = new double[4][64];
        float[][] out = new float[2][frames];
        for (int at = 0; at < frames + late; at += 64) {
            for (int i = 0; i < 64; i++) {
                for (int c = 0; c < 2; c++) {
                    in[c][i] = at + i < frames ? sound[c][at + i] : 0;
                    in[2 + c][i] = side != null && at + i < frames ? side[c][at + i] : 0;
                }
            }
            effect.process(in[0], in[1], side == null ? null : in[2], side == null ? null : in[3], 0, 64);
            for (int i = 0; i < 64; i++) {
                int to = at + i - late;
                for (int c = 0; c < 2 && to >= 0 && to < frames; c++) {
                    out[c][to] = (float) in[c][i];
                }
            }
        }
        return out;
    }

    private static float[] told(Effect effect) {
        float[] told = new float[ToneEffect.NUMBERS];
        ((ToneEffect) effect).read(told);
        return told;
    }

    /** Mean and highest difference of third octaves from 50 Hz on, from a second on, when enough was heard. */
    private static double[] differs(float[][] one, float[][] other, int from) {
        int length = one[0].length;
        return Measures.error(Measures.thirds(one, from * Signals.RATE, length, Signals.RATE, POINTS),
                Measures.thirds(other, from * Signals.RATE, length, Signals.RATE, POINTS), 3, 29);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"BAND,1", "STRINGS,2", "AIR,1"})
    @DisplayName("XSpecMatch agrees with the offline one within 0.5 dB in the mean of the third octaves")
    void follows(Signals.Kind kind, int seed) throws IOException {
        float[][] sound = Signals.music(kind, seed, 30);
        float[][] reference = XSpecMatchTest.moved(sound);
        float[][] offline = Measures.whole(XSpecMatch.match(Recording.of(Signals.RATE, sound), Recording.of(Signals.RATE, reference),
                XSpecMatch.Settings.USUAL));
        float[][] live = through(made(EffectType.XSPECMATCH, "side-chain", 1, "range", 30), sound, reference);
        assertThat(differs(sound, reference, 5)[0]).isGreaterThan(2);
        assertThat(differs(live, offline, 5)[0]).as("to the offline form").isLessThan(0.5);
        assertThat(differs(live, reference, 5)[0]).as("to the reference").isLessThan(0.5);
    }

    @Test
    @DisplayName("Profile EQ agrees with the offline one within 0.5 dB in the mean of the third octaves once it has heard the whole")
    void matches() throws IOException {
        float[][] sound = Signals.music(Signals.Kind.BAND, 1, 30);
        float[][] reference = ProfileEqTest.reference(Signals.Kind.BAND, 1);
        float[][] offline = Measures.whole(ProfileEq.match(Recording.of(Signals.RATE, sound), Recording.of(Signals.RATE, reference),
                new ProfileEq.Settings(1, 0, 30, 1 / 3.0, false, true, false)).sound());
        Effect effect = made(EffectType.PROFILE_EQ, "amount", 100, "range", 30, "memory", 60);
        double[] levels = Measures.thirds(reference, 0, reference[0].length, Signals.RATE, 32768);
        for (int band = 0; band < ThirdOctaves.BANDS; band++) {
            effect.set(effect.parameter(band + 1 + ".median"), levels[Math.clamp(band - 1, 0, 28)]);
        }
        effect.settle();
        through(effect, sound, null);
        double[] live = Measures.thirds(through(effect, sound, null), 0, sound[0].length, Signals.RATE, POINTS);
        double[] wanted = Measures.thirds(offline, 0, sound[0].length, Signals.RATE, POINTS);
        double level = 0;
        for (int band = 3; band < 29; band++) {
            level += (wanted[band] - live[band]) / 26;
        }
        assertThat(level).as("both keep the loudness").isCloseTo(0, within(0.5));
        assertThat(Measures.error(live, wanted, 3, 29)[0]).isLessThan(0.5);
    }

    @ParameterizedTest
    @EnumSource(value = Signals.Kind.class, names = {"BAND", "AIR"})
    @DisplayName("Resonance EQ takes planted resonances away as the offline one does, and passes the bits of music that has none")
    void soothes(Signals.Kind kind) throws IOException {
        Random random = new Random(7919L + 104_729L * kind.ordinal());
        float[][] clean = Signals.music(kind, 1, 30);
        float[][] sound = clean;
        for (int i = 0; i < 3; i++) {
            double hertz = 250 * Math.pow(2, (i + random.nextDouble() * 0.8) * 5.0 / 3);
            double height = 13 + 2 * random.nextDouble();
            sound = Signals.peak(sound, hertz, height, 14 + 8 * random.nextDouble(), Signals.RATE);
        }
        float[][] offline = Measures.whole(ResonanceEq.apply(Recording.of(Signals.RATE, sound), -1).sound());
        float[][] live = through(made(EffectType.RESONANCE_EQ, "amount", -1, "fleeting", 0), sound, null);
        assertThat(differs(sound, offline, 20)[1]).isGreaterThan(6);
        assertThat(differs(live, offline, 20)[0]).as("mean").isLessThan(0.2);
        assertThat(differs(live, offline, 20)[1]).as("most").isLessThan(1);
        if (kind == Signals.Kind.BAND) {
            assertThat(through(made(EffectType.RESONANCE_EQ, "amount", -1, "fleeting", 0), clean, null)).isDeepEqualTo(clean);
            float[][] fleeting = through(made(EffectType.RESONANCE_EQ, "amount", -1, "fleeting", 100), clean, null);
            assertThat(differs(fleeting, clean, 20)[1]).as("partials stay").isLessThan(0.2);
        }
    }

    @ParameterizedTest(name = "{0} {1}, noise {2}")
    @CsvSource({"BAND,1,0.002", "AIR,1,0.01"})
    @DisplayName("Multiband Phase finds faults, and repairs them with what it found: phase, sum, magnitudes and attacks")
    void aligns(Signals.Kind kind, int seed, double noise) {
        float[][] first = MultibandPhaseTest.mono(Signals.music(kind, seed, 30));
        float[][] second = Signals.sum(MultibandPhaseTest.faulty(first, new Random(31 * seed + kind.ordinal())),
                Signals.gain(MultibandPhaseTest.mono(Signals.pinkNoise(seed, 30, 1)), noise));
        float[][] sound = {first[0], second[0]};
        Effect effect = made(EffectType.MULTIBAND_PHASE);
        assertThat(through(effect, sound, null)).as("while it listens").isDeepEqualTo(sound);
        float[] told = told(effect);
        assertThat(told[3]).as("out of phase").isEqualTo(1);
        effect.set(effect.parameter("repair"), 1);
        effect.set(effect.parameter("delay"), told[4]);
        effect.set(effect.parameter("invert"), told[5] < 0 ? 1 : 0);
        for (int third = 0; third < ToneEffect.THIRDS; third++) {
            effect.set(effect.parameter(third + 1 + ".turn"), told[ToneEffect.NUMBERS - ToneEffect.THIRDS + third]);
        }
        effect.reset();
        effect.settle();
        float[][] out = through(effect, sound, null);
        assertThat(MultibandPhaseTest.mean(MultibandPhaseTest.phases(first[0], second[0]))).isGreaterThan(40);
        assertThat(MultibandPhaseTest.mean(MultibandPhaseTest.phases(out[0], out[1]))).isLessThan(4);
        assertThat(MultibandPhaseTest.recovered(first[0], second[0], out[1])).isGreaterThan(0.99);
        assertThat(Measures.error(Measures.thirds(second, 0, second[0].length, Signals.RATE, POINTS),
                Measures.thirds(new float[][] {out[1]}, 0, out[1].length, Signals.RATE, POINTS), 3, 29)[1]).isLessThan(0.1);
        assertThat(MultibandPhaseTest.preEcho(first[0], out[1])).isLessThan(0.5
                + Math.max(MultibandPhaseTest.preEcho(first[0], second[0]), MultibandPhaseTest.preEcho(first[0], first[0])));
    }

    @ParameterizedTest
    @EnumSource(value = Signals.Kind.class, names = {"BAND", "AIR"})
    @DisplayName("Multiband Phase says of sounds that have nothing in common that they haven't, and suggests no turn")
    void incoherent(Signals.Kind kind) {
        float[][] sound = {MultibandPhaseTest.mono(Signals.music(kind, 1, 12))[0], MultibandPhaseTest.mono(Signals.music(kind, 41, 12))[0]};
        Effect effect = made(EffectType.MULTIBAND_PHASE);
        through(effect, sound, null);
        float[] told = told(effect);
        assertThat(told[3]).isEqualTo(2);
        for (int third = 0; third < ToneEffect.THIRDS; third++) {
            assertThat(told[ToneEffect.NUMBERS - ToneEffect.THIRDS + third]).isZero();
        }
    }

    @Test
    @DisplayName("gains by hand are heard as they were given, with minimum and linear phase; delta is what is missing then")
    void byHand() {
        float[][] noise = Signals.pinkNoise(3, 6, 0.3);
        for (int linear = 0; linear < 2; linear++) {
            Object[] settings = {"mode", 1, "phase", linear, "delta", 0, "17.gain", 6, "18.gain", 6, "19.gain", 6, "24.gain", -6, "25.gain", -6,
                "26.gain", -6};
            float[][] out = through(made(EffectType.PROFILE_EQ, settings), noise, null);
            settings[5] = 1;
            float[][] delta = through(made(EffectType.PROFILE_EQ, settings), noise, null);
            assertThat(Measures.nullDepth(Signals.sum(out, delta), noise)).as("both together").isLessThan(-120);
            double[] had = Measures.thirds(noise, 0, noise[0].length, Signals.RATE, POINTS);
            double[] has = Measures.thirds(out, 0, noise[0].length, Signals.RATE, POINTS);
            assertThat(has[16] - had[16]).as("at 1 kHz").isCloseTo(6, within(0.3));
            assertThat(has[23] - had[23]).as("at 5 kHz").isCloseTo(-6, within(0.3));
            assertThat(has[27] - had[27]).as("at 12.5 kHz").isCloseTo(0, within(0.2));
        }
    }

    @Test
    @DisplayName("matched in level, they are as loud as what went in")
    void matched() throws IOException {
        float[][] noise = Signals.pinkNoise(5, 12, 0.3);
        float[][] out = through(made(EffectType.PROFILE_EQ, "mode", 1, "20.gain", 12, "21.gain", 12, "22.gain", 12, "match level", 1), noise, null);
        double after = Loudness.of(Recording.of(Signals.RATE, tail(out))).integrated();
        assertThat(after).isCloseTo(Loudness.of(Recording.of(Signals.RATE, tail(noise))).integrated(), within(0.5));
    }

    private static float[][] tail(float[][] sound) {
        return new float[][] {java.util.Arrays.copyOfRange(sound[0], 6 * Signals.RATE, sound[0].length),
            java.util.Arrays.copyOfRange(sound[1], 6 * Signals.RATE, sound[1].length)};
    }

    @ParameterizedTest
    @EnumSource(value = EffectType.class, names = {"PROFILE_EQ", "RESONANCE_EQ", "XSPECMATCH"})
    @DisplayName("a track that rests or wakes changes no bit where no parameter moved: the next curve goes on a little at a time")
    void settled(EffectType type) {
        float[][] sound = Signals.music(Signals.Kind.AIR, 3, 6);
        float[][] reference = Signals.pinkNoise(4, 6, 0.3);
        Object[] settings = type == EffectType.XSPECMATCH ? new Object[] {"side-chain", 1} : new Object[] {"amount", type == EffectType.RESONANCE_EQ ? 1 : 100};
        float[][] passed = through(made(type, settings), sound, reference);
        assertThat(Measures.nullDepth(passed, sound)).as("it does something").isGreaterThan(-60);
        Effect often = made(type, settings);
        float[][] out = new float[2][sound[0].length];
        double[][] in = new double[4][64];
        for (int at = 0; at + 64 <= sound[0].length; at += 64) {
            for (int i = 0; i < 64; i++) {
                for (int c = 0; c < 2; c++) {
                    in[c][i] = sound[c][at + i];
                    in[2 + c][i] = reference[c][at + i];
                }
            }
            often.settle();
            often.process(in[0], in[1], in[2], in[3], 0, 64);
            for (int i = 0; i < 64; i++) {
                for (int c = 0; c < 2 && at + i >= often.latency(); c++) {
                    out[c][at + i - often.latency()] = (float) in[c][i];
                }
            }
        }
        int whole = sound[0].length - 2 * 64 - often.latency();
        for (int c = 0; c < 2; c++) {
            assertThat(java.util.Arrays.copyOf(out[c], whole)).isEqualTo(java.util.Arrays.copyOf(passed[c], whole));
        }
    }

    @ParameterizedTest
    @EnumSource(value = EffectType.class, names = {"PROFILE_EQ", "RESONANCE_EQ", "MULTIBAND_PHASE", "XSPECMATCH"})
    @DisplayName("silence stays silence, mono stays mono")
    void silenceAndMono(EffectType type) {
        Effect effect = made(type, "delta", 0);
        effect.set(effect.parameter(type == EffectType.MULTIBAND_PHASE ? "repair" : "amount"), type == EffectType.RESONANCE_EQ ? -1 : 100);
        effect.settle();
        float[][] silence = new float[2][3 * Signals.RATE];
        assertThat(through(effect, silence, silence)).isDeepEqualTo(silence);
        float[] one = Signals.music(Signals.Kind.BAND, 2, 6)[0];
        float[][] out = through(effect, new float[][] {one, one}, null);
        for (int i = 0; i < one.length; i++) {
            assertThat(out[0][i]).isCloseTo(out[1][i], within(1e-6f));
        }
    }
}
