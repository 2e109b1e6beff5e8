package studio.tutti.core.editing;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.music.Ticks;

/**
 * A new order of a song's time: stretches of the old one after another, with gaps where something is to come.
 *
 * @param stretches in their new order; every old tick lies in at most one that is not a copy
 */
record Splice(List<Stretch> stretches) {

    /** Beyond the last tick: where the last stretch ends. */
    static final long OPEN = Long.MAX_VALUE / 4;

    /**
     * Old ticks that stay together.
     *
     * @param from the first old tick
     * @param to the old tick after the last, or {@link #OPEN}
     * @param at where the first of them comes to lie
     * @param copy whether they are laid there once more
     */
    record Stretch(long from, long to, long at, boolean copy) {

        boolean holds(long tick) {
            return tick >= from && tick < to;
        }

        long shift() {
            return at - from;
        }

        /** Where something of a length comes to lie. */
        long moved(long tick, long length) {
            if (shift() > 0 && tick + shift() + length > Ticks.LAST) {
                throw new EditRefused("The song would grow longer than a song can be.");
            }
            return tick + shift();
        }

        /** The tick after the last, in the new order. */
        long end() {
            return at + to - from;
        }
    }

    Splice {
        stretches = List.copyOf(stretches);
    }

    /** Makes room. */
    static Splice insert(long at, long length) {
        return new Splice(List.of()).then(0, at, 0).then(at, OPEN, at + length);
    }

    /** Cuts a stretch out. */
    static Splice delete(long from, long to) {
        return new Splice(List.of()).then(0, from, 0).then(to, OPEN, from);
    }

    /** Takes a stretch out and puts it in before a tick that lies outside of it. */
    static Splice move(long from, long to, long before) {
        return before <= from
                ? new Splice(List.of()).then(0, before, 0).then(from, to, before)
                        .then(before, from, before + to - from).then(to, OPEN, to)
                : new Splice(List.of()).then(0, from, 0).then(to, before, from)
                        .then(from, to, from + before - to).then(before, OPEN, before);
    }

    /** Puts a stretch in once more before a tick. */
    static Splice copy(long from, long to, long before) {
        List<Stretch> stretches = new ArrayList<>(new Splice(List.of()).then(0, before, 0).stretches);
        stretches.add(new Stretch(from, to, before, true));
        return new Splice(stretches).then(before, OPEN, before + to - from);
    }

    private Splice then(long from, long to, long at) {
        if (from >= to) {
            return this;
        }
        List<Stretch> more = new ArrayList<>(stretches);
        more.add(new Stretch(from, to, at, false));
        return new Splice(more);
    }

    /**
     * What becomes of something that lasts.
     *
     * @param old its first tick before
     * @param start its first tick now
     * @param length in ticks
     * @param copy whether it is there once more
     */
    record Part(long old, long start, long length, boolean copy) {}

    /**
     * The parts that something from one old tick to another is cut into, in their new order.
     *
     * @param bridges whether it goes on over what was put in or taken out in its middle, as a section does and a clip doesn't
     */
    List<Part> parts(long start, long end, boolean bridges) {
        List<Part> parts = new ArrayList<>();
        long reached = -1;
        for (int index = 0; index < stretches.size(); index++) {
            Stretch stretch = stretches.get(index);
            long from = Math.max(start, stretch.from);
            long to = Math.min(end, stretch.to);
            if (from >= to) {
                continue;
            }
            Part part = new Part(from, stretch.moved(from, to - from), to - from, stretch.copy);
            Part before = parts.isEmpty() ? null : parts.getLast();
            if (before != null && !before.copy && !part.copy && goesOn(before, part, bridges && from == stretch.from && reached == stretches.get(index - 1).to)) {
                parts.set(parts.size() - 1, new Part(before.old, before.start, part.start + part.length - before.start, false));
            } else {
                parts.add(part);
            }
            reached = to;
        }
        return parts;
    }

    private static boolean goesOn(Part before, Part part, boolean bridges) {
        boolean seamless = before.old + before.length == part.old && before.start + before.length == part.start;
        return seamless || bridges && before.old < part.old;
    }

    /** Where a moment comes to lie; −1 if nowhere. */
    long moment(long tick) {
        for (Stretch stretch : stretches) {
            if (!stretch.copy && stretch.holds(tick)) {
                return stretch.moved(tick, 0);
            }
        }
        return -1;
    }

    /** The new tick where the first stretch ends: of a cut, where the two sides meet. */
    long seam() {
        Stretch first = stretches.getFirst();
        return first.from == 0 && first.to != OPEN ? first.end() : first.at;
    }
}
