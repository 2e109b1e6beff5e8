package studio.tutti.core.editing;

import java.util.Arrays;

/** A line drawn over time through points, of whose times each may come once. Before its first point it is not, nor after its last. */
public final class Path {

    private final long[] ticks;
    private final int[] values;

    /**
     * @param ticks of the points, strictly rising, at least one
     * @param values at those points, as many
     */
    public Path(long[] ticks, int[] values) {
        if (ticks.length == 0 || ticks.length != values.length) {
            throw new IllegalArgumentException("A path has points, and a value for each.");
        }
        for (int i = 1; i < ticks.length; i++) {
            if (ticks[i] <= ticks[i - 1]) {
                throw new IllegalArgumentException("The points of a path come one after another.");
            }
        }
        this.ticks = ticks.clone();
        this.values = values.clone();
    }

    long first() {
        return ticks[0];
    }

    long last() {
        return ticks[ticks.length - 1];
    }

    boolean covers(long tick) {
        return tick >= first() && tick <= last();
    }

    /** The value at a tick that it covers, in a straight line between points. */
    long at(long tick) {
        int found = Arrays.binarySearch(ticks, tick);
        if (found >= 0) {
            return values[found];
        }
        int next = -found - 1;
        double share = (double) (tick - ticks[next - 1]) / (ticks[next] - ticks[next - 1]);
        return Math.round(values[next - 1] + share * (values[next] - values[next - 1]));
    }
}
