package studio.tutti.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.arrangement.Id;

@DisplayName("What a job has left")
class JobRemainingTest {

    private static final Instant BEGUN = Instant.ofEpochSecond(1_000);

    private static Optional<Duration> left(Job.State state, long passed, double share, long expected) {
        return new Job(new UUID(1, 1), "bounce", Id.NONE, Id.NONE, "", state, 1, "node", share, null, null, BEGUN, BEGUN, null, expected)
                .remaining(BEGUN.plusMillis(passed));
    }

    private static long left(long passed, double share, long expected) {
        return left(Job.State.RUNNING, passed, share, expected).orElseThrow().toMillis();
    }

    @Test
    @DisplayName("is told from its pace where nothing is known of others, and not before that tells something")
    void pace() {
        assertThat(left(Job.State.RUNNING, 5_000, 0.01, -1)).isEmpty();
        assertThat(left(Job.State.WAITING, 0, 0, 10_000)).isEmpty();
        assertThat(left(5_000, 0.25, -1)).isEqualTo(15_000);
    }

    @Test
    @DisplayName("is at first what others like it took, then more and more what its own pace says")
    void expected() {
        assertThat(left(0, 0, 10_000)).isEqualTo(10_000);
        assertThat(left(3_000, 0, 10_000)).isEqualTo(7_000);
        assertThat(left(8_000, 0.5, 10_000)).isEqualTo(5_000);
        assertThat(left(18_000, 0.9, 10_000)).isEqualTo(1_000);
    }

    @Test
    @DisplayName("is never nothing while it goes on, however late it is")
    void late() {
        assertThat(left(60_000, 0, 10_000)).isEqualTo(1_000);
        assertThat(left(10_000, 1, 10_000)).isZero();
    }
}
