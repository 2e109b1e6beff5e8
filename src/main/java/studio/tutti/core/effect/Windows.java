package studio.tutti.core.effect;

import studio.tutti.core.dsp.Fft;
import studio.tutti.core.dsp.GradualFft;

/**
 * Hears two channels window by window (Hann) and transforms them, the second as the imaginary part, as they go: each step a little of the work. What
 * becomes of the spectrum is a subclass's. Nothing is allocated after construction.
 */
abstract class Windows {

    /** What is louder than this is no sound. */
    private static final double LOUD = 1e4;
    /** Points of a step. */
    private static final int SOME = 2048;

    final int size;
    private final int hop;
    private final GradualFft fft;
    private final Fft circle;
    private final double scale;
    private final float[] heardA;
    private final float[] heardB;
    final double[] re;
    final double[] im;

    private int at;
    private int since;
    private int state;
    private int done;
    private int oldest;

    /**
     * @param size frames of a window, a power of two
     * @param hop frames from window to window, a multiple of a cell
     */
    Windows(int size, int hop) {
        this.size = size;
        this.hop = hop;
        fft = new GradualFft(size);
        circle = Fft.of(size);
        scale = Math.sqrt(2 / 0.375) / size;
        heardA = new float[size];
        heardB = new float[size];
        re = new double[size];
        im = new double[size];
    }

    /** Frames of a window that has bins no further apart than some Hz. */
    static int size(int rate, double resolution) {
        int size = 256;
        while (rate > resolution * size) {
            size *= 2;
        }
        return size;
    }

    /** The spectrum is there: sums of powers of the bins are mean squares. */
    abstract void begin();

    /** Takes some bins, 1 or more to before size / 2, in rising order. */
    abstract void take(int from, int to);

    /** All bins were taken. */
    abstract void finish();

    /** Bins of a step. */
    int some() {
        return SOME;
    }

    /** Frames from window to window. */
    final int hop() {
        return hop;
    }

    /** Hears a cell, from a place in the arrays. */
    final void hear(double[] a, double[] b, int from) {
        for (int i = 0; i < Effect.CELL; i++) {
            heardA[at + i] = held(a[from + i]);
            heardB[at + i] = held(b[from + i]);
        }
        at = at + Effect.CELL & size - 1;
        since += Effect.CELL;
        if (since >= hop && state == 0) {
            since = 0;
            state = 1;
            done = 0;
            oldest = at;
        }
    }

    private static float held(double value) {
        return value > LOUD || value < -LOUD ? 0 : (float) value;
    }

    /** Works a little; true if another window was taken. */
    final boolean step() {
        switch (state) {
            case 1 -> copy();
            case 2 -> {
                if (!fft.step()) {
                    state = 3;
                    done = 1;
                    begin();
                }
            }
            case 3 -> {
                int to = Math.min(size / 2, done + some());
                take(done, to);
                done = to;
                if (done == size / 2) {
                    state = 0;
                    finish();
                    return true;
                }
            }
            default -> {
            }
        }
        return false;
    }

    /** The oldest frames first, for they are overwritten next. */
    private void copy() {
        int to = Math.min(size, done + SOME);
        for (int i = done; i < to; i++) {
            int from = oldest + i & size - 1;
            double factor = (0.5 - 0.5 * circle.cosine(i <= size / 2 ? i : size - i)) * scale;
            re[i] = heardA[from] * factor;
            im[i] = heardB[from] * factor;
        }
        done = to;
        if (done == size) {
            fft.begin(re, im, false);
            state = 2;
        }
    }

    void clear() {
        for (int i = 0; i < size; i++) {
            heardA[i] = 0;
            heardB[i] = 0;
        }
        at = 0;
        since = 0;
        state = 0;
    }
}
