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
import org.junit.jupiter.params.provider.ValueSource;
import studio.tutti.mastering.profileeq.GraphicEq;
import studio.tutti.mastering.profileeq.Profile;
import studio.tutti.mastering.profileeq.ProfileEq;

@DisplayName("Profile EQ")
class ProfileEqTest {

    private static final int POINTS = 16_384;

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"BAND,1", "BAND,2", "BAND,3", "AIR,1", "AIR,2", "AIR,3"})
    @DisplayName("brings music to a reference within 0.25 dB in the mean, 1 dB at most, by third octaves from 50 Hz")
    void matches(Signals.Kind kind, int seed) throws IOException {
        float[][] sound = Signals.music(kind, seed, 30);
        float[][] reference = reference(kind, seed);
        ProfileEq.Match match = ProfileEq.match(Recording.of(Signals.RATE, sound), Recording.of(Signals.RATE, reference),
                ProfileEq.Settings.USUAL);
        float[][] matched = Measures.whole(match.sound());
        assertThat(matched[0]).hasSameSizeAs(sound[0]);
        double[] wanted = Measures.thirds(reference, 0, reference[0].length, Signals.RATE, POINTS);
        double[] before = Measures.error(Measures.thirds(sound, 0, sound[0].length, Signals.RATE, POINTS), wanted, 3, 29);
        double[] after = Measures.error(Measures.thirds(matched, 0, sound[0].length, Signals.RATE, POINTS), wanted, 3, 29);
        assertThat(before[0]).isGreaterThan(2);
        assertThat(after[0]).as("mean").isLessThan(0.25);
        assertThat(after[1]).as("most").isLessThan(1);
        double[] middle = Measures.error(Measures.thirds(matched, 1, Signals.RATE, POINTS),
                Measures.thirds(reference, 1, Signals.RATE, POINTS), 3, 29);
        assertThat(middle[0]).as("of the mono sum").isLessThan(0.3);
        assertThat(match.report().meanError()).isLessThan(0.25);
    }

    /** Other music of the kind, with five bells of up to 12 dB. */
    static float[][] reference(Signals.Kind kind, int seed) {
        Random random = new Random(seed);
        float[][] reference = Signals.gain(Signals.music(kind, seed + 10, 30), 0.7);
        for (int i = 0; i < 5; i++) {
            reference = Signals.peak(reference, 60 * Math.pow(2, random.nextDouble() * 7.5), random.nextDouble() * 24 - 12,
                    0.7 + random.nextDouble(), Signals.RATE);
        }
        return reference;
    }

    @Test
    @DisplayName("of half the amount, goes half of the way in dB; of none, gives the bits of a level filter")
    void amount() throws IOException {
        Recording sound = Recording.of(Signals.RATE, Signals.music(Signals.Kind.AIR, 5, 10));
        Recording reference = Recording.of(Signals.RATE, reference(Signals.Kind.AIR, 5));
        double[] whole = ProfileEq.match(sound, reference, ProfileEq.Settings.USUAL).report().curve()[0];
        double[] half = ProfileEq.match(sound, reference, new ProfileEq.Settings(0.5, 0, 30, 1 / 6.0, true, false, true)).report().curve()[0];
        for (int band = 0; band < whole.length; band++) {
            assertThat(half[band]).isCloseTo(0.5 * whole[band], within(0.01));
        }
        float[][] nothing = Measures.whole(
                ProfileEq.match(sound, reference, new ProfileEq.Settings(0, 0, 30, 1 / 6.0, true, false, true)).sound());
        assertThat(Measures.nullDepth(nothing, Measures.whole(sound))).isLessThan(-120);
    }

    @Test
    @DisplayName("brings music to pink and keeps its loudness, but leaves what lies within a profile's spread")
    void profile() throws IOException {
        float[][] sound = Signals.music(Signals.Kind.AIR, 4, 20);
        Recording recording = Recording.of(Signals.RATE, sound);
        ProfileEq.Match match = ProfileEq.match(recording, Profile.PINK, ProfileEq.Settings.USUAL);
        double[] levels = Measures.thirds(Measures.whole(match.sound()), 0, sound[0].length, Signals.RATE, POINTS);
        double mean = 0;
        for (int band = 5; band < 25; band++) {
            mean += levels[band] / 20;
        }
        for (int band = 5; band < 25; band++) {
            assertThat(levels[band]).as("band %d", band).isBetween(mean - 1, mean + 1);
        }
        double[] wide = new double[31];
        Arrays.fill(wide, 100);
        float[][] same = Measures.whole(ProfileEq.match(recording, new Profile("any", new double[31], wide),
                ProfileEq.Settings.USUAL).sound());
        assertThat(Measures.nullDepth(same, sound)).isLessThan(-60);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @DisplayName("as a graphic equaliser has gains of ±10 dB at their frequencies within 0.2 dB in the mean, 0.5 dB at most")
    void graphic(boolean minimum) throws IOException {
        for (int seed = 1; seed <= 4; seed++) {
            Random random = new Random(seed);
            double[] hertz = new double[31];
            double[] gains = new double[31];
            for (int i = 0; i < 31; i++) {
                hertz[i] = 1000 * Math.pow(2, (i - 17) / 3.0);
                gains[i] = random.nextDouble() * 20 - 10;
            }
            float[][] impulse = new float[1][100_000];
            impulse[0][50_000] = 1;
            float[][] out = Measures.whole(GraphicEq.apply(Recording.of(Signals.RATE, impulse), hertz, gains, minimum));
            assertThat(out[0]).hasSize(100_000);
            double[] re = new double[1 << 17];
            double[] im = new double[1 << 17];
            for (int i = 0; i < out[0].length; i++) {
                re[i] = out[0][i];
            }
            Measures.transform(re, im);
            double sum = 0;
            for (int i = 0; i < 31; i++) {
                int bin = (int) Math.round(hertz[i] / Signals.RATE * re.length);
                double error = Math.abs(20 * Math.log10(Math.hypot(re[bin], im[bin])) - gains[i]);
                assertThat(error).as("%.0f Hz", hertz[i]).isLessThan(0.5);
                sum += error / 31;
            }
            assertThat(sum).isLessThan(0.2);
        }
    }
}
