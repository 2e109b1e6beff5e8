package studio.tutti.audiofile.internal;

/**
 * Numbers of full scale ±1 as integers: rounded in 24 bits, in 16 after triangular dither of one step, the same row of random
 * numbers for every file.
 */
final class Quantiser {

    private final int bits;
    private long dither = 0x9E3779B97F4A7C15L;

    /** @param bits 16 or 24 */
    Quantiser(int bits) {
        this.bits = bits;
    }

    int of(float value) {
        if (bits == 16) {
            return (int) Math.clamp(Math.round(value * 32768.0 + (random() - random())), -32768, 32767);
        }
        return (int) Math.clamp(Math.round(value * 8388608.0), -8388608, 8388607);
    }

    /** 0 up to 1. */
    private double random() {
        dither ^= dither << 13;
        dither ^= dither >>> 7;
        dither ^= dither << 17;
        return (dither >>> 11) * 0x1p-53;
    }
}
