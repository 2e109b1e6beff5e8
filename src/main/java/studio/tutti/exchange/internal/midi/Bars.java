package studio.tutti.exchange.internal.midi;

import java.util.Map;
import java.util.TreeMap;
import studio.tutti.core.music.MetreMap;

/** The bar lines of a file that is being read. */
final class Bars {

    private final MetreMap metre;

    /** @param metres by the tick where they begin; 4/4 before the first */
    Bars(Map<Long, Conductor.Metre> metres) {
        TreeMap<Long, Conductor.Metre> all = new TreeMap<>(metres);
        all.putIfAbsent(0L, new Conductor.Metre(4, 2));
        metre = new MetreMap(
                all.keySet().stream().mapToLong(Long::longValue).toArray(),
                all.values().stream().mapToInt(Conductor.Metre::numerator).toArray(),
                all.values().stream().mapToInt(Conductor.Metre::denominator).toArray());
    }

    /** The last bar line that is not after a tick. */
    long floor(long tick) {
        return metre.barStart(metre.bar(tick));
    }

    /** The first bar line that is not before a tick. */
    long ceiling(long tick) {
        long floor = floor(tick);
        return floor == tick ? tick : metre.barStart(metre.bar(tick) + 1);
    }

    boolean isLine(long tick) {
        return floor(tick) == tick;
    }
}
