package studio.tutti.core.music;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A grid")
class GridTest {

    private static final MetreMap FOUR = new MetreMap(new long[] {0}, new int[] {4}, new int[] {2});
    /** Two bars of 7/8, then 3/4. */
    private static final MetreMap ODD = new MetreMap(new long[] {0, 2 * 7 * 480}, new int[] {7, 3}, new int[] {3, 2});

    @Test
    @DisplayName("rounds halves upwards and knows triplets")
    void even() {
        Grid sixteenths = new Grid(FOUR, 0, 240, 0);
        assertThat(sixteenths.nearest(119)).isZero();
        assertThat(sixteenths.nearest(120)).isEqualTo(240);
        assertThat(new Grid(FOUR, 0, 320, 0).nearest(600)).isEqualTo(640);
        assertThat(new Grid(FOUR, 0, 0, 0).nearest(2000)).isEqualTo(3840);
    }

    @Test
    @DisplayName("lets every second point come late: all the way to three quarters of the pair")
    void swing() {
        Grid full = new Grid(FOUR, 0, 240, 100);
        assertThat(full.nearest(250)).isEqualTo(360);
        assertThat(full.after(0)).isEqualTo(360);
        assertThat(full.after(360)).isEqualTo(480);
        assertThat(new Grid(FOUR, 0, 240, 33).nearest(240)).isEqualTo(240 + 39);
    }

    @Test
    @DisplayName("is the song's, wherever the content lies in it, and begins anew in every bar")
    void song() {
        assertThat(new Grid(FOUR, 100, 960, 0).nearest(900)).isEqualTo(860);
        assertThat(new Grid(FOUR, -500, 960, 0).nearest(20)).isEqualTo(500);
        Grid quarters = new Grid(ODD, 0, 960, 0);
        assertThat(quarters.after(2 * 960)).isEqualTo(3 * 960);
        assertThat(quarters.after(3 * 960)).isEqualTo(7 * 480);
        assertThat(quarters.nearest(7 * 480 + 900)).isEqualTo(7 * 480 + 960);
    }

    @Test
    @DisplayName("leads on and on, and what lies on it stays")
    void walk() {
        Random random = new Random(4);
        for (int i = 0; i < 400; i++) {
            Grid grid = new Grid(i % 2 == 0 ? FOUR : ODD, random.nextInt(4000) - 2000, random.nextInt(1000), random.nextInt(101));
            long tick = random.nextInt(20_000);
            long next = grid.after(tick);
            assertThat(next).isGreaterThan(tick);
            assertThat(grid.nearest(next)).as("%s from %d", grid, tick).isEqualTo(next);
            assertThat(Math.abs(grid.nearest(tick) - tick)).isLessThanOrEqualTo(next - tick);
        }
    }
}
