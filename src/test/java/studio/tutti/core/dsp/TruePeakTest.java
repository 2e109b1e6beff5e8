package studio.tutti.core.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("True peak")
class TruePeakTest {

    private static final int RATE = 48_000;

    @ParameterizedTest(name = "3341-{0}: a sine of 1/{1} of the rate, amplitude {2}, {3}°: {4} dBTP")
    @CsvSource({"15, 4, 0.50, 0, -6", "16, 4, 0.50, 45, -6", "17, 6, 0.50, 60, -6", "18, 8, 0.50, 67.5, -6", "19, 4, 1.41, 45, 3"})
    @DisplayName("reads the EBU's sines (−0.4 … +0.2 dB allowed, here 0.05)")
    void standard(int number, double part, double amplitude, double degrees, double expected) {
        PeakMeter meter = new PeakMeter();
        double[] sound = faded(amplitude, 1 / part, degrees);
        meter.hear(sound, new double[sound.length], 0, sound.length);
        assertThat(20 * StrictMath.log10(meter.mostTruePeak())).isCloseTo(expected, within(0.05));
        assertThat(meter.left()).isLessThanOrEqualTo(meter.truePeak());
        assertThat(meter.right()).isZero();
    }

    @Test
    @DisplayName("reads a sine at any frequency up to 0.97 of half the rate and at any phase within 0.02 dB")
    void everywhere() {
        double worst = 0;
        for (double part : new double[] {0.01, 0.1, 0.25, 1.0 / 3, 0.4, 0.45, 0.47, 0.485}) {
            for (double degrees = 0; degrees < 180; degrees += 7.5) {
                TruePeak peak = new TruePeak();
                double highest = 0;
                for (double sample : faded(1, part, degrees)) {
                    highest = Math.max(highest, peak.next(sample, 0));
                }
                worst = Math.max(worst, Math.abs(20 * StrictMath.log10(highest)));
            }
        }
        assertThat(worst).isLessThan(0.02);
    }

    @Test
    @DisplayName("tells a peak where it is: later by its delay")
    void delay() {
        TruePeak peak = new TruePeak();
        for (int i = 0; i < 200; i++) {
            double told = peak.next(i == 20 ? 1 : 0, 0.1);
            assertThat(told > 0.9).isEqualTo(i == 20 + TruePeak.DELAY || i == 19 + TruePeak.DELAY);
        }
    }

    /** A sine that swells and fades within its 20 ms ends, so that its beginning adds no peak of its own. */
    private static double[] faded(double amplitude, double part, double degrees) {
        double[] sound = new double[RATE / 10];
        for (int i = 0; i < sound.length; i++) {
            double edge = Math.min(1, Math.min(i, sound.length - 1 - i) / 960.0);
            double swell = edge * edge * (3 - 2 * edge);
            sound[i] = amplitude * swell * StrictMath.sin(2 * Math.PI * part * i + StrictMath.toRadians(degrees));
        }
        return sound;
    }
}
