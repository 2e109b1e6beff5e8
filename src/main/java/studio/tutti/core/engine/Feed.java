package studio.tutti.core.engine;

import org.jspecify.annotations.Nullable;
import studio.tutti.core.dsp.Decibels;
import studio.tutti.core.instrument.Sampler;

/**
 * A way of sound out of a channel: to its output, to a bus, or into a side-chain; with its gain, and the delay that lets it
 * arrive together with the others. A new way comes in from silence, one that is not wanted any more fades, within 20 ms.
 */
final class Feed {

    /** Through fader and pan, and the meter. */
    static final int OUTPUT = 0;
    /** Through fader and pan. */
    static final int AFTER = 1;
    /** As it comes from the inserts. */
    static final int BEFORE = 2;
    /** The same, into a side-chain. */
    static final int KEY = 3;

    final Channel from;
    final Channel to;
    /** The insert whose side-chain it goes into, or null for the channel's own input. */
    final @Nullable Slot key;
    /** The song's name for a send; else 0. */
    final int name;
    int kind;
    boolean wanted = true;
    /** The gain of the way itself, 0 while it is muted. */
    double level = 1;
    private int volume;
    private boolean sounds = true;
    private double moved = Double.NaN;
    final Delay delay;

    private final int rampCells;
    private double gainLeft;
    private double gainRight;
    private double targetLeft;
    private double targetRight;
    private int moving;
    private boolean counted;

    Feed(Channel from, Channel to, @Nullable Slot key, int kind, int name, int rampCells) {
        this.from = from;
        this.to = to;
        this.key = key;
        this.kind = kind;
        this.name = name;
        this.rampCells = rampCells;
        delay = new Delay(rampCells);
    }

    /** Whether it is the same way that something else asks for. */
    boolean is(Channel other, @Nullable Slot otherKey, boolean isOutput, int otherName) {
        return to == other && key == otherKey && (kind == OUTPUT) == isOutput && name == otherName;
    }

    /** Sets the level of a send, in hundredths of a dB, and whether it is heard. */
    void fader(int hundredths, boolean on) {
        volume = hundredths;
        sounds = on;
        place();
    }

    /** A lane moves the level, in hundredths of a dB. */
    void move(double hundredths) {
        moved = hundredths;
        place();
    }

    /** No lane moves the level. */
    void unmoved() {
        if (moved == moved) {
            moved = Double.NaN;
            place();
        }
    }

    private void place() {
        double hundredths = moved == moved ? moved : volume;
        level = sounds && hundredths > -9600 ? Decibels.gain(hundredths * 0.01) : 0;
    }

    /** Moves its gain to where fader, pan and level put it. */
    void aim() {
        aim(false);
    }

    /** The same until the end of the cell, or over the usual time where that would be a step. */
    void follow() {
        aim(true);
    }

    private void aim(boolean soon) {
        double own = wanted ? level : 0;
        boolean fades = kind == OUTPUT || kind == AFTER;
        double l = fades ? from.faderLeft() * own : own;
        double r = fades ? from.faderRight() * own : own;
        if (l != targetLeft || r != targetRight) {
            double step = Math.max(Math.abs(l - targetLeft), Math.abs(r - targetRight));
            moving = soon && step * rampCells <= 1 ? Math.max(moving, 1) : rampCells;
            targetLeft = l;
            targetRight = r;
        }
    }

    /** Whether nothing comes through it any more, nor will. */
    boolean isOver() {
        return !wanted && targetLeft == 0 && targetRight == 0 && moving == 0 && !delay.isBusy();
    }

    /** Whether sound is still on its way. */
    boolean isBusy() {
        return delay.isBusy();
    }

    /** Nothing comes in: it stands at once where it shall be. */
    void settle() {
        gainLeft = targetLeft;
        gainRight = targetRight;
        moving = 0;
        if (!delay.isBusy()) {
            delay.rest();
        }
    }

    /** Lets the insert know that one more way leads into its side-chain, until that is over. */
    void count() {
        counted = key != null;
        if (key != null) {
            key.keys++;
        }
    }

    /** Passes the channel's cell on, or silence. */
    void pass(boolean silent, Pair scratch) {
        if (counted && key != null && isOver()) {
            counted = false;
            key.keys--;
        }
        Pair target = key == null ? to.in : key.key;
        Probe probe = kind == OUTPUT && wanted ? from.probe : null;
        if (silent) {
            if (probe != null) {
                probe.hearSilence();
            }
            settle();
            if (delay.isBusy()) {
                fill(scratch);
                delay.pass(scratch.left, scratch.right, false);
                target.add(scratch.left, scratch.right);
            }
            return;
        }
        if (!wanted && moving == 0 && !delay.isNeeded()) {
            return;
        }
        multiply(scratch);
        if (probe != null) {
            probe.hear(scratch.left, scratch.right);
        }
        delay.pass(scratch.left, scratch.right, true);
        target.add(scratch.left, scratch.right);
    }

    private static void fill(Pair scratch) {
        for (int i = 0; i < Sampler.CELL; i++) {
            scratch.left[i] = 0;
            scratch.right[i] = 0;
        }
    }

    private void multiply(Pair scratch) {
        double g1 = gainLeft;
        double g2 = gainRight;
        double slope1 = 0;
        double slope2 = 0;
        if (moving > 0) {
            slope1 = (targetLeft - g1) / (moving * Sampler.CELL);
            slope2 = (targetRight - g2) / (moving * Sampler.CELL);
        }
        double[] l = from.in.left;
        double[] r = from.in.right;
        double high1 = 0;
        double high2 = 0;
        for (int i = 0; i < Sampler.CELL; i++) {
            double a = l[i] * g1;
            double b = r[i] * g2;
            scratch.left[i] = a;
            scratch.right[i] = b;
            a = a < 0 ? -a : a;
            b = b < 0 ? -b : b;
            high1 = a > high1 ? a : high1;
            high2 = b > high2 ? b : high2;
            g1 += slope1;
            g2 += slope2;
        }
        if (kind == OUTPUT) {
            from.meter(high1, high2);
        }
        if (moving > 0) {
            moving--;
            gainLeft = moving == 0 ? targetLeft : g1;
            gainRight = moving == 0 ? targetRight : g2;
        }
    }
}
