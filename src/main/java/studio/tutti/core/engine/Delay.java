package studio.tutti.core.engine;

import java.util.Arrays;
import studio.tutti.core.instrument.Sampler;

/**
 * Delays stereo sound by whole frames, so that ways of different latency arrive together. While sound passes, another delay is
 * faded to, once enough was heard for it: nothing clicks and no pitch bends.
 */
final class Delay {

    private static final int LONG = 1 << 30;

    private final int fadeCells;
    private double[] left = new double[0];
    private double[] right = new double[0];
    private int at;
    /** Frames that were written in a row. */
    private int written;
    private int goal;
    private int now;
    private int before;
    private int fading;
    /** Frames since sound was last written. */
    private int quiet = LONG;

    /** @param fadeCells over how many cells another delay is faded to */
    Delay(int fadeCells) {
        this.fadeCells = fadeCells;
    }

    /** The delay that it has or goes to, in frames. */
    int frames() {
        return goal;
    }

    /** Goes to another delay, and makes room for it. {@link #rest} follows where nothing sounds. */
    void aim(int frames) {
        goal = Math.max(0, frames);
        if (goal > 0 && goal + 2 * Sampler.CELL > left.length) {
            int size = Sampler.CELL;
            while (size < goal + 2 * Sampler.CELL) {
                size *= 2;
            }
            left = grown(left, size);
            right = grown(right, size);
            at = 0;
        }
    }

    /** The ring in a larger one, its last frame at place 0. */
    private double[] grown(double[] ring, int size) {
        double[] larger = new double[size];
        for (int back = 0; back < ring.length; back++) {
            larger[size - back & size - 1] = ring[at - back & ring.length - 1];
        }
        return larger;
    }

    /** Whether it delays or is about to; if not, sound may as well go past it. */
    boolean isNeeded() {
        return now > 0 || goal > 0 || fading > 0;
    }

    /** Whether sound is still in it. */
    boolean isBusy() {
        return quiet < Math.max(now, before);
    }

    /** Nothing sounds, before it or in it: it stands where it shall be. */
    void rest() {
        written = 0;
        if (now != goal || fading > 0) {
            now = goal;
            before = goal;
            fading = 0;
            Arrays.fill(left, 0);
            Arrays.fill(right, 0);
        }
    }

    /** Takes a cell in without giving one out: it stands where it shall be as soon as enough was heard. */
    void skip(double[] l, double[] r, boolean heard) {
        if (!isNeeded()) {
            written = 0;
            return;
        }
        write(l, r, heard);
        if (written >= goal + Sampler.CELL) {
            now = goal;
            before = goal;
            fading = 0;
        }
    }

    private void write(double[] l, double[] r, boolean heard) {
        quiet = heard ? 0 : Math.min(quiet + Sampler.CELL, LONG);
        int mask = left.length - 1;
        for (int i = 0; i < Sampler.CELL; i++) {
            at = at + 1 & mask;
            left[at] = l[i];
            right[at] = r[i];
        }
        written = Math.min(written + Sampler.CELL, left.length);
    }

    /** Takes a cell in and puts the delayed one in its place. */
    void pass(double[] l, double[] r, boolean heard) {
        if (!isNeeded()) {
            written = 0;
            return;
        }
        write(l, r, heard);
        if (fading == 0 && now != goal && written >= goal + Sampler.CELL) {
            before = now;
            now = goal;
            fading = fadeCells;
        }
        int mask = left.length - 1;
        int from = at - Sampler.CELL + 1 - now;
        if (fading == 0) {
            for (int i = 0; i < Sampler.CELL; i++) {
                l[i] = left[from + i & mask];
                r[i] = right[from + i & mask];
            }
            return;
        }
        int old = at - Sampler.CELL + 1 - before;
        double step = 1.0 / (fadeCells * Sampler.CELL);
        double weight = (fadeCells - fading) * Sampler.CELL * step;
        for (int i = 0; i < Sampler.CELL; i++) {
            weight += step;
            l[i] = left[from + i & mask] * weight + left[old + i & mask] * (1 - weight);
            r[i] = right[from + i & mask] * weight + right[old + i & mask] * (1 - weight);
        }
        fading--;
        if (fading == 0) {
            before = now;
        }
    }
}
