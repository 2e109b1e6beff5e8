package studio.tutti.core.engine;

import studio.tutti.core.dsp.Functions;
import studio.tutti.core.instrument.Sampler;

/**
 * The master's safety: what stays below −1 dBFS passes with its bits untouched, one cell (64 frames, 1.45 ms at
 * 44.1 kHz) later; what would go above is turned down before it comes, so that no sample exceeds −1 dBFS.
 *
 * <p>Each cell's peak gives the gain that it needs. The gain at the border of two cells is the smaller of their two, and
 * runs straight from border to border, so within a cell it is never above what the cell needs. It recovers with a time
 * constant of 150 ms. This guards the ears and the converter; loudness is made in mastering.
 */
final class Ceiling {

    /** −1 dBFS as a factor. */
    static final double LEVEL = 0.8912509381337456;

    private static final double RECOVERY_SECONDS = 0.15;

    private final double[] left = new double[Sampler.CELL];
    private final double[] right = new double[Sampler.CELL];
    private final double recovery;
    private double need = 1;
    private double border = 1;

    Ceiling(double rate) {
        recovery = 1 - Functions.exp(-Sampler.CELL / (RECOVERY_SECONDS * rate));
    }

    /** Takes a cell in and gives the one before it out, in place. */
    void pass(double[] l, double[] r) {
        double peak = 0;
        for (int i = 0; i < Sampler.CELL; i++) {
            double a = l[i] < 0 ? -l[i] : l[i];
            double b = r[i] < 0 ? -r[i] : r[i];
            double louder = a > b ? a : b;
            if (!(louder < 1e9)) {
                l[i] = 0;
                r[i] = 0;
            } else if (louder > peak) {
                peak = louder;
            }
        }
        double coming = peak > LEVEL ? LEVEL / peak : 1;
        double rested = border + (1 - border) * recovery;
        double next = rested > 0.99999 ? 1 : rested;
        next = Math.min(next, Math.min(need, coming));
        double gain = border;
        double slope = (next - border) / Sampler.CELL;
        for (int i = 0; i < Sampler.CELL; i++) {
            double outLeft = left[i] * gain;
            double outRight = right[i] * gain;
            left[i] = l[i];
            right[i] = r[i];
            l[i] = outLeft;
            r[i] = outRight;
            gain += slope;
        }
        need = coming;
        border = next;
    }
}
