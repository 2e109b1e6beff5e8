package studio.tutti.core.effect;

import org.jspecify.annotations.Nullable;

/**
 * An effect at its place in a chain: it can be bypassed, and sleeps while there is nothing to hear.
 *
 * <p>Bypassed, the sound passes with its bits untouched, but as late as the effect would make it, so that nothing else in the mix has
 * to move; between the two it fades over {@link Effect#FADE_SECONDS}. An effect that comes back hears the sound swell for as long
 * before, so that its own delays begin without a click.
 *
 * <p>Once the input has been silent for the effect's latency and tail, nothing is computed and silence comes out. What was set meanwhile
 * is there at once when sound comes again.
 */
public final class Insert {

    /** Frames of latency that an effect may have. */
    private static final int MOST_LATENCY = 8191;

    private final Effect effect;
    private final int rate;
    private final DelayPair dry = new DelayPair();
    private final double[] dryLeft = new double[Effect.CELL];
    private final double[] dryRight = new double[Effect.CELL];
    private final int fadeCells;
    private boolean bypassed;
    /** Cells that are left until the effect is out, {@link #fadeCells} while it is in. */
    private int present;
    /** Cells since the effect began to hear the sound, up to {@link #warmCells}; 0 while it hears nothing. */
    private int warm;
    private boolean asleep;
    private long silentFrames;

    /**
     * @param effect one that is prepared for the rate
     * @param rate frames a second
     */
    public Insert(Effect effect, int rate) {
        this.effect = effect;
        this.rate = rate;
        fadeCells = (int) (Effect.FADE_SECONDS * rate / Effect.CELL) + 1;
        present = fadeCells;
        warm = warmCells();
        dry.hold(MOST_LATENCY, fadeCells);
        dry.aim(effect.latency(), effect.latency());
        dry.settle();
    }

    public Effect effect() {
        return effect;
    }

    /** Lets the sound pass, or not; {@link #settle} does it at once. */
    public void bypass(boolean passes) {
        bypassed = passes;
    }

    public boolean bypassed() {
        return bypassed;
    }

    /** Whether nothing is computed, for nothing would be heard. */
    public boolean asleep() {
        return asleep;
    }

    /** Puts bypass and parameters where they shall be at once. */
    public void settle() {
        present = bypassed ? 0 : fadeCells;
        warm = bypassed ? 0 : warmCells();
        dry.aim(effect.latency(), effect.latency());
        dry.settle();
        effect.settle();
    }

    /** Frames by which the sound comes out later, bypassed or not. */
    public int latency() {
        return effect.latency();
    }

    /** Changes one cell of {@link Effect#CELL} frames in place. */
    public void cell(double[] left, double[] right, double @Nullable [] sideLeft, double @Nullable [] sideRight) {
        if (silent(left) && silent(right)) {
            silentFrames += Effect.CELL;
        } else {
            silentFrames = 0;
            if (asleep) {
                asleep = false;
                settle();
            }
        }
        if (asleep) {
            return;
        }
        play(left, right, sideLeft, sideRight);
        asleep = silentFrames > effect.latency() + effect.tail() * rate + Effect.CELL;
    }

    private void play(double[] left, double[] right, double @Nullable [] sideLeft, double @Nullable [] sideRight) {
        dry.aim(effect.latency(), effect.latency());
        dry.begin();
        for (int i = 0; i < Effect.CELL; i++) {
            dry.next(left[i], right[i]);
            dryLeft[i] = dry.left;
            dryRight[i] = dry.right;
        }
        dry.end();
        int before = present;
        int warmBefore = warm;
        if (bypassed) {
            present = Math.max(0, present - 1);
            warm = present == 0 ? 0 : warm;
        } else if (warm < warmCells()) {
            warm++;
        } else {
            present = Math.min(fadeCells, present + 1);
        }
        if (before == 0 && warm == 0) {
            System.arraycopy(dryLeft, 0, left, 0, Effect.CELL);
            System.arraycopy(dryRight, 0, right, 0, Effect.CELL);
            return;
        }
        if (warmBefore == 0) {
            effect.settle();
            effect.reset();
        }
        if (warmBefore < fadeCells) {
            swell(left, right, smooth(warmBefore), smooth(Math.min(warm, fadeCells)));
        }
        effect.process(left, right, sideLeft, sideRight, 0, Effect.CELL);
        if (before < fadeCells || present < fadeCells) {
            fade(left, right, smooth(before), smooth(present));
        }
    }

    /** Until its input has swollen and come through, the effect isn't heard. */
    private int warmCells() {
        return fadeCells + effect.latency() / Effect.CELL + 1;
    }

    private static void swell(double[] left, double[] right, double from, double to) {
        double step = (to - from) / Effect.CELL;
        double gain = from;
        for (int i = 0; i < Effect.CELL; i++) {
            gain += step;
            left[i] *= gain;
            right[i] *= gain;
        }
    }

    private double smooth(int cells) {
        double part = (double) cells / fadeCells;
        return part * part * (3 - 2 * part);
    }

    private void fade(double[] left, double[] right, double from, double to) {
        double step = (to - from) / Effect.CELL;
        double wet = from;
        for (int i = 0; i < Effect.CELL; i++) {
            wet += step;
            left[i] = dryLeft[i] + (left[i] - dryLeft[i]) * wet;
            right[i] = dryRight[i] + (right[i] - dryRight[i]) * wet;
        }
    }

    private static boolean silent(double[] sound) {
        for (int i = 0; i < Effect.CELL; i++) {
            if (sound[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
