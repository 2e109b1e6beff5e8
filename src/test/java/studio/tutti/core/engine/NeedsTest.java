package studio.tutti.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The sounds that a score lacks")
class NeedsTest {

    private static int[] needs(Score score, int from, int... there) {
        return new Needs(score, address -> address >= 0 && java.util.Arrays.stream(there).noneMatch(each -> each == address)).from(from);
    }

    private static ScoreBuilder tune() {
        ScoreBuilder builder = new ScoreBuilder(Tunes.RATE);
        builder.step(0, 0, 500_000);
        builder.track(100, 9, 0, 0, true, false);
        builder.track(101, 3, 0, 0, true, false);
        builder.track(102, 40, 0, 0, true, false);
        builder.note(0, 5_000, 6_000, 60, 100, 1, 0);
        builder.note(1, 1_000, 4_000, 60, 100, 2, 0);
        builder.program(1, 4_500, 7);
        builder.note(1, 7_000, 8_000, 60, 100, 3, 0);
        builder.note(0, 9_000, 9_500, 60, 100, 4, 0);
        return builder;
    }

    @Test
    @DisplayName("come in the order in which their first notes do, what no note plays last")
    void order() {
        assertThat(needs(tune().build(), 0)).containsExactly(3, 1_000, 9, 5_000, 7, 7_000, 40, Needs.NEVER);
    }

    @Test
    @DisplayName("are told from a place on: a note that sounds there counts, what is over comes after")
    void fromAPlace() {
        assertThat(needs(tune().build(), 3_000)).containsExactly(3, 3_000, 9, 5_000, 7, 7_000, 40, Needs.NEVER);
        assertThat(needs(tune().build(), 6_500)).containsExactly(7, 7_000, 9, 9_000, 3, 1_000, 40, Needs.NEVER);
    }

    @Test
    @DisplayName("are none of those that are there")
    void there() {
        assertThat(needs(tune().build(), 0, 3, 40)).containsExactly(9, 5_000, 7, 7_000);
        assertThat(needs(tune().build(), 0, 3, 7, 9, 40)).isEmpty();
    }
}
