package studio.tutti.core.dsp;

/**
 * A transform in small steps, so that no block of sound has to wait for all of it: the same bits as {@link Fft} gives at once. Nothing is
 * allocated after construction.
 */
public final class GradualFft {

    /** Butterflies of a step; some 8 µs. */
    private static final int SOME = 2048;

    private final Fft fft;
    private final int size;
    private double[] re = new double[0];
    private double[] im = new double[0];
    private boolean inverse;
    /** Half the size of the transforms that are put together; 0 while points are put in order. */
    private int half;
    private int at;

    /** @param size points, a power of two from 2 to 2²⁰ */
    public GradualFft(int size) {
        fft = Fft.of(size);
        this.size = size;
        half = size;
    }

    /** Begins to transform two arrays in place, {@link Fft#forward} or {@link Fft#inverse}; {@link #step} does it. */
    public void begin(double[] real, double[] imaginary, boolean back) {
        re = back ? imaginary : real;
        im = back ? real : imaginary;
        inverse = back;
        half = 0;
        at = 0;
    }

    /** Does a piece and says whether more is left. */
    public boolean step() {
        if (half == 0) {
            int to = Math.min(size, at + 2 * SOME);
            fft.reorder(re, im, at, to);
            next(to, size, 1);
            return true;
        }
        if (half < size) {
            int to = Math.min(size / 2, at + SOME);
            fft.pass(re, im, half, at, to);
            next(to, size / 2, 2 * half);
            return half < size || inverse;
        }
        if (inverse) {
            inverse = false;
            fft.scale(re, im);
        }
        return false;
    }

    private void next(int reached, int all, int following) {
        at = reached;
        if (at >= all) {
            at = 0;
            half = following;
        }
    }
}
