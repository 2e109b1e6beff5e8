package studio.tutti.core.arrangement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An id")
class IdTest {

    @Test
    @DisplayName("is read from what it writes")
    void text() {
        for (Id id : new Id[] {Id.NONE, new Id(-1, 1), new Id(0x0123456789ABCDEFL, Long.MIN_VALUE)}) {
            assertThat(Id.parse(id.toString())).isEqualTo(id);
        }
        assertThat(new Id(0x0123456789ABCDEFL, 255)).hasToString("0123456789abcdef00000000000000ff");
    }

    @Test
    @DisplayName("is not read from anything else")
    void otherTexts() {
        for (String text : new String[] {"", "0", "0123456789ABCDEF0123456789ABCDEF", "g".repeat(32), "0".repeat(33)}) {
            assertThatIllegalArgumentException().isThrownBy(() -> Id.parse(text));
        }
    }

    @Test
    @DisplayName("is ordered as its text")
    void order() {
        Id[] ids = {new Id(-1, 0), new Id(1, -1), new Id(1, 2), Id.NONE, new Id(Long.MIN_VALUE, 3)};
        for (Id one : ids) {
            for (Id other : ids) {
                assertThat(Integer.signum(one.compareTo(other)))
                        .isEqualTo(Integer.signum(one.toString().compareTo(other.toString())));
            }
        }
    }

    @Test
    @DisplayName("of a sequence is never the id of nothing, even when counting wraps")
    void sequence() {
        IdSequence ids = new IdSequence(0, -2);
        assertThat(ids.next()).isEqualTo(new Id(0, -1));
        assertThat(ids.next()).isEqualTo(new Id(0, 1));
    }
}
