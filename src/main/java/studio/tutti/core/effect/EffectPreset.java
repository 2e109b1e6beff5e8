package studio.tutti.core.effect;

/**
 * A named way to set an effect or an instrument. Parameters that it does not name stand at their initial values.
 *
 * @param name what people choose it by
 * @param parameters names of parameters
 * @param values a value for each, in its unit
 */
public record EffectPreset(String name, String[] parameters, double[] values) {

    /** @param settings name, value, name, value … */
    public static EffectPreset preset(String name, Object... settings) {
        String[] parameters = new String[settings.length / 2];
        double[] values = new double[settings.length / 2];
        for (int i = 0; i < values.length; i++) {
            parameters[i] = (String) settings[2 * i];
            values[i] = ((Number) settings[2 * i + 1]).doubleValue();
        }
        return new EffectPreset(name, parameters, values);
    }

    /** Sets every parameter of an effect of the type that the preset is for. */
    public void apply(Effect effect) {
        for (int i = 0; i < effect.parameters().size(); i++) {
            effect.set(i, effect.parameters().get(i).initial());
        }
        for (int i = 0; i < values.length; i++) {
            effect.set(effect.parameter(parameters[i]), values[i]);
        }
    }
}
