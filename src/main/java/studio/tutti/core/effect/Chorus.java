package studio.tutti.core.effect;

import java.util.List;
import studio.tutti.core.dsp.DelayLine;
import studio.tutti.core.dsp.Functions;

/**
 * Up to four voices a side, each the sound delayed by a time that swings in a sine about the delay, by the depth up and down. The
 * voices' swings are spread evenly over the turn, those of the right side are ahead by up to a quarter of a turn. With feedback, a
 * short delay and one voice it is a flanger. Voices are read between frames by {@link studio.tutti.core.dsp.Interpolation}; delay
 * times move in straight lines from cell to cell. Latency: none.
 */
public final class Chorus extends CellEffect {

    public static final int VOICES = 0;
    public static final int RATE = 1;
    public static final int DEPTH = 2;
    public static final int DELAY = 3;
    public static final int FEEDBACK = 4;
    public static final int SPREAD = 5;
    public static final int MIX = 6;

    private static final int MOST = 4;

    /** Frames that a delay has at least, for the interpolation. */
    private static final double SHORTEST = 5;

    private static final List<Parameter> PARAMETERS = List.of(
            Parameter.choice("voices", 1, "1", "2", "3", "4"),
            Parameter.logarithmic("rate", Unit.HERTZ, 0.02, 10, 0.6),
            Parameter.linear("depth", Unit.MILLISECONDS, 0, 10, 2),
            Parameter.logarithmic("delay", Unit.MILLISECONDS, 0.2, 40, 12),
            Parameter.linear("feedback", Unit.PERCENT, -95, 95, 0),
            Parameter.percent("spread", 100),
            Parameter.percent("mix", 50));

    private final DelayLine leftLine = new DelayLine();
    private final DelayLine rightLine = new DelayLine();
    private final Ramp[] leftTimes = ramps();
    private final Ramp[] rightTimes = ramps();
    private final Ramp[] gains = ramps();
    private final Ramp feedback = new Ramp();
    private final Ramp wet = new Ramp();
    private final Ramp dry = new Ramp();
    private double turn;
    private double swing;

    public Chorus() {
        super(PARAMETERS);
    }

    private static Ramp[] ramps() {
        Ramp[] ramps = new Ramp[MOST];
        for (int i = 0; i < MOST; i++) {
            ramps[i] = new Ramp();
        }
        return ramps;
    }

    @Override
    void build() {
        leftLine.hold((int) (0.051 * rate()) + 16);
        rightLine.hold((int) (0.051 * rate()) + 16);
    }

    @Override
    void arrive() {
        aim();
        settleRamps();
    }

    private void aim() {
        double base = to(DELAY) * rate() / 1000;
        swing = to(DEPTH) * rate() / 1000;
        double ahead = 0.25 * to(SPREAD) / 100;
        int voices = choice(VOICES) + 1;
        for (int i = 0; i < MOST; i++) {
            double phase = turn + (double) i / voices;
            leftTimes[i].aim(time(base, phase));
            rightTimes[i].aim(time(base, phase + ahead));
            gains[i].aim(i < voices ? 1 / Math.sqrt(voices) : 0);
        }
        feedback.aim(to(FEEDBACK) / 100);
        wet.aim(to(MIX) / 100);
        dry.aim(1 - to(MIX) / 100);
    }

    private double time(double base, double phase) {
        double frames = base + swing * Functions.sin(2 * Math.PI * phase);
        return frames < SHORTEST ? SHORTEST : frames;
    }

    private void settleRamps() {
        for (int i = 0; i < MOST; i++) {
            leftTimes[i].settle();
            rightTimes[i].settle();
            gains[i].settle();
        }
        feedback.settle();
        wet.settle();
        dry.settle();
    }

    @Override
    void begin(boolean changed) {
        turn += to(RATE) * CELL / rate();
        turn -= (int) turn;
        aim();
    }

    @Override
    void run(double[] left, double[] right, int from, int to, int at) {
        for (int i = from; i < to; i++) {
            feedback.value += feedback.step;
            wet.value += wet.step;
            dry.value += dry.step;
            double sumLeft = 0;
            double sumRight = 0;
            double firstLeft = 0;
            double firstRight = 0;
            for (int voice = 0; voice < MOST; voice++) {
                Ramp gain = gains[voice];
                if (gain.still(0)) {
                    break;
                }
                gain.value += gain.step;
                leftTimes[voice].value += leftTimes[voice].step;
                rightTimes[voice].value += rightTimes[voice].step;
                double l = leftLine.read(leftTimes[voice].value - 1);
                double r = rightLine.read(rightTimes[voice].value - 1);
                sumLeft += gain.value * l;
                sumRight += gain.value * r;
                if (voice == 0) {
                    firstLeft = l;
                    firstRight = r;
                }
            }
            leftLine.write(flushed(left[i] + feedback.value * firstLeft));
            rightLine.write(flushed(right[i] + feedback.value * firstRight));
            left[i] = dry.value * left[i] + wet.value * sumLeft;
            right[i] = dry.value * right[i] + wet.value * sumRight;
        }
    }

    private static double flushed(double x) {
        return x > 1e-25 || x < -1e-25 ? x : 0;
    }

    @Override
    void end() {
        settleRamps();
    }

    @Override
    void clear() {
        turn = 0;
        leftLine.clear();
        rightLine.clear();
        aim();
        settleRamps();
    }

    @Override
    public int latency() {
        return 0;
    }

    @Override
    public double tail() {
        double longest = (get(DELAY) + get(DEPTH)) / 1000;
        double back = Math.abs(get(FEEDBACK)) / 100;
        return back <= 0 ? longest : longest * (1 + Math.ceil(4.5 / -Functions.log10(back)));
    }
}
