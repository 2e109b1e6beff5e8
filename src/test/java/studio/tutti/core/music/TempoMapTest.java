package studio.tutti.core.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.trial.Dice;

@DisplayName("A tempo map")
class TempoMapTest {

    /** 120 quarters a minute, from the second bar on 60, from the third 240. */
    private final TempoMap map = new TempoMap(new long[] {0, 3840, 7680}, new long[] {500_000, 1_000_000, 250_000});

    @Test
    @DisplayName("counts half a second a quarter at 120, and follows every step")
    void seconds() {
        assertThat(map.seconds(960)).isEqualTo(0.5);
        assertThat(map.seconds(3840)).isEqualTo(2);
        assertThat(map.seconds(4800)).isEqualTo(3);
        assertThat(map.seconds(7680)).isEqualTo(6);
        assertThat(map.seconds(8640)).isEqualTo(6.25);
    }

    @Test
    @DisplayName("finds the tick of a second, with its fraction")
    void ticks() {
        assertThat(map.tick(0)).isZero();
        assertThat(map.tick(0.25)).isEqualTo(480);
        assertThat(map.tick(2)).isEqualTo(3840);
        assertThat(map.tick(6.125)).isEqualTo(8160);
    }

    @Test
    @DisplayName("says the tempo that holds from a step on")
    void tempo() {
        assertThat(map.tempo(3839)).isCloseTo(500_000, within(1e-6));
        assertThat(map.tempo(3840)).isCloseTo(1_000_000, within(1e-6));
        assertThat(map.tempo(1_000_000)).isCloseTo(250_000, within(1e-6));
    }

    @Test
    @DisplayName("lets the last of several steps at one tick hold")
    void severalAtOnce() {
        TempoMap twice = new TempoMap(new long[] {0, 960, 960}, new long[] {500_000, 100_000, 1_000_000});
        assertThat(twice.seconds(1920)).isEqualTo(1.5);
        assertThat(twice.tick(1.5)).isEqualTo(1920);
    }

    @Test
    @DisplayName("goes there and back with a thousand steps, to a millionth of a tick")
    void thereAndBack() {
        Dice dice = new Dice(1);
        long[] ticks = new long[1000];
        long[] tempos = new long[1000];
        for (int i = 0; i < ticks.length; i++) {
            ticks[i] = i == 0 ? 0 : ticks[i - 1] + dice.between(0, 5000);
            tempos[i] = dice.between(10_000, 16_777_215);
        }
        TempoMap random = new TempoMap(ticks, tempos);
        double last = -1;
        for (long tick = 0; tick < ticks[999] + 10_000; tick += 777) {
            double second = random.seconds(tick);
            assertThat(second).isGreaterThan(last);
            assertThat(random.tick(second)).isCloseTo(tick, within(1e-6));
            last = second;
        }
    }

    @Test
    @DisplayName("begins at tick 0, rises, and has a tempo for each step")
    void refusals() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TempoMap(new long[0], new long[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> new TempoMap(new long[] {1}, new long[] {500_000}));
        assertThatIllegalArgumentException().isThrownBy(() -> new TempoMap(new long[] {0, 1}, new long[] {500_000}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TempoMap(new long[] {0, 9, 8}, new long[] {500_000, 1, 1}));
    }
}
