package studio.tutti.core.effect;

import studio.tutti.core.dsp.Decibels;
import studio.tutti.core.dsp.Functions;
import studio.tutti.core.dsp.MatchedFilter;

/**
 * What a band of the equaliser does. The analogue sections are those of Bristow-Johnson's "Audio EQ Cookbook"; with
 * A = 10^(gain/40) and s = 1i at the band's frequency:
 * <pre>
 *   bell        (s² + A/Q s + 1) / (s² + s/(A Q) + 1)
 *   low shelf   A (s² + √A/Q s + A) / (A s² + √A/Q s + 1)
 *   high shelf  A (A s² + √A/Q s + 1) / (s² + √A/Q s + A)
 *   low cut     s² / (s² + s/Q + 1)           high cut     1 / (s² + s/Q + 1)
 * </pre>
 * Cuts of 24 dB are two such sections, with a quality of 0.5412 and of 1.8478 times that of the band: Butterworth's at 0.7071.
 */
public enum BandType {
    BELL("bell"), LOW_SHELF("low shelf"), HIGH_SHELF("high shelf"), LOW_CUT_12("low cut 12"), LOW_CUT_24("low cut 24"),
    HIGH_CUT_12("high cut 12"), HIGH_CUT_24("high cut 24");

    private static final BandType[] ALL = values();

    private static final double FIRST_OF_FOUR = 0.5411961001461970;
    private static final double SECOND_OF_FOUR = 1.8477590650225735;

    private final String name;

    BandType(String name) {
        this.name = name;
    }

    static BandType of(int choice) {
        return ALL[choice];
    }

    static String[] names() {
        String[] names = new String[ALL.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = ALL[i].name;
        }
        return names;
    }

    /** Whether the gain means something. */
    public boolean hasGain() {
        return this == BELL || this == LOW_SHELF || this == HIGH_SHELF;
    }

    /** Writes the coefficients of two biquads, for a cut of 24 dB of four; returns how many. */
    int design(MatchedFilter filter, double hertz, double gain, double quality, double rate, double[] to) {
        double q = quality;
        switch (this) {
            case BELL -> {
                double a = Decibels.gain(gain / 2);
                filter.design(1, a / q, 1, 1, 1 / (a * q), 1, hertz, rate, to, 0);
            }
            case LOW_SHELF -> {
                double a = Decibels.gain(gain / 2);
                double odd = Math.sqrt(a) / q;
                filter.design(a, a * odd, a * a, a, odd, 1, hertz, rate, to, 0);
            }
            case HIGH_SHELF -> {
                double a = Decibels.gain(gain / 2);
                double odd = Math.sqrt(a) / q;
                filter.design(a * a, a * odd, a, 1, odd, a, hertz, rate, to, 0);
            }
            case LOW_CUT_12 -> filter.design(1, 0, 0, 1, 1 / q, 1, hertz, rate, to, 0);
            case HIGH_CUT_12 -> filter.design(0, 0, 1, 1, 1 / q, 1, hertz, rate, to, 0);
            case LOW_CUT_24 -> {
                filter.design(1, 0, 0, 1, 1 / FIRST_OF_FOUR, 1, hertz, rate, to, 0);
                filter.design(1, 0, 0, 1, 1 / (q * SECOND_OF_FOUR), 1, hertz, rate, to, MatchedFilter.NUMBERS);
                return 4;
            }
            case HIGH_CUT_24 -> {
                filter.design(0, 0, 1, 1, 1 / FIRST_OF_FOUR, 1, hertz, rate, to, 0);
                filter.design(0, 0, 1, 1, 1 / (q * SECOND_OF_FOUR), 1, hertz, rate, to, MatchedFilter.NUMBERS);
                return 4;
            }
        }
        return 2;
    }

    /** The gain in dB that the analogue sections have at a frequency: what {@link #design} comes near to. */
    public double analogue(double hertz, double frequency, double gain, double quality) {
        double w = hertz / frequency * (hertz / frequency);
        double q = quality;
        double a = Decibels.gain(gain / 2);
        double odd = Math.sqrt(a) / q;
        double power = switch (this) {
            case BELL -> MatchedFilter.power(1, a / q, 1, w) / MatchedFilter.power(1, 1 / (a * q), 1, w);
            case LOW_SHELF -> MatchedFilter.power(a, a * odd, a * a, w) / MatchedFilter.power(a, odd, 1, w);
            case HIGH_SHELF -> MatchedFilter.power(a * a, a * odd, a, w) / MatchedFilter.power(1, odd, a, w);
            case LOW_CUT_12 -> w * w / MatchedFilter.power(1, 1 / q, 1, w);
            case HIGH_CUT_12 -> 1 / MatchedFilter.power(1, 1 / q, 1, w);
            case LOW_CUT_24 -> w * w / MatchedFilter.power(1, 1 / FIRST_OF_FOUR, 1, w)
                    * w * w / MatchedFilter.power(1, 1 / (q * SECOND_OF_FOUR), 1, w);
            case HIGH_CUT_24 -> 1 / MatchedFilter.power(1, 1 / FIRST_OF_FOUR, 1, w)
                    / MatchedFilter.power(1, 1 / (q * SECOND_OF_FOUR), 1, w);
        };
        return 10 * Functions.log10(power);
    }
}
