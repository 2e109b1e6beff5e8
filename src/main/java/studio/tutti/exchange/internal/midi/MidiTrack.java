package studio.tutti.exchange.internal.midi;

import java.util.Arrays;

/**
 * The messages of one track chunk in order, kept in arrays: a message of a channel takes 12 bytes, so that a large file
 * stays small.
 */
final class MidiTrack {

    /** Status of a meta message; {@link #first} is then its type and {@link #data} its content. */
    static final int META = 0xFF;

    private static final byte[] NONE = {};

    private long[] ticks = new long[64];
    private int[] messages = new int[64];
    private byte[][] data = {};
    private int size;

    /** Appends a channel message. */
    void add(long tick, int status, int first, int second) {
        if (size == ticks.length) {
            ticks = Arrays.copyOf(ticks, size * 2);
            messages = Arrays.copyOf(messages, size * 2);
        }
        ticks[size] = tick;
        messages[size] = status << 16 | first << 8 | second;
        size++;
    }

    /** Appends a meta message. */
    void addMeta(long tick, int type, byte[] content) {
        add(tick, META, type, 0);
        if (content.length > 0) {
            if (data.length < size) {
                data = Arrays.copyOf(data, ticks.length);
            }
            data[size - 1] = content;
        }
    }

    int size() {
        return size;
    }

    /** When, in the file's own ticks. */
    long tick(int index) {
        return ticks[index];
    }

    /** The status byte, 0x80 to 0xEF or {@link #META}. */
    int status(int index) {
        return messages[index] >>> 16;
    }

    /** The first data byte, or the type of a meta message. */
    int first(int index) {
        return messages[index] >>> 8 & 0xFF;
    }

    int second(int index) {
        return messages[index] & 0xFF;
    }

    /** The content of a meta message. */
    byte[] data(int index) {
        byte[] content = index < data.length ? data[index] : null;
        return content == null ? NONE : content;
    }

    boolean isMeta(int index) {
        return status(index) == META;
    }

    /** The tick of the last message, or 0. */
    long end() {
        return size == 0 ? 0 : ticks[size - 1];
    }
}
