package studio.tutti.jobs.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("How long work takes is learned")
class DurationsTest {

    private final Durations durations = new Durations();

    private double expected(double size) {
        return durations.expect("bounce", "wav", size).orElseThrow().toMillis();
    }

    @Test
    @DisplayName("from jobs of one kind and shape only; before the first nothing is expected")
    void apart() {
        assertThat(durations.expect("bounce", "wav", 10)).isEmpty();
        durations.learn("bounce", "wav", 10, 1_000);
        assertThat(durations.expect("bounce", "flac", 10)).isEmpty();
        assertThat(durations.expect("share", "wav", 10)).isEmpty();
        assertThat(expected(20)).isEqualTo(2_000);
    }

    @Test
    @DisplayName("with what every job takes beside what grows with its size")
    void line() {
        for (int size = 10; size <= 100; size += 10) {
            durations.learn("bounce", "wav", size, 500 + 20L * size);
        }
        assertThat(expected(300)).isCloseTo(6_500, within(1.0));
        assertThat(expected(1)).isCloseTo(520, within(1.0));
    }

    @Test
    @DisplayName("though a few were held up, and the latest count when the machine is another")
    void heldUp() {
        for (int size = 10; size <= 100; size += 10) {
            durations.learn("bounce", "wav", size, size == 50 || size == 80 ? 60_000 : 20L * size);
        }
        assertThat(expected(200)).isCloseTo(4_000, within(200.0));
        for (int size = 10; size <= 200; size += 10) {
            durations.learn("bounce", "wav", size, 40L * size);
        }
        assertThat(expected(200)).isCloseTo(8_000, within(1.0));
    }
}
