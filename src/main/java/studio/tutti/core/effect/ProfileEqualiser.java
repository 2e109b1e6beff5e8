package studio.tutti.core.effect;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.core.dsp.Functions;
import studio.tutti.core.dsp.PairDesign;
import studio.tutti.core.tone.Following;
import studio.tutti.core.tone.ProfileGap;
import studio.tutti.core.tone.ThirdCurve;
import studio.tutti.core.tone.ThirdOctaves;

/**
 * Profile EQ while it sounds: brings the third octaves of a sound into the spread of a profile, slowly, as it hears them; or holds gains that were
 * given. The profile lies in the parameters (a median and a spread for each third octave, and medians of the sides), and so do gains by hand, which are
 * added to what is found. Loudness is kept where something is found.
 *
 * <p>Latency: none with minimum phase; with linear phase half of the filter, 43 ms at 48 kHz.
 */
public final class ProfileEqualiser extends ToneEffect {

    public static final int AMOUNT = 0;
    public static final int TILT = 1;
    public static final int RANGE = 2;
    public static final int RESOLUTION = 3;
    public static final int MODE = 4;
    public static final int MEMORY = 5;
    public static final int MID_SIDE = 6;
    public static final int PHASE = 7;
    public static final int DELTA = 8;
    public static final int MATCH_LEVEL = 9;
    /** The first of {@link ThirdOctaves#BANDS} gains by hand; medians, spreads and medians of the sides follow, as many each. */
    public static final int GAINS = 10;
    public static final int MEDIANS = GAINS + ThirdOctaves.BANDS;
    public static final int SPREADS = MEDIANS + ThirdOctaves.BANDS;
    public static final int SIDES = SPREADS + ThirdOctaves.BANDS;

    /** A side's median that is none: the sides go along with the middle. */
    public static final double NONE = -100;

    private static final double[] OCTAVES = {1 / 3.0, 2 / 3.0, 1, 2};
    private static final double WINDOW = 3;
    private static final int PASSES = 8;
    private static final double SILENT = 1e-10;
    private static final double SOFT = 1e-5;

    private static final List<Parameter> PARAMETERS = describe();

    private final ProfileGap gap = new ProfileGap();
    private final ThirdCurve bands = ThirdCurve.twelfths();
    private ThirdCurve curveA = bands;
    private ThirdCurve curveB = bands;
    private BandHearing hearing = new BandHearing(48_000, 256, 64);
    private double loudest;
    private int windows;

    private final double[] levels = new double[THIRDS];
    private final double[] wanted = new double[THIRDS];
    private final double[] median = new double[THIRDS];
    private final double[] spread = new double[THIRDS];
    private final double[] missing = new double[THIRDS];
    private final double[] smooth = new double[THIRDS];
    private final double[] gainsA = new double[THIRDS];
    private final double[] gainsB = new double[THIRDS];

    public ProfileEqualiser() {
        super(PARAMETERS, DELTA, MATCH_LEVEL, true);
    }

    private static List<Parameter> describe() {
        List<Parameter> all = new ArrayList<>();
        all.add(Parameter.percent("amount", 0));
        all.add(Parameter.linear("tilt", Unit.DECIBELS, -6, 6, 0));
        all.add(Parameter.linear("range", Unit.DECIBELS, 0, 30, 12));
        all.add(Parameter.choice("resolution", 0, "1/3 octave", "2/3 octave", "1 octave", "2 octaves"));
        all.add(Parameter.choice("mode", 0, "slow", "static"));
        all.add(Parameter.logarithmic("memory", Unit.SECONDS, 1, 60, 10));
        all.add(Parameter.onOff("mid/side", false));
        all.add(Parameter.choice("phase", 0, "minimum", "linear"));
        all.add(Parameter.onOff("delta", false));
        all.add(Parameter.onOff("match level", false));
        bands(all, "gain", -24, 24, 0);
        bands(all, "median", -100, 60, 0);
        bands(all, "spread", 0, 40, 0);
        bands(all, "side", NONE, 60, NONE);
        return List.copyOf(all);
    }

    static void bands(List<Parameter> all, String name, double least, double most, double initial) {
        for (int band = 1; band <= ThirdOctaves.BANDS; band++) {
            all.add(Parameter.linear(band + "." + name, Unit.DECIBELS, least, most, initial).jumping());
        }
    }

    @Override
    public boolean isData(int parameter) {
        return parameter >= GAINS;
    }

    @Override
    void make() {
        curveA = ThirdCurve.bins(design.bins(), 0.5 * rate() / (design.bins() - 1));
        curveB = curveA.like();
        int size = Windows.size(rate(), WINDOW);
        hearing = new BandHearing(rate(), size, size / 4);
    }

    @Override
    int kind() {
        return get(PHASE) >= 0.5 ? PairDesign.LINEAR : PairDesign.MINIMUM;
    }

    @Override
    void hear(double[] a, double[] b) {
        hearing.hear(a, b, CELL);
    }

    @Override
    void think() {
        if (hearing.step() && gather()) {
            want();
        }
    }

    /** Lets the running means go along with the last window; false if that was silence. */
    private boolean gather() {
        double sum = 0;
        for (int band = 0; band < BANDS; band++) {
            sum += hearing.powerA[band];
            sum += hearing.powerB[band];
        }
        if (!(sum > SILENT && sum < 1e9) || sum < SOFT * loudest) {
            return false;
        }
        loudest = Math.max(loudest, sum);
        windows++;
        double seconds = (double) hearing.hop() / rate();
        heard += seconds;
        double pace = Math.max(1.0 / windows, seconds / to(MEMORY));
        pace = Math.min(1, pace);
        for (int band = 0; band < BANDS; band++) {
            meanA[band] += (hearing.powerA[band] - meanA[band]) * pace;
            meanB[band] += (hearing.powerB[band] - meanB[band]) * pace;
        }
        return true;
    }

    @Override
    boolean decide() {
        boolean sides = on(MID_SIDE);
        for (int third = 0; third < THIRDS; third++) {
            found[third] = 0;
            gainsA[third] = 0;
            gainsB[third] = 0;
        }
        for (int band = 0; band < BANDS; band++) {
            target[band] = 0;
        }
        if (windows > 0) {
            match(sides);
        }
        double flat = 0;
        for (int third = 0; third < THIRDS; third++) {
            double hand = to(GAINS + third) / TO_DECIBELS;
            gainsA[third] += hand;
            gainsB[third] += hand;
            flat = Math.max(flat, Math.max(Math.abs(gainsA[third]), Math.abs(gainsB[third])));
        }
        apply(gainsA, appliedA);
        apply(gainsB, appliedB);
        applied();
        curveA.take(gainsA);
        curveB.take(gainsB);
        return flat < 1e-4;
    }

    private void apply(double[] gains, double[] applied) {
        bands.take(gains);
        for (int band = 0; band < BANDS; band++) {
            applied[band] = bands.at(band);
        }
    }

    private void match(boolean sides) {
        int count = Math.min(THIRDS, ThirdOctaves.below(0.46 * rate()));
        for (int third = 0; third < THIRDS; third++) {
            double tilt = to(TILT) * (third - 17) / 3;
            median[third] = to(MEDIANS + third) + tilt;
            spread[third] = to(SPREADS + third);
        }
        thirds(sides ? null : meanB, count);
        gap.find(levels, median, spread, missing);
        for (int band = 0; band < BANDS; band++) {
            int third = Math.min(THIRDS - 1, band / 4);
            target[band] = Functions.exp((median[third] + gap.level - 6.0206) * 2 / TO_DECIBELS);
        }
        curve(meanA, sides ? null : meanB, gainsA, count);
        for (int third = 0; third < THIRDS; third++) {
            gainsB[third] = gainsA[third];
        }
        if (sides && hasSides()) {
            for (int third = 0; third < THIRDS; third++) {
                median[third] = to(SIDES + third) <= NONE ? -300 : to(SIDES + third) + to(TILT) * (third - 17) / 3;
            }
            double level = gap.level;
            sideThirds(count);
            for (int third = 0; third < THIRDS; third++) {
                double goal = median[third] + level;
                double within = Math.max(goal - spread[third], Math.min(goal + spread[third], levels[third]));
                missing[third] = median[third] < -200 || levels[third] < level + SIDE_FLOOR ? 0 : within - levels[third];
            }
            curve(meanB, null, gainsB, count);
        }
        keepLevel();
        boolean adapts = choice(MODE) == 0;
        double amount = to(AMOUNT) / 100;
        for (int third = 0; third < THIRDS; third++) {
            found[third] = gainsA[third] * amount * TO_DECIBELS;
            gainsA[third] = adapts ? gainsA[third] * amount : 0;
            gainsB[third] = adapts ? gainsB[third] * amount : 0;
        }
    }

    /** Sides softer than this against the profile's level are left alone, in dB. */
    private static final double SIDE_FLOOR = -70;

    private boolean hasSides() {
        for (int third = 0; third < THIRDS; third++) {
            if (to(SIDES + third) > NONE) {
                return true;
            }
        }
        return false;
    }

    private void thirds(double @org.jspecify.annotations.Nullable [] more, int count) {
        for (int third = 0; third < THIRDS; third++) {
            double sum = 0;
            for (int band = 4 * third; band < 4 * third + 4; band++) {
                sum += meanA[band];
                sum += more == null ? 0 : more[band];
            }
            levels[third] = third < count ? level(sum) : NOTHING;
        }
    }

    private void sideThirds(int count) {
        for (int third = 0; third < THIRDS; third++) {
            double sum = 0;
            for (int band = 4 * third; band < 4 * third + 4; band++) {
                sum += meanB[band];
            }
            levels[third] = third < count ? level(sum) : NOTHING;
        }
    }

    /** The gains by which levels rise by what is missing, smoothed and held in the range, and mended until whole bands are right. */
    private void curve(double[] power, double @org.jspecify.annotations.Nullable [] more, double[] gains, int count) {
        smoothed(count);
        double most = to(RANGE) / TO_DECIBELS;
        for (int third = 0; third < THIRDS; third++) {
            wanted[third] = smooth[third] / TO_DECIBELS;
            gains[third] = Math.max(-most, Math.min(most, wanted[third]));
        }
        for (int pass = 0; pass < PASSES; pass++) {
            bands.take(gains);
            for (int third = 0; third < count; third++) {
                double before = 0;
                double after = 0;
                for (int band = 4 * third; band < 4 * third + 4; band++) {
                    double p = power[band] + (more == null ? 0 : more[band]);
                    before += p;
                    after += p * Functions.exp(2 * bands.at(band));
                }
                if (before > 1e-18) {
                    double is = 0.5 * Functions.log(after / before);
                    double next = gains[third] + 0.8 * (wanted[third] - is);
                    gains[third] = Math.max(-most, Math.min(most, next));
                }
            }
        }
        for (int third = count; third < THIRDS; third++) {
            gains[third] = count == 0 ? 0 : gains[count - 1];
        }
    }

    /** What is missing, each band a mean of those about it. */
    private void smoothed(int count) {
        double half = Math.max(1, 3 * OCTAVES[choice(RESOLUTION)]);
        for (int third = 0; third < THIRDS; third++) {
            double sum = 0;
            double weights = 0;
            for (int other = 0; other < count; other++) {
                double away = other > third ? other - third : third - other;
                double weight = Math.max(0, 1 - away / half);
                sum += weight * missing[other];
                weights += weight;
            }
            smooth[third] = weights == 0 ? 0 : sum / weights;
        }
    }

    private void keepLevel() {
        double before = 0;
        double after = 0;
        bands.take(gainsA);
        for (int band = 0; band < BANDS; band++) {
            before += meanA[band];
            after += meanA[band] * Functions.exp(2 * bands.at(band));
        }
        bands.take(gainsB);
        for (int band = 0; band < BANDS; band++) {
            before += meanB[band];
            after += meanB[band] * Functions.exp(2 * bands.at(band));
        }
        double mend = after > 1e-18 ? 0.5 * Functions.log(before / after) : 0;
        for (int third = 0; third < THIRDS; third++) {
            gainsA[third] += mend;
            gainsB[third] += mend;
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
        hearing.clear();
        loudest = 0;
        windows = 0;
    }

    @Override
    public int latency() {
        return kind() == PairDesign.LINEAR ? PairDesign.taps(rate() == 0 ? 48_000 : rate()) / 2 : 0;
    }

    @Override
    public void read(float[] into) {
        super.read(into);
        for (int band = 0; band < BANDS; band++) {
            double middle = level(target[band]);
            double wide = to(SPREADS + Math.min(THIRDS - 1, band / 4));
            put(into, LOW, band, middle <= NOTHING ? NOTHING : middle - wide);
            put(into, HIGH, band, middle <= NOTHING ? NOTHING : middle + wide);
        }
    }
}
