package studio.tutti.mastering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.tutti.mastering.multibandphase.MultibandPhase;
import studio.tutti.mastering.profileeq.GraphicEq;
import studio.tutti.mastering.profileeq.Profile;
import studio.tutti.mastering.profileeq.ProfileEq;
import studio.tutti.mastering.resonanceeq.ResonanceEq;
import studio.tutti.mastering.xspecmatch.XSpecMatch;

@DisplayName("Unusual sound: every tool gives as many frames as went in, all of them numbers")
class UnusualSoundTest {

    @Test
    @DisplayName("mono")
    void mono() throws IOException {
        all(Signals.RATE, Signals.music(Signals.Kind.BAND, 1, 4)[0]);
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 11_025, 96_000, 192_000})
    @DisplayName("low and high rates")
    void rates(int rate) throws IOException {
        all(rate, Signals.music(Signals.Kind.BAND, 2, 2, rate));
    }

    @Test
    @DisplayName("silence stays silent")
    void silence() throws IOException {
        for (float[][] out : all(Signals.RATE, new float[50_000], new float[50_000])) {
            for (float[] channel : out) {
                for (float value : channel) {
                    assertThat(Math.abs(value)).isLessThan(1e-6f);
                }
            }
        }
    }

    @Test
    @DisplayName("clipped sound, and sound beyond full scale")
    void clipped() throws IOException {
        float[][] loud = Signals.gain(Signals.music(Signals.Kind.BAND, 3, 3), 8);
        all(Signals.RATE, loud);
        for (float[] channel : loud) {
            for (int i = 0; i < channel.length; i++) {
                channel[i] = Math.clamp(channel[i], -1, 1);
            }
        }
        all(Signals.RATE, loud);
    }

    @Test
    @DisplayName("a constant beside the sound, and alone")
    void constant() throws IOException {
        float[][] music = Signals.music(Signals.Kind.BAND, 4, 3);
        float[][] level = new float[2][music[0].length];
        Arrays.fill(level[0], 0.3f);
        Arrays.fill(level[1], -0.2f);
        all(Signals.RATE, Signals.sum(music, level));
        all(Signals.RATE, level);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 64, 4410})
    @DisplayName("a tenth of a second, and less")
    void little(int frames) throws IOException {
        float[][] music = Signals.music(Signals.Kind.PIANO, 5, 1);
        all(Signals.RATE, Arrays.copyOf(music[0], frames), Arrays.copyOf(music[1], frames));
    }

    @Test
    @DisplayName("one channel silent")
    void oneSilent() throws IOException {
        all(Signals.RATE, Signals.music(Signals.Kind.BAND, 6, 3)[0], new float[3 * Signals.RATE]);
    }

    /** What every tool makes of a sound, with music of the same rate as reference. */
    private static List<float[][]> all(int rate, float[]... sound) throws IOException {
        Recording in = Recording.of(rate, sound);
        Recording reference = Recording.of(rate, Signals.music(Signals.Kind.AIR, 9, 3, rate));
        List<Recording> made = new ArrayList<>();
        made.add(ProfileEq.match(in, reference, ProfileEq.Settings.USUAL).sound());
        made.add(ProfileEq.match(in, Profile.PINK, ProfileEq.Settings.USUAL).sound());
        made.add(ProfileEq.match(in, in, ProfileEq.Settings.USUAL).sound());
        made.add(GraphicEq.apply(in, new double[] {100, 1000, 10_000}, new double[] {3, -3, 6}, true));
        made.add(ResonanceEq.apply(in, -1).sound());
        made.add(ResonanceEq.apply(in, 1).sound());
        made.add(MultibandPhase.to(in, reference).sound());
        made.add(XSpecMatch.match(in, reference, XSpecMatch.Settings.USUAL));
        made.add(TruePeakLimiter.apply(in, 0, -1));
        made.add(Mastering.apply(in, reference, new Mastering.Settings(null, -1)).sound());
        made.add(Mastering.apply(in, null, new Mastering.Settings(-14.0, -1)).sound());
        if (sound.length == 2) {
            made.add(MultibandPhase.channels(in).sound());
        }
        List<float[][]> all = new ArrayList<>();
        for (Recording one : made) {
            float[][] out = Measures.whole(one);
            assertThat(out).hasDimensions(sound.length, sound[0].length);
            for (float[] channel : out) {
                for (float value : channel) {
                    if (!Float.isFinite(value)) {
                        throw new AssertionError("a value is no number");
                    }
                }
            }
            all.add(out);
        }
        Loudness loudness = Loudness.of(in);
        assertThat(loudness.range()).isNotNaN();
        return all;
    }
}
