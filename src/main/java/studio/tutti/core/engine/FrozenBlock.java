package studio.tutti.core.engine;

/**
 * Some frames of a frozen track: 16-bit samples and the one step that they are counted in.
 *
 * <p>As bytes: the step as the bits of a {@code float}, then the left channel and the right, little-endian; a silent block
 * is a step of 0 and nothing else.
 */
public final class FrozenBlock {

    private static final int FULL = 32_767;
    /** Below this, 132 dB under full scale, a block is silent. */
    private static final double SILENCE = 2.5e-7;
    private static final int HEAD = 4;
    private static final int BYTES = HEAD + 4 * FrozenTrack.BLOCK;

    private final short[] samples;
    private final double step;

    private FrozenBlock(short[] samples, double step) {
        this.samples = samples;
        this.step = step;
    }

    double left(int frame) {
        return samples[frame] * step;
    }

    double right(int frame) {
        return samples[FrozenTrack.BLOCK + frame] * step;
    }

    /** The bytes of a block of sound, {@value FrozenTrack#BLOCK} frames from a place on. */
    public static byte[] encode(float[] left, float[] right, int from) {
        double peak = 0;
        for (int i = from; i < from + FrozenTrack.BLOCK; i++) {
            peak = Math.max(peak, Math.max(Math.abs((double) left[i]), Math.abs((double) right[i])));
        }
        if (peak < SILENCE) {
            return new byte[HEAD];
        }
        float step = (float) (peak / FULL);
        byte[] bytes = new byte[BYTES];
        int bits = Float.floatToIntBits(step);
        for (int i = 0; i < HEAD; i++) {
            bytes[i] = (byte) (bits >> 8 * i);
        }
        encode(left, from, step, bytes, HEAD);
        encode(right, from, step, bytes, HEAD + 2 * FrozenTrack.BLOCK);
        return bytes;
    }

    private static void encode(float[] sound, int from, double step, byte[] bytes, int at) {
        for (int i = 0; i < FrozenTrack.BLOCK; i++) {
            double exact = sound[from + i] / step;
            int sample = (int) (exact < 0 ? exact - 0.5 : exact + 0.5);
            sample = Math.max(-FULL, Math.min(FULL, sample));
            bytes[at + 2 * i] = (byte) sample;
            bytes[at + 2 * i + 1] = (byte) (sample >> 8);
        }
    }

    /**
     * Reads whole blocks and adds them to a track. Returns whether the track is complete.
     *
     * @throws IllegalArgumentException if a block is cut short
     */
    public static boolean decode(byte[] bytes, FrozenTrack track) {
        boolean whole = track.frames() == 0;
        int at = 0;
        while (at < bytes.length) {
            int length = length(bytes, at);
            if (at + length > bytes.length) {
                throw new IllegalArgumentException("A block of a frozen track is cut short.");
            }
            whole = track.add(length == HEAD ? null : decode(bytes, at));
            at += length;
        }
        return whole;
    }

    private static int length(byte[] bytes, int at) {
        return at + HEAD > bytes.length || step(bytes, at) != 0 ? BYTES : HEAD;
    }

    private static FrozenBlock decode(byte[] bytes, int at) {
        short[] samples = new short[2 * FrozenTrack.BLOCK];
        for (int i = 0; i < samples.length; i++) {
            int byteAt = at + HEAD + 2 * i;
            samples[i] = (short) (bytes[byteAt] & 0xFF | bytes[byteAt + 1] << 8);
        }
        return new FrozenBlock(samples, step(bytes, at));
    }

    private static float step(byte[] bytes, int at) {
        int bits = 0;
        for (int i = 0; i < HEAD; i++) {
            bits |= (bytes[at + i] & 0xFF) << 8 * i;
        }
        return Float.intBitsToFloat(bits);
    }
}
