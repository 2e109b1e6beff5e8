package studio.tutti.core.dsp;

/**
 * Makes kernels of curves in small steps: of minimum phase by the cepstrum (Oppenheim and Schafer, "Discrete-Time Signal Processing"), of linear
 * phase, or turns whose magnitude is 1. Both channels at once, the second as the imaginary part. Nothing is allocated after construction.
 *
 * <p>Curves are given at bins 0 … {@link #bins} − 1, from 0 to half the rate: twice as fine as a response of {@link #taps} frames asks for.
 */
public final class PairDesign {

    /** The kernel begins at once, and dies away. */
    public static final int MINIMUM = 0;
    /** The kernel is symmetric about its middle, half of its frames later. */
    public static final int LINEAR = 1;
    /** The curves are phases in radians; the kernel lies about the frame at three eighths of it. */
    public static final int TURN = 2;

    /** Bins of a step where each needs an exponential or more. */
    private static final int DEAR = 96;
    private static final int CHEAP = 2048;
    private static final int PARTS = 4;
    private static final int PASSES = 3;

    private static final int FILL = 0;
    private static final int TO_CEPSTRUM = 1;
    private static final int FOLD = 2;
    private static final int FROM_CEPSTRUM = 3;
    private static final int EXPONENT = 4;
    private static final int TO_TAPS = 5;
    private static final int WINDOW = 6;
    private static final int CHECK = 7;
    private static final int LAY = 8;
    private static final int OVER = 9;

    private final int size;
    private final int half;
    private final GradualFft fft;
    private final double[] re;
    private final double[] im;
    private final double[] mendA;
    private final double[] mendB;

    /** The curves: natural logarithms of gains, or radians. */
    public final double[] curveA;
    public final double[] curveB;

    private PairKernel kernel = new PairKernel(1);
    private int kind;
    private int state = OVER;
    private int at;
    private int pass;

    /**
     * @param taps frames of a response, a power of two, at least 256
     * @param turns whether it may be asked for turns
     */
    public PairDesign(int taps, boolean turns) {
        size = 2 * taps;
        half = taps;
        fft = new GradualFft(size);
        re = new double[size];
        im = new double[size];
        curveA = new double[half + 1];
        curveB = new double[half + 1];
        mendA = new double[turns ? half + 1 : 0];
        mendB = new double[turns ? half + 1 : 0];
    }

    /** The longest response that has no more than 50 ms before its middle: frames, a power of two. */
    public static int taps(int rate) {
        int taps = 256;
        while (taps <= 0.05 * rate) {
            taps *= 2;
        }
        return taps;
    }

    /** Frames by which a kernel of a kind delays. */
    public static int lead(int taps, int kind) {
        return kind == MINIMUM ? 0 : kind == LINEAR ? taps / 2 : taps / 8 * 3;
    }

    public int taps() {
        return half;
    }

    /** How many bins a curve has. */
    public int bins() {
        return half + 1;
    }

    /** Whether a kernel is being made. */
    public boolean isBusy() {
        return state != OVER;
    }

    /** Lets what is being made go. */
    public void stop() {
        state = OVER;
    }

    /** Begins a kernel of the curves as they are now; they must not change until it is whole. */
    public void begin(int kindOf, PairKernel into) {
        kind = kindOf;
        kernel = into;
        state = FILL;
        at = 0;
        pass = 0;
        for (int k = 0; k < mendA.length; k++) {
            mendA[k] = 1;
            mendB[k] = 1;
        }
    }

    /** Makes a piece, some 10 µs, and says whether more is left; once not, the kernel is there. */
    public boolean step() {
        switch (state) {
            case FILL -> fill();
            case TO_CEPSTRUM -> transform(FOLD);
            case FOLD -> fold();
            case FROM_CEPSTRUM -> transform(EXPONENT);
            case EXPONENT -> exponent();
            case TO_TAPS -> transform(WINDOW);
            case WINDOW -> window();
            case CHECK -> check();
            case LAY -> lay();
            default -> {
                return false;
            }
        }
        return state != OVER;
    }

    private void go(int next) {
        state = next;
        at = 0;
        switch (next) {
            case TO_CEPSTRUM, TO_TAPS -> fft.begin(re, im, true);
            case FROM_CEPSTRUM -> fft.begin(re, im, false);
            default -> {
            }
        }
    }

    private void transform(int next) {
        if (!fft.step()) {
            go(next);
        }
    }

    private void put(int k, double a, double b) {
        re[k] = a;
        im[k] = b;
        re[size - k & size - 1] = a;
        im[size - k & size - 1] = b;
    }

    private void fill() {
        int to = Math.min(half + 1, at + (kind == MINIMUM ? CHEAP : DEAR));
        for (int k = at; k < to; k++) {
            if (kind == MINIMUM) {
                put(k, curveA[k], curveB[k]);
            } else if (kind == LINEAR) {
                put(k, Functions.exp(curveA[k]), Functions.exp(curveB[k]));
            } else {
                turned(k, mendA[k], curveA[k], mendB[k], curveB[k]);
            }
        }
        at = to;
        if (at > half) {
            go(kind == MINIMUM ? TO_CEPSTRUM : TO_TAPS);
        }
    }

    /** Writes bin k and its mirror image of a signal whose real and imaginary parts have these gains and phases. */
    private void turned(int k, double gainA, double phaseA, double gainB, double phaseB) {
        int mirrored = size - k & size - 1;
        boolean real = k == mirrored;
        double ar = gainA * Functions.cos(phaseA);
        double ai = real ? 0 : gainA * Functions.sin(phaseA);
        double br = gainB * Functions.cos(phaseB);
        double bi = real ? 0 : gainB * Functions.sin(phaseB);
        re[mirrored] = ar + bi;
        im[mirrored] = br - ai;
        re[k] = ar - bi;
        im[k] = ai + br;
    }

    private void fold() {
        for (int i = 1; i < half; i++) {
            re[i] *= 2;
            im[i] *= 2;
            re[size - i] = 0;
            im[size - i] = 0;
        }
        go(FROM_CEPSTRUM);
    }

    private void exponent() {
        int to = Math.min(half + 1, at + DEAR);
        for (int k = at; k < to; k++) {
            int mirrored = size - k & size - 1;
            double logA = 0.5 * (re[k] + re[mirrored]);
            double phaseA = 0.5 * (im[k] - im[mirrored]);
            double logB = 0.5 * (im[k] + im[mirrored]);
            double phaseB = 0.5 * (re[mirrored] - re[k]);
            turned(k, Functions.exp(logA), phaseA, Functions.exp(logB), phaseB);
        }
        at = to;
        if (at > half) {
            go(TO_TAPS);
        }
    }

    /** Fades the ends of the responses, and puts them in order from their first frame on. */
    private void window() {
        if (kind == MINIMUM) {
            int fade = half / 8;
            for (int i = half - fade; i < half; i++) {
                double part = (i - half + fade + 0.5) / fade;
                double factor = (1 - part) * (1 - part) * (1 + 2 * part);
                re[i] *= factor;
                im[i] *= factor;
            }
            go(LAY);
            return;
        }
        int lead = lead(half, kind);
        int to = Math.min(size, at + 4 * DEAR);
        for (int i = at; i < to; i++) {
            int place = i < half ? i : i - size;
            int end = place < 0 ? lead : half - lead;
            double factor = raised(place, kind == LINEAR ? 0 : end / 2, end);
            re[i] *= factor;
            im[i] *= factor;
        }
        at = to;
        if (at < size) {
            return;
        }
        if (kind == TURN && ++pass < PASSES) {
            state = CHECK;
            at = -1;
            fft.begin(re, im, false);
            return;
        }
        rotate(re, lead);
        rotate(im, lead);
        go(LAY);
    }

    /** 1 up to a place, then falling to 0 at another as a raised cosine does nearly. */
    private static double raised(int place, int flat, int end) {
        int away = place < 0 ? -place : place;
        if (away <= flat) {
            return 1;
        }
        if (away >= end) {
            return 0;
        }
        double part = (double) (away - flat) / (end - flat);
        return 0.5 + 0.5 * Functions.cos(part * Math.PI);
    }

    /** What was at place 0 comes to lie some frames later. */
    private void rotate(double[] taps, int lead) {
        for (int i = half - lead - 1; i >= 0; i--) {
            taps[lead + i] = taps[i];
        }
        for (int i = 0; i < lead; i++) {
            taps[i] = taps[size - lead + i];
        }
    }

    /** Gives back the gain that fading the ends costs. */
    private void check() {
        if (at < 0) {
            if (!fft.step()) {
                at = 0;
            }
            return;
        }
        int to = Math.min(half + 1, at + 4 * DEAR);
        for (int k = at; k < to; k++) {
            int mirrored = size - k & size - 1;
            double ar = 0.5 * (re[k] + re[mirrored]);
            double ai = 0.5 * (im[k] - im[mirrored]);
            double br = 0.5 * (im[k] + im[mirrored]);
            double bi = 0.5 * (re[mirrored] - re[k]);
            mendA[k] = mended(mendA[k], Math.sqrt(ar * ar + ai * ai));
            mendB[k] = mended(mendB[k], Math.sqrt(br * br + bi * bi));
        }
        at = to;
        if (at > half) {
            go(FILL);
        }
    }

    private static double mended(double gain, double real) {
        double next = gain / Math.max(0.3, real);
        return Math.max(0.5, Math.min(2, next));
    }

    private void lay() {
        int parts = kernel.taps() / PairFilter.CELL;
        int to = Math.min(parts, at + PARTS);
        for (int part = at; part < to; part++) {
            kernel.lay(part, re, im, part * PairFilter.CELL);
        }
        at = to;
        if (at == parts) {
            kernel.shaped();
            state = OVER;
        }
    }
}
