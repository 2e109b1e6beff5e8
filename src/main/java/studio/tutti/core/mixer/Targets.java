package studio.tutti.core.mixer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.effect.Effect;
import studio.tutti.core.effect.EffectType;
import studio.tutti.core.effect.Parameter;
import studio.tutti.core.effect.Taper;
import studio.tutti.core.effect.ToneEffect;
import studio.tutti.core.effect.Unit;

/**
 * What automation can move: the volume and pan of tracks, the master's volume, the levels of sends, every parameter of an
 * instrument, and every parameter of an effect but those that change its latency, since nothing can be brought in time with a delay that moves, and
 * those that are one of many of a curve.
 */
public final class Targets {

    private static final Parameter VOLUME =
            new Parameter("volume", Unit.DECIBELS, -9600, 1200, 0, Taper.LINEAR, true, List.of());
    private static final Parameter PAN = new Parameter("pan", Unit.NUMBER, -1000, 1000, 0, Taper.LINEAR, true, List.of());
    private static final int ANY_RATE = 48_000;
    private static final boolean[][] LATE = new boolean[EffectType.values().length][];

    static {
        for (EffectType type : EffectType.values()) {
            LATE[type.ordinal()] = late(type);
        }
    }

    private Targets() {}

    /** All targets of a strip: of a track, or of the song for the master. First its own, then its sends', then its devices'. */
    public static List<Target> of(Element strip) {
        List<Target> targets = new ArrayList<>(own(strip));
        for (Element send : Elements.ordered(strip.children(Kind.SEND))) {
            targets.addAll(own(send));
        }
        Element instrument = TrackInstrument.of(strip);
        if (instrument != null) {
            targets.addAll(own(instrument));
        }
        for (Element device : Inserts.of(strip)) {
            targets.addAll(own(device));
        }
        return targets;
    }

    /** What lanes that lie in an element can move. */
    public static List<Target> own(Element owner) {
        return switch (owner.kind()) {
            case SONG, SEND -> List.of(new Target(owner, VOLUME, Target.VOLUME));
            case TRACK -> List.of(new Target(owner, VOLUME, Target.VOLUME), new Target(owner, PAN, Target.PAN));
            case DEVICE -> parameters(owner);
            default -> List.of();
        };
    }

    private static List<Target> parameters(Element device) {
        List<Target> targets = new ArrayList<>();
        EffectType type = Inserts.type(device);
        List<Parameter> known = Inserts.parameters(device);
        List<Parameter> parameters = known == null ? List.of() : known;
        for (int place = 0; place < parameters.size(); place++) {
            if (type == null || !LATE[type.ordinal()][place]) {
                targets.add(new Target(device, parameters.get(place), place));
            }
        }
        return targets;
    }

    /** The target of a name, or null if the element has none. */
    public static @Nullable Target of(Element owner, String name) {
        for (Target target : own(owner)) {
            if (target.name().equals(name)) {
                return target;
            }
        }
        return null;
    }

    /** Where a target stands while no lane moves it. */
    public static double standing(Target target) {
        return switch (target.place()) {
            case Target.VOLUME -> target.owner().number(Property.VOLUME);
            case Target.PAN -> target.owner().number(Property.PAN);
            default -> Inserts.value(target.owner(), target.parameter());
        };
    }

    /** The lane of a target, or null. Of several, which two people may have made at once, the one with the last id. */
    public static @Nullable Element lane(Element owner, String name) {
        Element found = null;
        for (Element lane : owner.children(Kind.LANE)) {
            if (lane.text(Property.TARGET).equals(name) && (found == null || found.id().compareTo(lane.id()) < 0)) {
                found = lane;
            }
        }
        return found;
    }

    private static boolean[] late(EffectType type) {
        List<Parameter> parameters = Inserts.parameters(type);
        boolean[] late = new boolean[parameters.size()];
        Effect data = type.make();
        for (int place = 0; place < late.length; place++) {
            late[place] = data.isData(place) || latency(type, place, parameters.get(place).least())
                    != latency(type, place, parameters.get(place).most());
        }
        return late;
    }

    private static int latency(EffectType type, int place, double value) {
        Effect effect = type.make();
        effect.set(place, value);
        if (!(effect instanceof ToneEffect)) { // these tell before, and preparing them takes its time
            effect.prepare(ANY_RATE);
        }
        return effect.latency();
    }
}
