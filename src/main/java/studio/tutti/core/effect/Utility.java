package studio.tutti.core.effect;

import java.util.List;
import studio.tutti.core.dsp.Decibels;
import studio.tutti.core.dsp.Functions;

/**
 * Gain, pan, width and polarity: polarity first, then width (the difference of the sides is multiplied by it; 0 is mono), then
 * gain and pan. Latency: none.
 *
 * <p>Pan laws, with p from −1 to 1; each leaves the sound alone or lowers it, none makes it louder:
 * <pre>
 *   balance   the side that is turned away from is multiplied by cos(|p| π/2), the other stays
 *   −3 dB     left cos((p + 1) π/4), right sin((p + 1) π/4)
 *   −6 dB     left (1 − p)/2, right (1 + p)/2
 *   −4.5 dB   the geometric mean of those two
 * </pre>
 */
public final class Utility extends CellEffect {

    public static final int GAIN = 0;
    public static final int PAN = 1;
    public static final int LAW = 2;
    public static final int WIDTH = 3;
    public static final int INVERT_LEFT = 4;
    public static final int INVERT_RIGHT = 5;

    private static final List<Parameter> PARAMETERS = List.of(
            Parameter.linear("gain", Unit.DECIBELS, -96, 24, 0),
            Parameter.linear("pan", Unit.PERCENT, -100, 100, 0),
            Parameter.choice("law", 0, "balance", "−3 dB", "−4.5 dB", "−6 dB"),
            Parameter.linear("width", Unit.PERCENT, 0, 200, 100),
            Parameter.onOff("invert left", false),
            Parameter.onOff("invert right", false));

    // out left = leftLeft · left + rightLeft · right, and so on
    private final Ramp leftLeft = new Ramp();
    private final Ramp rightLeft = new Ramp();
    private final Ramp leftRight = new Ramp();
    private final Ramp rightRight = new Ramp();
    private final double[] before = new double[4];
    private int fading;
    private int law;
    private double left = 1;
    private double right = 1;

    public Utility() {
        super(PARAMETERS);
    }

    @Override
    void build() {
    }

    @Override
    void arrive() {
        fading = 0;
        choose();
        aim();
        end();
    }

    private void choose() {
        law = choice(LAW);
        left = on(INVERT_LEFT) ? -1 : 1;
        right = on(INVERT_RIGHT) ? -1 : 1;
    }

    private boolean chosen() {
        return law == choice(LAW) && left == (on(INVERT_LEFT) ? -1 : 1) && right == (on(INVERT_RIGHT) ? -1 : 1);
    }

    @Override
    void begin(boolean changed) {
        if (fading == 0 && changed && !chosen()) {
            before[0] = leftLeft.value;
            before[1] = rightLeft.value;
            before[2] = leftRight.value;
            before[3] = rightRight.value;
            fading = fadeCells();
            choose();
        }
        if (fading > 0) {
            fading--;
            aim();
        } else if (changed) {
            aim();
        }
    }

    private void aim() {
        double gain = to(GAIN) <= -96 ? 0 : Decibels.gain(to(GAIN));
        double pan = to(PAN) / 100;
        double toLeft = gain * lawLeft(law, pan);
        double toRight = gain * lawLeft(law, -pan);
        double own = 0.5 + to(WIDTH) / 200;
        double other = 0.5 - to(WIDTH) / 200;
        double part = fading == 0 ? 0 : (double) fading / fadeCells();
        double old = part * part * (3 - 2 * part);
        leftLeft.aim(toLeft * own * left * (1 - old) + before[0] * old);
        rightLeft.aim(toLeft * other * right * (1 - old) + before[1] * old);
        leftRight.aim(toRight * other * left * (1 - old) + before[2] * old);
        rightRight.aim(toRight * own * right * (1 - old) + before[3] * old);
    }

    /** What the left side is multiplied by at a pan from −1 to 1; the right side's is that of −pan. */
    static double lawLeft(int law, double pan) {
        return switch (law) {
            case 0 -> pan > 0 ? Functions.cos(pan * (Math.PI / 2)) : 1;
            case 1 -> Functions.cos((pan + 1) * (Math.PI / 4));
            case 2 -> Math.sqrt((1 - pan) / 2 * Functions.cos((pan + 1) * (Math.PI / 4)));
            default -> (1 - pan) / 2;
        };
    }

    @Override
    void run(double[] left, double[] right, int from, int to, int at) {
        double a = leftLeft.value;
        double b = rightLeft.value;
        double c = leftRight.value;
        double d = rightRight.value;
        for (int i = from; i < to; i++) {
            a += leftLeft.step;
            b += rightLeft.step;
            c += leftRight.step;
            d += rightRight.step;
            double l = left[i];
            double r = right[i];
            left[i] = a * l + b * r;
            right[i] = c * l + d * r;
        }
        leftLeft.value = a;
        rightLeft.value = b;
        leftRight.value = c;
        rightRight.value = d;
    }

    @Override
    void end() {
        leftLeft.settle();
        rightLeft.settle();
        leftRight.settle();
        rightRight.settle();
    }

    @Override
    void clear() {
    }

    @Override
    public int latency() {
        return 0;
    }

    @Override
    public double tail() {
        return 0;
    }
}
