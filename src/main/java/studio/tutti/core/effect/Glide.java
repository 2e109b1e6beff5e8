package studio.tutti.core.effect;

import studio.tutti.core.dsp.Functions;

/**
 * A parameter's way to the value last set, cell by cell: through two lowpasses of first order, one after the other, so that it sets
 * out and comes to rest without a kink; in octaves where the parameter is logarithmic.
 */
public final class Glide {

    /** Part of the range, from which on it has arrived. */
    private static final double NEAR = 1e-5;

    private final Parameter parameter;
    private final boolean octaves;
    private final double close;
    private double pace = 1;
    private double goal;
    private double aim;
    private double first;
    private double second;
    private boolean going;

    /** The value as the present cell begins. */
    public double from;
    /** The value as the present cell ends. */
    public double to;

    public Glide(Parameter parameter) {
        this.parameter = parameter;
        octaves = parameter.taper() == Taper.LOGARITHMIC;
        close = NEAR * (line(parameter.most()) - line(parameter.least()));
        goal = parameter.initial();
        aim = line(goal);
        settle();
    }

    /** At a rate, in frames a second. */
    public void at(double rate) {
        pace = parameter.glides() ? 1 - Functions.exp(-Effect.CELL / (Effect.GLIDE_SECONDS * rate)) : 1;
    }

    /** The value that it goes to. */
    public double goal() {
        return goal;
    }

    public void aim(double value) {
        double next = parameter.held(value);
        if (next != goal) {
            goal = next;
            aim = line(goal);
            going = true;
        }
    }

    public void settle() {
        from = goal;
        to = goal;
        first = aim;
        second = aim;
        going = false;
    }

    /** Begins the next cell; returns whether the value differs anywhere in it from what the last cell ended with. */
    public boolean advance() {
        from = to;
        if (!going) {
            return false;
        }
        first += (aim - first) * pace;
        second += (first - second) * pace;
        double left = second - aim;
        double ahead = first - aim;
        if (left < close && left > -close && ahead < close && ahead > -close) {
            first = aim;
            second = aim;
            to = goal;
            going = false;
        } else {
            to = octaves ? Functions.exp2(second) : second;
        }
        if (!parameter.glides()) {
            from = to;
        }
        return true;
    }

    private double line(double value) {
        return octaves ? Functions.log2(value) : value;
    }
}
