package studio.tutti.core.dsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The core's own functions")
class FunctionsTest {

    private static final double TINY = 2e-15;

    private final Random random = new Random(5);

    @Test
    @DisplayName("sine and cosine are right to 2e-15 for angles up to a million")
    void circular() {
        worst(1e6, Functions::sin, StrictMath::sin, false);
        worst(1e6, Functions::cos, StrictMath::cos, false);
        worst(0.7, Functions::tan, StrictMath::tan, true);
    }

    @Test
    @DisplayName("exponential, logarithm, power and tanh are right to 2e-15 of their value")
    void exponential() {
        worst(700, Functions::exp, StrictMath::exp, true);
        worst(1000, Functions::exp2, x -> StrictMath.pow(2, x), true);
        worst(20, Functions::tanh, StrictMath::tanh, true);
        worst(300, x -> Functions.log(StrictMath.exp(x)), x -> StrictMath.log(StrictMath.exp(x)), true);
        worst(1, x -> Functions.log(1 + x * 1e-9), x -> StrictMath.log(1 + x * 1e-9), true);
        worst(20, x -> Functions.pow(7.25, x), x -> StrictMath.pow(7.25, x), true, 2e-14);
    }

    @Test
    @DisplayName("edges are what a musician's code may expect")
    void edges() {
        assertThat(Functions.exp(-1000)).isZero();
        assertThat(Functions.exp(1000)).isInfinite();
        assertThat(Functions.exp2(10)).isEqualTo(1024);
        assertThat(Functions.log(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Functions.log(-1)).isNaN();
        assertThat(Functions.log(Double.MAX_VALUE)).isEqualTo(StrictMath.log(Double.MAX_VALUE));
        assertThat(Functions.tanh(50)).isEqualTo(1);
        assertThat(Functions.sin(Double.NaN)).isNaN();
    }

    @Test
    @DisplayName("decibels and cents turn into factors and back")
    void units() {
        assertThat(Decibels.gain(20)).isCloseTo(10, org.assertj.core.data.Offset.offset(1e-12));
        assertThat(Decibels.of(0.1)).isCloseTo(-20, org.assertj.core.data.Offset.offset(1e-12));
        assertThat(Decibels.gain(Decibels.SILENCE)).isZero();
        assertThat(Cents.ratio(1200)).isEqualTo(2);
        assertThat(Cents.hertz(6900)).isEqualTo(440);
        assertThat(Cents.hertz(0)).isCloseTo(8.1757989, org.assertj.core.data.Offset.offset(1e-6));
        assertThat(Cents.seconds(-1200)).isEqualTo(0.5);
    }

    private void worst(double range, DoubleUnaryOperator ours, DoubleUnaryOperator reference, boolean relative) {
        worst(range, ours, reference, relative, TINY);
    }

    private void worst(double range, DoubleUnaryOperator ours, DoubleUnaryOperator reference, boolean relative, double limit) {
        for (int i = 0; i < 100_000; i++) {
            double x = (2 * random.nextDouble() - 1) * range;
            double expected = reference.applyAsDouble(x);
            double error = Math.abs(ours.applyAsDouble(x) - expected);
            assertThat(relative ? error / Math.abs(expected) : error).as("error at %s", x).isLessThanOrEqualTo(limit);
        }
    }

    @Test
    @DisplayName("floor is the nearest whole number that is not above, like Java's own")
    void floors() {
        for (double x : new double[] {0, 0.5, -0.5, 1, -1, 0.9999999999999999, -1e-300, 1e-300, 2.5, -2.5, 3.5, 4294967295.5, -4294967296.5,
            2251799813685247.5, -2251799813685247.5, 2251799813685248.5, 1e300, -1e300, Double.POSITIVE_INFINITY}) {
            assertThat(Functions.floor(x)).as("%s", x).isEqualTo(Math.floor(x));
        }
    }
}
