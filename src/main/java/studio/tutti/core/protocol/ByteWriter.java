package studio.tutti.core.protocol;

import java.util.Arrays;
import studio.tutti.core.arrangement.Id;

/** Writes the compact binary form: variable-length numbers of 7 bits a byte, least significant first. */
public final class ByteWriter {

    private byte[] bytes = new byte[64];
    private int length;
    private long idHigh;
    private long idLow;

    /** What was written. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** How many bytes were written. */
    public int length() {
        return length;
    }

    /** One byte, the lower eight bits. */
    public void octet(int value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, length * 2);
        }
        bytes[length++] = (byte) value;
    }

    /** A number that is not negative; 1 to 9 bytes. */
    public void count(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            octet((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        octet((int) rest);
    }

    /** A number of either sign; small ones are short (zigzag). */
    public void whole(long value) {
        count(value << 1 ^ value >> 63);
    }

    /** Eight bytes, most significant first. */
    public void word(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            octet((int) (value >>> shift));
        }
    }

    /** A finite double, eight bytes. */
    public void real(double value) {
        word(Double.doubleToLongBits(value));
    }

    /** A text: its length in UTF-16 units, then each unit as a count. */
    public void text(String value) {
        count(value.length());
        for (int i = 0; i < value.length(); i++) {
            count(value.charAt(i));
        }
    }

    /**
     * An id: one that shares its upper half with the id before it as the difference of the lower halves, so that the ids
     * of one session take a byte or two.
     */
    public void id(Id id) {
        long step = id.low() - idLow;
        if (id.isNone()) {
            octet(0);
            return;
        }
        if (id.high() == idHigh && step > -(1L << 30) && step < 1L << 30) {
            count((step << 1 ^ step >> 63) + 2);
        } else {
            octet(1);
            word(id.high());
            word(id.low());
        }
        idHigh = id.high();
        idLow = id.low();
    }

    /** Bytes with their number before them. */
    public void blob(byte[] value) {
        count(value.length);
        if (length + value.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + value.length, bytes.length * 2));
        }
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
    }
}
