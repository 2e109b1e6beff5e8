package studio.tutti.core.editing;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.core.arrangement.Element;

/**
 * Stretches of a song that do not touch one another.
 *
 * @param all first tick and the tick after the last, in order
 */
record Stretches(List<long[]> all) {

    Stretches {
        all = List.copyOf(all);
    }

    /** The ticks that some elements last, by start. */
    static Stretches of(List<Element> sorted) {
        List<long[]> all = new ArrayList<>();
        for (Element element : sorted) {
            if (!all.isEmpty() && element.start() <= all.getLast()[1]) {
                all.getLast()[1] = Math.max(all.getLast()[1], element.end());
            } else if (element.length() > 0) {
                all.add(new long[] {element.start(), element.end()});
            }
        }
        return new Stretches(all);
    }

    /** Whether one of them holds everything from one tick to another. */
    boolean hold(long from, long to) {
        return all.stream().anyMatch(each -> each[0] <= from && to <= each[1]);
    }

    boolean touch(long from, long to) {
        return all.stream().anyMatch(each -> each[0] < to && from < each[1]);
    }

    /** The borders that lie within something, its own first and last. */
    List<Long> cuts(long from, long to) {
        List<Long> cuts = new ArrayList<>(List.of(from));
        for (long[] each : all) {
            for (long border : each) {
                if (border > cuts.getLast() && border < to) {
                    cuts.add(border);
                }
            }
        }
        cuts.add(to);
        return cuts;
    }
}
