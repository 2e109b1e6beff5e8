package studio.tutti.core.mixer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.effect.EffectType;
import studio.tutti.core.effect.Parameter;
import studio.tutti.core.instrument.InstrumentType;

/** Reads the devices of a strip: which effect each is, and where its parameters stand. */
public final class Inserts {

    private static final Map<EffectType, List<Parameter>> PARAMETERS = new EnumMap<>(EffectType.class);

    static {
        for (EffectType type : EffectType.values()) {
            PARAMETERS.put(type, List.copyOf(type.make().parameters()));
        }
    }

    private Inserts() {}

    /** The devices of a track, or of the song for the master, in the order that sound goes through them. */
    public static List<Element> of(Element strip) {
        List<Element> devices = strip.children(Kind.DEVICE);
        if (devices.isEmpty()) {
            return devices;
        }
        List<Element> inserts = new ArrayList<>(devices.size());
        for (Element device : devices) {
            if (!TrackInstrument.is(device)) {
                inserts.add(device);
            }
        }
        return inserts.size() < 2 ? inserts : Elements.ordered(inserts);
    }

    /** The effect that a device is; null if this version doesn't know it. Sound passes such a device unchanged. */
    public static @Nullable EffectType type(Element device) {
        return type(device.text(Property.DEVICE));
    }

    /** The effect with a name such as "equaliser", or null. */
    public static @Nullable EffectType type(String name) {
        for (EffectType type : EffectType.values()) {
            if (type.id().equals(name)) {
                return type;
            }
        }
        return null;
    }

    /** What can be set on an effect, in the order of {@link studio.tutti.core.effect.Effect#set}. */
    public static List<Parameter> parameters(EffectType type) {
        return PARAMETERS.getOrDefault(type, List.of());
    }

    /** What can be set on a device, an instrument or a pad; null where this version doesn't know it. */
    public static @Nullable List<Parameter> parameters(Element device) {
        if (device.kind() == Kind.PAD) {
            return TrackInstrument.padParameters();
        }
        EffectType effect = type(device);
        if (effect != null) {
            return parameters(effect);
        }
        InstrumentType instrument = InstrumentType.of(device.text(Property.DEVICE));
        return instrument == null ? null : instrument.parameters();
    }

    /** Where the parameters of a device stand, each held in its range. */
    public static double[] values(Element device, EffectType type) {
        return values(device, parameters(type));
    }

    /** Where some parameters of a device or pad stand, each held in its range. */
    public static double[] values(Element device, List<Parameter> parameters) {
        Map<String, Element> settings = new HashMap<>();
        for (Element setting : device.children(Kind.SETTING)) {
            settings.merge(setting.text(Property.TARGET), setting, (one, other) -> one.id().compareTo(other.id()) < 0 ? other : one);
        }
        double[] values = new double[parameters.size()];
        for (int i = 0; i < values.length; i++) {
            Parameter parameter = parameters.get(i);
            Element setting = settings.get(parameter.name());
            values[i] = parameter.held(setting == null ? parameter.initial() : (double) (Double) setting.get(Property.LEVEL));
        }
        return values;
    }

    /** Where a parameter of a device stands: where its setting says, else at its initial value. */
    public static double value(Element device, Parameter parameter) {
        Element setting = setting(device, parameter.name());
        return parameter.held(setting == null ? parameter.initial() : (double) (Double) setting.get(Property.LEVEL));
    }

    /** What sets a parameter of a device, or null. Of several, which two people may have made at once, the one with the last id. */
    public static @Nullable Element setting(Element device, String parameter) {
        Element found = null;
        for (Element setting : device.children(Kind.SETTING)) {
            if (setting.text(Property.TARGET).equals(parameter)
                    && (found == null || found.id().compareTo(setting.id()) < 0)) {
                found = setting;
            }
        }
        return found;
    }
}
