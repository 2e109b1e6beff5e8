package studio.tutti.core.effect;

import java.util.List;
import studio.tutti.core.dsp.Decibels;
import studio.tutti.core.dsp.Functions;
import studio.tutti.core.dsp.TruePeak;

/**
 * Keeps the true peak of both channels under a ceiling; what stays under it passes with its bits untouched, later by the
 * latency.
 *
 * <p>The magnitude between the frames is found by {@link TruePeak}. From it follows the gain that each frame needs; the smallest of
 * the look-ahead of {@value #LOOK_AHEAD_MS} ms is held, recovers with the release's time constant, and is smoothed by two moving
 * averages whose lengths together are the look-ahead. Each value averaged is at most what the frame needs, so the
 * average is, too. Sums of the averages are exact, for gains are multiples of 2⁻³².
 *
 * <p>Latency: the look-ahead and {@value TruePeak#DELAY} frames.
 */
public final class Limiter extends CellEffect {

    public static final int GAIN = 0;
    public static final int CEILING = 1;
    public static final int RELEASE = 2;

    static final double LOOK_AHEAD_MS = 2;

    /** 0.03 dB below the ceiling, for what gains that move do to the signal between frames. */
    private static final double MARGIN = 0.9965;

    private static final double STEPS = 4294967296.0;

    private static final List<Parameter> PARAMETERS = List.of(
            Parameter.linear("gain", Unit.DECIBELS, -12, 36, 0),
            Parameter.linear("ceiling", Unit.DECIBELS, -24, 0, -1),
            Parameter.logarithmic("release", Unit.MILLISECONDS, 10, 1000, 100));

    private final TruePeak leftPeak = new TruePeak();
    private final TruePeak rightPeak = new TruePeak();
    private final ReductionTrace trace = new ReductionTrace();
    private final Ramp gain = new Ramp();
    private final SlidingMinimum lowest = new SlidingMinimum();
    private final MovingSum first = new MovingSum();
    private final MovingSum second = new MovingSum();
    private double[] leftMemory = new double[0];
    private double[] rightMemory = new double[0];
    private int place;
    private int half = 1;
    private double average = 1;
    private double ceiling = 1;
    private double recovery;
    private double needBefore = 1;
    private double envelope = 1;
    private double deepest = 1;

    public Limiter() {
        super(PARAMETERS);
    }

    /** What was turned down in the last cells. */
    public ReductionTrace trace() {
        return trace;
    }

    @Override
    void build() {
        half = Math.max(2, (int) (LOOK_AHEAD_MS * 0.0005 * rate() + 0.5));
        average = 1.0 / ((double) half * half);
        lowest.over(2 * half - 1);
        first.over(half);
        second.over(half);
        leftMemory = new double[latency()];
        rightMemory = new double[latency()];
    }

    @Override
    void arrive() {
        tune();
        gain.aim(Decibels.gain(to(GAIN)));
        gain.settle();
    }

    private void tune() {
        ceiling = Decibels.gain(to(CEILING)) * MARGIN;
        recovery = 1 - Functions.exp(-1000 / (to(RELEASE) * rate()));
    }

    @Override
    void begin(boolean changed) {
        if (changed) {
            tune();
            gain.aim(Decibels.gain(to(GAIN)));
        }
        deepest = 1;
    }

    @Override
    void run(double[] left, double[] right, int from, int to, int at) {
        double least = 0.5 * ceiling;
        for (int i = from; i < to; i++) {
            gain.value += gain.step;
            double l = left[i] * gain.value;
            double r = right[i] * gain.value;
            double high = leftPeak.next(l, least);
            double other = rightPeak.next(r, least);
            high = other > high ? other : high;
            double need = high > ceiling ? ceiling / high : 1;
            double factor = smooth(need < needBefore ? need : needBefore);
            needBefore = need;
            left[i] = leftMemory[place] * factor;
            right[i] = rightMemory[place] * factor;
            leftMemory[place] = l;
            rightMemory[place] = r;
            place = place + 1 == leftMemory.length ? 0 : place + 1;
            deepest = factor < deepest ? factor : deepest;
        }
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

    @Override
    void end() {
        gain.settle();
        trace.add(deepest);
    }

    @Override
    void clear() {
        leftPeak.clear();
        rightPeak.clear();
        lowest.fill(1);
        first.fill(1);
        second.fill(half);
        needBefore = 1;
        envelope = 1;
        place = 0;
        for (int i = 0; i < leftMemory.length; i++) {
            leftMemory[i] = 0;
            rightMemory[i] = 0;
        }
        trace.clear();
    }

    @Override
    public int latency() {
        return TruePeak.DELAY + 2 * half - 2;
    }

    @Override
    public double tail() {
        return 0;
    }
}
