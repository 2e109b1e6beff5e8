package studio.tutti.mastering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.tutti.mastering.profileeq.Profile;

@DisplayName("The mastering chain")
class MasteringTest {

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"BAND,1", "BAND,2", "AIR,1", "AIR,2"})
    @DisplayName("brings a song to a reference: spectrum within 0.4 dB, loudness 0.1 LU, true peak −0.95 dBTP, width 1 dB")
    void reference(Signals.Kind kind, int seed) throws IOException {
        float[][] song = Signals.music(kind, seed, 30);
        float[][] other = Signals.music(kind, seed + 30, 30);
        other = Signals.peak(Signals.peak(other, 200, 5, 0.7, Signals.RATE), 4000, -6, 0.8, Signals.RATE);
        float[][] reference = Measures.whole(TruePeakLimiter.apply(Recording.of(Signals.RATE, other), 8, -1));
        Mastering.Result result = Mastering.apply(Recording.of(Signals.RATE, song), Recording.of(Signals.RATE, reference),
                new Mastering.Settings(null, -1));
        float[][] out = Measures.whole(result.sound());
        assertThat(out[0]).hasSameSizeAs(song[0]);
        double[] errors = Measures.error(Measures.thirds(out, 0, out[0].length, Signals.RATE, 8192),
                Measures.thirds(reference, 0, out[0].length, Signals.RATE, 8192), 3, 29);
        assertThat(errors[0]).as("spectrum").isLessThan(0.4);
        double wanted = Loudness.of(Recording.of(Signals.RATE, reference)).integrated();
        assertThat(Loudness.of(Recording.of(Signals.RATE, out)).integrated()).isCloseTo(wanted, within(0.1));
        assertThat(LoudnessTest.truePeak(out)).isLessThan(-0.95);
        assertThat(width(out)).isCloseTo(width(reference), within(1.0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-14, -16, -23})
    @DisplayName("brings a song to a target without a reference")
    void target(double target) throws IOException {
        Recording song = Recording.of(Signals.RATE, Signals.music(Signals.Kind.BAND, 7, 15));
        Mastering.Result result = Mastering.apply(song, null, new Mastering.Settings(target, -1));
        assertThat(result.report().after().integrated()).isCloseTo(target, within(0.1));
        assertThat(result.report().after().truePeak()).isLessThan(-0.95);
    }

    @Test
    @DisplayName("compresses, widens and drives on request, and is as loud as asked nevertheless")
    void colour() throws IOException {
        float[][] music = Signals.music(Signals.Kind.BAND, 9, 12);
        Recording song = Recording.of(Signals.RATE, music);
        Mastering.Result plain = Mastering.apply(song, null, new Mastering.Settings(-16.0, -1));
        Mastering.Result coloured = Mastering.apply(song, null, new Mastering.Settings(-16.0, -1, new Colour(4, 150, 9)));
        assertThat(coloured.report().after().integrated()).isCloseTo(-16, within(0.1));
        assertThat(coloured.report().after().truePeak()).isLessThan(-0.95);
        float[][] out = Measures.whole(coloured.sound());
        assertThat(out).hasDimensions(2, music[0].length);
        assertThat(width(out)).isGreaterThan(width(Measures.whole(plain.sound())) + 2);
        float[][] mono = Measures.whole(Mastering.apply(song, null, new Mastering.Settings(-16.0, -1, new Colour(1, 0, 0))).sound());
        assertThat(mono[0]).isEqualTo(mono[1]);
    }

    @Test
    @DisplayName("brings a song to a profile: within its spread, as loud as asked")
    void profile() throws IOException {
        float[][] music = Signals.peak(Signals.music(Signals.Kind.AIR, 5, 15), 1000, 9, 0.7, Signals.RATE);
        Mastering.Result result = Mastering.apply(Recording.of(Signals.RATE, music), null,
                new Mastering.Settings(-18.0, -1, Colour.NONE, Profile.PINK));
        float[][] out = Measures.whole(result.sound());
        double[] levels = Measures.thirds(out, 0, out[0].length, Signals.RATE, 8192);
        double mean = Arrays.stream(levels, 5, 25).average().orElseThrow();
        for (int band = 5; band < 25; band++) {
            assertThat(levels[band]).as("band %d", band).isCloseTo(mean, within(1.0));
        }
        assertThat(result.report().after().integrated()).isCloseTo(-18, within(0.1));
    }

    @Test
    @DisplayName("compresses three bands apart: a loud bass doesn't turn the treble down")
    void bands() throws IOException {
        int rate = Signals.RATE;
        float[][] sound = new float[2][10 * rate];
        for (int i = 0; i < sound[0].length; i++) {
            double bass = i / rate % 2 == 0 ? 0.05 : 0.8;
            float value = (float) (bass * Math.sin(2 * Math.PI * 60 * i / rate) + 0.05 * Math.sin(2 * Math.PI * 6000 * i / rate));
            sound[0][i] = value;
            sound[1][i] = value;
        }
        double apart = pumping(new Colour(6, true, 100, 0), sound);
        double together = pumping(new Colour(6, 100, 0), sound);
        assertThat(apart).isCloseTo(0, within(0.3));
        assertThat(together).isGreaterThan(1);
    }

    /** How much softer the treble is in the middle of seconds with loud bass than in those without, in dB. */
    private static double pumping(Colour colour, float[][] sound) throws IOException {
        float[][] out = Measures.whole(colour.on(Recording.of(Signals.RATE, sound), Passes.UNTOLD));
        assertThat(out[0]).hasSameSizeAs(sound[0]);
        double[] power = new double[2];
        for (int second = 2; second < 10; second++) {
            double re = 0;
            double im = 0;
            for (int i = (int) ((second + 0.3) * Signals.RATE); i < (second + 0.9) * Signals.RATE; i++) {
                re += out[0][i] * Math.cos(2 * Math.PI * 6000 * i / Signals.RATE);
                im += out[0][i] * Math.sin(2 * Math.PI * 6000 * i / Signals.RATE);
            }
            power[second % 2] += re * re + im * im;
        }
        return 10 * Math.log10(power[0] / power[1]);
    }

    @Test
    @DisplayName("leaves every frequency as loud as it was where no band is compressed")
    void flatBands() throws IOException {
        float[][] click = new float[2][16_384];
        click[0][0] = 0.001f;
        click[1][0] = 0.001f;
        float[][] out = Measures.whole(MultibandCompression.of(Recording.of(Signals.RATE, click), 4));
        for (double hertz = 30; hertz < 20_000; hertz *= 1.5) {
            double re = 0;
            double im = 0;
            for (int i = 0; i < out[0].length; i++) {
                re += out[0][i] * Math.cos(2 * Math.PI * hertz * i / Signals.RATE);
                im += out[0][i] * Math.sin(2 * Math.PI * hertz * i / Signals.RATE);
            }
            assertThat(20 * Math.log10(Math.hypot(re, im) / 0.001)).as("%.0f Hz", hertz).isCloseTo(0, within(0.01));
        }
    }

    @Test
    @DisplayName("leaves silence silent")
    void silence() throws IOException {
        Mastering.Result result = Mastering.apply(Recording.of(44_100, new float[44_100], new float[44_100]), null,
                new Mastering.Settings(-14.0, -1));
        assertThat(Measures.whole(result.sound())).isDeepEqualTo(new float[2][44_100]);
    }

    private static double width(float[][] sound) {
        double middle = 0;
        double sides = 0;
        for (int i = 0; i < sound[0].length; i++) {
            middle += Math.pow(sound[0][i] + sound[1][i], 2);
            sides += Math.pow(sound[0][i] - sound[1][i], 2);
        }
        return 10 * Math.log10(sides / middle);
    }
}
