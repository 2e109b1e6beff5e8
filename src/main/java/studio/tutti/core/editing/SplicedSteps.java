package studio.tutti.core.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TimeMaps;
import studio.tutti.core.music.MetreMap;

/** Changes of tempo, metre or key in a new order of time: each stretch keeps what held in it, and says so where it must. */
final class SplicedSteps {

    private static final Map<Kind, List<Property>> SAYS = Map.of(
            Kind.TEMPO, List.of(Property.TEMPO),
            Kind.METRE, List.of(Property.NUMERATOR, Property.DENOMINATOR),
            Kind.KEY, List.of(Property.FIFTHS, Property.MODE));

    private final Arrangement arrangement;
    private final Draft draft;
    private final Splice splice;
    private final Kind kind;
    private final List<Property> says;
    private final List<Element> steps;
    private final MetreMap old;

    SplicedSteps(Arrangement arrangement, Draft draft, Splice splice, Kind kind) {
        this.arrangement = arrangement;
        this.draft = draft;
        this.splice = splice;
        this.kind = kind;
        says = SAYS.getOrDefault(kind, List.of());
        steps = TimeMaps.steps(arrangement, kind);
        old = TimeMaps.metre(arrangement);
    }

    void run() {
        List<Splice.Stretch> stretches = splice.stretches();
        List<Object> held = read(arrangement.root());
        Splice.Stretch first = stretches.getFirst();
        List<Object> beginning = read(holding(first.from()));
        if (!beginning.equals(held) && (first.at() > 0 || begins(first.from()) == null)) {
            for (int i = 0; i < says.size(); i++) {
                draft.set(arrangement.root(), says.get(i), beginning.get(i));
            }
        }
        held = beginning;
        long said = 0;
        for (Splice.Stretch stretch : stretches) {
            List<Object> now = read(holding(stretch.from()));
            if (begins(stretch.from()) == null && !(now.equals(held) && keepsBars(stretch, said))) {
                say(now, stretch.at());
                said = stretch.at();
            }
            Element last = holding(stretch.to() - 1);
            held = read(last);
            if (last != arrangement.root() && last.start() >= stretch.from()) {
                said = last.start() + stretch.shift();
            }
        }
        for (Element change : new ArrayList<>(arrangement.root().children(kind))) {
            long tick = splice.moment(change.start());
            if (tick < 0) {
                draft.remove(change);
            } else {
                draft.set(change, Property.START, tick);
            }
        }
        for (Splice.Stretch stretch : stretches) {
            for (Element step : steps) {
                if (stretch.copy() && step != arrangement.root() && stretch.holds(step.start())) {
                    draft.copy(step, Arrangement.ROOT).with(Property.START, step.start() + stretch.shift());
                }
            }
        }
    }

    /** Whether a stretch that began with a bar still does, if nothing is said where it begins. */
    private boolean keepsBars(Splice.Stretch stretch, long said) {
        if (kind != Kind.METRE || old.barStart(old.bar(stretch.from())) != stretch.from()) {
            return true;
        }
        long bar = (long) old.beatsInBar(stretch.from()) * old.beatLength(stretch.from());
        return (stretch.at() - said) % bar == 0;
    }

    private void say(List<Object> values, long tick) {
        Draft.New added = draft.add(kind, Arrangement.ROOT).with(Property.START, tick);
        for (int i = 0; i < says.size(); i++) {
            added.with(says.get(i), values.get(i));
        }
    }

    private List<Object> read(Element step) {
        List<Object> values = new ArrayList<>();
        says.forEach(property -> values.add(step.get(property)));
        return values;
    }

    private Element holding(long tick) {
        Element holding = steps.getFirst();
        for (Element step : steps) {
            if (step == arrangement.root() || step.start() <= tick) {
                holding = step;
            }
        }
        return holding;
    }

    /** The change at a tick, the song's own aside. */
    private @Nullable Element begins(long tick) {
        Element step = holding(tick);
        return step != arrangement.root() && step.start() == tick ? step : null;
    }
}
