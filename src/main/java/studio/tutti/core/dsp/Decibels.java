package studio.tutti.core.dsp;

/** Decibels and centibels of amplitude: 20 dB (200 cB) are a factor of ten. */
public final class Decibels {

    /** What counts as silence: −144 dB, one step of 24-bit sound. */
    public static final double SILENCE = -144;

    private Decibels() {
    }

    /** The factor of a gain in dB; at or below {@link #SILENCE} it is 0. */
    public static double gain(double decibels) {
        return decibels <= SILENCE ? 0 : Functions.exp2(decibels * 0.16609640474436813);
    }

    /** The gain in dB of a factor; never below {@link #SILENCE}. */
    public static double of(double gain) {
        double magnitude = gain < 0 ? -gain : gain;
        return magnitude < 6.3e-8 ? SILENCE : Functions.log10(magnitude) * 20;
    }

    /** The factor of an attenuation in centibels (positive makes quieter). */
    public static double attenuation(double centibels) {
        return Functions.exp2(centibels * -0.016609640474436813);
    }
}
