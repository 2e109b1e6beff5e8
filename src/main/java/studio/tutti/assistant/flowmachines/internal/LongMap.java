package studio.tutti.assistant.flowmachines.internal;

import java.util.Arrays;

/** Whole numbers by keys that are not negative: open addressing, no boxes, nothing to iterate over. */
final class LongMap {

    private static final long FREE = -1;

    private long[] keys = new long[64];
    private int[] values = new int[64];
    private int size;

    LongMap() {
        Arrays.fill(keys, FREE);
    }

    /** The value of a key, or −1. */
    int get(long key) {
        int place = place(key);
        return keys[place] == FREE ? -1 : values[place];
    }

    void put(long key, int value) {
        int place = place(key);
        if (keys[place] == FREE) {
            if (2 * ++size > keys.length) {
                grow();
                place = place(key);
            }
            keys[place] = key;
        }
        values[place] = value;
    }

    private int place(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int mask = keys.length - 1;
        int place = (int) (mixed >>> 32) & mask;
        while (keys[place] != FREE && keys[place] != key) {
            place = place + 1 & mask;
        }
        return place;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[2 * oldKeys.length];
        values = new int[keys.length];
        Arrays.fill(keys, FREE);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != FREE) {
                int place = place(oldKeys[i]);
                keys[place] = oldKeys[i];
                values[place] = oldValues[i];
            }
        }
    }
}
