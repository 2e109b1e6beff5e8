package studio.tutti.core.protocol;

import studio.tutti.core.arrangement.Id;

/** Reads what {@link ByteWriter} writes, and trusts none of it. Every method throws {@link Malformed} at the end. */
public final class ByteReader {

    private final byte[] bytes;
    private int position;
    private long idHigh;
    private long idLow;

    public ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** How many bytes are left. */
    public int left() {
        return bytes.length - position;
    }

    /** Demands that all was read. */
    public void end() {
        if (position != bytes.length) {
            throw new Malformed("The message is longer than it says.");
        }
    }

    /** One byte, 0 to 255. */
    public int octet() {
        if (position >= bytes.length) {
            throw new Malformed("The message ends too early.");
        }
        return bytes[position++] & 0xFF;
    }

    /** A number that is not negative. */
    public long count() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = octet();
            value |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new Malformed("A number is too long.");
    }

    /**
     * A number of things that follow, each at least one byte long.
     *
     * @param most how many are allowed
     */
    public int count(int most) {
        long value = count();
        if (value < 0 || value > most || value > left()) {
            throw new Malformed("The message speaks of more than it may hold.");
        }
        return (int) value;
    }

    /**
     * A number that is not negative and has a limit.
     *
     * @param most the largest allowed
     */
    public long upTo(long most) {
        long value = count();
        if (value < 0 || value > most) {
            throw new Malformed("A number is larger than it may be.");
        }
        return value;
    }

    /**
     * A number of either sign within limits.
     *
     * @param least the smallest allowed
     * @param most the largest allowed
     */
    public long between(long least, long most) {
        long value = whole();
        if (value < least || value > most) {
            throw new Malformed("A number is out of its range.");
        }
        return value;
    }

    /** A number of either sign. */
    public long whole() {
        long value = count();
        return value >>> 1 ^ -(value & 1);
    }

    /** Eight bytes. */
    public long word() {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = value << 8 | octet();
        }
        return value;
    }

    /** A double; infinities and not-a-number are refused, minus zero becomes zero. */
    public double real() {
        double value = Double.longBitsToDouble(word());
        if (value - value != 0) {
            throw new Malformed("A number is not finite.");
        }
        return value + 0.0;
    }

    /**
     * A text.
     *
     * @param longest how many UTF-16 units are allowed
     */
    public String text(int longest) {
        int length = count(longest);
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            long unit = count();
            if (unit < 0 || unit > 0xFFFF) {
                throw new Malformed("A text holds no such character.");
            }
            text.append((char) unit);
        }
        return text.toString();
    }

    /** An id. */
    public Id id() {
        long form = count();
        if (form == 0) {
            return Id.NONE;
        }
        if (form == 1) {
            idHigh = word();
            idLow = word();
        } else {
            long zigzag = form - 2;
            idLow += zigzag >>> 1 ^ -(zigzag & 1);
        }
        return new Id(idHigh, idLow);
    }

    /**
     * Bytes with their number before them.
     *
     * @param longest how many are allowed
     */
    public byte[] blob(int longest) {
        int length = count(longest);
        byte[] value = new byte[length];
        System.arraycopy(bytes, position, value, 0, length);
        position += length;
        return value;
    }
}
