package studio.tutti.core.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.effect.EffectType;
import studio.tutti.core.effect.Parameter;
import studio.tutti.core.mixer.Inserts;
import studio.tutti.core.mixer.Routing;

/** What hands do with the inserts of a strip: of a track of any type, or of the song, which is the master. */
public final class DeviceGestures {

    /** The switch by which an effect listens to its side-chain. */
    private static final String SIDE_CHAIN = "side-chain";

    private final Arrangement arrangement;
    private final IdSequence ids;

    public DeviceGestures(Arrangement arrangement, IdSequence ids) {
        this.arrangement = arrangement;
        this.ids = ids;
    }

    /**
     * Adds an effect to a strip.
     *
     * @param effect {@link EffectType#id()}
     * @param before the device that it shall lie before, or null for the end
     * @param values values of its parameters by their names, as a preset gives them; the others stand at their initial values
     * @return made: the device
     * @throws EditRefused if there is no such effect, or it has no such parameter
     */
    public Gesture add(Element strip, String effect, @Nullable Element before, Map<String, Double> values) {
        requireStrip(strip);
        EffectType type = Inserts.type(effect);
        if (type == null) {
            throw new EditRefused("There is no effect “" + effect + "”.");
        }
        Draft draft = new Draft(ids);
        Draft.New device = draft.make(Kind.DEVICE, strip.id())
                .with(Property.DEVICE, (Object) effect)
                .with(Property.ORDER, (Object) Ordering.before(Inserts.of(strip), before));
        values.forEach((name, value) -> {
            Parameter parameter = DeviceSettings.parameter(Inserts.parameters(type), effect, name);
            if (parameter.held(value) != parameter.initial()) {
                DeviceSettings.make(draft, device.id(), name, parameter.held(value));
            }
        });
        return draft.as(Labels.DEVICE_ADD);
    }

    /** Removes devices. */
    public Gesture remove(List<Element> devices) {
        Draft draft = new Draft(ids);
        Chosen.of(Kind.DEVICE, devices).forEach(draft::remove);
        return draft.as(Labels.DEVICE_REMOVE);
    }

    /**
     * Moves a device to a place of its strip, or of another one.
     *
     * @param before the device there that it shall lie before, or null for the end
     * @throws EditRefused if its side-chain would make a circle there
     */
    public Gesture move(Element device, Element strip, @Nullable Element before) {
        requireStrip(strip);
        Draft draft = new Draft(ids);
        if (device.isAlive() && device.kind() == Kind.DEVICE && device != before) {
            Element source = arrangement.alive(device.reference(Property.SOURCE));
            if (source != null && device.parent() != strip) {
                requireNoCircle(strip, source);
            }
            List<Element> there = new ArrayList<>(Inserts.of(strip));
            int place = there.indexOf(device);
            Element next = place >= 0 && place + 1 < there.size() ? there.get(place + 1) : null;
            if (place < 0 || next != before) {
                there.remove(device);
                draft.set(device, Property.PARENT, strip.id());
                draft.set(device, Property.ORDER, (Object) Ordering.before(there, before));
            }
        }
        return draft.as(Labels.DEVICE_MOVE);
    }

    /** Lets sound pass devices unchanged, or through them again. */
    public Gesture bypass(List<Element> devices, boolean on) {
        Draft draft = new Draft(ids);
        for (Element device : Chosen.of(Kind.DEVICE, devices)) {
            draft.set(device, Property.BYPASSED, on ? 1 : 0);
        }
        return draft.as(Labels.DEVICE_BYPASS);
    }

    /**
     * Sets a parameter of a device, an instrument or a pad.
     *
     * @param parameter {@link Parameter#name()}
     * @param value in its unit; held in its range
     * @throws EditRefused if its effect has no such parameter
     */
    public Gesture set(Element device, String parameter, double value) {
        DeviceSettings.Set set = DeviceSettings.of(device);
        Draft draft = new Draft(ids);
        DeviceSettings.put(draft, device, set.parameter(parameter), value);
        return draft.as(set.instrument() ? Labels.INSTRUMENT_SET : Labels.DEVICE_SET);
    }

    /**
     * Loads a preset: sets all parameters of a device, an instrument or a pad.
     *
     * @param values by the parameters' names; those that are not named go to their initial values
     * @throws EditRefused if its effect has no such parameter
     */
    public Gesture preset(Element device, Map<String, Double> values) {
        DeviceSettings.Set set = DeviceSettings.of(device);
        values.keySet().forEach(set::parameter);
        Draft draft = new Draft(ids);
        for (Parameter parameter : set.parameters()) {
            Double value = values.get(parameter.name());
            DeviceSettings.put(draft, device, parameter, value == null ? parameter.initial() : value);
        }
        return draft.as(set.instrument() ? Labels.INSTRUMENT_PRESET : Labels.DEVICE_PRESET);
    }

    /**
     * Lets a device's side-chain listen to a track, or to nothing, and switches it on or off.
     *
     * @throws EditRefused if the effect has no side-chain, or the track's sound depends on what the device gives
     */
    public Gesture listen(Element device, @Nullable Element source) {
        EffectType type = requireType(device);
        Element strip = device.parent();
        Draft draft = new Draft(ids);
        if (source == null) {
            draft.set(device, Property.SOURCE, Id.NONE);
            switchSideChain(draft, device, type, 0);
        } else if (strip != null) {
            if (!type.make().hasSideChain()) {
                throw new EditRefused("This effect listens to nothing but what goes through it.");
            }
            if (source.kind() != Kind.TRACK || !source.isAlive()) {
                throw new EditRefused("The track is not there any more.");
            }
            requireNoCircle(strip, source);
            draft.set(device, Property.SOURCE, source.id());
            switchSideChain(draft, device, type, 1);
        }
        return draft.as(Labels.DEVICE_LISTEN);
    }

    private static void switchSideChain(Draft draft, Element device, EffectType type, double on) {
        for (Parameter parameter : Inserts.parameters(type)) {
            if (parameter.name().equals(SIDE_CHAIN)) {
                DeviceSettings.put(draft, device, parameter, on);
            }
        }
    }

    private void requireNoCircle(Element strip, Element source) {
        if (strip == source) {
            throw new EditRefused(Routing.name(strip) + " can't listen to itself.");
        }
        if (new Routing(arrangement).reaches(strip, source)) {
            throw new EditRefused(Routing.name(strip) + " can't listen to " + Routing.name(source)
                    + ": what it gives is part of what it would listen to.");
        }
    }

    private static void requireStrip(Element strip) {
        if (strip.kind() != Kind.TRACK && strip.kind() != Kind.SONG || !strip.isAlive()) {
            throw new EditRefused("The track is not there any more.");
        }
    }

    private static EffectType requireType(Element device) {
        if (device.kind() != Kind.DEVICE || !device.isAlive()) {
            throw new EditRefused("This effect is not there any more.");
        }
        EffectType type = Inserts.type(device);
        if (type == null) {
            throw new EditRefused("There is no effect “" + device.text(Property.DEVICE) + "”.");
        }
        return type;
    }
}
