package studio.tutti.core.dsp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sine read between its samples: the mean power, over all positions, of what comes out wrong, images and lost height together. */
@DisplayName("Reading between samples")
class InterpolationTest {

    private static final double RATE = 44_100;

    @ParameterizedTest(name = "at {0} Hz")
    @ValueSource(ints = {50, 100, 200, 500, 1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000, 9000, 10_000, 11_000, 12_000, 13_000,
        14_000, 15_000, 16_000, 17_000, 18_000, 19_000, 20_000, 21_000})
    @DisplayName("is nearer the truth than cubic interpolation of four points at 256 positions, fluidsynth's usual one")
    void betterThanCubic(int hertz) {
        double ours = error(hertz, Interpolation.POINTS, Interpolation.BEFORE, Interpolation.PHASES, InterpolationTest::tabulated);
        double cubic = error(hertz, 4, 1, 256, InterpolationTest::cubic);
        System.out.printf("%d Hz: %.1f dB, cubic %.1f dB%n", hertz, ours, cubic);
        assertThat(ours).isLessThan(cubic);
    }

    @Test
    @DisplayName("is wrong by less than −75 dB up to 1 kHz, −60 dB up to 9 kHz and −35 dB up to 12 kHz")
    void small() {
        for (int hertz = 50; hertz <= 12_000; hertz += 50) {
            assertThat(error(hertz, Interpolation.POINTS, Interpolation.BEFORE, Interpolation.PHASES, InterpolationTest::tabulated))
                    .as("error in dB at %s Hz", hertz).isLessThan(hertz <= 1000 ? -75 : hertz <= 9000 ? -60 : -35);
        }
    }

    @Test
    @DisplayName("gives a sample itself where it lies, and a constant everywhere")
    void exact() {
        double[] signal = {3, -1, 4, -1, 5, -9, 2, -6};
        double[] constant = {7, 7, 7, 7, 7, 7, 7, 7};
        assertThat(Math.abs(Interpolation.at(signal, 0, Interpolation.weights(), 0) + 1)).isLessThan(1e-13);
        for (int row = 0; row < Interpolation.PHASES; row++) {
            assertThat(Math.abs(Interpolation.at(constant, 0, Interpolation.weights(), row) - 7)).isLessThan(1e-13);
        }
    }

    private interface Kernel {

        /** The weight of a point, of those for the position {@code phase / phases} after the sample. */
        double weight(int point, int phase);
    }

    private static double tabulated(int point, int phase) {
        return Interpolation.weights()[phase * Interpolation.POINTS + point];
    }

    private static double cubic(int point, int phase) {
        double x = phase / 256.0;
        return switch (point) {
            case 0 -> x * (-0.5 + x * (1 - 0.5 * x));
            case 1 -> 1 + x * x * (1.5 * x - 2.5);
            case 2 -> x * (0.5 + x * (2 - 1.5 * x));
            default -> 0.5 * x * x * (x - 1);
        };
    }

    /** In dB under the sine itself; positions are rounded to the nearest row, as where it sounds. */
    private static double error(double hertz, int points, int before, int phases, Kernel kernel) {
        double radians = 2 * Math.PI * hertz / RATE;
        double sum = 0;
        int within = 5;
        for (int phase = 0; phase < phases; phase++) {
            double real = 0;
            double imaginary = 0;
            for (int point = 0; point < points; point++) {
                real += kernel.weight(point, phase) * Math.cos(radians * (point - before));
                imaginary += kernel.weight(point, phase) * Math.sin(radians * (point - before));
            }
            for (int i = 0; i < within; i++) {
                double position = (phase + (i + 0.5) / within - 0.5) / phases;
                double a = real - Math.cos(radians * position);
                double b = imaginary - Math.sin(radians * position);
                sum += a * a + b * b;
            }
        }
        return 10 * Math.log10(sum / (phases * within));
    }
}
