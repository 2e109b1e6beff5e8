package studio.tutti.assistant.flowmachines.internal;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Whether somebody has called off the work; asked at every place of a trellis. */
public record Cancellation(BooleanSupplier called) {

    /** Nobody ever does. */
    public static final Cancellation NEVER = new Cancellation(() -> false);

    /** The work that a model is learned for, while it is learned: whoever waits for a style may leave, too. */
    static final ScopedValue<Cancellation> LEARNING = ScopedValue.newInstance();

    /** Asks whether the work that something is learned for was called off. */
    static void checkLearning() {
        if (LEARNING.isBound()) {
            LEARNING.get().check();
        }
    }

    /** @throws CancellationException if it was called off */
    public void check() {
        if (called.getAsBoolean()) {
            throw new CancellationException("The work was called off.");
        }
    }
}
