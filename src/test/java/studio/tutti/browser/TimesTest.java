package studio.tutti.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;

@DisplayName("The grid of a song")
class TimesTest {

    /** One bar of 4/4, then 3/4. */
    private static Times times() {
        Arrangement arrangement = new Arrangement();
        arrangement.apply(new Edit(new Id(5, 5), new Id(1, 1), 0, "", Id.NONE, List.of(new Operation.Add(
                new Id(6, 6), Kind.METRE, Map.of(Property.PARENT, Arrangement.ROOT, Property.START, 3840L, Property.NUMERATOR, 3L)))));
        return new Times(arrangement);
    }

    @Test
    @DisplayName("counts bars and beats from 1, through a change of metre")
    void lines() {
        assertThat(times().grid(2880, 6720))
                .containsExactly(2880, 1, 4, 3840, 2, 1, 4800, 2, 2, 5760, 2, 3);
        assertThat(times().position(0)).isEqualTo("1.1.000");
        assertThat(times().position(3840 + 2880 + 960 + 40)).isEqualTo("3.2.040");
    }

    @Test
    @DisplayName("draws fewer lines where all of them could not be seen")
    void manyBars() {
        assertThat(times().grid(0, 1 << 30)).hasSizeLessThan(3 * 4100).hasSizeGreaterThan(3 * 1000).startsWith(0, 1, 1);
    }

    @Test
    @DisplayName("pulls to the nearest step, counted anew in every bar, and to bars")
    void snap() {
        assertThat(times().snap(3840 + 130, 240)).isEqualTo(3840 + 240);
        assertThat(times().snap(3840 + 100, 240)).isEqualTo(3840);
        assertThat(times().snap(3700, 1000)).as("the next bar is nearer than any step").isEqualTo(3840);
        assertThat(times().snap(1919, 0)).isZero();
        assertThat(times().snap(1920, 0)).isEqualTo(3840);
        assertThat(times().snap(-50, 240)).isZero();
    }
}
