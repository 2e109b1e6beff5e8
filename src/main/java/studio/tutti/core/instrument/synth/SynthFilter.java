package studio.tutti.core.instrument.synth;

import studio.tutti.core.dsp.Functions;

/**
 * The voice's filter for one channel, without delay in its loops: as 24 dB lowpass a ladder of four poles with feedback, else two poles in
 * state-variable form; both in the trapezoidal form of Zavalishin, "The Art of VA Filter Design", 2018, chapters 3 to 5. A drive above 0 dB
 * bends what goes in by x (27 + x²) / (27 + 9 x²), held at ±1; what the ladder feeds back is always bent so, from about −6 dBFS on, which
 * keeps a high resonance in bounds.
 *
 * <p>Small signals meet, with s = j tan(π f / rate) / tan(π cutoff / rate): the ladder (1 + k / 2) / ((1 + s)⁴ + k) with k = 4 × resonance,
 * the others 1, 2 R s or s² over (s² + 2 R s + 1) with R = 1 − 0.96 × resonance.
 */
public final class SynthFilter {

    private static final double KNEE = 0.2;
    private static final double STRAIGHT = 1e-4;
    private static final double NOTHING = 1e-25;

    private double s1;
    private double s2;
    private double s3;
    private double s4;

    public void clear() {
        s1 = 0;
        s2 = 0;
        s3 = 0;
        s4 = 0;
    }

    /** How steep the bend is, for a drive in dB; straight at 0. */
    public static double steepness(double drive) {
        double steep = KNEE * (Functions.exp2(drive * 0.16609640474436813) - 1);
        return steep < STRAIGHT ? STRAIGHT : steep;
    }

    /** What a drive makes louder: half as many dB. */
    static double makeUp(double drive) {
        return Functions.exp2(drive * 0.08304820237218406);
    }

    /** tan(π f / rate) for a cutoff held within what the rate allows. */
    public static double g(double hertz, double rate) {
        double held = hertz < 16 ? 16 : hertz > 0.45 * rate ? 0.45 * rate : hertz;
        return Functions.tan(Math.PI * held / rate);
    }

    /**
     * Filters frames in place while the cutoff moves.
     *
     * @param type of {@link SynthParameters#FILTERS}
     * @param g1 {@link #g} before the first frame
     * @param slope by how much it grows a frame
     */
    public void run(int type, double[] sound, int from, int to, double g1, double slope, double resonance, double steep) {
        if (type == 0) {
            ladder(sound, from, to, g1, slope, 4 * resonance, steep);
        } else {
            poles(type, sound, from, to, g1, slope, 2 - 1.92 * resonance, steep);
        }
        if (s1 < NOTHING && s1 > -NOTHING && s2 < NOTHING && s2 > -NOTHING) {
            clear();
        }
    }

    private void ladder(double[] sound, int from, int to, double g1, double slope, double k, double steep) {
        double a = s1;
        double b = s2;
        double c = s3;
        double d = s4;
        double g = g1;
        double back = 1 / steep;
        double up = 1 + 0.5 * k;
        boolean moves = slope != 0;
        boolean driven = steep > STRAIGHT;
        double part = g / (1 + g);
        double part2 = part * part;
        double rest = 1 - part;
        double solve = 1 / (1 + k * part2 * part2);
        for (int i = from; i < to; i++) {
            if (moves) {
                g += slope;
                part = g / (1 + g);
                part2 = part * part;
                rest = 1 - part;
                solve = 1 / (1 + k * part2 * part2);
            }
            double stored = rest * (part2 * part * a + part2 * b + part * c + d);
            double x = driven ? bend(sound[i] * steep) * back * up : sound[i] * up;
            if (k > 0) {
                double in = (x - k * stored) * solve;
                x -= bend(k * (part2 * part2 * in + stored) * KNEE) * (1 / KNEE);
            }
            double v = (x - a) * part;
            double y = v + a;
            a = y + v;
            v = (y - b) * part;
            y = v + b;
            b = y + v;
            v = (y - c) * part;
            y = v + c;
            c = y + v;
            v = (y - d) * part;
            y = v + d;
            d = y + v;
            sound[i] = y;
        }
        s1 = a;
        s2 = b;
        s3 = c;
        s4 = d;
    }

    private void poles(int type, double[] sound, int from, int to, double g1, double slope, double damping, double steep) {
        double a = s1;
        double b = s2;
        double g = g1;
        double back = 1 / steep;
        boolean moves = slope != 0;
        boolean driven = steep > STRAIGHT;
        double solve = 1 / (1 + g * (g + damping));
        for (int i = from; i < to; i++) {
            if (moves) {
                g += slope;
                solve = 1 / (1 + g * (g + damping));
            }
            double x = driven ? bend(sound[i] * steep) * back : sound[i];
            double band = (a + g * (x - b)) * solve;
            double low = b + g * band;
            a = 2 * band - a;
            b = 2 * low - b;
            sound[i] = type == 1 ? low : type == 2 ? damping * band : x - damping * band - low;
        }
        s1 = a;
        s2 = b;
    }

    private static double bend(double x) {
        double held = x > 3 ? 3 : x < -3 ? -3 : x;
        double square = held * held;
        return held * (27 + square) / (27 + 9 * square);
    }
}
