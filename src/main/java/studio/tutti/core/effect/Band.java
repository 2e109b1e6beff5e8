package studio.tutti.core.effect;

import studio.tutti.core.dsp.Biquad;
import studio.tutti.core.dsp.MatchedFilter;

/** One band of the equaliser: up to four biquads, designed anew at each cell while its parameters move. */
final class Band {

    private static final int MOST = 4;
    private static final int NUMBERS = MOST * Biquad.NUMBERS;

    private final MatchedFilter filter = new MatchedFilter();
    private final Biquad[] biquads = {new Biquad(), new Biquad(), new Biquad(), new Biquad()};
    private final double[] now = new double[NUMBERS];
    private final double[] asked = new double[NUMBERS];
    private int cells = 1;
    private int present;
    private int type = -1;
    private int nextType;
    private boolean on;
    private boolean idle = true;

    Band() {
        pass(now);
    }

    /** Over how many cells the band comes in, or leaves. */
    void fadeOver(int count) {
        cells = count;
    }

    /** Whether it comes in or leaves, so that it has to be aimed at each cell. */
    boolean switching() {
        return present != (on && type == nextType ? cells : 0) || type != nextType;
    }

    /**
     * Lets the filters reach what these parameters ask for at the end of the coming cell. A band that is turned on or off is mixed in
     * or out; one that becomes another kind leaves first and then comes in.
     */
    void aim(boolean active, int choice, double hertz, double gain, double quality, double rate) {
        on = active;
        nextType = choice;
        if (present == 0) {
            type = choice;
        }
        int target = on && type == nextType ? cells : 0;
        present += present < target ? 1 : present > target ? -1 : 0;
        show(hertz, gain, quality, rate);
    }

    /** Aims and is there at once. */
    void settle(boolean active, int choice, double hertz, double gain, double quality, double rate) {
        on = active;
        type = choice;
        nextType = choice;
        present = on ? cells : 0;
        show(hertz, gain, quality, rate);
        for (Biquad biquad : biquads) {
            biquad.settle();
        }
    }

    private void show(double hertz, double gain, double quality, double rate) {
        design(true, type, hertz, gain, quality, rate, now);
        if (present < cells) {
            double part = (double) present / cells;
            mix(part * part * (3 - 2 * part));
        }
        for (int i = 0; i < MOST; i++) {
            biquads[i].aim(now, i * Biquad.NUMBERS);
        }
    }

    /**
     * Leaves each filter this part of the sound, and lets the rest pass: b = part · b + (1 − part) · a. A filter that is out keeps its
     * poles, so that it comes in where it shall be.
     */
    private void mix(double part) {
        for (int i = 0; i < MOST; i++) {
            int at = i * Biquad.NUMBERS;
            now[at] = 1 + (now[at] - 1) * part;
            now[at + 1] = now[at + 3] + (now[at + 1] - now[at + 3]) * part;
            now[at + 2] = now[at + 4] + (now[at + 2] - now[at + 4]) * part;
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
        if (active) {
            BandType.of(choice).design(filter, hertz, gain, quality, rate, to);
        }
    }

    private static void pass(double[] numbers) {
        for (int i = 0; i < NUMBERS; i++) {
            numbers[i] = i % Biquad.NUMBERS == 0 ? 1 : 0;
        }
    }
}
