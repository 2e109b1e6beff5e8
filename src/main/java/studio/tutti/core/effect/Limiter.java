package studio.tutti.core.effect;

import java.util.List;
import studio.tutti.core.dsp.Decibels;
import studio.tutti.core.dsp.TruePeak;

/**
 * Keeps the true peak of both channels under a ceiling; what stays under it passes with its bits untouched, later by the
 * latency.
 *
 * <p>The magnitude between the frames is found by {@link TruePeak}. From it follows the gain that each frame needs, see {@link LimiterGain}.
 *
 * <p>Latency: the look-ahead and {@value TruePeak#DELAY} frames.
 */
public final class Limiter extends CellEffect {

    public static final int GAIN = 0;
    public static final int CEILING = 1;
    public static final int RELEASE = 2;

    private static final List<Parameter> PARAMETERS = List.of(
            Parameter.linear("gain", Unit.DECIBELS, -12, 36, 0),
            Parameter.linear("ceiling", Unit.DECIBELS, -24, 0, -1),
            Parameter.logarithmic("release", Unit.MILLISECONDS, 10, 1000, 100));

    private final TruePeak leftPeak = new TruePeak();
    private final TruePeak rightPeak = new TruePeak();
    private final ReductionTrace trace = new ReductionTrace();
    private final Ramp gain = new Ramp();
    private final LimiterGain limiter = new LimiterGain();
    private double[] leftMemory = new double[0];
    private double[] rightMemory = new double[0];
    private int place;
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
        limiter.prepare(rate());
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
        limiter.tune(to(CEILING), to(RELEASE));
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
        double least = 0.5 * limiter.ceiling();
        for (int i = from; i < to; i++) {
            gain.value += gain.step;
            double l = left[i] * gain.value;
            double r = right[i] * gain.value;
            double high = leftPeak.next(l, least);
            double other = rightPeak.next(r, least);
            high = other > high ? other : high;
            double factor = limiter.next(high);
            left[i] = leftMemory[place] * factor;
            right[i] = rightMemory[place] * factor;
            leftMemory[place] = l;
            rightMemory[place] = r;
            place = place + 1 == leftMemory.length ? 0 : place + 1;
            deepest = factor < deepest ? factor : deepest;
        }
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
        limiter.clear();
        place = 0;
        for (int i = 0; i < leftMemory.length; i++) {
            leftMemory[i] = 0;
            rightMemory[i] = 0;
        }
        trace.clear();
    }

    @Override
    public int latency() {
        return TruePeak.DELAY + limiter.delay();
    }

    @Override
    public double tail() {
        return 0;
    }
}
