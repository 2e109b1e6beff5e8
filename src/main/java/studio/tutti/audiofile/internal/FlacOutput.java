package studio.tutti.audiofile.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The bits of one FLAC frame, highest first. */
final class FlacOutput {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private byte[] bytes = new byte[1 << 15];
    private int size;
    private long held;
    private int count;

    void begin() {
        size = 0;
        held = 0;
        count = 0;
    }

    /** Writes the lowest bits of a number, up to 32. */
    void put(long value, int bits) {
        if (bits == 0) {
            return;
        }
        held = held << bits | value & (1L << bits) - 1;
        count += bits;
        if (count >= 32) {
            count -= 32;
            four((int) (held >>> count));
        }
    }

    /** Writes some zeros and a one. */
    void unary(int zeros) {
        int left = zeros;
        while (left >= 32) {
            put(0, 32);
            left -= 32;
        }
        put(1, left + 1);
    }

    /** Writes a number of either sign in the code of Rice. */
    void rice(int value, int parameter) {
        int folded = value << 1 ^ value >> 31;
        int zeros = folded >>> parameter;
        if (zeros + 1 + parameter <= 32) {
            put(1L << parameter | folded & (1L << parameter) - 1, zeros + 1 + parameter);
        } else {
            unary(zeros);
            put(folded, parameter);
        }
    }

    /** Zeros to the end of the byte; all bytes are written then. */
    void align() {
        if ((count & 7) > 0) {
            put(0, 8 - (count & 7));
        }
        while (count > 0) {
            count -= 8;
            add((int) (held >>> count));
        }
    }

    void crc8() {
        align();
        int crc = 0;
        for (int i = 0; i < size; i++) {
            crc = Crc.eight(crc, bytes[i] & 0xFF);
        }
        put(crc, 8);
    }

    void crc16() {
        align();
        put(Crc.sixteen(bytes, size), 16);
        align();
    }

    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    private void four(int value) {
        if (size + 4 > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * size + 4);
        }
        WORDS.set(bytes, size, value);
        size += 4;
    }

    private void add(int value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * size);
        }
        bytes[size++] = (byte) value;
    }
}
