package studio.tutti.core.editing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Controllers;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.music.Ticks;

/** What hands do with the controllers of a content: a value holds from its point on until the next. */
public final class ControlGestures {

    /** Ticks between the points of a drawn line: a 64th. */
    static final int STEP = Ticks.PER_QUARTER / 16;

    private static final int FIRST_SWITCH = 64;
    private static final int LAST_SWITCH = 69;

    private final IdSequence ids;

    public ControlGestures(IdSequence ids) {
        this.ids = ids;
    }

    /** The largest value of a controller, see {@link Controllers}; the smallest is 0. */
    public static int most(int controller) {
        return controller == Controllers.PITCH_BEND ? 16_383 : 127;
    }

    /** Whether a controller is a pedal: up or down. */
    public static boolean isSwitch(int controller) {
        return controller >= FIRST_SWITCH && controller <= LAST_SWITCH;
    }

    /** Draws a line in place of what was there from its first point to its last, with a point wherever the value changes. */
    public Gesture draw(Element content, int controller, Path path) {
        requireContent(content);
        Draft draft = new Draft(ids);
        for (Element point : content.children(Kind.CONTROL)) {
            if (point.integer(Property.CONTROLLER) == controller && path.covers(point.start())) {
                draft.remove(point);
            }
        }
        long before = -1;
        long last = Math.min(Ticks.LAST, path.last());
        for (long tick = Math.max(0, path.first()); tick <= last; tick = tick < last ? Math.min(last, (tick / STEP + 1) * STEP) : last + 1) {
            long value = fitting(controller, path.at(tick));
            if (value != before) {
                add(draft, content, controller, tick, value);
                before = value;
            }
        }
        return draft.as(Labels.CONTROLS_DRAW);
    }

    /** Sets a controller from a tick on: changes the point that is there, or makes one. */
    public Gesture put(Element content, int controller, long tick, int value) {
        requireContent(content);
        Draft draft = new Draft(ids);
        long at = Leeway.within(tick, 0, Ticks.LAST);
        Element there = at(content, controller, at);
        if (there == null) {
            draft.make(add(draft, content, controller, at, fitting(controller, value)));
        } else {
            draft.set(there, Property.AMOUNT, fitting(controller, value));
        }
        return draft.as(Labels.CONTROLS_DRAW);
    }

    /** Moves points in time and value, all by the same; a point where one arrives gives way. */
    public Gesture move(List<Element> points, long ticks, int by) {
        List<Element> chosen = Chosen.of(Kind.CONTROL, points);
        Leeway time = new Leeway();
        Leeway value = new Leeway();
        for (Element point : chosen) {
            time.keep(point.start(), 0, Ticks.LAST);
            value.keep(point.number(Property.AMOUNT), 0, most(point.integer(Property.CONTROLLER)));
        }
        long later = time.clamp(ticks);
        long higher = value.clamp(by);
        Set<Element> standing = new HashSet<>(chosen);
        Draft draft = new Draft(ids);
        for (Element point : chosen) {
            Element content = point.parent();
            Element there = later == 0 || content == null
                    ? null
                    : at(content, point.integer(Property.CONTROLLER), point.start() + later);
            if (there != null && standing.add(there)) {
                draft.remove(there);
            }
            draft.set(point, Property.START, point.start() + later);
            draft.set(point, Property.AMOUNT,
                    fitting(point.integer(Property.CONTROLLER), point.number(Property.AMOUNT) + higher));
        }
        return draft.as(Labels.CONTROLS_MOVE);
    }

    /** Removes points. */
    public Gesture remove(List<Element> points) {
        Draft draft = new Draft(ids);
        Chosen.of(Kind.CONTROL, points).forEach(draft::remove);
        return draft.as(Labels.CONTROLS_REMOVE);
    }

    static Draft.New add(Draft draft, Element content, int controller, long tick, long value) {
        return draft.add(Kind.CONTROL, content.id())
                .with(Property.START, tick)
                .with(Property.CONTROLLER, (long) controller)
                .with(Property.AMOUNT, value);
    }

    private static long fitting(int controller, long value) {
        int most = most(controller);
        return isSwitch(controller) ? value >= FIRST_SWITCH ? most : 0 : Leeway.within(value, 0, most);
    }

    /** The point of a controller at a tick; of several the one with the last id, which holds. */
    private static @Nullable Element at(Element content, int controller, long tick) {
        Element found = null;
        for (Element point : content.children(Kind.CONTROL)) {
            if (point.start() == tick && point.integer(Property.CONTROLLER) == controller
                    && (found == null || found.id().compareTo(point.id()) < 0)) {
                found = point;
            }
        }
        return found;
    }

    private static void requireContent(Element content) {
        if (content.kind() != Kind.CONTENT || !content.isAlive()) {
            throw new EditRefused("There is nothing here any more that could hold a controller.");
        }
    }
}
