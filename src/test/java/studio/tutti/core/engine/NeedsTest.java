package studio.tutti.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The sounds that a score lacks")
class NeedsTest {

    private static int[] needs(Score score, int from, int... there) {
        int[] all = all(score, from, 10_000, there);
        return IntStream.range(0, all.length).filter(i -> i % Needs.NUMBERS < 2).map(i -> all[i]).toArray();
    }

    private static int[] all(Score score, int from, int within, int... there) {
        return new Needs(score, address -> address >= 0 && IntStream.of(there).noneMatch(each -> each == address)).from(from, within);
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
    @DisplayName("are told with the keys that sound within the next frames")
    void keys() {
        ScoreBuilder builder = tune();
        builder.note(1, 2_000, 2_500, 36, 100, 5, 0);
        builder.note(1, 2_999, 3_500, 127, 100, 6, 0);
        builder.note(1, 3_000, 3_500, 0, 100, 7, 0);
        assertThat(all(builder.build(), 0, 3_000, 7, 9, 40)).containsExactly(3, 1_000, 0, 1 << 36 - 32 | 1 << 60 - 32, 0, 1 << 31);
        assertThat(all(builder.build(), 2_600, 500, 7, 9, 40)).containsExactly(3, 2_600, 1, 1 << 60 - 32, 0, 1 << 31);
        assertThat(all(builder.build(), 0, 1_000, 7, 9, 40)).as("none so soon").containsExactly(3, 1_000, 0, 0, 0, 0);
    }

    @Test
    @DisplayName("are none of those that are there")
    void there() {
        assertThat(needs(tune().build(), 0, 3, 40)).containsExactly(9, 5_000, 7, 7_000);
        assertThat(needs(tune().build(), 0, 3, 7, 9, 40)).isEmpty();
    }
}
