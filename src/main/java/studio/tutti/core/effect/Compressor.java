package studio.tutti.core.effect;

import java.util.List;
import studio.tutti.core.dsp.Biquad;
import studio.tutti.core.dsp.Decibels;
import studio.tutti.core.dsp.Functions;
import studio.tutti.core.dsp.MatchedFilter;

/**
 * A feed-forward compressor: detector, static curve with a soft knee, attack and release in dB, as "log-domain, branching" in
 * Giannoulis, Massberg and Reiss, "Digital Dynamic Range Compressor Design" (J. Audio Eng. Soc. 60(6), 2012). Both sides are
 * turned down alike, by the louder one.
 *
 * <p>With x the level in dB, T the threshold, R the ratio, W the knee, the curve turns down by
 * <pre>
 *   0                                   where 2 (x − T) ≤ −W
 *   (1 − 1/R) (x − T + W/2)² / (2 W)    within the knee
 *   (1 − 1/R) (x − T)                   above
 * </pre>
 * The peak detector takes each frame's magnitude. The RMS detector averages the square with a time constant of
 * {@value #RMS_MS} ms and adds 3 dB, so that a sine reads as its peak. Attack and release are time constants: after them, 63 % of
 * the way in dB is done.
 *
 * <p>Latency: the look-ahead.
 */
public final class Compressor extends CellEffect {

    public static final int THRESHOLD = 0;
    public static final int RATIO = 1;
    public static final int KNEE = 2;
    public static final int ATTACK = 3;
    public static final int RELEASE = 4;
    public static final int DETECTOR = 5;
    public static final int LOOK_AHEAD = 6;
    public static final int MAKE_UP = 7;
    public static final int MIX = 8;
    public static final int SIDE_CHAIN = 9;
    public static final int SIDE_CUT = 10;

    static final double RMS_MS = 10;

    private static final double[] LOOK_AHEADS_MS = {0, 1, 2, 5, 10};

    private static final List<Parameter> PARAMETERS = List.of(
            Parameter.linear("threshold", Unit.DECIBELS, -60, 0, -18),
            Parameter.logarithmic("ratio", Unit.RATIO, 1, 100, 3),
            Parameter.linear("knee", Unit.DECIBELS, 0, 24, 6),
            Parameter.logarithmic("attack", Unit.MILLISECONDS, 0.1, 200, 10),
            Parameter.logarithmic("release", Unit.MILLISECONDS, 5, 2000, 120),
            Parameter.choice("detector", 0, "peak", "RMS"),
            Parameter.choice("look-ahead", 0, "0 ms", "1 ms", "2 ms", "5 ms", "10 ms"),
            Parameter.linear("make-up", Unit.DECIBELS, -12, 24, 0),
            Parameter.percent("mix", 100),
            Parameter.onOff("side-chain", false),
            Parameter.logarithmic("side cut", Unit.HERTZ, 20, 1000, 20));

    private final ReductionTrace trace = new ReductionTrace();
    private final DelayPair delay = new DelayPair();
    private final MatchedFilter filter = new MatchedFilter();
    private final Biquad[] cut = {new Biquad(), new Biquad()};
    private final double[] numbers = new double[MatchedFilter.NUMBERS];
    private final double[] keyLeft = new double[CELL];
    private final double[] keyRight = new double[CELL];
    private final Ramp makeUp = new Ramp();
    private final Ramp mix = new Ramp();
    private double attack;
    private double release;
    private double average;
    private double quiet;
    private double squareLeft;
    private double squareRight;
    private double reduction;
    private double factor = 1;
    private double deepest = 1;

    public Compressor() {
        super(PARAMETERS);
    }

    /** What was turned down in the last cells. */
    public ReductionTrace trace() {
        return trace;
    }

    /** The level that a steady sound comes out at, both in dB, at the values last set: threshold, ratio, knee and make-up. */
    public double curve(double decibels) {
        return decibels + wanted(decibels, get(THRESHOLD), get(RATIO), get(KNEE)) + get(MAKE_UP);
    }

    private static double wanted(double level, double threshold, double ratio, double knee) {
        double over = level - threshold;
        double slope = 1 / ratio - 1;
        if (2 * over <= -knee) {
            return 0;
        }
        if (2 * over < knee) {
            double into = over + knee / 2;
            return slope * into * into / (2 * knee);
        }
        return slope * over;
    }

    @Override
    void build() {
        delay.hold(frames(LOOK_AHEADS_MS.length - 1), fadeCells());
        average = 1 - Functions.exp(-1000 / (RMS_MS * rate()));
    }

    private int frames(int choice) {
        return (int) (LOOK_AHEADS_MS[choice] * rate() / 1000 + 0.5);
    }

    @Override
    void arrive() {
        tune();
        delay.settle();
        makeUp.settle();
        mix.settle();
        cut[0].settle();
        cut[1].settle();
    }

    private void tune() {
        attack = Functions.exp(-1000 / (to(ATTACK) * rate()));
        release = Functions.exp(-1000 / (to(RELEASE) * rate()));
        quiet = Decibels.gain(to(THRESHOLD) - to(KNEE) / 2);
        makeUp.aim(Decibels.gain(to(MAKE_UP)));
        mix.aim(to(MIX) / 100);
        delay.aim(frames(choice(LOOK_AHEAD)), frames(choice(LOOK_AHEAD)));
        if (to(SIDE_CUT) > 20) {
            filter.design(1, 0, 0, 1, Math.sqrt(2), 1, to(SIDE_CUT), rate(), numbers, 0);
        } else {
            numbers[0] = 1;
            numbers[5] = 1;
            for (int i = 1; i < Biquad.NUMBERS; i++) {
                numbers[i] = 0;
                numbers[Biquad.NUMBERS + i] = 0;
            }
        }
        cut[0].aim(numbers, 0);
        cut[1].aim(numbers, Biquad.NUMBERS);
    }

    @Override
    void begin(boolean changed) {
        if (changed) {
            tune();
        }
        delay.begin();
        deepest = 1;
    }

    @Override
    void run(double[] left, double[] right, int from, int to, int at) {
        listen(left, right, from, to, at);
        boolean rms = choice(DETECTOR) == 1;
        double threshold = to(THRESHOLD);
        double ratio = to(RATIO);
        double knee = to(KNEE);
        for (int i = from; i < to; i++) {
            int key = at + i - from;
            double level = rms ? mean(keyLeft[key], keyRight[key]) : louder(keyLeft[key], keyRight[key]);
            double goal = level > quiet ? wanted(Decibels.of(level), threshold, ratio, knee) : 0;
            double pace = goal < reduction ? attack : release;
            reduction = goal + (reduction - goal) * pace;
            if (reduction > -1e-6 && goal == 0) {
                reduction = 0;
                factor = 1;
            } else {
                factor = Decibels.gain(reduction);
            }
            deepest = factor < deepest ? factor : deepest;
            makeUp.value += makeUp.step;
            mix.value += mix.step;
            delay.next(left[i], right[i]);
            double whole = 1 + (factor * makeUp.value - 1) * mix.value;
            left[i] = delay.left * whole;
            right[i] = delay.right * whole;
        }
    }

    /** What the detector hears into the key's arrays; a side-chain to which nothing leads is silent. */
    private void listen(double[] left, double[] right, int from, int to, int at) {
        boolean other = on(SIDE_CHAIN);
        double[] l = other ? sideLeft : left;
        double[] r = other ? sideRight : right;
        for (int i = from; i < to; i++) {
            keyLeft[at + i - from] = l == null ? 0 : l[i];
            keyRight[at + i - from] = r == null ? 0 : r[i];
        }
        for (Biquad biquad : cut) {
            if (!biquad.idle()) {
                biquad.run(keyLeft, keyRight, at, at + to - from);
            }
        }
    }

    private static double louder(double left, double right) {
        double l = left < 0 ? -left : left;
        double r = right < 0 ? -right : right;
        return l > r ? l : r;
    }

    private double mean(double left, double right) {
        squareLeft += (left * left - squareLeft) * average;
        squareRight += (right * right - squareRight) * average;
        return Math.sqrt(2 * (squareLeft > squareRight ? squareLeft : squareRight));
    }

    @Override
    void end() {
        delay.end();
        makeUp.settle();
        mix.settle();
        for (Biquad biquad : cut) {
            biquad.endCell();
        }
        squareLeft = squareLeft < 1e-30 ? 0 : squareLeft;
        squareRight = squareRight < 1e-30 ? 0 : squareRight;
        trace.add(deepest);
    }

    @Override
    void clear() {
        delay.clear();
        cut[0].clear();
        cut[1].clear();
        squareLeft = 0;
        squareRight = 0;
        reduction = 0;
        factor = 1;
        trace.clear();
    }

    @Override
    public boolean hasSideChain() {
        return true;
    }

    @Override
    public int latency() {
        return frames((int) get(LOOK_AHEAD));
    }

    @Override
    public double tail() {
        return 0;
    }
}
