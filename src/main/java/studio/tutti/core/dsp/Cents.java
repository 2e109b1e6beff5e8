package studio.tutti.core.dsp;

/** Cents of pitch and time: 1,200 are a factor of two. */
public final class Cents {

    private Cents() {
    }

    /** The frequency ratio of an interval in cents. */
    public static double ratio(double cents) {
        return Functions.exp2(cents * (1.0 / 1200));
    }

    /** The frequency in Hz of a pitch in absolute cents: 0 is 8.176 Hz (MIDI key 0), 6,900 is 440 Hz. */
    public static double hertz(double absoluteCents) {
        return 440 * Functions.exp2((absoluteCents - 6900) * (1.0 / 1200));
    }

    /** The duration in seconds of a time in timecents: 0 is one second, −12,000 about a millisecond. */
    public static double seconds(double timecents) {
        return Functions.exp2(timecents * (1.0 / 1200));
    }
}
