package studio.tutti.assistant.flowmachines.internal;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Whether somebody has called off the work; asked at every place of a trellis. */
public record Cancellation(BooleanSupplier called) {

    /** Nobody ever does. */
    public static final Cancellation NEVER = new Cancellation(() -> false);

    /** @throws CancellationException if it was called off */
    public void check() {
        if (called.getAsBoolean()) {
            throw new CancellationException("The work was called off.");
        }
    }
}
