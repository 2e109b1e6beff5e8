package studio.tutti.core.dsp;

/**
 * The coefficients of a two-pole lowpass with resonance: a state-variable filter in the trapezoidal form of
 * Zavalishin, "The Art of VA Filter Design", 2018, section 3.10. It stays stable while its cutoff moves.
 *
 * <p>With the states {@code s1, s2}, one frame {@code x} gives
 * <pre>
 *   t1 = (c1 * s1 - c2 * s2) + c2 * x
 *   t2 = ((1 - c3) * s2 + c2 * s1) + c3 * x
 *   y  = (s2 + t2) / 2                       // the output
 *   s1 = t1
 *   s2 = t2
 * </pre>
 * which is section 3.10's {@code v1 = a1 s1 + a2 (x - s2)}, {@code v2 = s2 + a2 s1 + a3 (x - s2)}, {@code s = 2 v - s}
 * with {@code c1 = 2 a1 - 1, c2 = 2 a2, c3 = 2 a3}: what hangs on the frame before is ready after three operations, so that a
 * processor needn't wait. The loop stands where the sound is made, so that nothing is called for a frame.
 */
public final class ResonantLowpass {

    public double c1;
    public double c2;
    public double c3;

    /**
     * @param hertz cutoff; held between 1 Hz and 0.49 of the rate
     * @param quality height of the response at the cutoff as a factor, above 0; 0.7071 is flat
     * @param rate frames a second
     */
    public void tune(double hertz, double quality, double rate) {
        double cutoff = hertz < 1 ? 1 : hertz > 0.49 * rate ? 0.49 * rate : hertz;
        double g = Functions.tan(Math.PI * cutoff / rate);
        double a1 = 1 / (1 + g * (g + 1 / quality));
        c1 = 2 * a1 - 1;
        c2 = 2 * g * a1;
        c3 = g * c2;
    }
}
