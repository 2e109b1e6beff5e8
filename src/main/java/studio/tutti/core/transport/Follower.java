package studio.tutti.core.transport;

import java.util.Arrays;

/**
 * Keeps a player with a shared transport. What a report of the player lacks is noise to some milliseconds, so the middle
 * of half a second's reports decides: small faults are let be, larger ones are hurried or dawdled away without being
 * heard, and only what would take seconds is jumped.
 */
public final class Follower {

    /** Seconds that are let be. */
    public static final double FINE = 0.003;
    /** Seconds beyond which one jumps. */
    public static final double FAR = 0.1;
    /** Seconds won in a second of hurrying: one frame in 64. */
    private static final double RATE = 1.0 / 64;
    private static final double LOOKS_MILLIS = 500;

    private final double[] lacks = new double[256];
    private int count;
    private double since = Double.NaN;
    private double restsUntil = Double.NEGATIVE_INFINITY;

    /** Forgets what it saw; the player has just started or jumped, and reports settle until a moment. */
    public void begin(double millis) {
        count = 0;
        since = Double.NaN;
        restsUntil = millis;
    }

    /**
     * Takes what the player lacks now.
     *
     * @param millis the page's time
     * @param lack seconds by which it is behind, negative if ahead
     * @return seconds to hurry, negative to dawdle, 0 to go on, or NaN to jump to where it should be
     */
    public double look(double millis, double lack) {
        if (millis < restsUntil) {
            return 0;
        }
        if (Double.isNaN(since)) {
            since = millis;
        }
        if (count < lacks.length) {
            lacks[count++] = lack;
        }
        if (millis - since < LOOKS_MILLIS) {
            return 0;
        }
        Arrays.sort(lacks, 0, count);
        double middle = (lacks[(count - 1) / 2] + lacks[count / 2]) / 2;
        begin(millis);
        double far = Math.abs(middle);
        if (far < FINE) {
            return 0;
        }
        restsUntil = millis + (far > FAR ? 500 : 1000 * far / RATE + 100);
        return far > FAR ? Double.NaN : middle;
    }
}
