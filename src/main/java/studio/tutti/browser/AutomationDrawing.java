package studio.tutti.browser;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.mixer.LaneCurve;
import studio.tutti.core.mixer.Target;
import studio.tutti.core.mixer.Targets;

/** What the page shows of automation. */
final class AutomationDrawing {

    /** Numbers of a point: handle, tick, level, 1 if it holds until the next. */
    static final int POINT = 4;

    private final Arrangement arrangement;
    private final Handles handles;

    AutomationDrawing(Arrangement arrangement, Handles handles) {
        this.arrangement = arrangement;
        this.handles = handles;
    }

    /**
     * What can be moved of a strip, as JSON: owner (the strip's own handle, a send's or a device's), of ("strip", "send",
     * "device"), within (the bus of a send, or −1), effect (of a device, else ""), name, place (the parameter's in its effect's
     * list, −1 of a volume, −2 of a pan), unit, least, most, initial, taper, choices, standing (where its knob stands), points
     * (how many its lane has), off (whether the lane is switched off).
     */
    String targets(Element strip) {
        Json json = new Json();
        for (Target target : Targets.of(strip)) {
            Element owner = target.owner();
            Element lane = Targets.lane(owner, target.name());
            json.next()
                    .with("owner", handles.of(owner))
                    .with("of", owner.kind() == Kind.DEVICE ? "device" : owner.kind() == Kind.SEND ? "send" : "strip")
                    .with("within", bus(owner))
                    .with("effect", owner.kind() == Kind.DEVICE ? owner.text(Property.DEVICE) : "")
                    .with("name", target.name())
                    .with("place", target.place())
                    .with("unit", target.parameter().unit().name().toLowerCase(Locale.ROOT))
                    .with("least", target.parameter().least())
                    .with("most", target.parameter().most())
                    .with("initial", target.parameter().initial())
                    .with("taper", target.parameter().taper().name().toLowerCase(Locale.ROOT))
                    .with("choices", target.parameter().choices())
                    .with("standing", Targets.standing(target))
                    .with("points", lane == null ? 0 : lane.children(Kind.POINT).size())
                    .with("off", lane != null && lane.flag(Property.MUTED));
        }
        return json.toString();
    }

    private int bus(Element owner) {
        Element bus = owner.kind() == Kind.SEND ? arrangement.alive(owner.reference(Property.DESTINATION)) : null;
        return bus == null ? Handles.NONE : handles.of(bus);
    }

    /** The points of a target by time, {@value #POINT} numbers each. */
    double[] points(@Nullable Element owner, String name) {
        List<Element> points = new LaneCurve(owner == null ? null : Targets.lane(owner, name)).points();
        double[] numbers = new double[POINT * points.size()];
        int at = 0;
        for (Element point : points) {
            numbers[at++] = handles.of(point);
            numbers[at++] = point.start();
            numbers[at++] = LaneCurve.level(point);
            numbers[at++] = LaneCurve.isStep(point) ? 1 : 0;
        }
        return numbers;
    }
}
