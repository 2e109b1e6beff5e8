package studio.tutti.core.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The compressor")
class CompressorTest {

    private static final int RATE = 48_000;

    @ParameterizedTest(name = "threshold {0} dB, ratio {1}, knee {2} dB")
    @CsvSource({"-18, 3, 6", "-30, 10, 0", "-12, 1.5, 24", "-40, 100, 12"})
    @DisplayName("turns a steady level down by its curve")
    void curve(double threshold, double ratio, double knee) {
        for (double level = -60; level <= 0; level += 3) {
            Compressor compressor = Sounds.prepared(new Compressor(), RATE,
                    "threshold", threshold, "ratio", ratio, "knee", knee, "attack", 1, "make-up", 4);
            double amplitude = StrictMath.pow(10, level / 20);
            double[] left = Sounds.constant(RATE / 10, amplitude);
            Sounds.through(compressor, left, left.clone());
            double over = level - threshold;
            double expected = 2 * over <= -knee ? level : 2 * over >= knee ? threshold + over / ratio
                    : level + (1 / ratio - 1) * (over + knee / 2) * (over + knee / 2) / (2 * knee);
            assertThat(Sounds.decibels(left[left.length - 1])).isCloseTo(expected + 4, within(1e-6));
            assertThat(compressor.curve(level)).isCloseTo(expected + 4, within(1e-9));
            assertThat(compressor.trace().reduction(0)).isCloseTo(expected - level, within(1e-6));
        }
    }

    @ParameterizedTest(name = "a sine at {0} dB")
    @CsvSource({"-30", "-10", "-3"})
    @DisplayName("reads a sine as its peak with the RMS detector")
    void rms(double level) {
        Compressor compressor = Sounds.prepared(new Compressor(), RATE,
                "threshold", -20, "ratio", 4, "knee", 0, "attack", 20, "release", 20, "detector", 1);
        double[] left = Sounds.sine(RATE, 1000, StrictMath.pow(10, level / 20), RATE);
        Sounds.through(compressor, left, left.clone());
        double heard = Sounds.decibels(Sounds.amplitude(left, RATE / 2, RATE, 1000, RATE));
        assertThat(heard).isCloseTo(level < -20 ? level : -20 + (level + 20) / 4, within(0.05));
    }

    @ParameterizedTest(name = "attack {0} ms, release {1} ms")
    @CsvSource({"10, 100", "0.5, 40", "100, 800"})
    @DisplayName("does 63 % of the way in dB in its attack, and in its release")
    void times(double attack, double release) {
        Compressor compressor = Sounds.prepared(new Compressor(), RATE,
                "threshold", -30, "ratio", 100, "knee", 0, "attack", attack, "release", release);
        int begin = 640;
        int turn = begin + (int) (attack * RATE / 100);
        double[] left = new double[turn + (int) (release * RATE / 200)];
        for (int i = 0; i < left.length; i++) {
            left[i] = i >= begin && i < turn ? 0.5 : 0.001;
        }
        double[] input = left.clone();
        Sounds.through(compressor, left, left.clone());
        double whole = (1 / 100.0 - 1) * (Sounds.decibels(0.5) + 30);
        int attackFrames = (int) Math.round(attack * RATE / 1000);
        double part = 1 - StrictMath.exp(-attackFrames * 1000.0 / (attack * RATE));
        assertThat(reduced(left, input, begin + attackFrames - 1)).isCloseTo(part * whole, within(1e-6));
        int releaseFrames = (int) Math.round(release * RATE / 1000);
        double held = reduced(left, input, turn - 1);
        assertThat(reduced(left, input, turn + releaseFrames - 1)).isCloseTo(held * StrictMath.exp(-1), within(0.01));
    }

    @Test
    @DisplayName("listens to another sound if it shall, above the side cut")
    void sideChain() {
        assertThat(ducked(1000, 20)).isLessThan(-9);
        assertThat(ducked(50, 20)).isLessThan(-9);
        assertThat(ducked(50, 500)).as("a bass that the side cut takes away").isGreaterThan(-0.1);
    }

    @Test
    @DisplayName("turns down before a peak with look-ahead, later by its latency")
    void lookAhead() {
        Compressor compressor = Sounds.prepared(new Compressor(), RATE,
                "threshold", -40, "ratio", 100, "knee", 0, "attack", 0.1, "look-ahead", 3);
        assertThat(compressor.latency()).isEqualTo(240);
        double[] left = new double[6400];
        java.util.Arrays.fill(left, 3200, 6400, 0.9);
        Sounds.through(compressor, left, left.clone());
        assertThat(Sounds.peak(left, 0, 3440)).isZero();
        assertThat(left[3440]).isCloseTo(0.01, within(0.001));
    }

    @Test
    @DisplayName("mixes dry and wet, and does nothing under its threshold")
    void mix() {
        Compressor compressor = Sounds.prepared(new Compressor(), RATE, "threshold", -40, "ratio", 100, "knee", 0, "attack", 1,
                "mix", 50);
        double[] left = Sounds.constant(RATE / 5, 1);
        Sounds.through(compressor, left, left.clone());
        assertThat(left[left.length - 1]).isCloseTo(0.5 + 0.5 * StrictMath.pow(10, -39.6 / 20), within(1e-6));
        double[] quiet = Sounds.noise(6400, 0.05, 1);
        double[] passed = quiet.clone();
        Sounds.through(Sounds.prepared(new Compressor(), RATE), passed, passed.clone());
        assertThat(passed).isEqualTo(quiet);
    }

    private static double reduced(double[] out, double[] in, int at) {
        return Sounds.decibels(out[at] / in[at]);
    }

    /** How far a steady tone is turned down, in dB, by another one of 0 dBFS. */
    private static double ducked(double hertz, double cut) {
        Compressor compressor = Sounds.prepared(new Compressor(), RATE,
                "threshold", -24, "ratio", 4, "side-chain", 1, "side cut", cut, "detector", 1);
        double[] left = Sounds.constant(RATE / 2, 0.1);
        double[] right = left.clone();
        double[] key = Sounds.sine(RATE / 2, hertz, 1, RATE);
        for (int at = 0; at < left.length; at += 64) {
            compressor.process(left, right, key, key, at, Math.min(64, left.length - at));
        }
        return Sounds.decibels(left[left.length - 1] / 0.1);
    }
}
