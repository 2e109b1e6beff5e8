package studio.tutti.mastering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.tutti.mastering.profileeq.EqBands;
import studio.tutti.mastering.profileeq.GraphicEq;
import studio.tutti.mastering.profileeq.Profile;
import studio.tutti.mastering.profileeq.ProfileCard;
import studio.tutti.mastering.profileeq.ProfileEq;
import studio.tutti.mastering.profileeq.ShippedProfile;
import studio.tutti.mastering.profileeq.ShippedProfiles;
import studio.tutti.mastering.profileeq.SlowProfileEq;

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

    @ParameterizedTest
    @ValueSource(strings = {"kick", "snare", "toms", "cymbals", "drums", "bass", "guitar", "keys", "strings", "brass", "mix-beats", "mix-recorded",
        "mix-rock", "mix-orchestral", "pink"})
    @DisplayName("comes with profiles of families, each with a card, at one loudness")
    void shipped(String name) {
        ShippedProfile profile = ShippedProfiles.find(name).orElseThrow();
        assertThat(ShippedProfiles.names()).contains(name);
        assertThat(profile.title()).isNotBlank();
        assertThat(profile.card().sources().stream().mapToInt(ProfileCard.Source::sounds).sum()).isEqualTo(profile.card().sounds());
        assertThat(profile.card().sources()).allSatisfy(source -> assertThat(source.licence()).matches("CC0.*|CC-BY.*|Public Domain|BSD-3-Clause"));
        assertThat(Arrays.stream(profile.median()).map(level -> Math.pow(10, level / 10)).skip(4).sum()).isBetween(0.15, 3.0);
    }

    @ParameterizedTest
    @CsvSource({"kick,0,9", "bass,4,12", "cymbals,22,30", "guitar,6,18"})
    @DisplayName("has profiles whose loudest band lies where such sounds have theirs")
    void plausible(String name, int from, int to) {
        double[] median = Profile.named(name).median();
        int loudest = 0;
        for (int band = 1; band < median.length; band++) {
            loudest = median[band] > median[loudest] ? band : loudest;
        }
        assertThat(loudest).isBetween(from, to);
    }

    @Test
    @DisplayName("says why there is no profile of vocals, and which there are instead")
    void missing() {
        assertThatThrownBy(() -> Profile.named("vocal")).hasMessageContaining("recorded voice").hasMessageContaining("mix-rock");
    }

    @Test
    @DisplayName("tilts the target by so many dB an octave, turns nothing up or down by more than the range, and draws a coarser curve at a coarser resolution")
    void tiltRangeResolution() throws IOException {
        Recording sound = Recording.of(Signals.RATE, Signals.music(Signals.Kind.AIR, 6, 12));
        Recording reference = Recording.of(Signals.RATE, reference(Signals.Kind.AIR, 6));
        double[] level = ProfileEq.match(sound, reference, linked(0, 30, 1 / 6.0)).report().after();
        double[] tilted = ProfileEq.match(sound, reference, linked(3, 30, 1 / 6.0)).report().after();
        for (int band = 8; band < 26; band++) {
            double octave = (tilted[band + 3] - level[band + 3]) - (tilted[band] - level[band]);
            assertThat(octave).as("from band %d", band).isBetween(2.5, 3.5);
        }
        double[] narrow = ProfileEq.match(sound, reference, linked(0, 3, 1 / 6.0)).report().curve()[0];
        assertThat(Arrays.stream(narrow).skip(4).limit(24).max().orElseThrow() - Arrays.stream(narrow).skip(4).limit(24).min().orElseThrow()).isBetween(1.0, 6.1);
        ProfileEq.Match fine = ProfileEq.match(sound, reference, linked(0, 30, 1 / 12.0));
        ProfileEq.Match coarse = ProfileEq.match(sound, reference, linked(0, 30, 1));
        assertThat(roughness(coarse)).isLessThan(0.7 * roughness(fine));
    }

    private static ProfileEq.Settings linked(double tilt, double range, double octaves) {
        return new ProfileEq.Settings(1, tilt, range, octaves, false, false, true);
    }

    /** How much a curve bends from bin to bin between 100 Hz and 10 kHz. */
    private static double roughness(ProfileEq.Match match) {
        double[] curve = match.curves()[0];
        double sum = 0;
        for (int k = (int) (100 / match.step()); k < 10_000 / match.step(); k++) {
            sum += Math.abs(20 * Math.log10(curve[k + 1] * curve[k - 1] / (curve[k] * curve[k])));
        }
        return sum;
    }

    @Test
    @DisplayName("is given out as eight bands that come near, can be read again and sound the same")
    void bands() throws IOException {
        float[][] sound = Signals.music(Signals.Kind.AIR, 2, 15);
        float[][] reference = Signals.peak(Signals.peak(Signals.peak(sound, 90, 7, 0.8, Signals.RATE), 900, -8, 1.2, Signals.RATE), 6000, 5, 0.9, Signals.RATE);
        Recording recording = Recording.of(Signals.RATE, sound);
        ProfileEq.Match match = ProfileEq.match(recording, Recording.of(Signals.RATE, reference), linked(0, 30, 1 / 6.0));
        EqBands bands = EqBands.of(match, 8);
        assertThat(bands.curves()).hasSize(1);
        assertThat(bands.curves().getFirst().bands()).hasSizeBetween(3, 8);
        assertThat(bands.curves().getFirst().error()).isLessThan(0.5);
        EqBands again = EqBands.read(bands.table().lines().toList());
        float[][] out = Measures.whole(again.apply(recording, true));
        double[] wanted = Measures.thirds(reference, 0, sound[0].length, Signals.RATE, POINTS);
        double[] after = Measures.error(Measures.thirds(out, 0, sound[0].length, Signals.RATE, POINTS), wanted, 3, 29);
        assertThat(after[0]).isLessThan(0.5);
        assertThatThrownBy(() -> EqBands.read(List.of("both,bell,100,3"))).hasMessageContaining("channel,type,frequency_hz,gain_db,q");
    }

    @Test
    @DisplayName("goes along slowly with music whose spectrum changes, where one curve can't")
    void slow() throws IOException {
        float[][] sound = Signals.music(Signals.Kind.AIR, 8, 40);
        float[][] bright = Signals.peak(Signals.peak(sound, 5000, 9, 0.6, Signals.RATE), 120, -9, 0.6, Signals.RATE);
        float[][] changing = new float[2][sound[0].length];
        for (int c = 0; c < 2; c++) {
            System.arraycopy(sound[c], 0, changing[c], 0, 20 * Signals.RATE);
            System.arraycopy(bright[c], 20 * Signals.RATE, changing[c], 20 * Signals.RATE, 20 * Signals.RATE);
        }
        Recording recording = Recording.of(Signals.RATE, changing);
        ProfileEq.Settings settings = new ProfileEq.Settings(1, 0, 30, 1 / 3.0, false, false, false);
        float[][] still = Measures.whole(ProfileEq.match(recording, Profile.PINK, settings).sound());
        float[][] slow = Measures.whole(SlowProfileEq.match(recording, Profile.PINK, settings, 8));
        assertThat(slow).hasDimensions(2, sound[0].length);
        assertThat(apart(slow)).isLessThan(0.5 * apart(still));
        float[][] nothing = Measures.whole(SlowProfileEq.match(recording, Profile.PINK, new ProfileEq.Settings(0, 0, 30, 1 / 3.0, false, false, false), 8));
        assertThat(Measures.nullDepth(nothing, changing)).isLessThan(-100);
    }

    /** How far the third octaves of the two halves lie apart in the mean, in dB. */
    private static double apart(float[][] sound) {
        double[] first = Measures.thirds(sound, 4 * Signals.RATE, 16 * Signals.RATE, Signals.RATE, POINTS);
        double[] second = Measures.thirds(sound, 24 * Signals.RATE, 36 * Signals.RATE, Signals.RATE, POINTS);
        return Measures.error(first, second, 5, 28)[0];
    }
}
