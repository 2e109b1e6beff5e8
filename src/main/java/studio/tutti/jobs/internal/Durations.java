package studio.tutti.jobs.internal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long work takes on this node, learned from what it has done: for each kind and shape a line through the latest jobs, size against time, with the
 * slope that is the median of those between all pairs (Theil 1950, Sen 1968), so that a few that were held up don't count.
 */
final class Durations {

    /** Few, since a node that has just started gets faster, and a busy one slower. */
    private static final int KEPT = 8;

    /** A job that was done. */
    private record Past(double size, double millis) {}

    private final Map<String, Deque<Past>> past = new ConcurrentHashMap<>();

    /**
     * Learns from a job that is done.
     *
     * @param size in units of its kind, above 0
     * @param millis from its beginning to its end
     */
    void learn(String kind, String shape, double size, long millis) {
        past.compute(key(kind, shape), (key, before) -> {
            Deque<Past> kept = before == null ? new ArrayDeque<>() : new ArrayDeque<>(before);
            if (kept.size() == KEPT) {
                kept.removeFirst();
            }
            kept.addLast(new Past(size, millis));
            return kept;
        });
    }

    /** How long a job of a size is expected to take; empty if none of its kind and shape was done here. */
    Optional<Duration> expect(String kind, String shape, double size) {
        Deque<Past> known = past.get(key(kind, shape));
        return known == null ? Optional.empty() : Optional.of(Duration.ofMillis(Math.round(on(known.toArray(Past[]::new), size))));
    }

    private static String key(String kind, String shape) {
        return kind + " " + shape;
    }

    private static double on(Past[] known, double size) {
        double[] slopes = new double[known.length * (known.length - 1) / 2];
        int count = 0;
        for (int i = 0; i < known.length; i++) {
            for (int j = 0; j < i; j++) {
                double way = known[i].size - known[j].size;
                // jobs of nearly one size tell nothing of how time grows
                if (Math.abs(way) > 0.05 * known[i].size) {
                    slopes[count++] = (known[i].millis - known[j].millis) / way;
                }
            }
        }
        double rate = median(Arrays.stream(known).mapToDouble(each -> each.millis / each.size).toArray());
        double slope = count == 0 ? rate : Math.clamp(median(Arrays.copyOf(slopes, count)), 0, rate);
        double rest = median(Arrays.stream(known).mapToDouble(each -> each.millis - slope * each.size).toArray());
        return Math.max(0, rest + slope * size);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int half = values.length / 2;
        return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    }
}
