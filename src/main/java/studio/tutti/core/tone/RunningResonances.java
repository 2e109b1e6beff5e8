package studio.tutti.core.tone;

import studio.tutti.core.dsp.Functions;

/**
 * Resonances that last, of what was heard so far: the rule of {@link ResonanceFinder} on how often each bin was how loud, in small steps, again and again as more is heard. Nothing
 * is allocated after construction.
 */
public final class RunningResonances {

    /** Most that are found. */
    public static final int MOST = 12;

    /** Frames before anything is said. */
    private static final int LEAST_FRAMES = 20;
    /** Frames after which what was heard before counts half. */
    private static final int MEMORY = 400;

    private static final double LOWEST = 80;
    private static final double HIGHEST = 16_000;
    private static final int AN_OCTAVE = 96;
    private static final int LEVELS = 64;
    private static final double STEP = 2;
    private static final double QUIET = -130;
    private static final double SOFT = 1e-5;
    private static final int QUANTILES = 4;
    /** Levels about a point that are looked at, at most. */
    private static final int NEAR = 24;
    /** Points from one median to the next. */
    private static final int COARSE = 4;
    private static final int ROUNDS = 24;

    private static final double LEAST_SIDES = 5;
    private static final double UNLIKE = 0.25;
    private static final double ASIDE = 0.055;
    private static final double COUNTS = 12;
    private static final double NARROWEST = 45;
    /** What was found before may be lower by this and stays. */
    private static final double KEPT = 1.5;

    private static final int QUANTILE = 2;
    private static final int NARROW = 3;
    private static final int AROUND = 4;
    private static final int PEAK = 5;
    private static final int FREE = 6;
    private static final int SIDES = 7;
    private static final int FINAL = 8;
    private static final int AWAY = 9;
    private static final int HALVING = 10;

    private final double step;
    private final int bins;
    private final int points;
    private final double[] hertz;
    private final short[] counts;
    private final float[][] quantiles = new float[QUANTILES][];
    private final double[][] rest = new double[QUANTILES][];
    private final double[][] medians = new double[QUANTILES][];
    private final double[] least;
    private final double[] mean;
    private final double[] sorted = new double[AN_OCTAVE + 1];
    private final ResonanceFit fit;

    private double[] power = new double[0];
    private double loudest;
    private int frames;
    private int fresh;
    private int state;
    private int at;
    private int round;
    private int peak;
    private double free;

    // found in this turn; of no height: a place that is none
    private final double[] middles = new double[ROUNDS];
    private final double[] heights = new double[ROUNDS];
    private final double[] widths = new double[ROUNDS];
    private int found;

    /** How many resonances are known, their middles in Hz, heights in dB and qualities. */
    public int count;
    public final double[] middle = new double[MOST];
    public final double[] height = new double[MOST];
    public final double[] quality = new double[MOST];

    /**
     * @param step Hz from bin to bin
     * @param all how many bins there are
     */
    public RunningResonances(double step, int all) {
        this.step = step;
        double top = Math.min(HIGHEST, step * (all - 1) * 0.85);
        points = Math.max(8, (int) (AN_OCTAVE * Functions.log2(Math.max(2 * LOWEST, top) / LOWEST)));
        hertz = new double[points];
        for (int i = 0; i < points; i++) {
            hertz[i] = LOWEST * Functions.exp2((double) i / AN_OCTAVE);
        }
        bins = Math.min(all, (int) (top * 1.02 / step) + 8);
        counts = new short[bins * LEVELS];
        for (int q = 0; q < QUANTILES; q++) {
            quantiles[q] = new float[bins];
            rest[q] = new double[points];
            medians[q] = new double[points / COARSE + 2];
        }
        least = new double[points];
        mean = new double[points];
        fit = new ResonanceFit(hertz, step);
    }

    /** Hears a frame; its powers must stay until the next one comes. False if it is still busy with the one before, or the frame is too soft to count. */
    public boolean hear(double[] powers) {
        double sum = 0;
        for (int k = 1; k < bins; k++) {
            sum += powers[k];
        }
        if (!(sum > 1e-10 && sum < 1e9) || sum < SOFT * loudest) {
            return false;
        }
        loudest = Math.max(loudest, sum);
        power = powers;
        waiting = true;
        return true;
    }

    private boolean waiting;
    private int heardAt;

    /** Works a little; true when what is known is known anew. */
    public boolean step() {
        if (waiting) {
            count();
            return false;
        }
        switch (state) {
            case QUANTILE -> quantile();
            case NARROW -> narrow();
            case AROUND -> around();
            case PEAK -> {
                return peak();
            }
            case FREE -> free();
            case SIDES -> sides();
            case FINAL -> last();
            case AWAY -> away();
            case HALVING -> halve();
            default -> {
                if (frames >= LEAST_FRAMES && fresh > 0) {
                    fresh = 0;
                    go(frames > MEMORY ? HALVING : QUANTILE);
                }
            }
        }
        return false;
    }

    private void go(int next) {
        state = next;
        at = 0;
    }

    private void count() {
        int to = Math.min(bins, heardAt + 256);
        for (int k = Math.max(1, heardAt); k < to; k++) {
            double level = 4.3429448190325175 * Functions.log(power[k] + 1e-18);
            int place = (int) Math.max(0, Math.min(LEVELS - 1, (level - QUIET) / STEP));
            counts[k * LEVELS + place]++;
        }
        heardAt = to;
        if (heardAt == bins) {
            heardAt = 0;
            waiting = false;
            frames++;
            fresh++;
        }
    }

    private void halve() {
        int to = Math.min(counts.length, at + 4096);
        for (int i = at; i < to; i++) {
            counts[i] = (short) (counts[i] >> 1);
        }
        at = to;
        if (at == counts.length) {
            frames /= 2;
            go(QUANTILE);
        }
    }

    private void quantile() {
        int to = Math.min(bins, at + 96);
        for (int k = at; k < to; k++) {
            double all = 0;
            for (int level = 0; level < LEVELS; level++) {
                all += counts[k * LEVELS + level];
            }
            double below = 0;
            int level = 0;
            for (int q = 0; q < QUANTILES; q++) {
                double wanted = (0.2 + 0.2 * q) * all;
                while (level < LEVELS - 1 && below + counts[k * LEVELS + level] < wanted) {
                    below += counts[k * LEVELS + level];
                    level++;
                }
                int there = counts[k * LEVELS + level];
                double within = there == 0 ? 0 : (wanted - below) / there;
                quantiles[q][k] = (float) (QUIET + (level + within) * STEP);
            }
        }
        at = to;
        if (at == bins) {
            go(NARROW);
        }
    }

    /** The lower levels of the bins about each point. */
    private void narrow() {
        int to = Math.min(points, at + 8);
        for (int i = at; i < to; i++) {
            double half = ResonanceFit.halfWidth(hertz[i], step);
            int from = Math.max(0, (int) ((hertz[i] - half) / step) + 1);
            int end = Math.min(bins - 1, (int) ((hertz[i] + half) / step));
            int every = (end - from) / NEAR + 1;
            for (int q = 0; q < QUANTILES; q++) {
                int size = 0;
                for (int k = from; k <= end; k += every) {
                    sort(quantiles[q][k], size++);
                }
                int low = size / 4;
                int high = Math.max(low + 1, size / 2);
                double sum = 0;
                for (int k = low; k < high; k++) {
                    sum += sorted[k];
                }
                rest[q][i] = sum / (high - low);
            }
        }
        at = to;
        if (at == points) {
            found = 0;
            round = 0;
            go(AROUND);
        }
    }

    private void sort(double value, int size) {
        int place = size;
        while (place > 0 && sorted[place - 1] > value) {
            sorted[place] = sorted[place - 1];
            place--;
        }
        sorted[place] = value;
    }

    /** Medians of the octave about every fourth point. */
    private void around() {
        int last = (points - 1) / COARSE + 1;
        int to = Math.min(last + 1, at + 6);
        for (int place = at; place < to; place++) {
            int i = Math.min(points - 1, place * COARSE);
            int from = Math.max(0, i - AN_OCTAVE / 2);
            int end = Math.min(points - 1, i + AN_OCTAVE / 2);
            for (int q = 0; q < QUANTILES; q++) {
                int size = 0;
                for (int k = from; k <= end; k += 2) {
                    sort(rest[q][k], size++);
                }
                medians[q][place] = sorted[size / 2];
            }
        }
        at = to;
        if (at > last) {
            go(PEAK);
        }
    }

    /** The next place that may be one; true if there is none, so that all are known. */
    private boolean peak() {
        for (int i = 0; i < points; i++) {
            int place = i / COARSE;
            double part = (double) (i % COARSE) / COARSE;
            double low = 1e9;
            double next = 1e9;
            for (int q = 0; q < QUANTILES; q++) {
                double out = rest[q][i] - medians[q][place] - part * (medians[q][place + 1] - medians[q][place]);
                next = out < low ? low : Math.min(next, out);
                low = Math.min(low, out);
            }
            least[i] = low;
            mean[i] = 0.5 * low + 0.5 * next;
        }
        peak = -1;
        double most = 0;
        for (int i = 2; i < points - 2 && round < ROUNDS; i++) {
            if (least[i] > most && least[i] > leastAt(hertz[i]) && !near(i)) {
                most = least[i];
                peak = i;
            }
        }
        if (peak < 0) {
            settle();
            go(0);
            return true;
        }
        round++;
        fit.begin(mean, peak, 0, 0);
        go(FREE);
        return false;
    }

    private double leastAt(double frequency) {
        double part = Math.max(0, Math.min(1, (1500 - frequency) / 900));
        double wanted = ResonanceFinder.LEAST + part;
        for (int i = 0; i < count; i++) {
            double ratio = frequency / middle[i];
            wanted = ratio > 0.97 && ratio < 1.03 ? ResonanceFinder.LEAST + part - KEPT : wanted;
        }
        return wanted;
    }

    private boolean near(int i) {
        for (int k = 0; k < found; k++) {
            double ratio = hertz[i] / middles[k];
            if (ratio > 0.959 && ratio < 1.0425) {
                return true;
            }
        }
        return false;
    }

    private void blocked() {
        middles[found] = hertz[peak];
        heights[found] = 0;
        found++;
        go(PEAK);
    }

    private void free() {
        if (fit.step()) {
            return;
        }
        double off = fit.p[0] - Functions.log2(hertz[peak]);
        free = Functions.exp2(fit.p[2]);
        if (fit.p[1] < leastAt(hertz[peak]) || free <= 4.5 || off > 0.06 || off < -0.06 || fit.error > UNLIKE * fit.p[1]) {
            blocked();
            return;
        }
        fit.begin(mean, peak, COUNTS, Math.max(8, hertz[peak] / 45));
        go(SIDES);
    }

    private void sides() {
        if (fit.step()) {
            return;
        }
        double off = fit.p[0] - Functions.log2(hertz[peak]);
        boolean aside = hertz[peak] > 600 && (off > ASIDE || off < -ASIDE);
        if (fit.p[1] < LEAST_SIDES || aside || fit.error > UNLIKE * fit.p[1]) {
            blocked();
        } else if (free < NARROWEST) {
            fit.begin(mean, peak, COUNTS, 0);
            go(FINAL);
        } else {
            add();
        }
    }

    private void last() {
        if (!fit.step()) {
            add();
        }
    }

    private void add() {
        middles[found] = Functions.exp2(fit.p[0]);
        heights[found] = fit.p[1];
        widths[found] = Functions.exp2(fit.p[2]);
        found++;
        go(AWAY);
    }

    /** Takes what was found last away from the levels. */
    private void away() {
        int to = Math.min(points, at + 128);
        for (int i = at; i < to; i++) {
            double there = decibels(heights[found - 1], widths[found - 1], hertz[i] / middles[found - 1]);
            for (int q = 0; q < QUANTILES; q++) {
                rest[q][i] -= there;
            }
        }
        at = to;
        if (at == points) {
            go(AROUND);
        }
    }

    /** What a resonance adds at a frequency that is so many times its middle, in dB. */
    public static double decibels(double height, double quality, double x) {
        double a = Functions.exp2(height * 0.08304820237218407);
        double real = (1 - x * x) * (1 - x * x);
        double up = a * x / quality;
        double down = x / a / quality;
        return 4.3429448190325175 * Functions.log((real + up * up) / (real + down * down + 1e-30));
    }

    /** What is found twice in a row is known. */
    private void settle() {
        count = 0;
        int maybe = 0;
        for (int k = 0; k < found && count < MOST; k++) {
            if (heights[k] <= 0) {
                continue;
            }
            boolean again = false;
            for (int i = 0; i < before; i++) {
                double ratio = middles[k] / seen[i];
                again |= ratio > 0.98 && ratio < 1.02;
            }
            now[maybe++] = middles[k];
            if (again) {
                middle[count] = middles[k];
                height[count] = heights[k];
                quality[count] = widths[k];
                count++;
            }
        }
        before = maybe;
        for (int i = 0; i < maybe; i++) {
            seen[i] = now[i];
        }
    }

    private final double[] seen = new double[ROUNDS];
    private final double[] now = new double[ROUNDS];
    private int before;

    /** Forgets everything. */
    public void clear() {
        for (int i = 0; i < counts.length && frames + heardAt > 0; i++) {
            counts[i] = 0;
        }
        frames = 0;
        fresh = 0;
        heardAt = 0;
        waiting = false;
        loudest = 0;
        count = 0;
        before = 0;
        state = 0;
    }
}
