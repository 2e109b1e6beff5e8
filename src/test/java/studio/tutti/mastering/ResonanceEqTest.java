package studio.tutti.mastering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.tutti.core.tone.GivenGains;
import studio.tutti.mastering.resonanceeq.Delta;
import studio.tutti.mastering.resonanceeq.ResonanceEq;

@DisplayName("Resonance EQ")
class ResonanceEqTest {

    private static final int POINTS = 16_384;
    private static final int SEEDS = 4;

    @ParameterizedTest
    @CsvSource({"BAND, 0.85", "STRINGS, 0.85", "AIR, 0.85", "PIANO, 0.75"}) // between the notes of the piano there is little to hear a resonance by
    @DisplayName("takes at least 85 % of planted resonances away in the mean over some pieces, and changes the rest by 0.3 dB at most")
    void planted(Signals.Kind kind, double least) throws IOException {
        double share = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            Random random = new Random(7919L * seed + 104_729L * kind.ordinal());
            float[][] clean = Signals.music(kind, seed, 30);
            float[][] sound = clean;
            double[] hertz = new double[3];
            double[] quality = new double[3];
            for (int i = 0; i < 3; i++) {
                hertz[i] = 250 * Math.pow(2, (i + random.nextDouble() * 0.8) * 5.0 / 3);
                double height = 13 + 2 * random.nextDouble();
                quality[i] = 14 + 8 * random.nextDouble();
                sound = Signals.peak(sound, hertz[i], height, quality[i], Signals.RATE);
            }
            float[][] out = Measures.whole(ResonanceEq.apply(Recording.of(Signals.RATE, sound), -1).sound());
            double[] was = power(clean);
            double[] had = power(sound);
            double[] has = power(out);
            for (int i = 0; i < 3; i++) {
                share += recovered(was, had, has, hertz[i], quality[i]) / (3 * SEEDS);
            }
            assertThat(collateral(was, has, hertz)).as("collateral of seed %d", seed).isLessThan(0.3);
        }
        assertThat(share).as("share").isGreaterThan(least);
    }

    @ParameterizedTest
    @EnumSource(Signals.Kind.class)
    @DisplayName("changes nothing of music that has no resonance")
    void clean(Signals.Kind kind) throws IOException {
        for (int seed = 11; seed < 11 + Signals.seeds(4); seed++) {
            float[][] sound = Signals.music(kind, seed, 30);
            float[][] out = Measures.whole(ResonanceEq.apply(Recording.of(Signals.RATE, sound), -1).sound());
            assertThat(Measures.nullDepth(out, sound)).as("seed %d", seed).isLessThan(-60);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    @DisplayName("soothes harsh bursts while they last, and nothing between them")
    void fleeting(int seed) throws IOException {
        float[][] clean = Signals.music(Signals.Kind.AIR, seed, 20);
        Random random = new Random(seed * 977L);
        double hertz = 2500 * Math.pow(2, 1.3 * random.nextDouble());
        float[][] harsh = Signals.peak(clean, hertz, 14, 8, Signals.RATE);
        float[][] sound = new float[2][clean[0].length];
        boolean[] there = new boolean[clean[0].length];
        for (int second = 2; second < 19; second += 3) {
            Arrays.fill(there, second * Signals.RATE, second * Signals.RATE + 2 * Signals.RATE / 5, true);
        }
        for (int c = 0; c < 2; c++) {
            for (int i = 0; i < there.length; i++) {
                sound[c][i] = there[i] ? harsh[c][i] : clean[c][i];
            }
        }
        Recording recording = Recording.of(Signals.RATE, sound);
        ResonanceEq.Result result = ResonanceEq.apply(recording, -1);
        assertThat(result.resonances()).isEmpty();
        assertThat(result.fleeting()).hasSizeBetween(4, 12).allSatisfy(each -> assertThat(each.hertz()).isBetween(hertz / 1.15, hertz * 1.15));
        float[][] out = Measures.whole(result.sound());
        double share = 0;
        for (int second = 2; second < 19; second += 3) {
            int at = second * Signals.RATE + Signals.RATE / 10;
            double was = band(clean, at, hertz);
            share += (band(sound, at, hertz) - band(out, at, hertz)) / (band(sound, at, hertz) - was) / 6;
            int between = (second + 1) * Signals.RATE;
            assertThat(band(out, between, hertz)).isCloseTo(band(sound, between, hertz), within(0.3));
        }
        assertThat(share).isBetween(0.6, 1.2);
        float[][] half = Measures.whole(ResonanceEq.apply(recording, new ResonanceEq.Settings(-1, 30, 0.5, 0.05,
                new GivenGains(new double[] {100, 1000}, new double[] {1, 0}))).sound());
        assertThat(Measures.nullDepth(half, sound)).as("weight 0 there").isLessThan(-100);
        float[][] little = Measures.whole(ResonanceEq.apply(recording, new ResonanceEq.Settings(-1, 3, 0.5, 0.05, null)).sound());
        int at = 2 * Signals.RATE + Signals.RATE / 10;
        assertThat(band(sound, at, hertz) - band(little, at, hertz)).as("range").isBetween(1.5, 3.1);
        float[][] delta = Measures.whole(Delta.of(recording, result.sound()));
        assertThat(Measures.nullDepth(Signals.sum(delta, out), sound)).isLessThan(-120);
    }

    /** Level within the width of a resonance of Q 8 for 0.2 s, in dB. */
    private static double band(float[][] sound, int at, double hertz) {
        double sum = 0;
        for (float[] channel : sound) {
            double[] power = Measures.power(channel, at, at + Signals.RATE / 5, 4096);
            for (int k = (int) (hertz * 0.94 / Signals.RATE * 4096); k <= hertz * 1.06 / Signals.RATE * 4096; k++) {
                sum += power[k];
            }
        }
        return 10 * Math.log10(sum);
    }

    @Test
    @DisplayName("changes nothing of pink noise, and nothing at all at 0")
    void pink() throws IOException {
        for (int seed = 1; seed <= Signals.seeds(4); seed++) {
            float[][] noise = Signals.pinkNoise(seed, 30, 0.5);
            double[] before = Measures.thirds(noise, 0, noise[0].length, Signals.RATE, POINTS);
            float[][] out = Measures.whole(ResonanceEq.apply(Recording.of(Signals.RATE, noise), -1).sound());
            double[] after = Measures.thirds(out, 0, noise[0].length, Signals.RATE, POINTS);
            assertThat(Measures.error(before, after, 0, 29)[1]).isLessThan(0.2);
            assertThat(Measures.whole(ResonanceEq.apply(Recording.of(Signals.RATE, noise), 0).sound())).isDeepEqualTo(noise);
        }
    }

    @Test
    @DisplayName("brings harmonics out of noise by 6 dB or more")
    void emphasis() throws IOException {
        for (int seed = 1; seed <= 3; seed++) {
            Random random = new Random(seed);
            float[][] noise = Signals.pinkNoise(seed, 15, 0.3);
            double tone = 120 + random.nextInt(200);
            float[][] harmonics = new float[2][noise[0].length];
            for (int i = 0; i < noise[0].length; i++) {
                double value = 0;
                for (int n = 1; n <= 15; n++) {
                    value += 0.02 / Math.sqrt(n) * Math.sin(2 * Math.PI * n * tone * i / Signals.RATE + n * n);
                }
                harmonics[0][i] = (float) value;
                harmonics[1][i] = (float) value;
            }
            float[][] sound = Signals.sum(noise, harmonics);
            float[][] out = Measures.whole(ResonanceEq.apply(Recording.of(Signals.RATE, sound), 1).sound());
            assertThat(contrast(power(out), tone) - contrast(power(sound), tone)).isGreaterThan(6);
        }
    }

    private static double[] power(float[][] sound) {
        double[] one = Measures.power(sound[0], 0, sound[0].length, POINTS);
        double[] other = Measures.power(sound[1], 0, sound[1].length, POINTS);
        for (int k = 0; k < one.length; k++) {
            one[k] += other[k];
        }
        return one;
    }

    /** How much of what was planted within the width of a resonance is gone; what is taken beyond it counts against it. */
    private static double recovered(double[] was, double[] had, double[] has, double hertz, double quality) {
        double planted = 0;
        double left = 0;
        int from = (int) (hertz * (1 - 0.5 / quality) / Signals.RATE * POINTS);
        int to = (int) (hertz * (1 + 0.5 / quality) / Signals.RATE * POINTS);
        for (int k = from; k <= to; k++) {
            planted += 10 * Math.log10(had[k] / was[k]);
            left += Math.abs(10 * Math.log10(has[k] / was[k]));
        }
        return 1 - left / planted;
    }

    /** Mean change farther than a third of an octave from the resonances. */
    private static double collateral(double[] was, double[] has, double[] hertz) {
        double sum = 0;
        int count = 0;
        for (int k = 60 * POINTS / Signals.RATE; k < 16_000L * POINTS / Signals.RATE; k++) {
            boolean near = false;
            for (double one : hertz) {
                near |= Math.abs(Math.log((double) k * Signals.RATE / POINTS / one)) < 0.23;
            }
            if (!near) {
                sum += Math.abs(10 * Math.log10(has[k] / was[k]));
                count++;
            }
        }
        return sum / count;
    }

    private static double contrast(double[] power, double tone) {
        double sum = 0;
        for (int n = 1; n <= 15; n++) {
            int on = (int) Math.round(tone * n / Signals.RATE * POINTS);
            int between = (int) Math.round(tone * (n + 0.5) / Signals.RATE * POINTS);
            double high = 0;
            double low = 0;
            for (int k = -2; k <= 2; k++) {
                high += power[on + k];
            }
            for (int k = -6; k <= 6; k++) {
                low += power[between + k] * 5 / 13;
            }
            sum += 10 * Math.log10(high / low) / 15;
        }
        return sum;
    }
}
