package studio.tutti.core.effect;

import java.util.List;
import studio.tutti.core.dsp.Decibels;
import studio.tutti.core.dsp.Functions;
import studio.tutti.core.dsp.KWeighting;
import studio.tutti.core.dsp.PairDesign;
import studio.tutti.core.dsp.PairFilter;
import studio.tutti.core.tone.Following;

/**
 * What the four live tools share: a long filter that goes from one curve to the next without a click, curves that become kernels a little at a time, so
 * that no block has to wait, what is taken away alone ("delta"), the loudness of what went in ("match level"), and numbers to draw.
 *
 * <p>Curves are natural logarithms of gains.
 */
public abstract class ToneEffect extends CellEffect {

    static final int BANDS = Following.BANDS;

    /** Twelfths of an octave that a curve of {@link #read} has, the first about 18.3 Hz. */
    public static final int POINTS = BANDS;

    /** Thirds of an octave that can be held as given: what {@link #read} ends with. */
    public static final int THIRDS = 31;

    /** Numbers before the curves of {@link #read}. */
    public static final int HEAD = 12;

    /** Curves of {@link #read}. */
    public static final int CURVES = 7;

    /** Numbers that {@link #read} writes. */
    public static final int NUMBERS = HEAD + CURVES * POINTS + THIRDS;

    // places in the head
    static final int HEARD = 0;
    static final int LOUDER = 1;
    static final int LATE = 2;
    static final int STATE = 3;

    // the curves
    static final int INPUT = 0;
    static final int OUTPUT = 1;
    static final int TARGET = 2;
    static final int APPLIED = 3;
    static final int APPLIED_SIDES = 4;
    static final int LOW = 5;
    static final int HIGH = 6;

    /** What stands for no level, in dB. */
    static final float NOTHING = -200;

    static final double TO_DECIBELS = 8.685889638065037;

    /** Seconds after which a changed loudness is matched to 63 %. */
    private static final double MATCHING = 0.3;
    /** Bins of a curve in a step. */
    private static final int SOME = 512;
    private final int delta;
    private final int matching;
    private final boolean midSide;

    PairFilter filter = new PairFilter(PairFilter.CELL, false);
    PairDesign design = new PairDesign(256, false);

    /** A cell of what the side-chain heard, silence where there is none. */
    final double[] keyA = new double[CELL];
    final double[] keyB = new double[CELL];

    private final Ramp deltaPart = new Ramp();
    private final Ramp trim = new Ramp();
    private int deltaCells;
    private double matchPace;
    private final double[] weights = new double[BANDS];
    private final double[] askedA = new double[BANDS];
    private final double[] askedB = new double[BANDS];
    private final double[] seen;
    private boolean askedFlat;
    private int filled = -1;
    private boolean wanted;
    private boolean made;

    /** Mean powers of the bands of what comes in: of the middle and the sides, or of left and right. */
    final double[] meanA = new double[BANDS];
    final double[] meanB = new double[BANDS];
    /** Gains of the bands by the kernel that was asked for last. */
    final double[] appliedA = new double[BANDS];
    final double[] appliedB = new double[BANDS];
    /** What the bands shall have, as powers. */
    final double[] target = new double[BANDS];
    /** Gains of thirds that were found, in dB (degrees of a turn), before what is given by hand. */
    final double[] found = new double[THIRDS];
    /** Seconds that were heard and count. */
    double heard;

    /**
     * @param delta the place of the switch by which only what is taken away is heard
     * @param matching the place of the switch by which the loudness stays
     * @param midSide whether the two channels are middle and sides, instead of left and right
     */
    ToneEffect(List<Parameter> parameters, int delta, int matching, boolean midSide) {
        super(parameters);
        this.delta = delta;
        this.matching = matching;
        this.midSide = midSide;
        seen = new double[parameters.size()];
    }

    /** The kind of kernel, of {@link PairDesign}. */
    abstract int kind();

    /** Steps of work on a kernel in a cell, of some 10 µs each. */
    int steps() {
        return 2;
    }

    /** Finds what is to be applied now; returns whether that is nothing at all. Where it is not, {@link #fill} is asked for its curve. */
    abstract boolean decide();

    /** Writes bins of the design's curves. */
    abstract void fill(int from, int to);

    /** Hears a cell, which lies in the second half of the arrays. */
    abstract void hear(double[] a, double[] b);

    /** Does a little of what is to be found out; {@link #want} if another kernel follows from it. */
    abstract void think();

    /** Makes what a subclass needs. */
    abstract void make();

    /** Forgets what was heard. */
    abstract void forget();

    /** Asks for another kernel. */
    final void want() {
        wanted = true;
    }

    @Override
    final void build() {
        int taps = PairDesign.taps(rate());
        filter = new PairFilter(taps, midSide);
        design = new PairDesign(taps, kind() == PairDesign.TURN);
        matchPace = 1 - Functions.exp(-CELL / (MATCHING * rate()));
        for (int band = 0; band < BANDS; band++) {
            weights[band] = KWeighting.power(Following.edge(band) * 1.0293022366);
        }
        make();
        made = false;
        wanted = true;
    }

    @Override
    void arrive() {
        deltaCells = on(delta) ? fadeCells() : 0;
        deltaPart.aim(on(delta) ? 1 : 0);
        deltaPart.settle();
        trim.aim(matchedGain());
        trim.settle();
        // what only the sound asks for goes on a little at a time: a track that rests or wakes must not make a block wait
        boolean moved = !made;
        for (int i = 0; i < seen.length; i++) {
            moved |= seen[i] != to(i);
        }
        if (moved) {
            finish();
        }
    }

    /** Decides, and remembers what. */
    private boolean judge() {
        askedFlat = decide();
        for (int i = 0; i < seen.length; i++) {
            seen[i] = to(i);
        }
        for (int band = 0; band < BANDS; band++) {
            askedA[band] = appliedA[band];
            askedB[band] = appliedB[band];
        }
        return askedFlat;
    }

    /** Whether what is decided now is what was asked for last. */
    private boolean isAsked() {
        boolean same = decide() == askedFlat;
        for (int band = 0; band < BANDS; band++) {
            same &= askedA[band] == appliedA[band] && askedB[band] == appliedB[band];
        }
        return same;
    }

    /** Makes the kernel that is asked for at once. */
    private void finish() {
        wanted = false;
        made = true;
        filled = -1;
        design.stop();
        if (filter.isFading()) {
            filter.take();
        }
        if (judge()) {
            filter.spare().flat(latency());
        } else {
            fill(0, design.bins());
            design.begin(kind(), filter.spare());
            while (design.step()) {
                continue;
            }
        }
        filter.take();
    }

    @Override
    void begin(boolean changed) {
        if (changed) {
            wanted = true;
        }
        filter.begin();
        int goal = on(delta) ? fadeCells() : 0;
        if (deltaCells != goal) {
            deltaCells += goal > deltaCells ? 1 : -1;
            double part = (double) deltaCells / fadeCells();
            deltaPart.aim(part * part * (3 - 2 * part));
        }
        double gain = matchedGain();
        double away = gain - trim.value;
        trim.aim(away < 1e-6 && away > -1e-6 ? gain : trim.value + away * matchPace);
    }

    /** The factor that brings the loudness back. */
    private double matchedGain() {
        return on(matching) ? Decibels.gain(Math.max(-24, Math.min(24, -louder()))) : 1;
    }

    /** How much louder the curve makes what was heard, in dB, K-weighted. */
    final double louder() {
        double before = 0;
        double after = 0;
        for (int band = 0; band < BANDS; band++) {
            double a = weights[band] * meanA[band];
            double b = weights[band] * meanB[band];
            before += a;
            before += b;
            after += a * shares[band];
            after += b * sharesB[band];
        }
        return before < 1e-12 ? 0 : TO_DECIBELS * 0.5 * Functions.log(Math.max(1e-12, after / before));
    }

    // squares of the applied gains
    private final double[] shares = new double[BANDS];
    private final double[] sharesB = new double[BANDS];

    /** The gains of the bands are known. */
    final void applied() {
        for (int band = 0; band < BANDS; band++) {
            shares[band] = Functions.exp(2 * appliedA[band]);
            sharesB[band] = Functions.exp(2 * appliedB[band]);
        }
    }

    @Override
    final void run(double[] left, double[] right, int from, int to, int at) {
        listen(from, to, at);
        filter.run(left, right, from, to, at);
        int late = latency();
        for (int i = from; i < to; i++) {
            int place = at + i - from;
            trim.value += trim.step;
            deltaPart.value += deltaPart.step;
            double l = filter.left[place] * trim.value;
            double r = filter.right[place] * trim.value;
            if (deltaPart.value != 0) {
                double stay = 1 - deltaPart.value;
                l = l * stay + (filter.dryLeft(place, late) - filter.left[place]) * deltaPart.value;
                r = r * stay + (filter.dryRight(place, late) - filter.right[place]) * deltaPart.value;
            }
            left[i] = l;
            right[i] = r;
        }
    }

    private void listen(int from, int to, int at) {
        double[] l = sideLeft;
        double[] r = sideRight;
        for (int i = from; i < to; i++) {
            int place = at + i - from;
            double a = l == null ? 0 : l[i];
            double b = r == null ? 0 : r[i];
            keyA[place] = midSide ? 0.5 * (a + b) : a;
            keyB[place] = midSide ? 0.5 * (a - b) : b;
        }
    }

    @Override
    final void end() {
        trim.settle();
        deltaPart.settle();
        hear(filter.first(), filter.second());
        filter.end();
        think();
        for (int step = 0; step < steps(); step++) {
            work();
        }
    }

    /** A little of the way to the next kernel. */
    private void work() {
        if (filter.isFading()) {
            return;
        }
        if (design.isBusy()) {
            if (!design.step()) {
                filter.fade(fadeCells());
            }
        } else if (filled >= 0) {
            int to = Math.min(design.bins(), filled + SOME);
            fill(filled, to);
            filled = to;
            if (filled == design.bins()) {
                filled = -1;
                design.begin(kind(), filter.spare());
            }
        } else if (wanted) {
            wanted = false;
            if (!judge()) {
                filled = 0;
            } else if (!filter.isFlatBy(latency())) {
                filter.spare().flat(latency());
                filter.fade(fadeCells());
            }
        }
    }

    @Override
    final void clear() {
        heard = 0;
        for (int band = 0; band < BANDS; band++) {
            meanA[band] = 0;
            meanB[band] = 0;
            target[band] = 0;
        }
        for (int third = 0; third < THIRDS; third++) {
            found[third] = 0;
        }
        boolean pending = wanted || filled >= 0 || design.isBusy();
        forget();
        if (pending || !isAsked()) {
            finish();
        }
        filter.clear();
        trim.aim(matchedGain());
        trim.settle();
    }

    /** Seconds until the filter has rung out. */
    @Override
    public double tail() {
        return rate() == 0 ? 0 : (double) design.taps() / rate();
    }

    /**
     * Writes what is to be drawn: {@value #HEAD} numbers (seconds heard that count; how much louder the curve makes it, in dB; the latency in frames; a state;
     * then what a tool says of its own), {@value #CURVES} curves of {@link #POINTS} twelfths of an octave (in dB: what comes in, what goes out, what is wanted,
     * the gain, the gain of the sides; then two of the tool's own), and {@value #THIRDS} values that may be written into the parameters {@code 1.…} to
     * {@code 31.…} to hold what was found.
     *
     * @param into {@value #NUMBERS} numbers
     */
    public void read(float[] into) {
        for (int i = 0; i < NUMBERS; i++) {
            into[i] = i < HEAD ? 0 : NOTHING;
        }
        into[HEARD] = (float) heard;
        into[LOUDER] = (float) louder();
        into[LATE] = latency();
        for (int band = 0; band < BANDS; band++) {
            double in = meanA[band] + meanB[band];
            double out = meanA[band] * shares[band] + meanB[band] * sharesB[band];
            put(into, INPUT, band, level(in));
            put(into, OUTPUT, band, level(out));
            put(into, TARGET, band, level(target[band]));
            put(into, APPLIED, band, TO_DECIBELS * appliedA[band]);
            put(into, APPLIED_SIDES, band, TO_DECIBELS * appliedB[band]);
        }
        for (int third = 0; third < THIRDS; third++) {
            into[HEAD + CURVES * POINTS + third] = (float) found[third];
        }
    }

    static void put(float[] into, int curve, int band, double value) {
        into[HEAD + curve * POINTS + band] = (float) value;
    }

    /** A power in dB. */
    static double level(double power) {
        return power < 1e-20 ? NOTHING : 0.5 * TO_DECIBELS * Functions.log(power);
    }
}
