package studio.tutti.core.engine;

import java.util.Arrays;

/** Integers in a row that grows. */
final class Numbers {

    private int[] values = new int[64];
    private int size;

    Numbers add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
        return this;
    }

    int get(int index) {
        return values[index];
    }

    void set(int index, int value) {
        values[index] = value;
    }

    int size() {
        return size;
    }

    int[] copy() {
        return Arrays.copyOf(values, size);
    }

    /** Copies all to a place in another array and returns the place after. */
    int copy(int[] target, int at) {
        System.arraycopy(values, 0, target, at, size);
        return at + size;
    }
}
