package studio.tutti.core.dsp;

/**
 * Splits a signal at a frequency into two bands that sum flat: a Linkwitz-Riley crossover of fourth order (Linkwitz, "Active Crossover Networks for Noncoincident
 * Drivers", J. Audio Eng. Soc. 24(1), 1976), two Butterworth filters of second order in a row, made by the bilinear transform.
 *
 * <p>Both bands are 6 dB down at the frequency, fall by 24 dB an octave, and are in phase everywhere. Their sum is
 * (s² − √2 s + 1) / (s² + √2 s + 1), an allpass: what is above is made as that less what is below, so the sum is flat to the last bits. Where several crossovers stand
 * in a row, the band that left first goes through {@link #turn} of the later ones.
 */
public final class LinkwitzRiley {

    private static final double DAMPING = Math.sqrt(2);

    private final double a1;
    private final double a2;
    private final double a3;
    private double firstBand;
    private double firstLow;
    private double secondBand;
    private double secondLow;

    /**
     * @param hertz where it splits, above 0 and under 0.49 of the rate
     * @param rate frames a second
     */
    public LinkwitzRiley(double hertz, double rate) {
        double angle = Math.PI * hertz / rate;
        double warped = Functions.sin(angle) / Functions.cos(angle);
        a1 = 1 / (1 + warped * (warped + DAMPING));
        a2 = warped * a1;
        a3 = warped * a2;
    }

    /** Forgets every sound. */
    public void clear() {
        firstBand = 0;
        firstLow = 0;
        secondBand = 0;
        secondLow = 0;
    }

    /** Splits frames {@code from} to before {@code to}; the input may be one of the outputs. */
    public void split(double[] in, double[] low, double[] high, int from, int to) {
        for (int i = from; i < to; i++) {
            double x = in[i];
            double v = x - firstLow;
            double band = a1 * firstBand + a2 * v;
            double once = firstLow + a2 * firstBand + a3 * v;
            firstBand = 2 * band - firstBand;
            firstLow = 2 * once - firstLow;
            double allpass = x - 2 * DAMPING * band;
            double w = once - secondLow;
            double band2 = a1 * secondBand + a2 * w;
            double twice = secondLow + a2 * secondBand + a3 * w;
            secondBand = 2 * band2 - secondBand;
            secondLow = 2 * twice - secondLow;
            low[i] = twice;
            high[i] = allpass - twice;
        }
    }

    /** Turns frames as the sum of both bands would be turned, the magnitude untouched. */
    public void turn(double[] sound, int from, int to) {
        for (int i = from; i < to; i++) {
            double x = sound[i];
            double v = x - firstLow;
            double band = a1 * firstBand + a2 * v;
            double low = firstLow + a2 * firstBand + a3 * v;
            firstBand = 2 * band - firstBand;
            firstLow = 2 * low - firstLow;
            sound[i] = x - 2 * DAMPING * band;
        }
    }
}
