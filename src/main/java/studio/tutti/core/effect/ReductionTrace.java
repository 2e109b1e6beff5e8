package studio.tutti.core.effect;

import studio.tutti.core.dsp.Decibels;

/** How much a compressor or limiter turned down in each of the last cells, for a meter or a curve. */
public final class ReductionTrace {

    /** Cells that are kept: 1.4 s at 48 kHz. */
    public static final int CELLS = 1024;

    private final double[] decibels = new double[CELLS];
    private int written;

    /** Cells since the effect was prepared or reset, modulo 2³¹. */
    public int written() {
        return written;
    }

    /** The deepest gain reduction of a cell in dB, 0 or less; {@code back} 0 is the last cell, {@value #CELLS} − 1 the oldest. */
    public double reduction(int back) {
        return decibels[(written - 1 - back) & (CELLS - 1)];
    }

    void add(double factor) {
        decibels[written & (CELLS - 1)] = factor >= 1 ? 0 : Decibels.of(factor);
        written = (written + 1) & Integer.MAX_VALUE;
    }

    void clear() {
        written = 0;
        for (int i = 0; i < CELLS; i++) {
            decibels[i] = 0;
        }
    }
}
