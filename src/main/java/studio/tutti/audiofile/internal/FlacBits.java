package studio.tutti.audiofile.internal;

import java.io.IOException;

/** A FLAC frame's bits, highest first, with the check sums of the bytes that were taken so far. */
final class FlacBits {

    private final FileBytes bytes;
    /** The bits that were taken from the file and not yet read, at the lower end. */
    private long held;
    private int count;
    private int crc8;
    private int crc16;

    FlacBits(FileBytes bytes) {
        this.bytes = bytes;
    }

    /** A frame begins. */
    void begin() {
        held = 0;
        count = 0;
        crc8 = 0;
        crc16 = 0;
    }

    int crc8() {
        return crc8;
    }

    int crc16() {
        return crc16;
    }

    private void take() throws IOException {
        int value = bytes.u8();
        crc8 = Crc.eight(crc8, value);
        crc16 = Crc.sixteen(crc16, value);
        held = held << 8 | value;
        count += 8;
    }

    /** Up to 33 bits without sign. */
    long unsigned(int bits) throws IOException {
        while (count < bits) {
            take();
        }
        count -= bits;
        long value = held >>> count;
        held &= (1L << count) - 1;
        return value;
    }

    /** Up to 33 bits in two's complement. */
    long signed(int bits) throws IOException {
        if (bits == 0) {
            return 0;
        }
        return unsigned(bits) << 64 - bits >> 64 - bits;
    }

    /** How many zeros come before the next one, which is passed, too. */
    int unary() throws IOException {
        int zeros = 0;
        while (held == 0) {
            zeros += count;
            count = 0;
            take();
        }
        int leading = Long.numberOfLeadingZeros(held) - (64 - count);
        count -= leading + 1;
        held &= (1L << count) - 1;
        return zeros + leading;
    }

    /** A number folded so that small ones of both signs are small. */
    long rice(int parameter) throws IOException {
        long folded = (long) unary() << parameter | unsigned(parameter);
        return folded >>> 1 ^ -(folded & 1);
    }

    /** Leaves what is left of a byte. */
    void align() {
        held = 0;
        count = 0;
    }
}
