package studio.tutti.core.instrument.synth;

import studio.tutti.core.dsp.Functions;

/**
 * A band-limited oscillator with up to seven detuned copies. A pulse is the difference of two saws, so its width can move freely. Where
 * another table fits the pitch, one cell fades from table to table.
 */
final class Oscillator {

    static final int COPIES = 7;

    private final double[] phases = new double[COPIES];
    private double[] table = Waves.sine();
    private double step;
    private double width;
    private double gain;
    private double stepSlope;
    private double widthSlope;
    private double gainSlope;
    private double[] next = table;
    private int shape;
    private boolean fresh;
    private double mix;
    private double mixSlope;

    /** Begins, each copy at a place that hangs on the seed. */
    void start(int seed) {
        for (int copy = 0; copy < COPIES; copy++) {
            phases[copy] = 0.5 + 0.5 * Wobble.random(seed + copy);
        }
        fresh = true;
    }

    /**
     * Where it shall be at the end of the cell.
     *
     * @param wave of {@link SynthParameters#WAVES}
     * @param hertz of the copy in the middle
     * @param rich by how much the highest copy is higher
     * @param part of the period that a pulse is up
     */
    void aim(int wave, double hertz, double rich, double part, double loud, double rate, int frames) {
        double held = hertz > 20_000 ? 20_000 : hertz < 1 ? 1 : hertz;
        int tableStep = Waves.step(held * rich, rate);
        double[] wanted = wave <= SynthParameters.PULSE ? Waves.saw(tableStep)
                : wave == SynthParameters.TRIANGLE ? Waves.triangle(tableStep) : Waves.sine();
        double goal = held / rate;
        if (fresh) {
            step = goal;
            width = part;
            gain = loud;
            table = wanted;
            fresh = false;
            shape = wave;
        }
        next = wanted;
        shape = wave;
        double share = 1.0 / frames;
        stepSlope = (goal - step) * share;
        widthSlope = (part - width) * share;
        gainSlope = (loud - gain) * share;
        mix = 0;
        mixSlope = share;
    }

    boolean silent() {
        return gain == 0 && gainSlope == 0;
    }

    /**
     * Adds frames to both channels.
     *
     * @param ratios of each copy's pitch to that in the middle
     * @param lefts how loud each copy is left
     */
    void add(double[] left, double[] right, int from, int to, int copies, double[] ratios, double[] lefts, double[] rights) {
        if (silent()) {
            pass(to - from, copies, ratios);
            return;
        }
        for (int copy = 0; copy < copies; copy++) {
            one(left, right, from, to, copy, ratios[copy], lefts[copy], rights[copy]);
        }
        int frames = to - from;
        step += stepSlope * frames;
        width += widthSlope * frames;
        gain += gainSlope * frames;
        mix += mixSlope * frames;
        if (mix > 0.999) {
            table = next;
        }
    }

    private void one(double[] left, double[] right, int from, int to, int copy, double ratio, double l, double r) {
        double phase = phases[copy];
        double pace = step * ratio;
        double paceSlope = stepSlope * ratio;
        double loud = gain;
        double part = width;
        boolean pulse = shape == SynthParameters.PULSE;
        boolean fades = table != next;
        double blend = mix;
        for (int i = from; i < to; i++) {
            double value = Waves.at(table, phase);
            double other = 0;
            if (pulse) {
                other = phase + part;
                other = other >= 1 ? other - 1 : other;
                value = Waves.at(table, other) - value;
            }
            if (fades) {
                double richer = Waves.at(next, phase);
                if (pulse) {
                    richer = Waves.at(next, other) - richer;
                }
                value += (richer - value) * blend;
                blend += mixSlope;
            }
            value *= loud;
            left[i] += value * l;
            right[i] += value * r;
            loud += gainSlope;
            part += widthSlope;
            phase += pace;
            pace += paceSlope;
            phase = phase >= 1 ? phase - 1 : phase;
        }
        phases[copy] = phase;
    }

    private void pass(int frames, int copies, double[] ratios) {
        for (int copy = 0; copy < copies; copy++) {
            double phase = phases[copy] + frames * (step + 0.5 * stepSlope * frames) * ratios[copy];
            phases[copy] = phase - Functions.floor(phase);
        }
        step += stepSlope * frames;
        width += widthSlope * frames;
        table = next;
    }
}
