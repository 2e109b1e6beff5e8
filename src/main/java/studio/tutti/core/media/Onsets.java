package studio.tutti.core.media;

import java.util.Arrays;

/**
 * Where sounds begin in a recording: where the power of its first difference, in steps of {@value #STEP} frames, comes to more
 * than {@value #RISE} times what it was over the 30 ms before, at most one in 30 ms.
 */
final class Onsets {

    private static final int STEP = 128;
    private static final double RISE = 6;
    private static final double APART = 0.03;
    /** The mean square of the difference, in steps of 16 bits, below which nothing begins. */
    private static final double FLOOR = 400;

    private Onsets() {}

    /** Frames at which sounds begin, rising. */
    static int[] of(MediaSound sound) {
        int steps = sound.frames() / STEP;
        double[] powers = new double[steps];
        double[] left = new double[STEP + 1];
        double[] right = new double[STEP + 1];
        for (int step = 0; step < steps; step++) {
            sound.lay(0, step * STEP - 1, left, STEP + 1);
            sound.lay(1, step * STEP - 1, right, STEP + 1);
            double sum = 0;
            for (int i = 1; i <= STEP; i++) {
                double l = left[i] - left[i - 1];
                double r = right[i] - right[i - 1];
                sum += l * l + r * r;
            }
            powers[step] = sum / STEP;
        }
        int before = Math.max(2, (int) (APART * sound.rate() / STEP));
        int[] found = new int[steps];
        int count = 0;
        int last = -before;
        double usual = 0;
        for (int step = 0; step < steps; step++) {
            if (powers[step] > FLOOR && powers[step] > RISE * (usual / before) && step - last >= before) {
                found[count++] = sharpest(sound, step);
                last = step;
            }
            usual += powers[step];
            if (step >= before) {
                usual -= powers[step - before];
            }
            usual = usual < 0 ? 0 : usual;
        }
        return Arrays.copyOf(found, count);
    }

    /** The frame of a step where the difference is first half as large as anywhere in it. */
    private static int sharpest(MediaSound sound, int step) {
        int most = 0;
        for (int frame = step * STEP; frame < (step + 1) * STEP; frame++) {
            most = Math.max(most, difference(sound, frame));
        }
        for (int frame = step * STEP; frame < (step + 1) * STEP; frame++) {
            if (2 * difference(sound, frame) >= most) {
                return frame;
            }
        }
        return step * STEP;
    }

    private static int difference(MediaSound sound, int frame) {
        return Math.abs(sound.at(0, frame) - sound.at(0, frame - 1)) + Math.abs(sound.at(1, frame) - sound.at(1, frame - 1));
    }
}
