package studio.tutti.core.dsp;

/**
 * A long filter for two channels without any delay of its own, which goes from one response to another without a click: the first
 * {@value #CELL} taps are summed directly, the rest in parts of as many by overlap-save (Gardner 1995, with parts of one size). While it goes from
 * one {@link PairKernel} to the next, both are heard, one fading into the other.
 *
 * <p>Left and right, or their middle and sides, are the two channels. A kernel that is flat passes the bits. Nothing is allocated after construction.
 */
public final class PairFilter {

    /** Frames of a cell, and of a part. */
    public static final int CELL = 64;

    static final int BINS = CELL + 1;

    private final Fft fft = Fft.of(2 * CELL);
    private final boolean midSide;
    private final int parts;
    private final PairKernel[] kernels = new PairKernel[2];
    private final double[][] tailA = new double[2][CELL];
    private final double[][] tailB = new double[2][CELL];

    // the last cell and this one
    private final double[] inA = new double[2 * CELL];
    private final double[] inB = new double[2 * CELL];

    // spectra of the last parts, a ring
    private final double[] realA;
    private final double[] imaginaryA;
    private final double[] realB;
    private final double[] imaginaryB;
    private int ring;

    private final double[] re = new double[2 * CELL];
    private final double[] im = new double[2 * CELL];
    private final double[] sumRealA = new double[BINS];
    private final double[] sumImaginaryA = new double[BINS];
    private final double[] sumRealB = new double[BINS];
    private final double[] sumImaginaryB = new double[BINS];

    private final double[] rawLeft;
    private final double[] rawRight;
    private int raw;

    /** The kernel that is heard, or faded from. */
    private int now;
    private int fading;
    private int fadeCells = 1;

    /** What was filtered, at the places of the cell. */
    public final double[] left = new double[CELL];
    public final double[] right = new double[CELL];

    /**
     * @param taps of the longest response, a multiple of {@value #CELL}
     * @param midSide whether middle (half the sum) and sides (half the difference) are the channels, instead of left and right
     */
    public PairFilter(int taps, boolean midSide) {
        this.midSide = midSide;
        parts = taps / CELL;
        kernels[0] = new PairKernel(parts);
        kernels[1] = new PairKernel(parts);
        realA = new double[parts * BINS];
        imaginaryA = new double[parts * BINS];
        realB = new double[parts * BINS];
        imaginaryB = new double[parts * BINS];
        int size = 2 * CELL;
        while (size < taps + 2 * CELL) {
            size *= 2;
        }
        rawLeft = new double[size];
        rawRight = new double[size];
    }

    /** The kernel that is not heard, to be made anew; none while one fades into the other. */
    public PairKernel spare() {
        return kernels[1 - now];
    }

    /** Whether one kernel fades into another. */
    public boolean isFading() {
        return fading > 0;
    }

    /** Whether it does nothing but to delay. */
    public boolean isFlat() {
        return kernels[now].flat && fading == 0;
    }

    /** Whether it does nothing but to delay by some frames. */
    public boolean isFlatBy(int frames) {
        return isFlat() && kernels[now].delay == frames;
    }

    /** The left side at a place of the cell, unfiltered, some frames late; no more than the longest response has. */
    public double dryLeft(int place, int frames) {
        return rawLeft[raw + place - frames & rawLeft.length - 1];
    }

    public double dryRight(int place, int frames) {
        return rawRight[raw + place - frames & rawRight.length - 1];
    }

    /** Fades to the spare kernel over some cells, from the coming one on. */
    public void fade(int cells) {
        fadeCells = cells;
        fading = cells;
    }

    /** Takes the spare kernel at once. */
    public void take() {
        now = 1 - now;
        fading = 0;
    }

    /** The first channel of the cell that ran last, and of the one before it: twice {@value #CELL} frames. */
    public double[] first() {
        return inA;
    }

    /** The second channel. */
    public double[] second() {
        return inB;
    }

    /** Filters frames {@code from} to before {@code to}, of which the first is frame {@code at} of the cell, into {@link #left} and {@link #right}. */
    public void run(double[] l, double[] r, int from, int to, int at) {
        int mask = rawLeft.length - 1;
        for (int i = from; i < to; i++) {
            int place = at + i - from;
            rawLeft[raw + place & mask] = l[i];
            rawRight[raw + place & mask] = r[i];
            inA[CELL + place] = midSide ? 0.5 * (l[i] + r[i]) : l[i];
            inB[CELL + place] = midSide ? 0.5 * (l[i] - r[i]) : r[i];
        }
        int end = at + to - from;
        pass(now, at, end, fading == 0 ? 0 : 1);
        if (fading > 0) {
            pass(1 - now, at, end, 2);
        }
    }

    /** @param mixing 0 this kernel alone, 1 it fades out, 2 it fades in */
    private void pass(int kernel, int at, int end, int mixing) {
        PairKernel one = kernels[kernel];
        double[] headA = one.headA;
        double[] headB = one.headB;
        int mask = rawLeft.length - 1;
        double step = 1.0 / (fadeCells * CELL);
        double weight = (fadeCells - fading) * CELL * step;
        for (int place = at; place < end; place++) {
            double l;
            double r;
            if (one.flat) {
                l = rawLeft[raw + place - one.delay & mask];
                r = rawRight[raw + place - one.delay & mask];
            } else {
                double a = dot(tailA[kernel][place], headA, inA, place + 1);
                double b = dot(tailB[kernel][place], headB, inB, place + 1);
                l = midSide ? a + b : a;
                r = midSide ? a - b : b;
            }
            double part = weight + (place + 1) * step;
            double in = part * part * (3 - 2 * part);
            if (mixing == 0) {
                left[place] = l;
                right[place] = r;
            } else if (mixing == 1) {
                left[place] = l * (1 - in);
                right[place] = r * (1 - in);
            } else {
                left[place] += l * in;
                right[place] += r * in;
            }
        }
    }

    private static double dot(double begin, double[] taps, double[] sound, int from) {
        double s0 = begin;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        for (int j = 0; j < CELL; j += 4) {
            s0 += taps[j] * sound[from + j];
            s1 += taps[j + 1] * sound[from + j + 1];
            s2 += taps[j + 2] * sound[from + j + 2];
            s3 += taps[j + 3] * sound[from + j + 3];
        }
        return s0 + s1 + s2 + s3;
    }

    /** Ends a cell: {@value #CELL} frames have run. */
    public void end() {
        int mask = rawLeft.length - 1;
        raw = raw + CELL & mask;
        if (fading > 0) {
            fading--;
            if (fading == 0) {
                now = 1 - now;
            }
        }
        for (int i = 0; i < 2 * CELL; i++) {
            re[i] = inA[i];
            im[i] = inB[i];
        }
        fft.forward(re, im);
        ring = ring + 1 == parts ? 0 : ring + 1;
        PairKernel.split(re, im, ring * BINS, realA, imaginaryA, realB, imaginaryB);
        System.arraycopy(inA, CELL, inA, 0, CELL);
        System.arraycopy(inB, CELL, inB, 0, CELL);
    }

    /** Begins a cell. */
    public void begin() {
        tail(now);
        if (fading > 0) {
            tail(1 - now);
        }
    }

    /** What the parts but the first give for the coming cell. */
    private void tail(int which) {
        PairKernel kernel = kernels[which];
        if (kernel.flat) {
            return;
        }
        for (int k = 0; k < BINS; k++) {
            sumRealA[k] = 0;
            sumImaginaryA[k] = 0;
            sumRealB[k] = 0;
            sumImaginaryB[k] = 0;
        }
        int from = ring;
        for (int part = 0; part < parts - 1; part++) {
            add(kernel.realA, kernel.imaginaryA, part * BINS, realA, imaginaryA, from * BINS, sumRealA, sumImaginaryA);
            add(kernel.realB, kernel.imaginaryB, part * BINS, realB, imaginaryB, from * BINS, sumRealB, sumImaginaryB);
            from = from == 0 ? parts - 1 : from - 1;
        }
        int mask = 2 * CELL - 1;
        for (int k = 0; k < BINS; k++) {
            int mirrored = 2 * CELL - k & mask;
            re[mirrored] = sumRealA[k] + sumImaginaryB[k];
            im[mirrored] = sumRealB[k] - sumImaginaryA[k];
            re[k] = sumRealA[k] - sumImaginaryB[k];
            im[k] = sumImaginaryA[k] + sumRealB[k];
        }
        fft.inverse(re, im);
        System.arraycopy(re, CELL, tailA[which], 0, CELL);
        System.arraycopy(im, CELL, tailB[which], 0, CELL);
    }

    private static void add(double[] hr, double[] hi, int h, double[] xr, double[] xi, int x, double[] real, double[] imaginary) {
        for (int k = 0; k < BINS; k++) {
            double a = hr[h + k];
            double b = hi[h + k];
            double c = xr[x + k];
            double d = xi[x + k];
            real[k] = real[k] + a * c - b * d;
            imaginary[k] = imaginary[k] + a * d + b * c;
        }
    }

    /** Forgets every sound; a fade is over. */
    public void clear() {
        if (fading > 0) {
            take();
        }
        zero(inA);
        zero(inB);
        zero(realA);
        zero(imaginaryA);
        zero(realB);
        zero(imaginaryB);
        zero(rawLeft);
        zero(rawRight);
        for (int i = 0; i < 2; i++) {
            zero(tailA[i]);
            zero(tailB[i]);
        }
        ring = 0;
        raw = 0;
    }

    private static void zero(double[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = 0;
        }
    }
}
