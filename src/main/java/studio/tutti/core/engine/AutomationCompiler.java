package studio.tutti.core.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TimeMaps;
import studio.tutti.core.mixer.LaneCurve;
import studio.tutti.core.mixer.Target;
import studio.tutti.core.mixer.Targets;

/**
 * Compiles the lanes of an arrangement. Lines are straight over musical time: where the tempo changes under one, it gets a point
 * more.
 */
final class AutomationCompiler {

    /** The frame of a tick. */
    interface Frames {
        int of(long tick);
    }

    private final Arrangement arrangement;
    private final Frames frames;
    private final Numbers annex;
    private final long[] steps;

    AutomationCompiler(Arrangement arrangement, ScoreBuilder score, Frames frames) {
        this.arrangement = arrangement;
        this.frames = frames;
        annex = score.annex(Annex.AUTOMATION);
        steps = TimeMaps.steps(arrangement, Kind.TEMPO).stream().filter(step -> step.kind() != Kind.SONG)
                .mapToLong(Element::start).toArray();
    }

    void run() {
        strip(arrangement.root());
        for (Element track : Elements.tracks(arrangement)) {
            strip(track);
        }
    }

    private void strip(Element strip) {
        owner(strip);
        Elements.byId(strip.children(Kind.SEND)).forEach(this::owner);
        Elements.byId(strip.children(Kind.DEVICE)).forEach(this::owner);
    }

    private void owner(Element owner) {
        if (owner.children(Kind.LANE).isEmpty()) {
            return;
        }
        for (Target target : Targets.own(owner)) {
            Element lane = Targets.lane(owner, target.name());
            if (lane != null && !lane.flag(Property.MUTED)) {
                lane(target, new LaneCurve(lane).points());
            }
        }
    }

    private void lane(Target target, List<Element> points) {
        int count = 0;
        for (int i = 0; i < points.size(); i++) {
            count += 1 + points(target, points.get(i), i + 1 < points.size() ? points.get(i + 1) : null, false);
        }
        if (count > 0) {
            ScoreAutomation.lane(annex, target.owner().handle(), target.place(), count);
            for (int i = 0; i < points.size(); i++) {
                Element point = points.get(i);
                ScoreAutomation.point(annex, frames.of(point.start()), held(target, LaneCurve.level(point)),
                        LaneCurve.isStep(point));
                points(target, point, i + 1 < points.size() ? points.get(i + 1) : null, true);
            }
        }
    }

    /** Counts, or adds, the points that the tempo's changes make necessary between two. */
    private int points(Target target, Element from, @Nullable Element to, boolean adds) {
        if (to == null || LaneCurve.isStep(from)) {
            return 0;
        }
        int count = 0;
        double begin = held(target, LaneCurve.level(from));
        double end = held(target, LaneCurve.level(to));
        for (long tick : steps) {
            if (tick > from.start() && tick < to.start()) {
                count++;
                if (adds) {
                    double way = (double) (tick - from.start()) / (to.start() - from.start());
                    ScoreAutomation.point(annex, frames.of(tick), begin + (end - begin) * way, false);
                }
            }
        }
        return count;
    }

    private static double held(Target target, double level) {
        return target.parameter().held(level);
    }
}
