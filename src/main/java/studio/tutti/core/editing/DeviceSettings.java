package studio.tutti.core.editing;

import java.util.List;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.effect.Parameter;
import studio.tutti.core.mixer.Inserts;
import studio.tutti.core.mixer.TrackInstrument;

/** How the parameters of effects, instruments and pads are written: a setting for each that doesn't stand at its initial value. */
final class DeviceSettings {

    /**
     * What can be set on something.
     *
     * @param name what it is, for who reads why something was refused
     * @param instrument whether it is an instrument or a pad of one
     */
    record Set(String name, List<Parameter> parameters, boolean instrument) {

        Parameter parameter(String wanted) {
            return DeviceSettings.parameter(parameters, name, wanted);
        }
    }

    private DeviceSettings() {}

    /** @throws EditRefused if it is no device or pad, was removed, or is of another version */
    static Set of(Element device) {
        if (device.kind() != Kind.DEVICE && device.kind() != Kind.PAD || !device.isAlive()) {
            throw new EditRefused("This effect is not there any more.");
        }
        boolean pad = device.kind() == Kind.PAD;
        String name = pad ? "pad" : device.text(Property.DEVICE);
        List<Parameter> parameters = Inserts.parameters(device);
        if (parameters == null) {
            throw new EditRefused("There is no effect “" + name + "”.");
        }
        return new Set(name, parameters, pad || TrackInstrument.is(device));
    }

    /** @throws EditRefused if there is none of this name */
    static Parameter parameter(List<Parameter> parameters, String device, String name) {
        for (Parameter parameter : parameters) {
            if (parameter.name().equals(name)) {
                return parameter;
            }
        }
        throw new EditRefused("The effect “" + device + "” has no parameter “" + name + "”.");
    }

    static void put(Draft draft, Element device, Parameter parameter, double value) {
        double held = parameter.held(value);
        Element setting = Inserts.setting(device, parameter.name());
        if (setting != null) {
            draft.set(setting, Property.LEVEL, (Object) held);
        } else if (held != parameter.initial()) {
            make(draft, device.id(), parameter.name(), held);
        }
    }

    static void make(Draft draft, Id device, String name, double value) {
        draft.add(Kind.SETTING, device).with(Property.TARGET, (Object) name).with(Property.LEVEL, (Object) value);
    }
}
