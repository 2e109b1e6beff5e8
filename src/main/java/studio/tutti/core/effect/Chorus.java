package studio.tutti.core.effect;

import java.util.List;
import studio.tutti.core.dsp.DelayLine;
import studio.tutti.core.dsp.Functions;

/**
 * Up to four voices a side, each the sound delayed by a time that swings in a sine about the delay, by the depth up and down. The
 * voices swing at different places of the turn, those of the right side ahead by up to a quarter of it. With feedback, a
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

    /** How loud one voice is: not to be set, but to glide when the number of voices changes. */
    private static final Parameter VOICE = Parameter.linear("voice", Unit.NUMBER, 0, 1, 0);

    /** Where in the turn each voice begins. */
    private static final double[] PHASES = {0, 0.5, 0.25, 0.75};

    /** With this time constant delay and depth follow what is set: pitch bends for a moment, but not by much. */
    private static final double BEND_SECONDS = 0.1;

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
    private final Glide[] levels = new Glide[MOST];
    private final Ramp feedback = new Ramp();
    private final Ramp wet = new Ramp();
    private final Ramp dry = new Ramp();
    private double turn;
    private double base;
    private double swing;
    private double pace = 1;

    public Chorus() {
        super(PARAMETERS);
        for (int i = 0; i < MOST; i++) {
            levels[i] = new Glide(VOICE);
        }
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
        pace = 1 - Functions.exp(-CELL / (BEND_SECONDS * rate()));
        for (Glide level : levels) {
            level.at(rate());
        }
    }

    @Override
    void arrive() {
        base = to(DELAY);
        swing = to(DEPTH);
        for (int i = 0; i < MOST; i++) {
            levels[i].aim(level(i));
            levels[i].settle();
        }
        aim();
        settleRamps();
    }

    private double level(int voice) {
        return voice <= choice(VOICES) ? 1 / Math.sqrt(choice(VOICES) + 1) : 0;
    }

    private void aim() {
        double ahead = 0.25 * to(SPREAD) / 100;
        double middle = Math.max(SHORTEST, base * rate() / 1000);
        double wide = fitting(swing * rate() / 1000, middle - SHORTEST);
        for (int i = 0; i < MOST; i++) {
            double phase = turn + PHASES[i];
            leftTimes[i].aim(middle + wide * Functions.sin(2 * Math.PI * phase));
            rightTimes[i].aim(middle + wide * Functions.sin(2 * Math.PI * (phase + ahead)));
            gains[i].aim(levels[i].to);
        }
        feedback.aim(to(FEEDBACK) / 100);
        wet.aim(to(MIX) / 100);
        dry.aim(1 - to(MIX) / 100);
    }

    /** The depth in frames, or nearly what there is room for above the shortest delay, with a soft corner between the two. */
    private static double fitting(double depth, double room) {
        if (room <= 0) {
            return 0;
        }
        double part = depth / room;
        double square = part * part;
        double fourth = square * square;
        return depth / Math.sqrt(Math.sqrt(Math.sqrt(fourth * fourth + 1)));
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
        base += (to(DELAY) - base) * pace;
        swing += (to(DEPTH) - swing) * pace;
        for (int i = 0; i < MOST; i++) {
            levels[i].aim(level(i));
            levels[i].advance();
        }
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
                    continue;
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
