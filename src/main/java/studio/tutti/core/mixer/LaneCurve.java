package studio.tutti.core.mixer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;

/**
 * The course of a lane over time: from point to point in a line or a step, in the parameter's own unit; before its first point
 * at that one's level, after its last at the last one's.
 */
public final class LaneCurve {

    private final List<Element> points;

    /** @param lane null for one without points */
    public LaneCurve(@Nullable Element lane) {
        points = lane == null ? List.of() : Elements.sorted(lane.children(Kind.POINT));
    }

    /** Its points by time; of those at one tick the last id last, which holds. */
    public List<Element> points() {
        return points;
    }

    public boolean isEmpty() {
        return points.isEmpty();
    }

    /** The last point at a tick, or null. */
    public @Nullable Element at(long tick) {
        int next = after(tick);
        return next > 0 && points.get(next - 1).start() == tick ? points.get(next - 1) : null;
    }

    /** The last point at a tick or before it, or null. */
    public @Nullable Element before(long tick) {
        int next = after(tick);
        return next == 0 ? null : points.get(next - 1);
    }

    /** The level at a tick; the lane must not be empty. */
    public double level(long tick) {
        int next = after(tick);
        Element left = points.get(Math.max(0, next - 1));
        if (next == 0 || next == points.size() || isStep(left)) {
            return level(left);
        }
        Element right = points.get(next);
        return level(left)
                + (level(right) - level(left)) * ((double) (tick - left.start()) / (right.start() - left.start()));
    }

    public static double level(Element point) {
        return (Double) point.get(Property.LEVEL);
    }

    /** Whether a point holds until the next one. */
    public static boolean isStep(Element point) {
        return point.flag(Property.CURVE);
    }

    /** How many points lie at or before a tick. */
    private int after(long tick) {
        int low = 0;
        int high = points.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (points.get(middle).start() <= tick) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
