package studio.tutti.core.tone;

/**
 * A resonance that is there for a while only.
 *
 * @param from the first frame in which it is
 * @param decibels its height in each frame from there, in dB
 * @param hertz its middle
 * @param quality its Q, as {@link Resonance}'s
 */
public record Fleeting(int from, float[] decibels, double hertz, double quality) {

    /** The frame behind its last. */
    public int to() {
        return from + decibels.length;
    }

    /** The highest that it gets, in dB. */
    public double most() {
        double most = 0;
        for (float each : decibels) {
            most = Math.max(most, each);
        }
        return most;
    }
}
