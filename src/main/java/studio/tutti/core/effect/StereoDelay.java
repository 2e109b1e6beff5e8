package studio.tutti.core.effect;

import java.util.List;
import studio.tutti.core.dsp.Functions;

/**
 * Echoes: each side has its time, rounded to whole frames; what comes back goes round again, through a highpass and a lowpass of first
 * order, to its own side or, by the cross-feed, to the other. Note lengths are turned into milliseconds by the caller.
 *
 * <p>The first echo is the sound itself. At its lowest the low cut, at its highest the high cut is out of the way, so echo n is
 * feedback^(n − 1) times the sound to the bit. A new time fades in over {@link Effect#FADE_SECONDS} without bending the pitch. Latency:
 * none.
 */
public final class StereoDelay extends CellEffect {

    public static final int LEFT = 0;
    public static final int RIGHT = 1;
    public static final int FEEDBACK = 2;
    public static final int CROSS = 3;
    public static final int LOW_CUT = 4;
    public static final int HIGH_CUT = 5;
    public static final int PING_PONG = 6;
    public static final int MIX = 7;

    private static final double LONGEST_MS = 4000;
    private static final double LOWEST = 20;
    private static final double HIGHEST = 20_000;

    private static final List<Parameter> PARAMETERS = List.of(
            Parameter.logarithmic("left", Unit.MILLISECONDS, 1, LONGEST_MS, 375).jumping(),
            Parameter.logarithmic("right", Unit.MILLISECONDS, 1, LONGEST_MS, 500).jumping(),
            Parameter.linear("feedback", Unit.PERCENT, 0, 98, 35),
            Parameter.percent("cross-feed", 0),
            Parameter.logarithmic("low cut", Unit.HERTZ, LOWEST, 2000, 120),
            Parameter.logarithmic("high cut", Unit.HERTZ, 500, HIGHEST, 6000),
            Parameter.onOff("ping-pong", false),
            Parameter.percent("mix", 25));

    private final DelayPair delay = new DelayPair();
    private final FirstOrderCut left = new FirstOrderCut();
    private final FirstOrderCut right = new FirstOrderCut();
    private final Ramp own = new Ramp();
    private final Ramp other = new Ramp();
    private final Ramp wet = new Ramp();
    private final Ramp dry = new Ramp();
    private final Ramp mono = new Ramp();

    public StereoDelay() {
        super(PARAMETERS);
    }

    @Override
    void build() {
        delay.hold(frames(LONGEST_MS), fadeCells());
    }

    @Override
    boolean reserve(int piece) {
        return delay.hold(frames(LONGEST_MS), fadeCells(), piece);
    }

    private int frames(double milliseconds) {
        return (int) (milliseconds * rate() / 1000 + 0.5);
    }

    @Override
    void arrive() {
        aim();
        delay.settle();
        settle(own, other, wet, dry, mono);
    }

    private static void settle(Ramp a, Ramp b, Ramp c, Ramp d, Ramp e) {
        a.settle();
        b.settle();
        c.settle();
        d.settle();
        e.settle();
    }

    private void aim() {
        delay.aim(frames(to(LEFT)), frames(to(RIGHT)));
        double feedback = to(FEEDBACK) / 100;
        double cross = to(CROSS) / 100;
        own.aim(feedback * (1 - cross));
        other.aim(feedback * cross);
        wet.aim(to(MIX) / 100);
        dry.aim(1 - to(MIX) / 100);
        mono.aim(on(PING_PONG) ? 1 : 0);
        double low = to(LOW_CUT) <= LOWEST ? 0 : pace(to(LOW_CUT));
        double high = to(HIGH_CUT) >= HIGHEST ? 1 : pace(to(HIGH_CUT));
        left.tune(low, high);
        right.tune(low, high);
    }

    private double pace(double hertz) {
        return 1 - Functions.exp(-2 * Math.PI * hertz / rate());
    }

    @Override
    void begin(boolean changed) {
        if (changed) {
            aim();
        }
        delay.begin();
    }

    @Override
    void run(double[] l, double[] r, int from, int to, int at) {
        for (int i = from; i < to; i++) {
            own.value += own.step;
            other.value += other.step;
            wet.value += wet.step;
            dry.value += dry.step;
            mono.value += mono.step;
            delay.read(1);
            double outLeft = delay.left;
            double outRight = delay.right;
            double backLeft = left.next(outLeft);
            double backRight = right.next(outRight);
            double middle = 0.5 * (l[i] + r[i]);
            double inLeft = l[i] + (middle - l[i]) * mono.value;
            double inRight = r[i] - r[i] * mono.value;
            delay.write(inLeft + own.value * backLeft + other.value * backRight,
                    inRight + own.value * backRight + other.value * backLeft);
            l[i] = dry.value * l[i] + wet.value * outLeft;
            r[i] = dry.value * r[i] + wet.value * outRight;
        }
    }

    @Override
    void end() {
        delay.end();
        settle(own, other, wet, dry, mono);
        left.flush();
        right.flush();
    }

    @Override
    void clear() {
        delay.clear();
        left.clear();
        right.clear();
    }

    @Override
    public int latency() {
        return 0;
    }

    @Override
    public double tail() {
        double longest = Math.max(get(LEFT), get(RIGHT)) / 1000;
        double feedback = get(FEEDBACK) / 100;
        return feedback <= 0 ? longest : longest * (1 + Math.ceil(4.5 / -Functions.log10(feedback)));
    }
}
