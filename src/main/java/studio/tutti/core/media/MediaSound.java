package studio.tutti.core.media;

import org.jspecify.annotations.Nullable;

/**
 * A recording as it is played: 16-bit samples of one or two channels at the recording's own rate. They arrive in blocks of
 * {@value #BLOCK} frames in any order, and can be let go again; what is not there reads as silence.
 */
public final class MediaSound {

    /** Frames of a block; the last one may have fewer. */
    public static final int BLOCK = 1 << 15;

    private static final int BITS = 15;
    private static final int WITHIN = BLOCK - 1;

    private final MediaKey key;
    private final int rate;
    private final int frames;
    private final @Nullable short[][] left;
    private final @Nullable short[][] right;
    private final boolean stereo;
    private int blocks;

    /**
     * @param rate frames a second
     * @param channels 1 or 2
     * @param frames of the whole recording
     */
    public MediaSound(MediaKey key, int rate, int channels, int frames) {
        if (rate < 1 || channels < 1 || channels > 2 || frames < 0) {
            throw new IllegalArgumentException("A recording has one or two channels and a rate.");
        }
        this.key = key;
        this.rate = rate;
        this.frames = frames;
        stereo = channels == 2;
        int count = (int) (((long) frames + WITHIN) >> BITS);
        left = new short[count][];
        right = stereo ? new short[count][] : left;
    }

    public MediaKey key() {
        return key;
    }

    /** Frames a second. */
    public int rate() {
        return rate;
    }

    public int channels() {
        return stereo ? 2 : 1;
    }

    /** Frames of the whole recording, arrived or not. */
    public int frames() {
        return frames;
    }

    /** How many blocks the recording has. */
    public int blocks() {
        return left.length;
    }

    /** How many of them are there. */
    public int arrived() {
        return blocks;
    }

    public boolean isWhole() {
        return blocks == left.length;
    }

    /** Whether a block is there; one beyond the recording's ends is. */
    public boolean has(int block) {
        return block < 0 || block >= left.length || left[block] != null;
    }

    /** Whether all of a stretch is there; what lies beyond the recording's ends is. */
    public boolean has(int from, int to) {
        for (int block = Math.max(0, from) >> BITS; block <= Math.min(to, frames) - 1 >> BITS; block++) {
            if (!has(block)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Takes a block in.
     *
     * @param bytes frame by frame, the left channel before the right, each sample's lower byte first
     * @throws IllegalArgumentException if there is no such block, or it is of another length
     */
    public void put(int block, byte[] bytes) {
        if (block < 0 || block >= left.length) {
            throw new IllegalArgumentException("The recording has no block " + block + ".");
        }
        int count = Math.min(BLOCK, frames - (block << BITS));
        if (bytes.length != count * 2 * channels()) {
            throw new IllegalArgumentException("A block of a recording is whole.");
        }
        short[] l = new short[count];
        short[] r = stereo ? new short[count] : l;
        int at = 0;
        for (int i = 0; i < count; i++) {
            l[i] = (short) (bytes[at] & 0xFF | bytes[at + 1] << 8);
            at += 2;
            if (stereo) {
                r[i] = (short) (bytes[at] & 0xFF | bytes[at + 1] << 8);
                at += 2;
            }
        }
        put(block, l, r);
    }

    /** Takes a block of two channels in; the arrays are kept. A recording of one channel takes the left. */
    void put(int block, short[] l, short[] r) {
        if (left[block] == null) {
            blocks++;
        }
        left[block] = l;
        right[block] = stereo ? r : l;
    }

    /** The samples of a block of a channel, not to be changed; null where it isn't there. */
    public short @Nullable [] block(int channel, int block) {
        return block < 0 || block >= left.length ? null : channel == 0 ? left[block] : right[block];
    }

    /** Lets a block go. */
    public void drop(int block) {
        if (block >= 0 && block < left.length && left[block] != null) {
            blocks--;
            left[block] = null;
            right[block] = null;
        }
    }

    /** A sample, −32,768 … 32,767, 0 where there is none. The right channel of one that has no right is the left. */
    public int at(int channel, int frame) {
        if (frame < 0 || frame >= frames) {
            return 0;
        }
        short[] block = channel == 0 ? left[frame >> BITS] : right[frame >> BITS];
        return block == null ? 0 : block[frame & WITHIN];
    }

    /**
     * Lays out a stretch of one channel, −32,768 … 32,767; silence where nothing is.
     *
     * @param from the first frame, may lie before the recording
     * @param count frames to lay out, from the beginning of the array
     */
    public void lay(int channel, int from, double[] to, int count) {
        int laid = 0;
        while (laid < count) {
            int frame = from + laid;
            if (frame < 0 || frame >= frames) {
                int some = frame < 0 ? Math.min(count - laid, -frame) : count - laid;
                for (int i = 0; i < some; i++) {
                    to[laid + i] = 0;
                }
                laid += some;
                continue;
            }
            int within = frame & WITHIN;
            int some = Math.min(count - laid, Math.min(BLOCK - within, frames - frame));
            short[] block = channel == 0 ? left[frame >> BITS] : right[frame >> BITS];
            for (int i = 0; i < some; i++) {
                to[laid + i] = block == null ? 0 : block[within + i];
            }
            laid += some;
        }
    }
}
