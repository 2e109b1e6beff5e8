package studio.tutti.core.effect;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.core.dsp.PairDesign;
import studio.tutti.core.tone.RunningMatch;
import studio.tutti.core.tone.ThirdCurve;
import studio.tutti.core.tone.ThirdOctaves;

/**
 * XSpecMatch while it sounds: the third octaves of what goes through follow those of what the side-chain hears. Without a side-chain nothing changes.
 * Where either is silent the gains stay as they were. Latency: none.
 */
public final class SpectrumMatch extends ToneEffect {

    public static final int AMOUNT = 0;
    public static final int SPEED = 1;
    public static final int SMOOTHING = 2;
    public static final int RANGE = 3;
    public static final int MODE = 4;
    public static final int MID_SIDE = 5;
    public static final int DELTA = 6;
    public static final int MATCH_LEVEL = 7;
    public static final int SIDE_CHAIN = 8;
    /** The first of {@link ThirdOctaves#BANDS} gains by hand. */
    public static final int GAINS = 9;

    private static final double WINDOW = 6;

    private static final List<Parameter> PARAMETERS = describe();

    private final ThirdCurve bands = ThirdCurve.twelfths();
    private ThirdCurve curveA = bands;
    private ThirdCurve curveB = bands;
    private BandHearing own = new BandHearing(48_000, 256, 64);
    private BandHearing other = own;
    private final RunningMatch middle = new RunningMatch();
    private final RunningMatch sides = new RunningMatch();
    private final double[] mine = new double[BANDS];
    private final double[] theirs = new double[BANDS];
    private final double[] wantA = new double[BANDS];
    private final double[] wantB = new double[BANDS];
    private final double[] gainsA = new double[THIRDS];
    private final double[] gainsB = new double[THIRDS];
    private boolean begun;

    public SpectrumMatch() {
        super(PARAMETERS, DELTA, MATCH_LEVEL, true);
    }

    private static List<Parameter> describe() {
        List<Parameter> all = new ArrayList<>();
        all.add(Parameter.percent("amount", 100));
        all.add(Parameter.logarithmic("speed", Unit.SECONDS, 0.05, 10, 0.25));
        all.add(Parameter.linear("smoothing", Unit.NUMBER, 0, 2, 0));
        all.add(Parameter.linear("range", Unit.DECIBELS, 0, 30, 12));
        all.add(Parameter.choice("mode", 0, "follow", "freeze", "static"));
        all.add(Parameter.onOff("mid/side", false));
        all.add(Parameter.onOff("delta", false));
        all.add(Parameter.onOff("match level", false));
        all.add(Parameter.onOff("side-chain", false));
        ProfileEqualiser.bands(all, "gain", -30, 30, 0);
        return List.copyOf(all);
    }

    @Override
    public boolean isData(int parameter) {
        return parameter >= GAINS;
    }

    @Override
    public boolean hasSideChain() {
        return true;
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
        curveA = ThirdCurve.bins(design.bins(), 0.5 * rate() / (design.bins() - 1));
        curveB = curveA.like();
        int size = Windows.size(rate(), WINDOW);
        own = new BandHearing(rate(), size, size / 4);
        other = new BandHearing(rate(), size, size / 4);
    }

    @Override
    void hear(double[] a, double[] b) {
        own.hear(a, b, CELL);
        other.hear(keyA, keyB, 0);
    }

    @Override
    void think() {
        for (int step = 0; step < 2; step++) {
            boolean whole = own.step();
            if (other.step() && whole) {
                follow();
            }
        }
    }

    private void follow() {
        double seconds = (double) own.hop() / rate();
        double pace = begun ? Math.min(1, seconds / Math.max(seconds, to(SPEED))) : 1;
        double sum = 0;
        for (int band = 0; band < BANDS; band++) {
            sum += own.powerA[band];
            sum += own.powerB[band];
        }
        if (!(sum > 1e-10 && sum < 1e9)) {
            return;
        }
        begun = true;
        heard += seconds;
        for (int band = 0; band < BANDS; band++) {
            meanA[band] += (own.powerA[band] - meanA[band]) * pace;
            meanB[band] += (own.powerB[band] - meanB[band]) * pace;
            wantA[band] += (other.powerA[band] - wantA[band]) * pace;
            wantB[band] += (other.powerB[band] - wantB[band]) * pace;
            target[band] = on(SIDE_CHAIN) ? wantA[band] + wantB[band] : 0;
        }
        if (choice(MODE) != 0 || !on(SIDE_CHAIN)) {
            return;
        }
        int count = Math.min(THIRDS, ThirdOctaves.below(0.46 * rate()));
        double range = to(RANGE) / TO_DECIBELS;
        if (on(MID_SIDE)) {
            middle.hear(own.powerA, other.powerA, seconds, to(SPEED), range, count);
            sides.hear(own.powerB, other.powerB, seconds, to(SPEED), range, count);
        } else {
            for (int band = 0; band < BANDS; band++) {
                mine[band] = own.powerA[band] + own.powerB[band];
                theirs[band] = other.powerA[band] + other.powerB[band];
            }
            middle.hear(mine, theirs, seconds, to(SPEED), range, count);
        }
        want();
    }

    @Override
    boolean decide() {
        double follows = on(SIDE_CHAIN) && choice(MODE) != 2 ? to(AMOUNT) / 100 : 0;
        boolean both = on(MID_SIDE);
        smoothed(middle.gains, gainsA);
        smoothed(both ? sides.gains : middle.gains, gainsB);
        double flat = 0;
        for (int third = 0; third < THIRDS; third++) {
            double hand = to(GAINS + third) / TO_DECIBELS;
            found[third] = gainsA[third] * to(AMOUNT) / 100 * TO_DECIBELS;
            gainsA[third] = gainsA[third] * follows + hand;
            gainsB[third] = gainsB[third] * follows + hand;
            flat = Math.max(flat, Math.max(Math.abs(gainsA[third]), Math.abs(gainsB[third])));
        }
        bands.take(gainsA);
        for (int band = 0; band < BANDS; band++) {
            appliedA[band] = bands.at(band);
        }
        bands.take(gainsB);
        for (int band = 0; band < BANDS; band++) {
            appliedB[band] = bands.at(band);
        }
        applied();
        curveA.take(gainsA);
        curveB.take(gainsB);
        return flat < 1e-4;
    }

    private void smoothed(double[] gains, double[] into) {
        double half = Math.max(1, 3 * to(SMOOTHING));
        for (int third = 0; third < THIRDS; third++) {
            double sum = 0;
            double weights = 0;
            for (int near = 0; near < THIRDS; near++) {
                double away = near > third ? near - third : third - near;
                double weight = Math.max(0, 1 - away / half);
                sum += weight * gains[near];
                weights += weight;
            }
            into[third] = sum / weights;
        }
    }

    @Override
    void fill(int from, int to) {
        for (int k = from; k < to; k++) {
            design.curveA[k] = curveA.at(k);
            design.curveB[k] = curveB.at(k);
        }
    }

    @Override
    void forget() {
        own.clear();
        other.clear();
        middle.clear();
        sides.clear();
        begun = false;
        for (int band = 0; band < BANDS; band++) {
            wantA[band] = 0;
            wantB[band] = 0;
        }
    }

    @Override
    public int latency() {
        return 0;
    }
}
