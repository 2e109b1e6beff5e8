package studio.tutti.core.effect;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.core.dsp.Functions;
import studio.tutti.core.dsp.PairDesign;
import studio.tutti.core.tone.Following;
import studio.tutti.core.tone.RunningResonances;

/**
 * Resonance EQ while it sounds. Below 0 resonances that last are taken away, and those that come and go are lowered while they stand out; above 0 what
 * stands out of its surroundings is brought out, and what lies between is lowered. Latency: none.
 */
public final class ResonanceEqualiser extends ToneEffect {

    public static final int AMOUNT = 0;
    public static final int LASTING = 1;
    public static final int FLEETING = 2;
    public static final int LOWEST = 3;
    public static final int HIGHEST = 4;
    public static final int SHARPNESS = 5;
    public static final int SPEED = 6;
    public static final int DELTA = 7;
    public static final int MATCH_LEVEL = 8;
    /** The first of {@value #OCTAVES} weights, of the octaves about 31.25 Hz … 16 kHz. */
    public static final int WEIGHTS = 9;

    public static final int OCTAVES = 10;

    private static final List<Parameter> PARAMETERS = describe();

    /** Hz between bins by which resonances that last are found. */
    private static final double FINE = 1.5;
    /** What stands out by less than this counts as noise, in dB, and by how much it is brought out wholly. */
    private static final double NOISE = 3;
    private static final double FULL = 11;
    /** What stands out for a moment by less than this stays, in dB; more than {@link #MOST} is never taken away. */
    private static final double FLEETS = 6;
    private static final double MOST = 12;
    /** Seconds over which what stands out is no moment any more. */
    private static final double LONG = 3;
    /** Half the bins of what is as narrow as a partial. */
    private static final int PARTIAL = 3;

    private static final int SOME = 256;
    private static final int LEVEL = 1;
    private static final int ERODE = 2;
    private static final int OPEN = 3;
    private static final int JUDGE = 4;

    private BinHearing hearing = new BinHearing(256, 64);
    private BinHearing slow = hearing;
    private RunningResonances lasting = new RunningResonances(100, 129);
    private int reserved;

    private double[] smooth = new double[0];
    private double[] levels = smooth;
    private double[] eroded = smooth;
    private double[] opened = smooth;
    private double[] sums = smooth;
    private double[] openSums = smooth;
    private double[] usual = smooth;
    private double[] gains = smooth;
    private double[] octaves = smooth;
    /** What the resonances that last add at the design's bins, as a natural logarithm of a gain. */
    private double[] stays = smooth;
    private double[] next = smooth;
    private int laid = -1;
    private int windows;
    private int state;
    private int done;
    private double floorRatio = 1.3;

    public ResonanceEqualiser() {
        super(PARAMETERS, DELTA, MATCH_LEVEL, true);
    }

    private static List<Parameter> describe() {
        List<Parameter> all = new ArrayList<>();
        all.add(Parameter.linear("amount", Unit.NUMBER, -1, 1, 0));
        all.add(Parameter.percent("lasting", 100));
        all.add(Parameter.percent("fleeting", 50));
        all.add(Parameter.logarithmic("from", Unit.HERTZ, 20, 20_000, 80));
        all.add(Parameter.logarithmic("to", Unit.HERTZ, 20, 20_000, 16_000));
        all.add(Parameter.percent("sharpness", 50));
        all.add(Parameter.logarithmic("speed", Unit.SECONDS, 0.02, 2, 0.15));
        all.add(Parameter.onOff("delta", false));
        all.add(Parameter.onOff("match level", false));
        for (int octave = 1; octave <= OCTAVES; octave++) {
            all.add(Parameter.linear(octave + ".weight", Unit.PERCENT, 0, 200, 100).jumping());
        }
        return List.copyOf(all);
    }

    @Override
    public boolean isData(int parameter) {
        return parameter >= WEIGHTS;
    }

    @Override
    int kind() {
        return PairDesign.MINIMUM;
    }

    @Override
    int steps() {
        return 6;
    }

    @Override
    boolean reserve(int piece) {
        if (piece == 0) {
            int size = Windows.size(rate(), FINE);
            slow = new BinHearing(size, size / 4);
        } else if (piece == 1) {
            lasting = new RunningResonances((double) rate() / slow.size, slow.size / 2 + 1);
            reserved = rate();
        }
        return piece < 2;
    }

    @Override
    void make() {
        if (reserved != rate()) {
            reserve(0);
            reserve(1);
        }
        reserved = 0;
        int size = design.taps();
        int bins = size / 2 + 1;
        hearing = new BinHearing(size, size / 4);
        smooth = new double[bins];
        levels = new double[bins];
        eroded = new double[bins];
        opened = new double[bins];
        usual = new double[bins];
        gains = new double[bins];
        octaves = new double[bins];
        sums = new double[bins + 1];
        openSums = new double[bins + 1];
        stays = new double[design.bins()];
        next = new double[design.bins()];
        for (int k = 0; k < bins; k++) {
            octaves[k] = Functions.log2(Math.max(1, (double) k * rate() / size) / 31.25);
        }
    }

    @Override
    void hear(double[] a, double[] b) {
        hearing.hear(a, b, CELL);
        slow.hear(a, b, CELL);
    }

    @Override
    void think() {
        for (int step = 0; step < 2; step++) {
            if (slow.step()) {
                lasting.hear(slow.power);
            }
        }
        for (int step = 0; step < 3 && laid < 0; step++) {
            if (lasting.step()) {
                laid = 0;
            }
        }
        lay();
        switch (state) {
            case LEVEL -> level();
            case ERODE -> erode();
            case OPEN -> open();
            case JUDGE -> judge();
            default -> {
                if (hearing.step() || hearing.step()) {
                    listen();
                }
            }
        }
    }

    /** Some bins of what the resonances that last add. */
    private void lay() {
        if (laid < 0) {
            return;
        }
        double step = 0.5 * rate() / (design.bins() - 1);
        int to = Math.min(next.length, laid + 24);
        for (int k = laid; k < to; k++) {
            double sum = 0;
            for (int i = 0; i < lasting.count; i++) {
                sum += RunningResonances.decibels(lasting.height[i], lasting.quality[i], Math.max(1, k * step) / lasting.middle[i]);
            }
            next[k] = sum / TO_DECIBELS;
        }
        laid = to;
        if (laid == next.length) {
            laid = -1;
            double[] before = stays;
            stays = next;
            next = before;
            want();
        }
    }

    private void listen() {
        double sum = 0;
        for (int k = 1; k < hearing.power.length; k++) {
            sum += hearing.power[k];
        }
        if (sum > 1e-10 && sum < 1e9) {
            windows++;
            heard += (double) hearing.hop() / rate();
            go(LEVEL);
        }
    }

    private void go(int following) {
        state = following;
        done = 0;
    }

    private void level() {
        double pace = windows == 1 ? 1 : 1 - Functions.exp(-hearing.hop() / (to(SPEED) * rate()));
        int to = Math.min(levels.length, done + SOME);
        for (int k = done; k < to; k++) {
            smooth[k] += (hearing.power[k] - smooth[k]) * pace;
            levels[k] = 0.5 * TO_DECIBELS * Functions.log(smooth[k] + 1e-20);
            sums[k + 1] = sums[k] + levels[k];
        }
        done = to;
        if (to == levels.length) {
            go(ERODE);
        }
    }

    /** The lowest level within a partial's width. */
    private void erode() {
        int to = Math.min(levels.length, done + 2 * SOME);
        for (int k = done; k < to; k++) {
            double least = levels[k];
            for (int j = Math.max(0, k - PARTIAL); j <= k + PARTIAL && j < levels.length; j++) {
                least = levels[j] < least ? levels[j] : least;
            }
            eroded[k] = least;
        }
        done = to;
        if (to == levels.length) {
            go(OPEN);
        }
    }

    /** The highest of these within the width: what is narrower than a partial is gone. */
    private void open() {
        int to = Math.min(levels.length, done + 2 * SOME);
        for (int k = done; k < to; k++) {
            double most = eroded[k];
            for (int j = Math.max(0, k - PARTIAL); j <= k + PARTIAL && j < levels.length; j++) {
                most = eroded[j] > most ? eroded[j] : most;
            }
            opened[k] = most;
            openSums[k + 1] = openSums[k] + most;
        }
        done = to;
        if (to == levels.length) {
            floorRatio = Functions.exp2(0.5 - to(SHARPNESS) * 0.0025);
            go(JUDGE);
        }
    }

    private void judge() {
        int last = levels.length - 1;
        int to = Math.min(last, done + SOME);
        double seconds = (double) hearing.hop() / rate();
        double pace = Math.max(seconds / LONG, 1.0 / windows);
        double amount = to(AMOUNT);
        double soothe = amount < 0 ? -amount * to(FLEETING) / 100 : 0;
        double raise = amount > 0 ? amount : 0;
        for (int k = Math.max(1, done); k < to; k++) {
            int low = (int) Math.max(1, Math.min(k / floorRatio, k - 12));
            int high = (int) Math.min(last, Math.max(k * floorRatio, k + 12));
            double out = levels[k] - (sums[high] - sums[low]) / (high - low);
            double part = Math.max(0, Math.min(1, (out - NOISE) / (FULL - NOISE)));
            part = (3 - 2 * part) * part * part;
            double stands = opened[k] - (openSums[high] - openSums[low]) / (high - low);
            double over = stands - Math.max(0, usual[k]) - FLEETS;
            usual[k] += (stands - usual[k]) * pace;
            gains[k] = (raise * (12 * part - 6) - soothe * Math.max(0, Math.min(MOST, over))) / TO_DECIBELS;
        }
        done = to;
        if (to == last) {
            gains[0] = gains[1];
            gains[last] = gains[last - 1];
            go(0);
            if (amount != 0) {
                want();
            }
        }
    }

    /** How much the octave about a bin counts, 0 outside the range. */
    private double weight(int k) {
        double hertz = (double) k * rate() / hearing.size;
        if (hertz < to(LOWEST) || hertz > to(HIGHEST)) {
            return 0;
        }
        double place = Math.max(0, Math.min(OCTAVES - 1, octaves[k]));
        int below = Math.min(OCTAVES - 2, (int) place);
        double low = to(WEIGHTS + below);
        return (low + (to(WEIGHTS + below + 1) - low) * (place - below)) / 100;
    }

    private double applied(int k, double depth) {
        return to(AMOUNT) == 0 ? 0 : weight(k) * (gains[k] - depth * stays[2 * k]);
    }

    /** How much of the resonances that last is taken away. */
    private double depth() {
        return to(AMOUNT) < 0 ? -to(AMOUNT) * to(LASTING) / 100 : 0;
    }

    @Override
    boolean decide() {
        boolean flat = true;
        double depth = depth();
        for (int k = 1; k < gains.length && to(AMOUNT) != 0; k++) {
            double gain = gains[k] - depth * stays[2 * k];
            flat &= gain < 1e-3 && gain > -1e-3;
        }
        for (int third = 0; third < THIRDS; third++) {
            found[third] = 0;
        }
        double wide = Following.edge(1) / Following.edge(0) - 1;
        for (int band = 0; band < BANDS; band++) {
            double place = Following.edge(band) * (1 + 0.5 * wide) * hearing.size / rate();
            int k = (int) Math.max(1, Math.min(gains.length - 1, place + 0.5));
            meanA[band] = place > gains.length - 1 ? 0 : smooth[k] * Math.max(1, place * wide);
            appliedA[band] = flat ? 0 : applied(k, depth);
            appliedB[band] = appliedA[band];
        }
        applied();
        return flat;
    }

    @Override
    void fill(int from, int to) {
        double depth = depth();
        for (int k = from; k < to; k++) {
            int below = k / 2;
            int above = Math.min(gains.length - 1, (k + 1) / 2);
            double value = 0.5 * weight(below) * (gains[below] - depth * stays[k]);
            value += 0.5 * weight(above) * (gains[above] - depth * stays[k]);
            design.curveA[k] = value;
            design.curveB[k] = value;
        }
    }

    @Override
    void forget() {
        hearing.clear();
        slow.clear();
        lasting.clear();
        windows = 0;
        state = 0;
        laid = -1;
        for (int k = 0; k < gains.length; k++) {
            gains[k] = 0;
            smooth[k] = 0;
            usual[k] = 0;
        }
        for (int k = 0; k < stays.length; k++) {
            stays[k] = 0;
        }
    }

    @Override
    public int latency() {
        return 0;
    }
}
