package studio.tutti.core.dsp;

/**
 * Loudness after Rec. ITU-R BS.1770-4 and EBU Tech 3341 (momentary, short-term, integrated with both gates) and EBU Tech 3342
 * (loudness range), while it plays. Values are in LUFS, the range in LU; {@link #NONE} where there is nothing to tell.
 *
 * <p>Powers are gathered in steps of 10 ms, so momentary (400 ms) and short-term (3 s) move a hundred times a second. Gating blocks
 * of 400 ms begin every 100 ms, short-term values for the range are taken every 100 ms. Both are kept as histograms of 0.01 LU
 * with their exact powers, so that a meter may run for days: only blocks within 0.01 LU of a gate may fall on the other side.
 * Nothing is allocated after construction.
 */
public final class LoudnessMeter {

    /** No loudness: nothing was heard yet, or nothing above the gate. */
    public static final double NONE = Double.NEGATIVE_INFINITY;

    private static final int MOMENTARY = 40;
    private static final int SHORT_TERM = 300;
    private static final int HOP = 10;

    private final int rate;
    private final double[] weights;
    private final KWeighting[] filters;
    private final double[] powers = new double[SHORT_TERM];
    private final GatedPowers blocks = new GatedPowers();
    private final GatedPowers shortTerms = new GatedPowers();
    private int steps;
    private int place;
    private int sinceHop;
    private int hundredths;
    private double energy;
    private int frames;
    private double momentary;
    private double shortTerm;
    private double mostMomentary;
    private double mostShortTerm;

    /** A meter for stereo. */
    public LoudnessMeter(int rate) {
        this(rate, 1, 1);
    }

    /**
     * @param rate frames a second
     * @param weights of each channel's power: 1 for left, right and centre, 1.41 for surround; leave out the low-frequency channel
     */
    public LoudnessMeter(int rate, double... weights) {
        this.rate = rate;
        this.weights = weights.clone();
        filters = new KWeighting[weights.length];
        for (int i = 0; i < filters.length; i++) {
            filters[i] = new KWeighting(rate);
        }
    }

    /** Begins anew. */
    public void reset() {
        for (KWeighting filter : filters) {
            filter.clear();
        }
        for (int i = 0; i < SHORT_TERM; i++) {
            powers[i] = 0;
        }
        blocks.clear();
        shortTerms.clear();
        steps = 0;
        place = 0;
        sinceHop = 0;
        hundredths = 0;
        energy = 0;
        frames = 0;
        momentary = 0;
        shortTerm = 0;
        mostMomentary = 0;
        mostShortTerm = 0;
    }

    /** Hears the next frames of stereo. */
    public void hear(double[] left, double[] right, int from, int count) {
        int at = from;
        int end = from + count;
        while (at < end) {
            int some = Math.min(end - at, untilStep());
            energy += weights[0] * filters[0].energy(left, at, at + some);
            energy += weights[1] * filters[1].energy(right, at, at + some);
            at += some;
            pass(some);
        }
    }

    /** Hears the next frames of all channels. */
    public void hear(double[][] channels, int from, int count) {
        int at = from;
        int end = from + count;
        while (at < end) {
            int some = Math.min(end - at, untilStep());
            for (int channel = 0; channel < filters.length; channel++) {
                energy += weights[channel] * filters[channel].energy(channels[channel], at, at + some);
            }
            at += some;
            pass(some);
        }
    }

    private int untilStep() {
        return (rate - hundredths + 99) / 100;
    }

    private void pass(int count) {
        frames += count;
        hundredths += 100 * count;
        if (hundredths >= rate) {
            hundredths -= rate;
            step(energy / frames);
            energy = 0;
            frames = 0;
        }
    }

    private void step(double power) {
        powers[place] = power;
        place = place + 1 == SHORT_TERM ? 0 : place + 1;
        steps = Math.min(steps + 1, SHORT_TERM);
        momentary = mean(MOMENTARY);
        shortTerm = mean(SHORT_TERM);
        mostMomentary = Math.max(mostMomentary, momentary);
        mostShortTerm = Math.max(mostShortTerm, shortTerm);
        sinceHop++;
        if (sinceHop >= HOP) {
            sinceHop = 0;
            if (steps >= MOMENTARY) {
                blocks.add(momentary);
            }
            if (steps >= SHORT_TERM) {
                shortTerms.add(shortTerm);
            }
        }
    }

    private double mean(int count) {
        double sum = 0;
        int at = place;
        for (int i = 0; i < count; i++) {
            at = at == 0 ? SHORT_TERM - 1 : at - 1;
            sum += powers[at];
        }
        return sum / count;
    }

    /** Of the last 400 ms. */
    public double momentary() {
        return loudness(momentary);
    }

    /** Of the last 3 s. */
    public double shortTerm() {
        return loudness(shortTerm);
    }

    /** The highest momentary loudness so far. */
    public double mostMomentary() {
        return loudness(mostMomentary);
    }

    /** The highest short-term loudness so far. */
    public double mostShortTerm() {
        return loudness(mostShortTerm);
    }

    /** Of everything so far, gated at −70 LUFS and at 10 LU below what that leaves. */
    public double integrated() {
        return loudness(blocks.mean(10));
    }

    /** The loudness range in LU: from the 10th to the 95th percentile of short-term loudness, gated at 20 LU below; 0 at first. */
    public double range() {
        return shortTerms.spread(20, 0.10, 0.95);
    }

    static double loudness(double power) {
        return power < 1e-15 ? NONE : -0.691 + 10 * Functions.log10(power);
    }
}
