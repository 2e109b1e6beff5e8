package studio.tutti.core.instrument;

import studio.tutti.core.dsp.Interpolation;
import studio.tutti.core.dsp.ResonantLowpass;

/**
 * What a voice sounds like before it is panned: sample → filter → envelope.
 *
 * <p>Nearly always neither pitch nor filter move within a cell. Then the place in the sample counts in whole steps of 2⁻²² frames, set
 * right again with each piece, so the loop converts nothing and asks for nothing.
 */
final class Tone {

    private static final int BITS = 22;
    private static final double ONE = 1 << BITS;
    /** Half of the distance between two rows of weights: the nearest is taken. */
    private static final int ROUNDING = 1 << BITS - Interpolation.PHASE_BITS - 1;

    /** Below this a filter's memory is nothing: flushed, so that no denormal numbers slow the loop. */
    private static final double NOTHING = 1e-15;

    final Reader reader = new Reader();

    private final Scratch scratch;
    private final ResonantLowpass filter = new ResonantLowpass();
    private double step;
    private double stepSlope;
    private boolean filtering;
    private boolean filterMoves;
    private double c1;
    private double c2;
    private double c3;
    private double slope1;
    private double slope2;
    private double slope3;
    private double s1;
    private double s2;
    private double last;

    Tone(Scratch scratch) {
        this.scratch = scratch;
    }

    void start(Zone zone) {
        reader.start(zone);
        step = 0;
        filtering = false;
        s1 = 0;
        s2 = 0;
        last = 0;
        steady();
    }

    /** Moves nothing in the coming cell unless told to. */
    void steady() {
        stepSlope = 0;
        filterMoves = false;
        slope1 = 0;
        slope2 = 0;
        slope3 = 0;
    }

    /** Frames of the sample for one of sound, reached in a straight line; {@code share} is 1 by the frames until then. */
    void aimStep(double target, double share) {
        stepSlope = (target - step) * share;
    }

    /** The filter's cutoff in Hz and its quality, reached in a straight line; past hearing it is left out. */
    void aimFilter(boolean needed, double hertz, double quality, double rate, double share) {
        filter.tune(hertz, quality, rate);
        if (needed && !filtering) {
            s1 = 0;
            s2 = last;
            c1 = filter.c1;
            c2 = filter.c2;
            c3 = filter.c3;
        }
        filtering = needed;
        slope1 = (filter.c1 - c1) * share;
        slope2 = (filter.c2 - c2) * share;
        slope3 = (filter.c3 - c3) * share;
        filterMoves = needed && (slope1 != 0 || slope2 != 0 || slope3 != 0);
    }

    /** Where a new voice aims, it is. */
    void arrive() {
        step += stepSlope;
        c1 = filter.c1;
        c2 = filter.c2;
        c3 = filter.c3;
        steady();
    }

    /** Makes some frames into {@link Scratch#mono}; false when the sample is over. */
    boolean make(int from, int frames, VolumeEnvelope volume) {
        int to = from + frames;
        int at = from;
        while (at < to) {
            double highest = step > step + frames * stepSlope ? step : step + frames * stepSlope;
            int most = 1 + (int) ((Scratch.WINDOW - Interpolation.POINTS - 2) / highest);
            int some = to - at < most ? to - at : most;
            reader.lay(scratch.window, (int) (reader.fraction + (some - 1) * highest) + Interpolation.POINTS + 2);
            if (stepSlope != 0 || filterMoves) {
                moving(at, some, volume);
            } else if (filtering) {
                filtered(at, some, volume);
            } else {
                plain(at, some, volume);
            }
            at += some;
        }
        return !reader.over();
    }

    /** After a cell. */
    void flush() {
        if (s1 < NOTHING && s1 > -NOTHING) {
            s1 = 0;
        }
        if (s2 < NOTHING && s2 > -NOTHING) {
            s2 = 0;
        }
    }

    /**
     * Two frames at a time: the filter's memory goes two steps further at once, by the square of what one step does, and so do the
     * levels of even and odd frames. A processor waits for half as many results of the frame before.
     */
    private void filtered(int from, int frames, VolumeEnvelope volume) {
        double[] window = scratch.window;
        double[] weights = Interpolation.weights();
        double[] mono = scratch.mono;
        int place = (int) (reader.fraction * ONE) + ROUNDING;
        int pace = (int) (step * ONE + 0.5);
        double b1 = c1;
        double b2 = c2;
        double b3 = c3;
        double b4 = 1 - c3;
        double a1 = b1 * b1 - b2 * b2;
        double a2 = b2 * (b1 + b4);
        double a4 = b4 * b4 - b2 * b2;
        double e1 = b2 * (b1 - b3);
        double e2 = b2 * b2 + b4 * b3;
        double m1 = s1;
        double m2 = s2;
        double once = volume.multiply;
        double add = 0.5 * volume.add;
        double twice = once * once;
        double addTwice = add * once + add;
        double level = 0.5 * volume.level;
        double next = level * once + add;
        int to = from + frames;
        int k = from;
        for (; k < to - 1; k += 2) {
            double x = Interpolation.at(window, place >> BITS, weights,
                    place >> BITS - Interpolation.PHASE_BITS & Interpolation.PHASES - 1);
            place += pace;
            double y = Interpolation.at(window, place >> BITS, weights,
                    place >> BITS - Interpolation.PHASE_BITS & Interpolation.PHASES - 1);
            place += pace;
            double n2 = b3 * x + b4 * m2 + b2 * m1;
            double p1 = e1 * x + b2 * y + a1 * m1 - a2 * m2;
            double p2 = e2 * x + b3 * y + a4 * m2 + a2 * m1;
            mono[k] = (m2 + n2) * level;
            mono[k + 1] = (n2 + p2) * next;
            m1 = p1;
            m2 = p2;
            level = level * twice + addTwice;
            next = next * twice + addTwice;
        }
        if (k < to) {
            double x = Interpolation.at(window, place >> BITS, weights,
                    place >> BITS - Interpolation.PHASE_BITS & Interpolation.PHASES - 1);
            double n2 = b3 * x + b4 * m2 + b2 * m1;
            double n1 = b2 * x + b1 * m1 - b2 * m2;
            mono[k] = (m2 + n2) * level;
            m1 = n1;
            m2 = n2;
            level = next;
        }
        s1 = m1;
        s2 = m2;
        reader.advance(reader.fraction + frames * step);
        volume.ran(frames, 2 * level);
    }

    private void plain(int from, int frames, VolumeEnvelope volume) {
        double[] window = scratch.window;
        double[] weights = Interpolation.weights();
        double[] mono = scratch.mono;
        int place = (int) (reader.fraction * ONE) + ROUNDING;
        int pace = (int) (step * ONE + 0.5);
        double once = volume.multiply;
        double add = volume.add;
        double twice = once * once;
        double addTwice = add * once + add;
        double level = volume.level;
        double next = level * once + add;
        double x = last;
        int to = from + frames;
        int k = from;
        for (; k < to - 1; k += 2) {
            double y = Interpolation.at(window, place >> BITS, weights,
                    place >> BITS - Interpolation.PHASE_BITS & Interpolation.PHASES - 1);
            place += pace;
            x = Interpolation.at(window, place >> BITS, weights,
                    place >> BITS - Interpolation.PHASE_BITS & Interpolation.PHASES - 1);
            place += pace;
            mono[k] = y * level;
            mono[k + 1] = x * next;
            level = level * twice + addTwice;
            next = next * twice + addTwice;
        }
        if (k < to) {
            x = Interpolation.at(window, place >> BITS, weights,
                    place >> BITS - Interpolation.PHASE_BITS & Interpolation.PHASES - 1);
            mono[k] = x * level;
            level = next;
        }
        last = x;
        reader.advance(reader.fraction + frames * step);
        volume.ran(frames, level);
    }

    private void moving(int from, int frames, VolumeEnvelope volume) {
        double[] window = scratch.window;
        double[] weights = Interpolation.weights();
        double[] mono = scratch.mono;
        double place = reader.fraction;
        double pace = step;
        double faster = stepSlope;
        boolean filtered = filtering;
        double b1 = c1;
        double b2 = c2;
        double b3 = c3;
        double m1 = s1;
        double m2 = s2;
        double multiply = volume.multiply;
        double add = volume.add;
        double level = volume.level;
        double x = last;
        int to = from + frames;
        for (int k = from; k < to; k++) {
            int row = (int) (place * Interpolation.PHASES + 0.5);
            x = Interpolation.at(window, row >> Interpolation.PHASE_BITS, weights, row & Interpolation.PHASES - 1);
            double y = x;
            if (filtered) {
                double n1 = (b1 * m1 - b2 * m2) + b2 * x;
                double n2 = ((1 - b3) * m2 + b2 * m1) + b3 * x;
                y = 0.5 * (m2 + n2);
                m1 = n1;
                m2 = n2;
                b1 += slope1;
                b2 += slope2;
                b3 += slope3;
            }
            mono[k] = y * level;
            level = level * multiply + add;
            place += pace;
            pace += faster;
        }
        last = x;
        s1 = m1;
        s2 = m2;
        c1 = b1;
        c2 = b2;
        c3 = b3;
        step = pace;
        reader.advance(place);
        volume.ran(frames, level);
    }
}
