package studio.tutti.mastering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.tutti.mastering.spectrum.Filtered;
import studio.tutti.mastering.spectrum.Frames;
import studio.tutti.mastering.spectrum.Kernel;

@DisplayName("Frames and filters of a recording")
class FramesTest {

    @ParameterizedTest
    @ValueSource(ints = {256, 4096, 16384})
    @DisplayName("frames left as they are give the sound back to −120 dB, to its first and last frame")
    void identity(int size) throws IOException {
        for (int length : new int[] {1, 255, 4096, 100_003}) {
            float[][] noise = Signals.pinkNoise(length, 3, 0.9);
            float[][] sound = {Arrays.copyOf(noise[0], length), Arrays.copyOf(noise[1], length)};
            float[][] same = Measures.whole(Recording.of(44_100, 2,
                    () -> new Frames(Recording.of(44_100, sound).play(), size, (spectra, frame) -> { })));
            assertThat(same[0]).hasSize(length);
            assertThat(Measures.nullDepth(same, sound)).as("%d frames", length).isLessThan(-120);
        }
    }

    @Test
    @DisplayName("a filter that is level and without delay gives the sound back, whatever its length")
    void levelFilter() throws IOException {
        double[] level = new double[2049];
        Arrays.fill(level, 1);
        for (Kernel kernel : new Kernel[] {Kernel.linear(level), Kernel.minimum(level)}) {
            for (int length : new int[] {1, 5000, 100_003}) {
                float[][] noise = Signals.pinkNoise(length, 3, 0.9);
                float[][] sound = {Arrays.copyOf(noise[0], length), Arrays.copyOf(noise[1], length)};
                for (boolean midSide : new boolean[] {false, true}) {
                    float[][] same = Measures.whole(Recording.of(44_100, 2,
                            () -> new Filtered(Recording.of(44_100, sound).play(), midSide, kernel)));
                    assertThat(same[0]).hasSize(length);
                    assertThat(Measures.nullDepth(same, sound)).isLessThan(-120);
                }
            }
        }
    }

    @Test
    @DisplayName("a linear and a minimum filter of one curve have its gains, and the latter begins at once")
    void curves() {
        double[] gains = new double[4097];
        for (int k = 0; k < gains.length; k++) {
            gains[k] = Math.pow(10, 0.5 * Math.sin(k / 300.0));
        }
        double[] linear = Kernel.linear(gains).gains(8192);
        double[] minimum = Kernel.minimum(gains).gains(8192);
        for (int k = 20; k < 4080; k++) {
            assertThat(20 * Math.log10(linear[k] / gains[k])).isBetween(-0.02, 0.02);
            assertThat(20 * Math.log10(minimum[k] / gains[k])).isBetween(-0.02, 0.02);
        }
        double early = 0;
        double late = 0;
        double[] taps = Kernel.minimum(gains).taps();
        for (int i = 0; i < taps.length; i++) {
            early += i < 500 ? taps[i] * taps[i] : 0;
            late += i >= 500 ? taps[i] * taps[i] : 0;
        }
        assertThat(late).isLessThan(1e-4 * early);
    }
}
