package studio.tutti.core.instrument;

/**
 * One sounding note of a {@link Keyed} instrument: when it begins, is let go and makes room, exact to the frame. What it sounds like
 * the instruments say.
 */
public abstract class KeyVoice {

    private static final int NONE = Integer.MAX_VALUE;

    /** The note that it belongs to. */
    protected int note;
    protected int key;
    /** The key is down. */
    protected boolean held;
    /** The key is up, the pedal down. */
    protected boolean sustained;
    /** Counts up with every note begun on the instrument. */
    int serial;

    private int begin;
    private int releaseAt;
    private int fadeAt;
    private int fadeFrames;
    private double fade;
    private double fadeStep;

    /** Begins at a frame of the coming cell. */
    final void start(int name, int playedKey, int frame, int number) {
        note = name;
        key = playedKey;
        held = true;
        sustained = false;
        serial = number;
        begin = frame;
        releaseAt = NONE;
        fadeAt = NONE;
        fade = 1;
        fadeStep = 0;
    }

    /** The key goes up at a frame of the coming cell. */
    protected final void release(int frame) {
        held = false;
        sustained = false;
        releaseAt = Math.max(Math.min(releaseAt, frame), begin);
    }

    /** The key is up, or about to go up. */
    protected final boolean isReleased() {
        return !held && !sustained;
    }

    /** Takes a key for one that was about to go up. */
    protected final void holdOn() {
        held = true;
        sustained = false;
        releaseAt = NONE;
    }

    /** Makes room from a frame of the coming cell on, in a straight line over some frames. */
    final void fade(int frame, int frames) {
        held = false;
        sustained = false;
        if (fadeAt == NONE && fadeStep == 0) {
            fadeAt = Math.max(frame, begin);
            fadeFrames = frames;
        }
    }

    /** Sounds, and has not been asked to make room. */
    protected final boolean counts() {
        return fadeAt == NONE && fadeStep == 0;
    }

    /** Adds one cell, made in scratch arrays, to both channels; false when the voice has ended. */
    final boolean render(double[] left, double[] right, double[] madeLeft, double[] madeRight) {
        int at = begin;
        begin = 0;
        cell(at);
        while (at < Sampler.CELL) {
            int limit = Sampler.CELL;
            if (releaseAt <= at) {
                releaseAt = NONE;
                letGo();
            } else if (releaseAt < limit) {
                limit = releaseAt;
            }
            if (fadeAt <= at) {
                fadeAt = NONE;
                fadeStep = 1.0 / fadeFrames;
            } else if (fadeAt < limit) {
                limit = fadeAt;
            }
            make(madeLeft, madeRight, at, limit);
            if (fadeStep > 0) {
                for (int i = at; i < limit; i++) {
                    fade = fade > fadeStep ? fade - fadeStep : 0;
                    madeLeft[i] *= fade;
                    madeRight[i] *= fade;
                }
            }
            for (int i = at; i < limit; i++) {
                left[i] += madeLeft[i];
                right[i] += madeRight[i];
            }
            at = limit;
        }
        return fade > 0 && !over();
    }

    /** Begins a cell that sounds from a frame on. */
    protected abstract void cell(int from);

    /** Makes frames {@code from} to before {@code to} of the cell. */
    protected abstract void make(double[] left, double[] right, int from, int to);

    /** The key went up where {@link #make} goes on. */
    protected abstract void letGo();

    /** Whether nothing more is to be heard of it. */
    protected abstract boolean over();

    /** How loud it is about, 0 … 1; the least is stolen first. */
    protected abstract double loudness();

    /** How much would be missed if it stopped now. */
    final double importance() {
        return held ? loudness() : sustained ? 0.5 * loudness() : 0.1 * loudness();
    }
}
