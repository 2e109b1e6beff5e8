package studio.tutti.assistant.flowmachines.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.assistant.flowmachines.Metre;

@DisplayName("A style's rhythms")
class RhythmStyleTest {

    private static final RhythmStyle STYLE = RhythmStyle.learn(Metre.COMMON, List.of(List.of(new Span(0, 48, false), new Span(48, 48, false))), 2, false);

    @Test
    @DisplayName("remember how onsets are favoured for exactly what was asked, so that nothing depends on what was asked before")
    void asked() {
        assertThat(STYLE.tilt(2, 0, 5, 1, () -> 0.5)).isEqualTo(0.5);
        assertThat(STYLE.tilt(2, 1, 5, 1, () -> 0.7)).isEqualTo(0.7);
        assertThat(STYLE.tilt(2, 0, 5, 1, () -> Double.NaN)).isEqualTo(0.5);
    }

    @Test
    @DisplayName("remember a bounded number of these")
    void bounded() {
        STYLE.tilt(3, 0, 5, 1, () -> 0.1);
        for (int rate = 1; rate <= 1_000; rate++) {
            STYLE.tilt(10 + rate / 100.0, 0, 5, 1, () -> 0.2);
        }
        assertThat(STYLE.tilt(3, 0, 5, 1, () -> 0.3)).isEqualTo(0.3);
    }
}
