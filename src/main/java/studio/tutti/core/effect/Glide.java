package studio.tutti.core.effect;

import studio.tutti.core.dsp.Functions;

/**
 * A parameter's way from one value to the next, cell by cell: in a straight line, or in equal ratios where the parameter is
 * logarithmic. A new value on the way begins a new way from where it is.
 */
final class Glide {

    private final Parameter parameter;
    private double goal;
    private double ratio = 1;
    private int cells = 1;
    private int left;

    /** The value as the present cell begins. */
    double from;
    /** The value as the present cell ends. */
    double to;

    Glide(Parameter parameter) {
        this.parameter = parameter;
        goal = parameter.initial();
        settle();
    }

    /** Over how many cells new values are reached. */
    void over(int count) {
        cells = parameter.glides() ? count : 1;
    }

    /** The value that it goes to. */
    double goal() {
        return goal;
    }

    void aim(double value) {
        double next = parameter.held(value);
        if (next == goal) {
            return;
        }
        goal = next;
        left = cells;
        ratio = parameter.taper() == Taper.LOGARITHMIC ? Functions.pow(goal / to, 1.0 / cells) : 1;
    }

    void settle() {
        from = goal;
        to = goal;
        left = 0;
    }

    /** Begins the next cell; returns whether the value differs anywhere in it from what the last cell ended with. */
    boolean advance() {
        from = to;
        if (left == 0) {
            return false;
        }
        left--;
        if (left == 0) {
            to = goal;
        } else if (parameter.taper() == Taper.LOGARITHMIC) {
            to = from * ratio;
        } else {
            to = from + (goal - from) / (left + 1);
        }
        if (!parameter.glides()) {
            from = to;
        }
        return true;
    }
}
