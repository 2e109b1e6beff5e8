package studio.tutti.core.effect;

/** Tells the power of both channels together at each bin, window by window. */
final class BinHearing extends Windows {

    /** Powers of the last window at bins 0 to half its size. */
    final double[] power;

    BinHearing(int size, int hop) {
        super(size, hop);
        power = new double[size / 2 + 1];
    }

    @Override
    void begin() {
        power[0] = 0;
        power[size / 2] = 0;
    }

    @Override
    void take(int from, int to) {
        for (int k = from; k < to; k++) {
            int mirrored = size - k;
            double sum = re[k] * re[k];
            sum += im[k] * im[k];
            sum += re[mirrored] * re[mirrored];
            sum += im[mirrored] * im[mirrored];
            power[k] = 0.5 * sum;
        }
    }

    @Override
    void finish() {
    }

    @Override
    void clear() {
        super.clear();
        for (int k = 0; k < power.length; k++) {
            power[k] = 0;
        }
    }
}
