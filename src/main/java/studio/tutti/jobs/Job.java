package studio.tutti.jobs;

import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Id;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Some work as it stands.
 *
 * @param id its own
 * @param kind which {@link Work} does it
 * @param song the song it is for
 * @param person who asked
 * @param inputs what is to be done, as its kind writes it
 * @param state where it stands
 * @param attempt how many workers have taken it up; one whose node stopped in good order does not count
 * @param worker which node has it, empty while none has
 * @param share how much is done, 0 to 1
 * @param result what came out, as its kind writes it; null before it is done
 * @param error why it failed, a sentence; null unless it did
 * @param made when it was asked for
 * @param started when the present attempt began; null before
 * @param ended when it was done, failed or was called off; null before
 */
public record Job(UUID id, String kind, Id song, Id person, String inputs, State state, int attempt, String worker, double share,
        @Nullable String result, @Nullable String error, Instant made, @Nullable Instant started, @Nullable Instant ended) {

    /**
     * How long it will still run if it goes on as it went so far; empty while that can't be told.
     *
     * @param now by the same clock as {@link #started}
     */
    public Optional<Duration> remaining(Instant now) {
        if (state != State.RUNNING || started == null || share < 0.02) {
            return Optional.empty();
        }
        double passed = Math.max(0, Duration.between(started, now).toMillis());
        return Optional.of(Duration.ofMillis(Math.round(passed * (1 - share) / share)));
    }

    /** Where a job stands. */
    public enum State {
        /** No worker has it yet, or its worker has given it back. */
        WAITING,
        /** A worker has it. */
        RUNNING,
        /** It has a result. */
        DONE,
        /** It has a reason why not. */
        FAILED,
        /** Whoever asked, or somebody else in the song, didn't want it any more. */
        CANCELLED;

        /** Whether it will not change again. */
        public boolean isOver() {
            return this == DONE || this == FAILED || this == CANCELLED;
        }
    }
}
