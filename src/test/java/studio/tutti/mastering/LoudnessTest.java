package studio.tutti.mastering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of whole recordings; the meter's own cases of Tech 3341 and 3342 are in {@code LoudnessMeterTest} and {@code TruePeakTest}. */
@DisplayName("Loudness and limiting of a recording")
class LoudnessTest {

    @Test
    @DisplayName("of 3341-6: 5.0, and the same with a low-frequency channel that doesn't count, are −23 LUFS")
    void surround() throws IOException {
        double[] levels = {-28, -28, -24, -30, -30};
        float[][] five = new float[5][20 * 48_000];
        for (int channel = 0; channel < 5; channel++) {
            for (int i = 0; i < five[0].length; i++) {
                five[channel][i] = (float) (Math.pow(10, levels[channel] / 20) * Math.sin(2 * Math.PI * 1000 * i / 48_000));
            }
        }
        assertThat(Loudness.of(Recording.of(48_000, five)).integrated()).isCloseTo(-23, within(0.1));
        float[][] six = {five[0], five[1], five[2], Signals.gain(new float[][] {five[2]}, 8)[0], five[3], five[4]};
        Loudness loudness = Loudness.of(Recording.of(48_000, six));
        assertThat(loudness.integrated()).isCloseTo(-23, within(0.1));
        assertThat(loudness.truePeak()).as("the low-frequency channel's").isCloseTo(-24 + 20 * Math.log10(8), within(0.1));
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000})
    @DisplayName("a mix of −11 LUFS stays under −0.95 dBTP at 16 times the rate and loses 1.5 LU at most")
    void limited(int rate) throws IOException {
        for (Signals.Kind kind : new Signals.Kind[] {Signals.Kind.BAND, Signals.Kind.AIR}) {
            for (int seed = 1; seed <= 2; seed++) {
                float[][] music = Signals.music(kind, seed, 12, rate);
                double loudness = Loudness.of(Recording.of(rate, music)).integrated();
                float[][] loud = Signals.gain(music, Math.pow(10, (-11 - loudness) / 20));
                assertThat(truePeak(loud)).isGreaterThan(-1);
                float[][] limited = Measures.whole(TruePeakLimiter.apply(Recording.of(rate, loud), 0, -1));
                assertThat(limited[0]).hasSameSizeAs(loud[0]);
                assertThat(truePeak(limited)).isLessThan(-0.95);
                assertThat(Loudness.of(Recording.of(rate, limited)).integrated()).isGreaterThan(-12.5);
            }
        }
    }

    @Test
    @DisplayName("what is under the ceiling comes out of the limiter with its bits, at its place")
    void untouched() throws IOException {
        float[][] soft = Signals.music(Signals.Kind.BAND, 4, 5);
        assertThat(Measures.whole(TruePeakLimiter.apply(Recording.of(44_100, soft), 0, -1))).isDeepEqualTo(soft);
    }

    /** In dBTP, at sixteen times the rate, by a windowed sinc of 64 taps that only the loudest places need. */
    static double truePeak(float[][] sound) {
        double highest = 0;
        for (float[] channel : sound) {
            for (float value : channel) {
                highest = Math.max(highest, Math.abs(value));
            }
        }
        double sample = highest;
        for (float[] channel : sound) {
            for (int i = 40; i < channel.length - 40; i++) {
                if (Math.max(Math.abs(channel[i]), Math.abs(channel[i + 1])) < 0.5 * sample) {
                    continue;
                }
                for (int step = 1; step < 16; step++) {
                    double sum = 0;
                    for (int tap = -31; tap <= 32; tap++) {
                        double x = tap - step / 16.0;
                        double window = Math.cos(Math.PI * x / 66);
                        sum += channel[i + tap] * Math.sin(Math.PI * x) / (Math.PI * x) * window * window;
                    }
                    highest = Math.max(highest, Math.abs(sum));
                }
            }
        }
        return 20 * Math.log10(highest);
    }
}
