package studio.tutti.core.engine;

import java.util.List;
import studio.tutti.core.effect.EffectType;
import studio.tutti.core.effect.Parameter;
import studio.tutti.core.mixer.Inserts;

/** Values for devices of scores, and a look at what they leave of a sound. */
final class Devices {

    private Devices() {}

    /** Initial values, but for some given by name: name, value, name, value … */
    static double[] values(EffectType type, Object... settings) {
        List<Parameter> parameters = Inserts.parameters(type);
        double[] values = parameters.stream().mapToDouble(Parameter::initial).toArray();
        for (int i = 0; i < settings.length; i += 2) {
            values[place(type, (String) settings[i])] = ((Number) settings[i + 1]).doubleValue();
        }
        return values;
    }

    static int place(EffectType type, String name) {
        List<Parameter> parameters = Inserts.parameters(type);
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new AssertionError(name);
    }

    /** The largest step from a frame to the next of the left channel. */
    static double steepest(float[] sound, int from, int to) {
        double steepest = 0;
        for (int i = from + 1; i < to; i++) {
            steepest = Math.max(steepest, Math.abs((double) sound[i] - sound[i - 1]));
        }
        return steepest;
    }
}
