package studio.tutti.core.effect;

/** The sum of the last values. Exact, if all values are multiples of one power of two and the sum has room in 53 bits. */
final class MovingSum {

    private double[] values = new double[1];
    private int at;
    private double sum;

    /** Over how many values, 1 or more. */
    void over(int count) {
        values = new double[count];
    }

    void fill(double value) {
        at = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = value;
        }
        sum = value * values.length;
    }

    double next(double value) {
        sum += value - values[at];
        values[at] = value;
        at = at + 1 == values.length ? 0 : at + 1;
        return sum;
    }
}
