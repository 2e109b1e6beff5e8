package studio.tutti.core.effect;

import java.util.List;
import studio.tutti.core.dsp.DelayLine;
import studio.tutti.core.dsp.Functions;

/**
 * A room: pre-delay, cuts, diffusion by four allpasses a side (Schroeder, J. Audio Eng. Soc. 10(3), 1962), then a
 * {@link ReverbNetwork} of sixteen delay lines whose decay depends on frequency.
 *
 * <p>For noise that goes on, the wet sound is about as loud as the dry one whatever the decay and the size. A new size fades the
 * wet sound out and begins anew. Latency: none.
 */
public final class Reverb extends CellEffect {

    public static final int DECAY = 0;
    public static final int LOW_DECAY = 1;
    public static final int HIGH_DECAY = 2;
    public static final int LOW_CROSSOVER = 3;
    public static final int HIGH_CROSSOVER = 4;
    public static final int SIZE = 5;
    public static final int PRE_DELAY = 6;
    public static final int DIFFUSION = 7;
    public static final int MODULATION = 8;
    public static final int EARLY = 9;
    public static final int LOW_CUT = 10;
    public static final int HIGH_CUT = 11;
    public static final int WIDTH = 12;
    public static final int MIX = 13;

    private static final double LONGEST_PRE_DELAY_MS = 250;
    private static final double LARGEST = 2;
    private static final double STRONGEST_DIFFUSION = 0.7;

    private static final List<Parameter> PARAMETERS = List.of(
            Parameter.logarithmic("decay", Unit.SECONDS, 0.1, 20, 1.8),
            Parameter.linear("low decay", Unit.PERCENT, 20, 200, 110),
            Parameter.linear("high decay", Unit.PERCENT, 5, 100, 50),
            Parameter.logarithmic("low crossover", Unit.HERTZ, 50, 1000, 250),
            Parameter.logarithmic("high crossover", Unit.HERTZ, 1000, 12_000, 4000),
            Parameter.linear("size", Unit.PERCENT, 20, 200, 100).jumping(),
            Parameter.linear("pre-delay", Unit.MILLISECONDS, 0, LONGEST_PRE_DELAY_MS, 15).jumping(),
            Parameter.percent("diffusion", 85),
            Parameter.percent("modulation", 40),
            Parameter.percent("early", 30),
            Parameter.logarithmic("low cut", Unit.HERTZ, 20, 500, 40),
            Parameter.logarithmic("high cut", Unit.HERTZ, 1000, 20_000, 14_000),
            Parameter.percent("width", 100),
            Parameter.percent("mix", 25));

    private static final double[] LEFT_MS = {4.771, 3.595, 12.73, 9.307};
    private static final double[] RIGHT_MS = {5.153, 3.329, 11.71, 9.973};

    private final ReverbNetwork network = new ReverbNetwork();
    private final DelayPair preDelay = new DelayPair();
    private final Allpass[] leftDiffusion = allpasses();
    private final Allpass[] rightDiffusion = allpasses();
    private final FirstOrderCut left = new FirstOrderCut();
    private final FirstOrderCut right = new FirstOrderCut();
    private final Ramp wet = new Ramp();
    private final Ramp dry = new Ramp();
    private final Ramp intake = new Ramp();
    private final Ramp early = new Ramp();
    private final Ramp side = new Ramp();
    private final Ramp diffusion = new Ramp();
    private final double[] earlyLeft = new double[CELL];
    private final double[] earlyRight = new double[CELL];
    private final double[] lateLeft = new double[CELL];
    private final double[] lateRight = new double[CELL];
    private int cells = 1;
    private int closing;
    private int opening;

    public Reverb() {
        super(PARAMETERS);
    }

    private static Allpass[] allpasses() {
        return new Allpass[] {new Allpass(), new Allpass(), new Allpass(), new Allpass()};
    }

    @Override
    void build() {
        cells = fadeCells();
        preDelay.hold(frames(LONGEST_PRE_DELAY_MS), cells);
        for (int i = 0; i < LEFT_MS.length; i++) {
            leftDiffusion[i].hold(frames(LEFT_MS[i]));
            rightDiffusion[i].hold(frames(RIGHT_MS[i]));
        }
        network.build(rate(), LARGEST);
    }

    @Override
    boolean reserve(int piece) {
        if (piece == 0) {
            network.build(rate(), LARGEST);
        }
        return piece == 0;
    }

    private int frames(double milliseconds) {
        return (int) (milliseconds * rate() / 1000 + 0.5);
    }

    @Override
    void arrive() {
        network.resize(to(SIZE) / 100);
        closing = 0;
        opening = 0;
        aim();
        preDelay.settle();
        network.settle();
        settleRamps();
    }

    private void aim() {
        network.decay(to(DECAY), to(LOW_DECAY) / 100, to(HIGH_DECAY) / 100, to(LOW_CROSSOVER), to(HIGH_CROSSOVER));
        preDelay.aim(frames(to(PRE_DELAY)), frames(to(PRE_DELAY)));
        double out = closing > 0 ? (closing - 1.0) / cells : 1;
        double in = 1 - (double) opening / cells;
        wet.aim(to(MIX) / 100 * out * out * (3 - 2 * out));
        intake.aim(in * in * (3 - 2 * in));
        dry.aim(1 - to(MIX) / 100);
        early.aim(to(EARLY) / 100);
        side.aim(to(WIDTH) / 100);
        diffusion.aim(to(DIFFUSION) / 100 * STRONGEST_DIFFUSION);
        double low = to(LOW_CUT) <= 20 ? 0 : pace(to(LOW_CUT));
        double high = to(HIGH_CUT) >= 20_000 ? 1 : pace(to(HIGH_CUT));
        left.tune(low, high);
        right.tune(low, high);
    }

    private double pace(double hertz) {
        return 1 - Functions.exp(-2 * Math.PI * hertz / rate());
    }

    @Override
    void begin(boolean changed) {
        boolean moves = changed || closing > 0 || opening > 0;
        if (closing > 0) {
            closing--;
            if (closing == 0) {
                network.resize(to(SIZE) / 100);
                network.clear();
                opening = cells;
                wet.value = to(MIX) / 100;
                intake.value = 0;
            }
        } else if (opening > 0) {
            opening--;
        }
        if (closing == 0 && network.size() != to(SIZE) / 100) {
            closing = cells;
            opening = 0;
        }
        if (moves || closing > 0) {
            aim();
        }
        preDelay.begin();
        network.beginCell(to(MODULATION) / 100);
    }

    @Override
    void run(double[] l, double[] r, int from, int to, int at) {
        int count = to - from;
        for (int i = 0; i < count; i++) {
            intake.value += intake.step;
            diffusion.value += diffusion.step;
            preDelay.next(l[from + i], r[from + i]);
            double a = left.next(preDelay.left);
            double b = right.next(preDelay.right);
            for (int k = 0; k < leftDiffusion.length; k++) {
                a = leftDiffusion[k].next(a, diffusion.value);
                b = rightDiffusion[k].next(b, diffusion.value);
            }
            earlyLeft[i] = a * intake.value;
            earlyRight[i] = b * intake.value;
            lateLeft[i] = earlyLeft[i];
            lateRight[i] = earlyRight[i];
        }
        network.run(lateLeft, lateRight, count);
        for (int i = 0; i < count; i++) {
            wet.value += wet.step;
            dry.value += dry.step;
            early.value += early.step;
            side.value += side.step;
            double outLeft = lateLeft[i] + early.value * earlyLeft[i];
            double outRight = lateRight[i] + early.value * earlyRight[i];
            double middle = 0.5 * (outLeft + outRight);
            double apart = 0.5 * (outLeft - outRight) * side.value;
            l[from + i] = dry.value * l[from + i] + wet.value * (middle + apart);
            r[from + i] = dry.value * r[from + i] + wet.value * (middle - apart);
        }
    }

    private void settleRamps() {
        wet.settle();
        dry.settle();
        intake.settle();
        early.settle();
        side.settle();
        diffusion.settle();
    }

    @Override
    void end() {
        settleRamps();
        preDelay.end();
        left.flush();
        right.flush();
        network.endCell();
    }

    @Override
    void clear() {
        closing = 0;
        opening = 0;
        preDelay.clear();
        left.clear();
        right.clear();
        for (int i = 0; i < leftDiffusion.length; i++) {
            leftDiffusion[i].clear();
            rightDiffusion[i].clear();
        }
        network.clear();
    }

    /** Seconds until a frequency has lost 60 dB, at the present settings. */
    public double decayAt(double hertz) {
        return network.decayAt(hertz);
    }

    @Override
    public int latency() {
        return 0;
    }

    @Override
    public double tail() {
        return get(PRE_DELAY) / 1000 + 0.2 + 1.6 * get(DECAY) * Math.max(1, get(LOW_DECAY) / 100);
    }

    /** An allpass about a delay line. */
    private static final class Allpass {

        private final DelayLine line = new DelayLine();
        private int frames;

        void hold(int length) {
            frames = length < 1 ? 1 : length;
            line.hold(frames);
        }

        void clear() {
            line.clear();
        }

        double next(double x, double gain) {
            double delayed = line.read(frames - 1);
            double in = x - gain * delayed;
            line.write(in > 1e-25 || in < -1e-25 ? in : 0);
            return delayed + gain * in;
        }
    }
}
