package studio.tutti.core.effect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes a stereo sound in place: one insert of a track or of a bus.
 *
 * <p>Life: {@link #prepare} once, then {@link #process} block after block, {@link #set} between blocks at any time. Only
 * {@code prepare} allocates. Used by one thread at a time.
 *
 * <p>An effect counts cells of {@value #CELL} frames from its preparation or its last {@link #reset}. A value that is set takes
 * effect with the next cell, so the sound does not depend on how the frames were divided into blocks, as long as values are set
 * at the same cells. Frames that are no numbers, or infinite, count as silence.
 */
public interface Effect {

    /** Frames of a cell, as the engine's. */
    int CELL = 64;

    /**
     * A gliding parameter follows what is set through two lowpasses of this time constant: 20 ms late, 90 % of the way after 39 ms, 99 %
     * after 66 ms.
     */
    double GLIDE_SECONDS = 0.01;

    /** How long one sound fades into another where a parameter can't glide, rounded up to whole cells. */
    double FADE_SECONDS = 0.02;

    /** What can be set, in a fixed order; {@link #set} takes the place in this list. */
    List<Parameter> parameters();

    /**
     * Makes ready for a rate, with silence behind it and every parameter at the value last set.
     *
     * @param rate frames a second, 8,000 … 192,000
     */
    void prepare(int rate);

    /**
     * Does a piece of what {@link #prepare} does, the memory of one delay line or so, and says whether more is left. It may be called in place
     * of it, again and again until it says no, so that nobody has to wait for all at once.
     */
    default boolean prepareNext(int rate) {
        prepare(rate);
        return false;
    }

    /** Sets a parameter, in its unit; values beyond its range are held at the range's end. */
    void set(int parameter, double value);

    /** The value of a parameter that was set last, reached or not. */
    double get(int parameter);

    /** Puts every parameter at its value at once, for a sound that has not begun. */
    void settle();

    /** Forgets every sound heard so far, and begins a cell. */
    void reset();

    /**
     * Changes the next frames in place.
     *
     * @param sideLeft what a compressor listens to instead, at the same places, or nothing; effects without side-chain ignore it
     * @param sideRight the right channel of that
     * @param from the first frame in the arrays
     * @param frames how many
     */
    void process(double[] left, double[] right, double @Nullable [] sideLeft, double @Nullable [] sideRight, int from, int frames);

    default void process(double[] left, double[] right, int from, int frames) {
        process(left, right, null, null, from, frames);
    }

    /** Whether the effect can listen to another sound. */
    default boolean hasSideChain() {
        return false;
    }

    /** Whether a parameter is one of many that describe a curve: no lane moves it, and a panel draws it instead of showing a knob. */
    default boolean isData(int parameter) {
        return false;
    }

    /** Frames by which the sound comes out later than it went in, at the present settings and rate. */
    int latency();

    /** Seconds after which a sound that has ended is at least 90 dB weaker, beyond the latency; infinite if never. */
    double tail();

    /** The place of a parameter by its name, or −1. */
    default int parameter(String name) {
        List<Parameter> all = parameters();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
