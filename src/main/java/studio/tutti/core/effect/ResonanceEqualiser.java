package studio.tutti.core.effect;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.core.dsp.Functions;
import studio.tutti.core.dsp.PairDesign;

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

    private BinHearing hearing = new BinHearing(256, 64);
    private double[] smooth = new double[0];
    private double[] levels = new double[0];
    private double[] sums = new double[1];
    private double[] gains = new double[0];
    private double[] weight = new double[0];
    private int windows;

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
    void make() {
        int size = design.taps();
        hearing = new BinHearing(size, size / 4);
        smooth = new double[size / 2 + 1];
        levels = new double[size / 2 + 1];
        gains = new double[size / 2 + 1];
        weight = new double[size / 2 + 1];
        sums = new double[size / 2 + 2];
    }

    @Override
    void hear(double[] a, double[] b) {
        hearing.hear(a, b, CELL);
    }

    @Override
    void think() {
        hearing.step();
        if (state == 0 && hearing.step()) {
            listen();
        } else if (state == 1) {
            level();
        } else if (state == 2) {
            judge();
        }
    }

    private int state;
    private int done;
    private static final int SOME = 256;
    private static final double NOISE = 3;
    private static final double FULL = 11;

    private void listen() {
        double sum = 0;
        for (int k = 1; k < hearing.power.length; k++) {
            sum += hearing.power[k];
        }
        if (sum > 1e-10 && sum < 1e9) {
            windows++;
            heard += (double) hearing.hop() / rate();
            state = 1;
            done = 0;
        }
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
            state = 2;
            done = 1;
        }
    }

    private void judge() {
        int last = levels.length - 1;
        int to = Math.min(last, done + SOME);
        double ratio = Functions.exp2(0.375 - 0.25 * to(SHARPNESS) / 100);
        double amount = to(AMOUNT);
        double soothe = amount < 0 ? -amount * to(FLEETING) / 100 : 0;
        double raise = amount > 0 ? amount : 0;
        for (int k = done; k < to; k++) {
            int low = (int) Math.max(1, Math.min(k / ratio, k - 12));
            int high = (int) Math.min(last, Math.max(k * ratio, k + 12));
            double floor = (sums[high] - sums[low]) / (high - low);
            double out = levels[k] - floor;
            double part = Math.max(0, Math.min(1, (out - NOISE) / (FULL - NOISE)));
            part = (3 - 2 * part) * part * part;
            double gain = raise * (12 * part - 6) - soothe * Math.max(0, out - FULL);
            gains[k] = gain * weight[k] / TO_DECIBELS;
        }
        done = to;
        if (to == last) {
            state = 0;
            gains[0] = gains[1];
            gains[last] = gains[last - 1];
            want();
        }
    }

    @Override
    boolean decide() {
        int last = gains.length - 1;
        double step = (double) rate() / hearing.size;
        boolean flat = to(AMOUNT) == 0;
        for (int k = 0; k <= last; k++) {
            double octave = 1.4426950408889634 * Functions.log(Math.max(1, k * step) / 31.25);
            double place = Math.max(0, Math.min(OCTAVES - 1, octave));
            int below = Math.min(OCTAVES - 2, (int) place);
            double by = to(WEIGHTS + below) + (to(WEIGHTS + below + 1) - to(WEIGHTS + below)) * (place - below);
            weight[k] = k * step < to(LOWEST) || k * step > to(HIGHEST) ? 0 : by / 100;
        }
        for (int band = 0; band < BANDS; band++) {
            int k = (int) Math.min(last, Math.max(1, studio.tutti.core.tone.Following.edge(band) / step + 0.5));
            meanA[band] = smooth.length == 0 ? 0 : smooth[k];
            appliedA[band] = flat ? 0 : gains[k];
            appliedB[band] = appliedA[band];
        }
        applied();
        return flat;
    }

    @Override
    void fill(int from, int to) {
        for (int k = from; k < to; k++) {
            int below = Math.min(gains.length - 2, k / 2);
            double value = k % 2 == 0 ? gains[k / 2] : 0.5 * (gains[below] + gains[below + 1]);
            design.curveA[k] = value;
            design.curveB[k] = value;
        }
    }

    @Override
    void forget() {
        hearing.clear();
        windows = 0;
        state = 0;
        for (int k = 0; k < gains.length; k++) {
            gains[k] = 0;
            smooth[k] = 0;
        }
    }

    @Override
    public int latency() {
        return 0;
    }
}
