package studio.tutti.core.effect;

/** A factor that moves in a straight line over a cell: {@code value} grows by {@code step} with each frame. */
final class Ramp {

    double value;
    double step;
    private double goal;

    /** Reaches a value at the end of the coming cell. */
    void aim(double next) {
        goal = next;
        step = (next - value) / Effect.CELL;
    }

    /** Stands at its goal to the bit. */
    void settle() {
        value = goal;
        step = 0;
    }

    boolean still(double at) {
        return step == 0 && value == at;
    }
}
