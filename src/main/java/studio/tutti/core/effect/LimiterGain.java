package studio.tutti.core.effect;

import studio.tutti.core.dsp.Decibels;
import studio.tutti.core.dsp.Functions;

/**
 * The gain of a limiter, frame by frame, from the magnitudes that it hears.
 *
 * <p>The smallest gain that the look-ahead of {@value #LOOK_AHEAD_MS} ms needs is held, recovers with the release's time constant, and is smoothed by
 * two moving averages whose lengths together are the look-ahead. Each value averaged is at most what the frame needs, so the average is, too. Sums of
 * the averages are exact, for gains are multiples of 2⁻³².
 */
public final class LimiterGain {

    static final double LOOK_AHEAD_MS = 2;

    /** 0.03 dB below the ceiling, for what gains that move do to the signal between frames. */
    private static final double MARGIN = 0.9965;

    private static final double STEPS = 4294967296.0;

    private final SlidingMinimum lowest = new SlidingMinimum();
    private final MovingSum first = new MovingSum();
    private final MovingSum second = new MovingSum();
    private int rate;
    private int half = 1;
    private double average = 1;
    private double ceiling = 1;
    private double recovery;
    private double needBefore = 1;
    private double envelope = 1;

    /** Makes what a rate asks for, and forgets what it heard. */
    public void prepare(int framesASecond) {
        rate = framesASecond;
        half = Math.max(2, (int) (LOOK_AHEAD_MS * 0.0005 * rate + 0.5));
        average = 1.0 / ((double) half * half);
        lowest.over(2 * half - 1);
        first.over(half);
        second.over(half);
        clear();
    }

    /**
     * Sets what it keeps to; only after {@link #prepare}.
     *
     * @param decibels the ceiling in dBTP
     * @param milliseconds time constant of the release
     */
    public void tune(double decibels, double milliseconds) {
        ceiling = Decibels.gain(decibels) * MARGIN;
        recovery = 1 - Functions.exp(-1000 / (milliseconds * rate));
    }

    /** Magnitudes above this are turned down. */
    public double ceiling() {
        return ceiling;
    }

    /** By how many frames a gain comes later than the frame that it is for was heard. */
    public int delay() {
        return 2 * half - 2;
    }

    /** Forgets what it heard. */
    public void clear() {
        lowest.fill(1);
        first.fill(1);
        second.fill(half);
        needBefore = 1;
        envelope = 1;
    }

    /** Hears the highest magnitude from a frame to before the next, and gives the gain of the frame {@link #delay} frames ago. */
    public double next(double high) {
        double need = high > ceiling ? ceiling / high : 1;
        double factor = smooth(need < needBefore ? need : needBefore);
        needBefore = need;
        return factor;
    }

    private double smooth(double need) {
        double held = lowest.next(need);
        if (held < envelope) {
            envelope = held;
        } else {
            envelope += (held - envelope) * recovery;
            envelope = envelope > 0.99999 * held ? held : envelope;
        }
        return second.next(first.next(Functions.floor(envelope * STEPS) / STEPS)) * average;
    }
}
