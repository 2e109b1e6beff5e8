package studio.tutti.assistant.flowmachines.internal;

import java.util.function.DoubleUnaryOperator;

/**
 * How strongly something must be favoured, so that it comes as often as wanted on average. If each occurrence counts by a factor e^t, the
 * expected number of occurrences is the derivative of the log partition function by t, and grows with t.
 */
public final class Tilt {

    private static final double STEP = 0.02;
    private static final double FARTHEST = 9;
    private static final int HALVINGS = 14;

    private Tilt() {}

    /**
     * The t for a wanted number.
     *
     * @param logMass the log partition function by t
     */
    public static double of(double wanted, DoubleUnaryOperator logMass) {
        double low = -FARTHEST;
        double high = FARTHEST;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            double expected = (logMass.applyAsDouble(middle + STEP) - logMass.applyAsDouble(middle - STEP)) / (2 * STEP);
            if (expected < wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
