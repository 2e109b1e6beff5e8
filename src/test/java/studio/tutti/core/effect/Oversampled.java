package studio.tutti.core.effect;

/** A second opinion on true peaks: 16 points a frame by a Hann-windowed sinc of 128 frames, which shares nothing with the core. */
final class Oversampled {

    private static final int POINTS = 16;
    private static final int HALF = 64;
    private static final double[][] KERNELS = new double[POINTS][2 * HALF];

    static {
        for (int point = 0; point < POINTS; point++) {
            for (int tap = 0; tap < 2 * HALF; tap++) {
                double distance = tap - (HALF - 1) - (double) point / POINTS;
                double angle = StrictMath.PI * distance;
                double window = StrictMath.cos(StrictMath.PI * distance / (2 * HALF));
                KERNELS[point][tap] = (Math.abs(distance) < 1e-12 ? 1 : StrictMath.sin(angle) / angle) * window * window;
            }
        }
    }

    private Oversampled() {
    }

    /** The highest magnitude, but for the end, where the cut would add peaks of its own. */
    static double peak(double[] sound) {
        double peak = 0;
        double[] padded = new double[sound.length + 2 * HALF];
        System.arraycopy(sound, 0, padded, HALF, sound.length);
        for (double[] kernel : KERNELS) {
            for (int at = 0; at < sound.length - HALF; at++) {
                double even = 0;
                double odd = 0;
                for (int tap = 0; tap < 2 * HALF; tap += 2) {
                    even += kernel[tap] * padded[at + tap];
                    odd += kernel[tap + 1] * padded[at + tap + 1];
                }
                peak = Math.max(peak, Math.abs(even + odd));
            }
        }
        return peak;
    }
}
