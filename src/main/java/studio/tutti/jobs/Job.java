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
 * @param expected how many milliseconds the present attempt is expected to take, learned from others like it; −1 while that isn't known
 */
public record Job(UUID id, String kind, Id song, Id person, String inputs, State state, int attempt, String worker, double share,
        @Nullable String result, @Nullable String error, Instant made, @Nullable Instant started, @Nullable Instant ended,
        long expected) {

    /** The share from which on it tells something. */
    private static final double LEAST = 0.02;
    private static final double LEAST_LEFT = 0.1;

    /** The same with another share done and another time expected, as its worker knows them before the store does. */
    public Job at(double share, long expected) {
        return new Job(id, kind, song, person, inputs, state, attempt, worker, share, result, error, made, started, ended, expected);
    }

    /**
     * How long it will still run: at first what is expected of others like it, more and more how it went so far. Empty while that can't be told.
     *
     * @param now by the same clock as {@link #started}
     */
    public Optional<Duration> remaining(Instant now) {
        if (state != State.RUNNING || started == null || expected < 0 && share < LEAST) {
            return Optional.empty();
        }
        double passed = Math.max(0, Duration.between(started, now).toMillis());
        double asItWent = share < LEAST ? expected : passed / share;
        double trust = expected < 0 ? 1 : share;
        double whole = trust * asItWent + (1 - trust) * expected;
        // what was expected may be over, and it still goes on
        double least = LEAST_LEFT * (1 - share) * whole;
        return Optional.of(Duration.ofMillis(Math.round(Math.max(least, whole - passed))));
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
