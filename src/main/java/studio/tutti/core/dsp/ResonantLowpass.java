package studio.tutti.core.dsp;

/**
 * The coefficients of a two-pole lowpass with resonance: a state-variable filter in the trapezoidal form of
 * Zavalishin, "The Art of VA Filter Design", 2018, section 3.10. It stays stable while its cutoff moves.
 *
 * <p>With the states {@code s1, s2}, one frame {@code x} gives
 * <pre>
 *   d  = x - s2
 *   v1 = a1 * s1 + a2 * d
 *   v2 = s2 + a2 * s1 + a3 * d      // the output
 *   s1 = 2 * v1 - s1
 *   s2 = 2 * v2 - s2
 * </pre>
 * The loop stands where the sound is made, so that nothing is called for a frame.
 */
public final class ResonantLowpass {

    public double a1;
    public double a2;
    public double a3;

    /**
     * @param hertz cutoff; held between 1 Hz and 0.49 of the rate
     * @param quality height of the response at the cutoff as a factor, above 0; 0.7071 is flat
     * @param rate frames a second
     */
    public void tune(double hertz, double quality, double rate) {
        double cutoff = hertz < 1 ? 1 : hertz > 0.49 * rate ? 0.49 * rate : hertz;
        double g = Functions.tan(Math.PI * cutoff / rate);
        a1 = 1 / (1 + g * (g + 1 / quality));
        a2 = g * a1;
        a3 = g * a2;
    }
}
