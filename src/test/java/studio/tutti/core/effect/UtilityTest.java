package studio.tutti.core.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The utility")
class UtilityTest {

    @ParameterizedTest(name = "law {0} at {1} %: {2}, {3}")
    @CsvSource({"0, 0, 1, 1", "0, 50, 0.7071067811865476, 1", "0, -100, 1, 0",
            "1, 0, 0.7071067811865476, 0.7071067811865476", "1, 100, 0, 1", "1, -50, 0.9238795325112867, 0.3826834323650898",
            "2, 0, 0.5946035575013605, 0.5946035575013605", "2, -100, 1, 0", "3, 0, 0.5, 0.5", "3, 50, 0.25, 0.75"})
    @DisplayName("pans by exact laws")
    void pan(int law, double pan, double left, double right) {
        double[] l = {1};
        double[] r = {1};
        Sounds.prepared(new Utility(), 48_000, "law", law, "pan", pan).process(l, r, 0, 1);
        assertThat(l[0]).isCloseTo(left, within(1e-15));
        assertThat(r[0]).isCloseTo(right, within(1e-15));
    }

    @Test
    @DisplayName("widens, narrows, turns polarity, and mutes")
    void others() {
        assertThat(pass("width", 0)).containsExactly(0.5, 0.5);
        assertThat(pass("width", 200)).containsExactly(1.5, -0.5);
        assertThat(pass("invert left", 1)).containsExactly(-1, 0);
        assertThat(pass("gain", 20)).containsExactly(new double[] {10, 0}, within(1e-13));
        assertThat(pass("gain", -96)).containsExactly(0, 0);
        assertThat(pass()).containsExactly(1, 0);
    }

    private static double[] pass(Object... settings) {
        double[] left = {1};
        double[] right = {0};
        Sounds.prepared(new Utility(), 44_100, settings).process(left, right, 0, 1);
        return new double[] {left[0], right[0] + 0.0};
    }
}
