package studio.tutti.core.effect;

import java.util.List;
import studio.tutti.core.dsp.Functions;

/**
 * What can be set on an effect or an instrument.
 *
 * @param name what songs, lanes and presets know it by, such as "threshold"; it never changes
 * @param unit what its values are counted in
 * @param least the smallest value
 * @param most the largest value
 * @param initial the value that an effect begins with
 * @param taper how the range lies along a knob
 * @param glides true if a new value is approached by {@link Effect#GLIDE_SECONDS}, false if it holds from the next cell on
 * @param choices the names of a choice's values, else empty
 */
public record Parameter(String name, Unit unit, double least, double most, double initial, Taper taper, boolean glides,
        List<String> choices) {

    public static Parameter linear(String name, Unit unit, double least, double most, double initial) {
        return new Parameter(name, unit, least, most, initial, Taper.LINEAR, true, List.of());
    }

    public static Parameter logarithmic(String name, Unit unit, double least, double most, double initial) {
        return new Parameter(name, unit, least, most, initial, Taper.LOGARITHMIC, true, List.of());
    }

    public static Parameter percent(String name, double initial) {
        return linear(name, Unit.PERCENT, 0, 100, initial);
    }

    public static Parameter onOff(String name, boolean on) {
        return new Parameter(name, Unit.SWITCH, 0, 1, on ? 1 : 0, Taper.STEPPED, false, List.of());
    }

    public static Parameter choice(String name, int initial, String... choices) {
        return new Parameter(name, Unit.CHOICE, 0, choices.length - 1, initial, Taper.STEPPED, false, List.of(choices));
    }

    /** The same parameter, but a new value holds from the next cell on. */
    public Parameter jumping() {
        return new Parameter(name, unit, least, most, initial, taper, false, choices);
    }

    /** The nearest value that is allowed; what is no number becomes the initial value. */
    public double held(double value) {
        if (value != value) {
            return initial;
        }
        double within = value < least ? least : value > most ? most : value;
        return taper == Taper.STEPPED ? Math.floor(within + 0.5) : within;
    }

    /** Where a value lies on a knob's way, 0 … 1. */
    public double place(double value) {
        double inside = held(value);
        return taper == Taper.LOGARITHMIC
                ? Functions.log(inside / least) / Functions.log(most / least)
                : (inside - least) / (most - least);
    }

    /** The value at a place of a knob's way, 0 … 1. */
    public double at(double place) {
        return held(taper == Taper.LOGARITHMIC
                ? least * Functions.pow(most / least, place)
                : least + (most - least) * place);
    }
}
