package studio.tutti.core.arrangement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.trial.Dice;

@DisplayName("A fractional index")
class FractionalIndexTest {

    @Test
    @DisplayName("lies between its two neighbours, wherever one inserts, ten thousand times at random")
    void between() {
        Dice dice = new Dice(3);
        List<String> order = new ArrayList<>(List.of(FractionalIndex.between("", "")));
        for (int i = 0; i < 10_000; i++) {
            int place = dice.below(order.size() + 1);
            String before = place == 0 ? "" : order.get(place - 1);
            String after = place == order.size() ? "" : order.get(place);
            String text = FractionalIndex.between(before, after);
            assertThat(text).isGreaterThan(before).doesNotEndWith("0");
            if (!after.isEmpty()) {
                assertThat(text).isLessThan(after);
            }
            order.add(place, text);
        }
        assertThat(order).isSorted().doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("stays short when one appends five hundred times")
    void appending() {
        String last = "";
        for (int i = 0; i < 512; i++) {
            String next = FractionalIndex.between(last, "");
            assertThat(next).isGreaterThan(last);
            last = next;
        }
        assertThat(last.length()).isLessThan(20);
    }

    @Test
    @DisplayName("fits its property after five hundred insertions at the same place, from either side")
    void insertingAtOnePlace() {
        String low = FractionalIndex.between("", "");
        String high = FractionalIndex.between(low, "");
        String fromAbove = high;
        String fromBelow = low;
        for (int i = 0; i < 500; i++) {
            fromAbove = FractionalIndex.between(low, fromAbove);
            fromBelow = FractionalIndex.between(fromBelow, high);
        }
        assertThat(Property.ORDER.type().fault(fromAbove)).isNull();
        assertThat(Property.ORDER.type().fault(fromBelow)).isNull();
    }

    @Test
    @DisplayName("just follows the lower neighbour if two people took the same place or the order is wrong")
    void wrongOrder() {
        assertThat(FractionalIndex.between("V", "V")).isGreaterThan("V");
        assertThat(FractionalIndex.between("V", "A")).isGreaterThan("V");
    }

    @Test
    @DisplayName("comes to an end whatever the texts are")
    void hostileTexts() {
        for (String before : List.of("", "0", "000", "zzz", "!!", "\uFFFF", "a b", "V0")) {
            for (String after : List.of("", "0", "000", "zzz", "!!", "\uFFFF", "V00", "V1")) {
                assertThat(FractionalIndex.between(before, after)).isNotEmpty();
            }
        }
    }
}
