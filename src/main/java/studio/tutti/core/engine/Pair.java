package studio.tutti.core.engine;

import studio.tutti.core.instrument.Sampler;

/** A cell of stereo sound that several sources are added to. */
final class Pair {

    final double[] left = new double[Sampler.CELL];
    final double[] right = new double[Sampler.CELL];
    /** Whether anything was added since it was cleared. */
    boolean heard;

    void clear() {
        if (heard) {
            heard = false;
            for (int i = 0; i < Sampler.CELL; i++) {
                left[i] = 0;
                right[i] = 0;
            }
        }
    }

    void add(double[] l, double[] r) {
        heard = true;
        for (int i = 0; i < Sampler.CELL; i++) {
            left[i] += l[i];
            right[i] += r[i];
        }
    }
}
