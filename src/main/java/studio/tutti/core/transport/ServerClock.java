package studio.tutti.core.transport;

/**
 * What time it is at the server, from asking it again and again. The answer tells the time in the middle of the way there
 * and back, give or take half of what the way took longer than the shortest ever did (as NTP does, RFC 5905). A Kalman
 * filter of two states, how far the clocks are apart and how fast that grows, weighs each answer by that doubt.
 *
 * <p>Times are milliseconds, of the page's clock and of the server's.
 */
public final class ServerClock {

    private static final int ROUNDS = 64;
    /** How the offset and the drift may wander by themselves, as variances a millisecond: 0.01 ms and 0.02 ppm each √s. */
    private static final double OFFSET_WANDERS = 1e-7;
    private static final double DRIFT_WANDERS = 4e-19;
    private static final double DRIFT_VARIANCE = 200e-6 * 200e-6;
    /** So many answers in a row that cannot be true, and a clock was set, or slept. */
    private static final int SURPRISES = 4;

    private final double[] rounds = new double[ROUNDS];
    private int count;
    private int surprises;

    private double at;
    private double offset;
    private double drift;
    private double p00;
    private double p01;
    private double p11;

    /**
     * Takes an answer of the server's.
     *
     * @param sent when it was asked, by the page's clock
     * @param server what it said
     * @param received when the answer came, by the page's clock
     */
    public void tell(double sent, double server, double received) {
        double round = Math.max(0, received - sent);
        rounds[count % ROUNDS] = round;
        count++;
        double measured = server - (sent + received) / 2;
        double excess = round - shortest();
        double doubt = excess * excess / 12 + 0.01 * round * round / Math.min(count, ROUNDS) + 0.25;
        if (count == 1) {
            begin(received, measured, doubt + round * round / 12);
        } else {
            measure(received, measured, doubt);
        }
    }

    private void begin(double now, double measured, double variance) {
        at = now;
        offset = measured;
        drift = 0;
        p00 = variance;
        p01 = 0;
        p11 = DRIFT_VARIANCE;
        surprises = 0;
    }

    private void measure(double now, double measured, double doubt) {
        double passed = Math.max(0, now - at);
        at = now;
        offset += drift * passed;
        p00 += passed * (2 * p01 + passed * p11) + OFFSET_WANDERS * passed;
        p01 += passed * p11;
        p11 += DRIFT_WANDERS * passed;
        double surprise = measured - offset;
        double variance = p00 + doubt;
        if (surprise * surprise > 100 * variance && Math.abs(surprise) > 50) {
            if (++surprises >= SURPRISES) {
                count = 1;
                begin(now, measured, doubt);
            }
            return;
        }
        surprises = 0;
        double k0 = p00 / variance;
        double k1 = p01 / variance;
        offset += k0 * surprise;
        drift += k1 * surprise;
        p11 -= k1 * p01;
        p01 -= k0 * p01;
        p00 -= k0 * p00;
    }

    private double shortest() {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < Math.min(count, ROUNDS); i++) {
            least = Math.min(least, rounds[i]);
        }
        return least;
    }

    /** Whether the server has answered. */
    public boolean isKnown() {
        return count > 0;
    }

    /** How many answers have come. */
    public int answers() {
        return count;
    }

    /** The server's time at a millisecond of the page's. */
    public double server(double millis) {
        return millis + offset + drift * (millis - at);
    }

    /** The page's time at a millisecond of the server's. */
    public double page(double server) {
        return (server - offset + drift * at) / (1 + drift);
    }

    /** How long the way to the server and back takes at best, in milliseconds. */
    public double round() {
        return count == 0 ? 0 : shortest();
    }
}
