package studio.tutti.core.effect;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.core.dsp.Biquad;
import studio.tutti.core.dsp.Decibels;
import studio.tutti.core.dsp.Functions;

/** A parametric equaliser of {@value #BANDS} bands, each of which may be any {@link BandType}. Latency: none. */
public final class Equaliser extends CellEffect {

    public static final int BANDS = 8;

    /** Parameters of one band, which lie side by side: band i's are {@code i * BAND + …}. */
    public static final int BAND = 5;
    public static final int ON = 0;
    public static final int TYPE = 1;
    public static final int FREQUENCY = 2;
    public static final int GAIN = 3;
    public static final int QUALITY = 4;

    /** The gain of the whole. */
    public static final int LEVEL = BANDS * BAND;

    private static final List<Parameter> PARAMETERS = describe();

    private final Band[] bands = new Band[BANDS];
    private double level = 1;
    private double slope;

    public Equaliser() {
        super(PARAMETERS);
        for (int i = 0; i < BANDS; i++) {
            bands[i] = new Band();
        }
    }

    private static List<Parameter> describe() {
        List<Parameter> all = new ArrayList<>();
        band(all, false, BandType.LOW_CUT_12, 30);
        band(all, true, BandType.LOW_SHELF, 100);
        band(all, true, BandType.BELL, 250);
        band(all, true, BandType.BELL, 700);
        band(all, true, BandType.BELL, 2000);
        band(all, true, BandType.BELL, 5000);
        band(all, true, BandType.HIGH_SHELF, 10_000);
        band(all, false, BandType.HIGH_CUT_12, 18_000);
        all.add(Parameter.linear("level", Unit.DECIBELS, -24, 24, 0));
        return List.copyOf(all);
    }

    private static void band(List<Parameter> all, boolean on, BandType type, double hertz) {
        String name = (all.size() / BAND + 1) + ".";
        all.add(Parameter.onOff(name + "on", on));
        all.add(Parameter.choice(name + "type", type.ordinal(), BandType.names()));
        all.add(Parameter.logarithmic(name + "frequency", Unit.HERTZ, 20, 20_000, hertz));
        all.add(Parameter.linear(name + "gain", Unit.DECIBELS, -24, 24, 0));
        all.add(Parameter.logarithmic(name + "quality", Unit.NUMBER, 0.1, 18, Math.sqrt(0.5)));
    }

    /** The gain in dB at a frequency in Hz, of all bands, at the values last set, reached or not. */
    public double response(double hertz) {
        double phi = phi(hertz);
        double power = 1;
        for (int i = 0; i < BANDS; i++) {
            power *= bandPower(i, phi);
        }
        return get(LEVEL) + 10 * Functions.log10(power < 1e-30 ? 1e-30 : power);
    }

    /** The gain in dB of one band alone. */
    public double response(int band, double hertz) {
        double power = bandPower(band, phi(hertz));
        return 10 * Functions.log10(power < 1e-30 ? 1e-30 : power);
    }

    private double bandPower(int band, double phi) {
        int first = band * BAND;
        bands[band].designFor(get(first + ON) >= 0.5, (int) get(first + TYPE), get(first + FREQUENCY), get(first + GAIN),
                get(first + QUALITY), rate());
        return bands[band].power(phi);
    }

    private double phi(double hertz) {
        double sine = Functions.sin(Math.PI * Math.min(hertz, 0.5 * rate()) / rate());
        return sine * sine;
    }

    @Override
    void build() {
        for (Band band : bands) {
            band.fadeOver(fadeCells());
        }
    }

    @Override
    void arrive() {
        for (int i = 0; i < BANDS; i++) {
            int first = i * BAND;
            bands[i].settle(on(first + ON), choice(first + TYPE), to(first + FREQUENCY), to(first + GAIN), to(first + QUALITY), rate());
        }
        level = Decibels.gain(to(LEVEL));
    }

    @Override
    void begin(boolean changed) {
        for (int i = 0; i < BANDS; i++) {
            if (changed || bands[i].switching()) {
                aim(i);
            }
            bands[i].begin();
        }
        double goal = changed ? Decibels.gain(to(LEVEL)) : level;
        slope = (goal - level) / CELL;
    }

    private void aim(int band) {
        int first = band * BAND;
        bands[band].aim(on(first + ON), choice(first + TYPE), to(first + FREQUENCY), to(first + GAIN), to(first + QUALITY), rate());
    }

    @Override
    void run(double[] left, double[] right, int from, int to, int at) {
        for (Band band : bands) {
            band.run(left, right, from, to);
        }
        if (level != 1 || slope != 0) {
            for (int i = from; i < to; i++) {
                level += slope;
                left[i] *= level;
                right[i] *= level;
            }
        }
    }

    @Override
    void end() {
        for (Band band : bands) {
            band.end();
        }
        if (slope != 0) {
            level = Decibels.gain(to(LEVEL));
        }
    }

    @Override
    void clear() {
        for (Band band : bands) {
            band.clear();
        }
    }

    @Override
    public int latency() {
        return 0;
    }

    /** A filter's ringing falls by 90 dB in 3.3 times its quality over its frequency. */
    @Override
    public double tail() {
        double longest = 0;
        for (int i = 0; i < BANDS; i++) {
            int first = i * BAND;
            if (get(first + ON) >= 0.5) {
                double gain = Decibels.gain(Math.abs(get(first + GAIN)) / 2);
                longest = Math.max(longest, 3.3 * Math.max(1, 2 * get(first + QUALITY)) * gain / get(first + FREQUENCY));
            }
        }
        return longest;
    }

    static {
        if (Biquad.CELL != CELL) {
            throw new AssertionError();
        }
    }
}
