package studio.tutti.core.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A metre map")
class MetreMapTest {

    /** Two bars of 4/4, two of 3/4, then 7/8. */
    private final MetreMap map = new MetreMap(new long[] {0, 7680, 13440}, new int[] {4, 3, 7}, new int[] {2, 2, 3});

    @Test
    @DisplayName("counts bars from 0 through every metre")
    void bars() {
        assertThat(map.bar(0)).isZero();
        assertThat(map.bar(3839)).isZero();
        assertThat(map.bar(3840)).isEqualTo(1);
        assertThat(map.bar(7680)).isEqualTo(2);
        assertThat(map.bar(10560)).isEqualTo(3);
        assertThat(map.bar(13440)).isEqualTo(4);
        assertThat(map.bar(13440 + 3360)).isEqualTo(5);
    }

    @Test
    @DisplayName("finds the first tick of each bar")
    void barStarts() {
        for (long bar = 0; bar < 40; bar++) {
            long start = map.barStart(bar);
            assertThat(map.bar(start)).isEqualTo(bar);
            assertThat(bar == 0 || map.bar(start - 1) == bar - 1).isTrue();
        }
        assertThat(map.barStart(5)).isEqualTo(16800);
    }

    @Test
    @DisplayName("counts beats in the unit of the metre")
    void beats() {
        assertThat(map.beat(960)).isEqualTo(1);
        assertThat(map.beat(13440 + 480 * 6)).isEqualTo(6);
        assertThat(map.beatLength(0)).isEqualTo(960);
        assertThat(map.beatLength(13440)).isEqualTo(480);
        assertThat(map.beatsInBar(13440)).isEqualTo(7);
    }

    @Test
    @DisplayName("begins a new bar at a change of metre, even in the middle of one")
    void cutBar() {
        MetreMap cut = new MetreMap(new long[] {0, 5000}, new int[] {4, 4}, new int[] {2, 2});
        assertThat(cut.bar(4999)).isEqualTo(1);
        assertThat(cut.bar(5000)).isEqualTo(2);
        assertThat(cut.barStart(2)).isEqualTo(5000);
        assertThat(cut.barStart(3)).isEqualTo(8840);
    }

    @Test
    @DisplayName("has whole beats down to a 128th")
    void shortBeats() {
        MetreMap tiny = new MetreMap(new long[] {0}, new int[] {5}, new int[] {7});
        assertThat(tiny.beatLength(0)).isEqualTo(30);
        assertThat(tiny.bar(150)).isEqualTo(1);
    }

    @Test
    @DisplayName("begins at tick 0, rises, and has a metre for each step")
    void refusals() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MetreMap(new long[0], new int[0], new int[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> new MetreMap(new long[] {5}, new int[] {4}, new int[] {2}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MetreMap(new long[] {0, 0}, new int[] {4, 3}, new int[] {2, 2}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MetreMap(new long[] {0, 10}, new int[] {4}, new int[] {2, 2}));
    }
}
