package studio.tutti.core.editing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;

/** A lane of automation in a new order of time: each stretch keeps its curve, with a point more where it was cut. */
final class SplicedLane {

    private static final long LINE = 0;
    private static final long STEP = 1;

    private final Draft draft;
    private final Splice splice;
    private final Element lane;
    private final List<Element> points;
    /** The first point in the new order so far, and its level. */
    private long earliest = Long.MAX_VALUE;
    private double first;

    SplicedLane(Draft draft, Splice splice, Element lane) {
        this.draft = draft;
        this.splice = splice;
        this.lane = lane;
        points = Elements.sorted(lane.children(Kind.POINT));
    }

    void run() {
        if (points.isEmpty()) {
            return;
        }
        List<Splice.Stretch> stretches = splice.stretches();
        for (int index = 0; index < stretches.size(); index++) {
            Splice.Stretch stretch = stretches.get(index);
            Splice.Stretch before = index == 0 ? null : stretches.get(index - 1);
            boolean goesOn = before == null
                    ? stretch.from() == 0 && stretch.at() == 0
                    : before.to() == stretch.from() && before.end() == stretch.at();
            if (!goesOn) {
                join(before, stretch, hasMore(index));
            }
            if (stretch.copy()) {
                for (Element point : points) {
                    if (stretch.holds(point.start())) {
                        draft.copy(point, lane.id()).with(Property.START, point.start() + stretch.shift());
                        lies(point.start() + stretch.shift(), (Double) point.get(Property.LEVEL));
                    }
                }
            }
        }
        for (Element point : points) {
            long tick = splice.moment(point.start());
            if (tick < 0) {
                draft.remove(point);
            } else {
                draft.set(point, Property.START, tick);
                lies(tick, (Double) point.get(Property.LEVEL));
            }
        }
        // Before its first point a lane holds that point's level: where another one is first now, the old level is said.
        Splice.Stretch beginning = stretches.getFirst();
        if (earliest > beginning.at() && first != level(beginning.from())) {
            add(beginning.at(), level(beginning.from()), STEP);
        }
    }

    private void lies(long tick, double level) {
        if (tick < earliest) {
            earliest = tick;
            first = level;
        }
    }

    /** Ends the curve of one stretch and begins that of the next where they meet and didn't before. */
    private void join(Splice.@Nullable Stretch before, Splice.Stretch stretch, boolean more) {
        boolean onTheWay = isOnTheWay(stretch.from());
        double level = level(stretch.from());
        double held = level(before == null ? 0 : before.to() - 1);
        boolean says = after(stretch.from()) > 0 && points.get(after(stretch.from()) - 1).start() == stretch.from();
        if (before != null && leads(before.to() - 1) && (more || isOnTheWay(before.to() - 1) || onTheWay || level != held)) {
            add(before.end() - 1, held, STEP);
        }
        if (!says && (onTheWay || level != held)) {
            add(stretch.at(), level, onTheWay ? LINE : STEP);
        }
    }

    /** Whether there are points in a stretch or in one after it. */
    private boolean hasMore(int index) {
        return splice.stretches().subList(index, splice.stretches().size()).stream()
                .anyMatch(stretch -> points.stream().anyMatch(point -> stretch.holds(point.start())));
    }

    /** Whether the curve at a tick would lead to whatever point comes next. */
    private boolean leads(long tick) {
        int next = after(tick);
        return next > 0 && points.get(next - 1).number(Property.CURVE) == LINE;
    }

    private void add(long tick, double level, long curve) {
        lies(tick, level);
        draft.add(Kind.POINT, lane.id())
                .with(Property.START, tick)
                .with(Property.LEVEL, level)
                .with(Property.CURVE, curve);
    }

    /** How many points lie at or before a tick. */
    private int after(long tick) {
        int count = 0;
        while (count < points.size() && points.get(count).start() <= tick) {
            count++;
        }
        return count;
    }

    /** Whether a line leads from a tick to a later point. */
    private boolean isOnTheWay(long tick) {
        int next = after(tick);
        return next > 0 && next < points.size() && points.get(next - 1).number(Property.CURVE) == LINE;
    }

    private double level(long tick) {
        int next = after(tick);
        Element left = points.get(Math.max(0, next - 1));
        double from = (Double) left.get(Property.LEVEL);
        if (!isOnTheWay(tick)) {
            return from;
        }
        Element right = points.get(next);
        double way = (double) (tick - left.start()) / (right.start() - left.start());
        return from + way * ((Double) right.get(Property.LEVEL) - from);
    }
}
