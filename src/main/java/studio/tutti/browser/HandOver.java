package studio.tutti.browser;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import org.teavm.jso.typedarrays.Int8Array;

/**
 * Memory that JavaScript and the core both see, through which bytes and numbers go in and out by the block. An array that is a parameter or a
 * result is copied element by element, each by a call from one world to the other: measured in Chromium's audio worklet, 110 ns a byte.
 */
final class HandOver {

    /** Bytes that lie there at most: a block of a stereo recording. */
    static final int BYTES = 1 << 17;

    /** As browsers have it everywhere. */
    private static final ByteBuffer MEMORY = ByteBuffer.allocateDirect(BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private static final IntBuffer NUMBERS = MEMORY.asIntBuffer();

    private HandOver() {
    }

    /** The memory as JavaScript sees it. */
    static Int8Array memory() {
        return Int8Array.fromJavaBuffer(MEMORY);
    }

    /**
     * The first bytes that lie there.
     *
     * @throws IllegalArgumentException if there are not so many
     */
    static byte[] bytes(int count) {
        require(count, BYTES);
        byte[] bytes = new byte[count];
        int whole = count & -Integer.BYTES;
        for (int i = 0; i < whole; i += Integer.BYTES) {
            int four = NUMBERS.get(i >> 2); // reading costs the same for one byte as for four
            bytes[i] = (byte) four;
            bytes[i + 1] = (byte) (four >> 8);
            bytes[i + 2] = (byte) (four >> 16);
            bytes[i + 3] = (byte) (four >> 24);
        }
        for (int i = whole; i < count; i++) {
            bytes[i] = MEMORY.get(i);
        }
        return bytes;
    }

    /** Copies the first numbers that lie there to a place of an array. */
    static void numbers(int[] target, int at, int count) {
        require(count, BYTES / Integer.BYTES);
        NUMBERS.get(0, target, at, count);
    }

    /** Lays bytes there for JavaScript; returns how many. */
    static int give(byte[] bytes) {
        require(bytes.length, BYTES);
        MEMORY.put(0, bytes);
        return bytes.length;
    }

    private static void require(int count, int most) {
        if (count < 0 || count > most) {
            throw new IllegalArgumentException("No more than " + BYTES + " bytes are handed over at once.");
        }
    }
}
