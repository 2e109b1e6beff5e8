package studio.tutti.core.effect;

import java.util.List;
import studio.tutti.core.dsp.Decibels;
import studio.tutti.core.dsp.Functions;
import studio.tutti.core.dsp.Oversampler;

/**
 * Bends loud waves at four times the rate. With the driven signal x:
 * <pre>
 *   tape   x / √(1 + x²)                                    odd harmonics that come in early
 *   tube   the same about a working point of 0.4            even harmonics, too
 *   clip   (√((x + 1)² + 0.04) − √((x − 1)² + 0.04)) / 2    clean until it meets a rounded edge
 * </pre>
 * Tape and tube are averaged exactly between neighbouring values (first-order antiderivative anti-aliasing, Parker, Zavalishin and
 * Le Bivic, DAFx 2016), for which √(1 + x²) needs no division by a difference; clip by the mean of two. The result is scaled so that a
 * level of 0.5 (−6 dBFS) stays one, whatever the drive. What the tube shifts is taken out by a highpass at 5 Hz.
 *
 * <p>Latency: {@value Oversampler#LATENCY} frames. The dry part runs through the same filters, so that it mixes without a comb.
 */
public final class Saturation extends CellEffect {

    public static final int DRIVE = 0;
    public static final int CHARACTER = 1;
    public static final int MIX = 2;
    public static final int LEVEL = 3;

    private static final int TAPE = 0;
    private static final int TUBE = 1;
    private static final double POINT = 0.4;
    private static final double ROUND = 0.04;
    private static final double STAY = 0.5;

    private static final List<Parameter> PARAMETERS = List.of(
            Parameter.linear("drive", Unit.DECIBELS, 0, 36, 6),
            Parameter.choice("character", 0, "tape", "tube", "clip"),
            Parameter.percent("mix", 100),
            Parameter.linear("level", Unit.DECIBELS, -24, 12, 0));

    private final Side left = new Side();
    private final Side right = new Side();
    private final Ramp drive = new Ramp();
    private final Ramp wet = new Ramp();
    private final Ramp dry = new Ramp();
    /** What the character before the present one is multiplied by, while it fades. */
    private final Ramp former = new Ramp();
    private int character;
    private int before;
    private int cells = 1;
    private int fading;
    private double leak;

    public Saturation() {
        super(PARAMETERS);
    }

    @Override
    void build() {
        leak = 1 - Functions.exp(-2 * Math.PI * 5 / rate());
        cells = fadeCells();
    }

    @Override
    void arrive() {
        character = choice(CHARACTER);
        before = character;
        fading = 0;
        aim();
        end();
    }

    private void aim() {
        double factor = Decibels.gain(to(DRIVE));
        double mix = to(MIX) / 100;
        double level = Decibels.gain(to(LEVEL));
        double old = (double) fading / cells;
        double fade = old * old * (3 - 2 * old);
        drive.aim(factor);
        wet.aim(kept(character, factor) * level * mix * (1 - fade));
        former.aim(fading == 0 ? 0 : kept(before, factor) * level * mix * fade);
        dry.aim(level * (1 - mix));
    }

    private static double kept(int character, double factor) {
        return STAY / shaped(character, factor * STAY, factor * STAY);
    }

    @Override
    void begin(boolean changed) {
        boolean moves = changed || fading > 0;
        if (choice(CHARACTER) != character && fading == 0) {
            before = character;
            character = choice(CHARACTER);
            former.value = wet.value;
            wet.value = 0;
            fading = cells;
            moves = true;
        }
        if (fading > 0) {
            fading--;
        }
        if (moves) {
            aim();
        }
    }

    @Override
    void run(double[] l, double[] r, int from, int to, int at) {
        for (int i = from; i < to; i++) {
            drive.value += drive.step;
            wet.value += wet.step;
            dry.value += dry.step;
            former.value += former.step;
            l[i] = left.next(l[i]);
            r[i] = right.next(r[i]);
        }
    }

    @Override
    void end() {
        drive.settle();
        wet.settle();
        dry.settle();
        former.settle();
        left.shift = left.shift < 1e-30 && left.shift > -1e-30 ? 0 : left.shift;
        right.shift = right.shift < 1e-30 && right.shift > -1e-30 ? 0 : right.shift;
    }

    @Override
    void clear() {
        left.clear();
        right.clear();
    }

    @Override
    public int latency() {
        return Oversampler.LATENCY;
    }

    @Override
    public double tail() {
        return 0.33;
    }

    /** The mean of the curve between two values. */
    private static double shaped(int character, double a, double b) {
        if (character == TAPE) {
            return (a + b) / (Math.sqrt(1 + a * a) + Math.sqrt(1 + b * b));
        }
        if (character == TUBE) {
            double c = a + POINT;
            double d = b + POINT;
            return (c + d) / (Math.sqrt(1 + c * c) + Math.sqrt(1 + d * d)) - POINT / Math.sqrt(1 + POINT * POINT);
        }
        return 0.5 * (clipped(a) + clipped(b));
    }

    private static double clipped(double x) {
        return 0.5 * (Math.sqrt((x + 1) * (x + 1) + ROUND) - Math.sqrt((x - 1) * (x - 1) + ROUND));
    }

    /** One channel. */
    private final class Side {

        private final Oversampler rate4 = new Oversampler();
        private double last;
        private double shift;

        void clear() {
            rate4.clear();
            last = 0;
            shift = 0;
        }

        double next(double x) {
            rate4.up(x);
            double a = last;
            double b = rate4.v0;
            double c = rate4.v1;
            double d = rate4.v2;
            double e = rate4.v3;
            last = e;
            rate4.v0 = bent(a, b);
            rate4.v1 = bent(b, c);
            rate4.v2 = bent(c, d);
            rate4.v3 = bent(d, e);
            double y = rate4.down();
            if (character == TUBE || former.value > 0) {
                shift += (y - shift) * leak;
                return y - shift;
            }
            shift -= shift * leak;
            return y - shift;
        }

        private double bent(double a, double b) {
            double factor = drive.value;
            double sum = shaped(character, factor * a, factor * b) * wet.value + 0.5 * (a + b) * dry.value;
            return former.value == 0 ? sum : sum + shaped(before, factor * a, factor * b) * former.value;
        }
    }
}
