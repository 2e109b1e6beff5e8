package studio.tutti.core.effect;

import studio.tutti.core.dsp.Biquad;
import studio.tutti.core.dsp.MatchedFilter;

/** One band of the equaliser: up to four biquads, designed anew at each cell while its parameters move. */
final class Band {

    private static final int MOST = 4;
    private static final int NUMBERS = MOST * Biquad.NUMBERS;

    private final MatchedFilter filter = new MatchedFilter();
    private final Biquad[] biquads = {new Biquad(), new Biquad(), new Biquad(), new Biquad()};
    private final double[] goal = new double[NUMBERS];
    private final double[] before = new double[NUMBERS];
    private final double[] now = new double[NUMBERS];
    private final double[] asked = new double[NUMBERS];
    private int cells = 1;
    private int left;
    private int type = -1;
    private boolean on;
    private boolean idle = true;

    Band() {
        pass(goal);
        pass(now);
    }

    /** Over how many cells one kind of filter becomes another, or none. */
    void switchOver(int count) {
        cells = count;
    }

    boolean switching() {
        return left > 0;
    }

    /** Lets the filters reach what these parameters ask for at the end of the coming cell, or later if the kind changes. */
    void aim(boolean active, int choice, double hertz, double gain, double quality, double rate) {
        if (active != on || choice != type) {
            System.arraycopy(now, 0, before, 0, NUMBERS);
            left = cells;
            on = active;
            type = choice;
        }
        design(active, choice, hertz, gain, quality, rate, goal);
        if (left > 0) {
            left--;
        }
        double old = (double) left / cells;
        for (int i = 0; i < NUMBERS; i++) {
            now[i] = left == 0 ? goal[i] : goal[i] + (before[i] - goal[i]) * old;
        }
        for (int i = 0; i < MOST; i++) {
            biquads[i].aim(now, i * Biquad.NUMBERS);
        }
    }

    void settle() {
        left = 0;
        System.arraycopy(goal, 0, now, 0, NUMBERS);
        for (int i = 0; i < MOST; i++) {
            biquads[i].aim(now, i * Biquad.NUMBERS);
            biquads[i].settle();
        }
    }

    void begin() {
        idle = biquads[0].idle() && biquads[1].idle() && biquads[2].idle() && biquads[3].idle();
    }

    void run(double[] l, double[] r, int from, int to) {
        if (idle) {
            return;
        }
        for (Biquad biquad : biquads) {
            if (!biquad.idle()) {
                biquad.run(l, r, from, to);
            }
        }
    }

    void end() {
        if (!idle) {
            for (Biquad biquad : biquads) {
                biquad.endCell();
            }
        }
    }

    void clear() {
        for (Biquad biquad : biquads) {
            biquad.clear();
        }
    }

    /** Designs for {@link #power} alone. */
    void designFor(boolean active, int choice, double hertz, double gain, double quality, double rate) {
        design(active, choice, hertz, gain, quality, rate, asked);
    }

    double power(double phi) {
        double power = 1;
        for (int i = 0; i < MOST; i++) {
            power *= Biquad.power(asked, i * Biquad.NUMBERS, phi);
        }
        return power;
    }

    private void design(boolean active, int choice, double hertz, double gain, double quality, double rate, double[] to) {
        pass(to);
        BandType kind = BandType.of(choice);
        if (active && !(kind.hasGain() && gain == 0)) {
            kind.design(filter, hertz, gain, quality, rate, to);
        }
    }

    private static void pass(double[] numbers) {
        for (int i = 0; i < NUMBERS; i++) {
            numbers[i] = i % Biquad.NUMBERS == 0 ? 1 : 0;
        }
    }
}
