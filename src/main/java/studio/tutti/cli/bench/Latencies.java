package studio.tutti.cli.bench;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** Durations measured by many threads; the first {@value #MOST} are kept. */
final class Latencies {

    private static final int MOST = 4_000_000;

    private final long[] nanos = new long[MOST];
    private final AtomicInteger count = new AtomicInteger();

    void add(long duration) {
        int place = count.getAndIncrement();
        if (place < MOST) {
            nanos[place] = duration;
        }
    }

    void clear() {
        count.set(0);
    }

    int count() {
        return Math.min(count.get(), MOST);
    }

    /**
     * The duration that a share of all does not exceed, in milliseconds to a hundredth.
     *
     * @param share 0 to 1
     */
    double millis(double share) {
        int size = count();
        if (size == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        int place = (int) Math.ceil(share * size) - 1;
        return Math.round(sorted[Math.clamp(place, 0, size - 1)] / 10_000.0) / 100.0;
    }
}
