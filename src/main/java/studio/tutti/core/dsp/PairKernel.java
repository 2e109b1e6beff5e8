package studio.tutti.core.dsp;

/**
 * What a {@link PairFilter} does to its two channels: nothing but to delay them, or an impulse response for each, laid out in parts of
 * {@value PairFilter#CELL} frames of which all but the first are spectra.
 */
public final class PairKernel {

    private final Fft fft = Fft.of(2 * PairFilter.CELL);
    private final double[] re = new double[2 * PairFilter.CELL];
    private final double[] im = new double[2 * PairFilter.CELL];

    /** Whether sound is only delayed. */
    boolean flat = true;
    /** By how many frames, if it is. */
    int delay;

    // the first part, the last tap first
    final double[] headA = new double[PairFilter.CELL];
    final double[] headB = new double[PairFilter.CELL];

    // the other parts, one behind the other, from the second on
    final double[] realA;
    final double[] imaginaryA;
    final double[] realB;
    final double[] imaginaryB;

    /** @param parts how many parts the longest response has */
    PairKernel(int parts) {
        int bins = (parts - 1) * PairFilter.BINS;
        realA = new double[bins];
        imaginaryA = new double[bins];
        realB = new double[bins];
        imaginaryB = new double[bins];
    }

    /** Frames that the longest response has. */
    int taps() {
        return (realA.length / PairFilter.BINS + 1) * PairFilter.CELL;
    }

    /** From now on sound is only delayed, by some frames. */
    public void flat(int frames) {
        flat = true;
        delay = frames;
    }

    /** From now on what was laid is heard. */
    void shaped() {
        flat = false;
    }

    /**
     * Lays a part of the responses.
     *
     * @param part from 0
     * @param a the first channel's response; the part begins at {@code from}
     * @param b the second channel's
     */
    void lay(int part, double[] a, double[] b, int from) {
        int cell = PairFilter.CELL;
        if (part == 0) {
            for (int i = 0; i < cell; i++) {
                headA[cell - 1 - i] = a[from + i];
                headB[cell - 1 - i] = b[from + i];
            }
            return;
        }
        for (int i = 0; i < cell; i++) {
            re[i] = a[from + i];
            im[i] = b[from + i];
            re[cell + i] = 0;
            im[cell + i] = 0;
        }
        fft.forward(re, im);
        split(re, im, (part - 1) * PairFilter.BINS, realA, imaginaryA, realB, imaginaryB);
    }

    /** Parts the transform of two real signals, one of them imaginary, into the bins from 0 to half of each. */
    static void split(double[] re, double[] im, int at, double[] realA, double[] imaginaryA, double[] realB, double[] imaginaryB) {
        int mask = re.length - 1;
        for (int k = 0; k < PairFilter.BINS; k++) {
            int mirrored = re.length - k & mask;
            realA[at + k] = 0.5 * (re[k] + re[mirrored]);
            imaginaryA[at + k] = 0.5 * (im[k] - im[mirrored]);
            realB[at + k] = 0.5 * (im[k] + im[mirrored]);
            imaginaryB[at + k] = 0.5 * (re[mirrored] - re[k]);
        }
    }
}
