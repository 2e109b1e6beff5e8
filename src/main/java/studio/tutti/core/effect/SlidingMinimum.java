package studio.tutti.core.effect;

/** The smallest of the last values, by a queue of candidates that rise (Lemire, Nordic J. Computing 13, 2006). */
final class SlidingMinimum {

    private double[] values = new double[1];
    private int[] times = new int[1];
    private int length = 1;
    private int head;
    private int size;
    private int now;

    /** Over how many values, 1 or more. */
    void over(int count) {
        length = count;
        values = new double[count + 1];
        times = new int[count + 1];
        size = 0;
    }

    void fill(double value) {
        head = 0;
        size = 1;
        now = 0;
        values[0] = value;
        times[0] = 0;
    }

    double next(double value) {
        now++;
        int capacity = values.length;
        if (now - times[head] >= length) {
            head = head + 1 == capacity ? 0 : head + 1;
            size--;
        }
        while (size > 0) {
            int last = head + size - 1;
            last = last >= capacity ? last - capacity : last;
            if (values[last] < value) {
                break;
            }
            size--;
        }
        int free = head + size;
        free = free >= capacity ? free - capacity : free;
        values[free] = value;
        times[free] = now;
        size++;
        return values[head];
    }
}
