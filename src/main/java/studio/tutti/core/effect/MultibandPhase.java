package studio.tutti.core.effect;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.core.dsp.Functions;
import studio.tutti.core.dsp.PairDesign;
import studio.tutti.core.tone.ThirdCurve;
import studio.tutti.core.tone.ThirdOctaves;

/**
 * Multiband Phase while it sounds: brings the right channel into phase with the left, or both with what the side-chain hears, by a delay, a polarity and a turn in each
 * third of an octave that were found before or set by hand. Only phases change. It listens all the time and tells what it finds; that is written
 * into the parameters, so a song sounds the same wherever it is played.
 *
 * <p>Latency: three eighths of the filter, 32 ms at 48 kHz.
 */
public final class MultibandPhase extends ToneEffect {

    public static final int REPAIR = 0;
    public static final int REFERENCE = 1;
    public static final int DELAY = 2;
    public static final int INVERT = 3;
    public static final int DELTA = 4;
    public static final int MATCH_LEVEL = 5;
    public static final int SIDE_CHAIN = 6;
    /** The first of {@link ThirdOctaves#BANDS} turns in degrees. */
    public static final int TURNS = 7;

    /** Resolution of the spectra in Hz, and seconds over which they are averaged. */
    private static final double WINDOW = 3;
    private static final double MEMORY = 30;

    private static final List<Parameter> PARAMETERS = describe();

    private final double[] turns = new double[THIRDS];
    private ThirdCurve curve = ThirdCurve.twelfths();
    private double radiansABin;
    private CrossHearing hearing = new CrossHearing(256, 64, 1);
    private PhaseFinder finder = new PhaseFinder(hearing, 48_000);
    private final double[] reference = new double[CELL];
    private final double[] own = new double[CELL];

    public MultibandPhase() {
        super(PARAMETERS, DELTA, MATCH_LEVEL, false);
    }

    private static List<Parameter> describe() {
        List<Parameter> all = new ArrayList<>();
        all.add(Parameter.onOff("repair", false));
        all.add(Parameter.choice("reference", 0, "left", "side-chain"));
        all.add(Parameter.linear("delay", Unit.MILLISECONDS, -20, 20, 0).jumping());
        all.add(Parameter.onOff("invert", false));
        all.add(Parameter.onOff("delta", false));
        all.add(Parameter.onOff("match level", false));
        all.add(Parameter.onOff("side-chain", false));
        for (int band = 1; band <= ThirdOctaves.BANDS; band++) {
            all.add(Parameter.linear(band + ".turn", Unit.DEGREES, -180, 180, 0).jumping());
        }
        return List.copyOf(all);
    }

    @Override
    public boolean isData(int parameter) {
        return parameter >= TURNS;
    }

    @Override
    public boolean hasSideChain() {
        return true;
    }

    @Override
    int kind() {
        return PairDesign.TURN;
    }

    @Override
    int steps() {
        return 4;
    }

    @Override
    void make() {
        double step = 0.5 * rate() / (design.bins() - 1);
        curve = ThirdCurve.bins(design.bins(), step);
        int size = Windows.size(rate(), WINDOW);
        hearing = new CrossHearing(size, size / 4, MEMORY * rate() / (size / 4));
        finder = new PhaseFinder(hearing, rate());
        radiansABin = 2 * Math.PI * step / 1000;
    }

    @Override
    void hear(double[] a, double[] b) {
        boolean other = choice(REFERENCE) == 1;
        for (int i = 0; i < CELL; i++) {
            double left = a[CELL + i];
            double right = b[CELL + i];
            reference[i] = other ? 0.5 * (keyA[i] + keyB[i]) : left;
            own[i] = other ? 0.5 * (left + right) : right;
        }
        hearing.hear(reference, own, 0);
    }

    @Override
    void think() {
        if (hearing.step()) {
            finder.begin();
        }
        if (!finder.step()) {
            return;
        }
        heard = (double) hearing.windows * hearing.hop() / rate();
        for (int third = 0; third < THIRDS; third++) {
            found[third] = finder.turns[third];
        }
    }

    /** 0 nothing was heard yet, 1 something is out of phase, 2 the sounds have nothing in common, 3 they are in phase. */
    private int state() {
        return !finder.ready ? 0 : finder.coherence < PhaseFinder.INCOHERENT ? 2 : finder.gain < IN_PHASE ? 3 : 1;
    }

    /** What a sum gains less than this by a repair, in dB, needs none. */
    private static final double IN_PHASE = 0.1;

    @Override
    public void read(float[] into) {
        super.read(into);
        into[STATE] = state();
        into[4] = (float) finder.delay;
        into[5] = (float) finder.polarity;
        into[6] = (float) finder.coherence;
        into[7] = (float) finder.gain;
        for (int band = 0; band < BANDS && finder.ready; band++) {
            put(into, INPUT, band, level(finder.second[band]));
            put(into, OUTPUT, band, level(finder.first[band]));
            put(into, APPLIED, band, finder.now[band]);
            put(into, APPLIED_SIDES, band, finder.then[band]);
            put(into, LOW, band, finder.phases[band]);
            put(into, HIGH, band, finder.coherences[band]);
        }
    }

    @Override
    boolean decide() {
        boolean flat = !on(INVERT) && to(DELAY) == 0;
        double before = 0;
        for (int third = 0; third < THIRDS; third++) {
            double turn = to(TURNS + third);
            flat &= turn == 0;
            while (turn > before + 180) {
                turn -= 360;
            }
            while (turn < before - 180) {
                turn += 360;
            }
            turns[third] = turn / 57.29577951308232 + (on(INVERT) ? Math.PI : 0);
            before = turn;
        }
        curve.take(turns);
        return flat || !on(REPAIR);
    }

    @Override
    void fill(int from, int to) {
        boolean both = choice(REFERENCE) == 1;
        for (int k = from; k < to; k++) {
            double phase = curve.at(k) + radiansABin * to(DELAY) * k;
            design.curveA[k] = both ? phase : 0;
            design.curveB[k] = phase;
        }
    }

    @Override
    void forget() {
        hearing.clear();
        finder.clear();
    }

    @Override
    public int latency() {
        return PairDesign.lead(PairDesign.taps(rate() == 0 ? 48_000 : rate()), PairDesign.TURN);
    }
}
