package studio.tutti.cli.evaluate;

import org.jspecify.annotations.Nullable;

/**
 * One figure and the bounds it must keep.
 *
 * @param name what is measured
 * @param value the figure
 * @param low the least that passes
 * @param high the most that passes
 * @param baseline what the figure is compared with, if there is such a thing
 * @param n how many songs or sounds were measured
 */
record Gate(String name, double value, double low, double high, @Nullable Double baseline, int n) {

    boolean pass() {
        return value >= low && value <= high;
    }

    String json() {
        return "{\"name\": \"%s\", \"value\": %s, \"low\": %s, \"high\": %s, \"baseline\": %s, \"n\": %d, \"pass\": %s}"
                .formatted(name, value, low, high, baseline, n, pass());
    }

    String line() {
        return "%s %s: %s, between %s and %s (n = %d)".formatted(pass() ? "pass" : "FAIL", name, value, low, high, n);
    }
}
