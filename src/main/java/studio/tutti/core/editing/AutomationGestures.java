package studio.tutti.core.editing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.effect.Taper;
import studio.tutti.core.mixer.LaneCurve;
import studio.tutti.core.mixer.Target;
import studio.tutti.core.mixer.Targets;
import studio.tutti.core.music.Ticks;

/**
 * What hands do with automation: each target has one lane, made with its first point. Levels are in the parameter's unit and held
 * in its range. What is drawn or recorded replaces what was there from its first tick to its last; the course beside it stays.
 */
public final class AutomationGestures {

    private static final long LINE = 0;
    private static final long STEP = 1;

    private final IdSequence ids;

    public AutomationGestures(IdSequence ids) {
        this.ids = ids;
    }

    /**
     * What a hand moved while it was recorded.
     *
     * @param owner what the target belongs to, see {@link Targets}
     * @param target its name
     */
    public record Pass(Element owner, String target, AutomationStroke stroke) {}

    /**
     * Sets a level from a tick on: changes the point that is there, or makes one.
     *
     * @return made: the point
     */
    public Gesture put(Element owner, String name, long tick, double level, boolean step) {
        Target target = require(owner, name);
        Draft draft = new Draft(ids);
        long at = Leeway.within(tick, 0, Ticks.LAST);
        Element lane = Targets.lane(owner, name);
        Element there = new LaneCurve(lane).at(at);
        if (there != null) {
            draft.change(there);
            draft.set(there, Property.LEVEL, (Object) held(target, level));
            draft.set(there, Property.CURVE, curve(target, step));
        } else {
            draft.make(point(draft, lane(draft, target, lane), at, held(target, level), curve(target, step)));
        }
        return draft.as(Labels.AUTOMATION_DRAW);
    }

    /** Draws a stroke, with as few points as it needs. */
    public Gesture draw(Element owner, String name, AutomationStroke stroke) {
        Draft draft = new Draft(ids);
        Target target = require(owner, name);
        replace(draft, target, lane(draft, target, Targets.lane(owner, name)), stroke, false);
        return draft.as(Labels.AUTOMATION_DRAW);
    }

    /**
     * Writes what hands moved as one edit. What is gone meanwhile is left out; after each movement the lane goes on as before.
     *
     * @param passes those of one target one after the other in time, with two ticks between them at least
     */
    public Gesture record(List<Pass> passes) {
        Draft draft = new Draft(ids);
        Map<Target, Id> lanes = new HashMap<>();
        for (Pass pass : passes) {
            Target target = pass.owner().isAlive() ? Targets.of(pass.owner(), pass.target()) : null;
            if (target != null) {
                Id lane = lanes.computeIfAbsent(target, each ->
                        lane(draft, each, Targets.lane(each.owner(), each.name())));
                replace(draft, target, lane, pass.stroke(), true);
            }
        }
        return draft.as(Labels.AUTOMATION_RECORD);
    }

    /**
     * Moves points in time, all by the same, and gives each a level; a point where one arrives gives way.
     *
     * @param levels one for each point
     */
    public Gesture move(List<Element> points, long ticks, double[] levels) {
        Leeway time = new Leeway();
        for (Element point : points) {
            time.keep(point.start(), 0, Ticks.LAST);
        }
        long later = time.clamp(ticks);
        Draft draft = new Draft(ids);
        Set<Element> standing = new HashSet<>(points);
        for (int i = 0; i < points.size(); i++) {
            Element point = points.get(i);
            Element lane = point.parent();
            Target target = point.kind() == Kind.POINT && point.isAlive() && lane != null ? target(lane) : null;
            if (target == null || lane == null) {
                continue;
            }
            Element there = later == 0 ? null : new LaneCurve(lane).at(point.start() + later);
            if (there != null && standing.add(there)) {
                draft.remove(there);
            }
            draft.set(point, Property.START, point.start() + later);
            draft.set(point, Property.LEVEL, (Object) held(target, levels[i]));
        }
        return draft.as(Labels.AUTOMATION_MOVE);
    }

    /** Lets points hold until the next, or lead to it in a line. */
    public Gesture curve(List<Element> points, boolean step) {
        Draft draft = new Draft(ids);
        for (Element point : Chosen.of(Kind.POINT, points)) {
            draft.set(point, Property.CURVE, step ? STEP : LINE);
        }
        return draft.as(Labels.AUTOMATION_CURVE);
    }

    /** Removes points. */
    public Gesture remove(List<Element> points) {
        Draft draft = new Draft(ids);
        Chosen.of(Kind.POINT, points).forEach(draft::remove);
        return draft.as(Labels.AUTOMATION_REMOVE);
    }

    /** Removes the points from one tick to before another. */
    public Gesture clear(Element owner, String name, long from, long to) {
        Draft draft = new Draft(ids);
        for (Element point : new LaneCurve(Targets.lane(owner, name)).points()) {
            if (point.start() >= from && point.start() < to) {
                draft.remove(point);
            }
        }
        return draft.as(Labels.AUTOMATION_CLEAR);
    }

    /** Removes a target's lane: it stands where its knob is. */
    public Gesture clear(Element owner, String name) {
        Draft draft = new Draft(ids);
        for (Element lane : owner.children(Kind.LANE)) {
            if (lane.text(Property.TARGET).equals(name)) {
                draft.remove(lane);
            }
        }
        return draft.as(Labels.AUTOMATION_CLEAR);
    }

    /** Lets a lane move its target, or not. */
    public Gesture mute(Element owner, String name, boolean off) {
        Draft draft = new Draft(ids);
        Element lane = Targets.lane(owner, name);
        if (lane != null) {
            draft.set(lane, Property.MUTED, off ? 1 : 0);
        }
        return draft.as(Labels.AUTOMATION_MUTE);
    }

    /** @param returns whether a lane without points goes back to where the knob stands */
    private void replace(Draft draft, Target target, Id in, AutomationStroke drawn, boolean returns) {
        AutomationStroke stroke = drawn.thinned(target.parameter());
        LaneCurve old = new LaneCurve(Targets.lane(target.owner(), target.name()));
        for (Element point : old.points()) {
            if (point.start() >= stroke.first() && point.start() <= stroke.last()) {
                draft.remove(point);
            }
        }
        boolean known = !old.isEmpty() || returns;
        long before = stroke.first() - 1;
        long after = stroke.last() + 1;
        long line = curve(target, false);
        if (known && before >= 0) {
            double level = old.isEmpty() ? Targets.standing(target) : old.level(before);
            Element left = old.before(before);
            boolean holds = left != null && (left.start() == before || LaneCurve.isStep(left));
            if (!holds && level != stroke.level(0)) {
                point(draft, in, before, held(target, level), line);
            }
        }
        for (int i = 0; i < stroke.size(); i++) {
            point(draft, in, stroke.tick(i), stroke.level(i), line);
        }
        if (known && after <= Ticks.LAST) {
            double level = old.isEmpty() ? Targets.standing(target) : old.level(after);
            Element left = old.before(after);
            boolean there = left != null && left.start() == after;
            if (!there && level != stroke.level(stroke.size() - 1)) {
                point(draft, in, after, held(target, level), left == null ? line : left.number(Property.CURVE));
            }
        }
    }

    private static double held(Target target, double level) {
        return target.parameter().held(level);
    }

    /** What has no values between its values goes in steps. */
    private static long curve(Target target, boolean step) {
        return step || target.parameter().taper() == Taper.STEPPED ? STEP : LINE;
    }

    private static Draft.New point(Draft draft, Id lane, long tick, double level, long curve) {
        return draft.add(Kind.POINT, lane)
                .with(Property.START, tick)
                .with(Property.LEVEL, (Object) level)
                .with(Property.CURVE, curve);
    }

    private static Id lane(Draft draft, Target target, @Nullable Element lane) {
        return lane != null ? lane.id()
                : draft.add(Kind.LANE, target.owner().id()).with(Property.TARGET, (Object) target.name()).id();
    }

    private static @Nullable Target target(Element lane) {
        Element owner = lane.parent();
        return owner == null ? null : Targets.of(owner, lane.text(Property.TARGET));
    }

    private static Target require(Element owner, String name) {
        Target target = owner.isAlive() ? Targets.of(owner, name) : null;
        if (target == null) {
            throw new EditRefused("There is nothing here any more that automation could move.");
        }
        return target;
    }
}
