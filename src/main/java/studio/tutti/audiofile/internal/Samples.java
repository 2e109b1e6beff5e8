package studio.tutti.audiofile.internal;

import studio.tutti.audiofile.AudioRefused;

import java.io.IOException;

/** How uncompressed samples are stored, and the way from there to numbers of full scale ±1. */
enum Samples {
    UNSIGNED8(1), INTEGER8(1), INTEGER16(2), INTEGER24(3), INTEGER32(4), FLOAT32(4), FLOAT64(8);

    private final int bytes;

    Samples(int bytes) {
        this.bytes = bytes;
    }

    int bytes() {
        return bytes;
    }

    int bits() {
        return Math.min(32, 8 * bytes);
    }

    /** The one that holds so many bits as integers. */
    static Samples integers(int bits, boolean unsigned8) throws AudioRefused {
        return switch ((bits + 7) / 8) {
            case 1 -> unsigned8 ? UNSIGNED8 : INTEGER8;
            case 2 -> INTEGER16;
            case 3 -> INTEGER24;
            case 4 -> INTEGER32;
            default -> throw new AudioRefused("The sound has " + bits + " bits a sample; 8, 16, 24 and 32 can be read.");
        };
    }

    /** The one that holds floating-point numbers of so many bits. */
    static Samples floats(int bits) throws AudioRefused {
        return switch (bits) {
            case 32 -> FLOAT32;
            case 64 -> FLOAT64;
            default -> throw new AudioRefused("The sound has floating-point samples of " + bits + " bits; 32 and 64 can be read.");
        };
    }

    /** Reads interleaved frames out of bytes. What is no number counts as silence. */
    void decode(byte[] from, boolean bigEndian, float[][] into, int at, int frames) throws IOException {
        int channels = into.length;
        int place = 0;
        for (int frame = at; frame < at + frames; frame++) {
            for (int channel = 0; channel < channels; channel++, place += bytes) {
                into[channel][frame] = value(bits(from, place, bigEndian));
            }
        }
    }

    private long bits(byte[] from, int place, boolean bigEndian) {
        long bits = 0;
        for (int i = 0; i < bytes; i++) {
            bits = bits << 8 | from[place + (bigEndian ? i : bytes - 1 - i)] & 0xFF;
        }
        return bits;
    }

    private float value(long bits) {
        return switch (this) {
            case UNSIGNED8 -> (bits - 128) / 128f;
            case INTEGER8 -> (byte) bits / 128f;
            case INTEGER16 -> (short) bits / 32768f;
            case INTEGER24 -> ((int) bits << 8 >> 8) / 8388608f;
            case INTEGER32 -> (float) ((int) bits / 2147483648.0);
            case FLOAT32 -> number(Float.intBitsToFloat((int) bits));
            case FLOAT64 -> number((float) Double.longBitsToDouble(bits));
        };
    }

    private static float number(float value) {
        return Float.isFinite(value) ? value : 0;
    }
}
