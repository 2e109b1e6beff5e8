package studio.tutti.library.internal.media;

import java.io.ByteArrayOutputStream;

/**
 * What is drawn of a sound: the lowest and the highest sample of each stretch, both channels together, in 8 bits, at
 * {@value #LEVELS} resolutions: stretches of 16, 128, 1,024 and 8,192 frames, one resolution after the other.
 */
public final class Peaks {

    public static final int LEVELS = 4;

    private static final int FINEST = 16;
    private static final int STEP = 8;

    private final ByteArrayOutputStream finest = new ByteArrayOutputStream();
    private int low = Short.MAX_VALUE;
    private int high = Short.MIN_VALUE;
    private int gathered;

    /** Frames of one stretch. */
    public static int stretch(int level) {
        int frames = FINEST;
        for (int i = 0; i < level; i++) {
            frames *= STEP;
        }
        return frames;
    }

    /** Stretches of a sound. */
    public static int points(long frames, int level) {
        return (int) ((frames + stretch(level) - 1) / stretch(level));
    }

    /** Where a resolution begins, in bytes. */
    public static long begin(long frames, int level) {
        long at = 0;
        for (int i = 0; i < level; i++) {
            at += 2L * points(frames, i);
        }
        return at;
    }

    /** Takes the next frame. */
    void add(int lowest, int highest) {
        low = Math.min(low, lowest);
        high = Math.max(high, highest);
        if (++gathered == FINEST) {
            write();
        }
    }

    private void write() {
        finest.write(low >> 8);
        finest.write(high >> 8);
        low = Short.MAX_VALUE;
        high = Short.MIN_VALUE;
        gathered = 0;
    }

    /** All resolutions. */
    byte[] bytes() {
        if (gathered > 0) {
            write();
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] level = finest.toByteArray();
        all.writeBytes(level);
        for (int i = 1; i < LEVELS; i++) {
            level = coarser(level);
            all.writeBytes(level);
        }
        return all.toByteArray();
    }

    private static byte[] coarser(byte[] finer) {
        int points = (finer.length / 2 + STEP - 1) / STEP;
        byte[] coarse = new byte[2 * points];
        for (int point = 0; point < points; point++) {
            byte lowest = Byte.MAX_VALUE;
            byte highest = Byte.MIN_VALUE;
            for (int i = 2 * STEP * point; i < Math.min(finer.length, 2 * STEP * (point + 1)); i += 2) {
                lowest = (byte) Math.min(lowest, finer[i]);
                highest = (byte) Math.max(highest, finer[i + 1]);
            }
            coarse[2 * point] = lowest;
            coarse[2 * point + 1] = highest;
        }
        return coarse;
    }
}
