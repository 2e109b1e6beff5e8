package studio.tutti.assistant.flowmachines.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * Spans that stand already, and what each of them is.
 *
 * @param spans in order, not overlapping
 * @param things for each span what sounds: a chord's place in a list, or a pitch; −1 for rests
 */
record Pins<T>(List<Span> spans, List<T> things) {

    static <T> Pins<T> none() {
        return new Pins<>(List.of(), List.of());
    }

    boolean isEmpty() {
        return spans.isEmpty();
    }

    /** 1 where a symbol of a rhythm leaves what stands as it is, otherwise 0. */
    Field field(RhythmStyle style, int levels) {
        int[] next = new int[levels + 1];
        int pin = spans.size();
        for (int level = levels; level >= 0; level--) {
            while (pin > 0 && spans.get(pin - 1).end() > level) {
                pin--;
            }
            next[level] = pin;
        }
        int[] lengths = style.lengths();
        List<Beat> beats = style.beats();
        return (level, symbol) -> {
            if (next[level] == spans.size()) {
                return 1;
            }
            Span pinned = spans.get(next[level]);
            if (pinned.start() >= level + lengths[symbol]) {
                return 1;
            }
            return pinned.start() == level && pinned.length() == lengths[symbol] && pinned.rest() == beats.get(symbol).rest() ? 1 : 0;
        };
    }

    /** What stands at a span; null if nothing does. */
    @org.jspecify.annotations.Nullable T at(Span span) {
        for (int i = 0; i < spans.size() && spans.get(i).start() <= span.start(); i++) {
            if (spans.get(i).equals(span)) {
                return things.get(i);
            }
        }
        return null;
    }

    /** Those that begin in some bars, seen from the first of them; cut where they leave the bars. */
    Pins<T> within(int from, int to) {
        List<Span> inside = new ArrayList<>();
        List<T> kept = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            int start = Math.max(from, spans.get(i).start());
            int end = Math.min(to, spans.get(i).end());
            if (start < end) {
                inside.add(new Span(start - from, end - start, spans.get(i).rest()));
                kept.add(things.get(i));
            }
        }
        return new Pins<>(inside, kept);
    }

    /** Both; null if they contradict one another. */
    @org.jspecify.annotations.Nullable Pins<T> and(Pins<T> other) {
        List<Span> all = new ArrayList<>();
        List<T> kept = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < spans.size() || j < other.spans.size()) {
            boolean own = j == other.spans.size() || i < spans.size() && spans.get(i).start() <= other.spans.get(j).start();
            Span span = own ? spans.get(i) : other.spans.get(j);
            T thing = own ? things.get(i++) : other.things.get(j++);
            if (!all.isEmpty() && all.getLast().end() > span.start()) {
                if (!all.getLast().equals(span) || !kept.getLast().equals(thing)) {
                    return null;
                }
                continue;
            }
            all.add(span);
            kept.add(thing);
        }
        return new Pins<>(all, kept);
    }
}
