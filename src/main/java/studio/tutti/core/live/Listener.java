package studio.tutti.core.live;

/**
 * When somebody's playing sounds here. Batches come sooner or later, so all of it waits until the latest ones of the last
 * seconds would have come too: rhythm is kept, at the price of that delay. A batch that is later still sounds at once, and
 * raises the delay; it goes down again slowly.
 *
 * <p>Times are milliseconds of the server's clock.
 */
public final class Listener {

    /** The least and the most that playing is held back. */
    public static final double LEAST_MILLIS = 10;
    public static final double MOST_MILLIS = 600;

    private static final double MARGIN_MILLIS = 5;
    /** Of every millisecond that goes by, so much less delay, where less would do. */
    private static final double RELAXES = 0.003;
    /** Somebody who is silent for so long lets everything go. */
    public static final double SILENCE_MILLIS = 3_500;

    private double delay = LEAST_MILLIS;
    private double heard = Double.NaN;
    private int next = -1;

    /**
     * Takes a batch.
     *
     * @param number the sender's count
     * @param sent when it was played
     * @param now when it came
     * @return whether a batch before it was lost, and what is held must be let go
     */
    public boolean came(int number, double sent, double now) {
        boolean lost = next >= 0 && number != next;
        next = number + 1;
        double needs = Math.max(LEAST_MILLIS, Math.min(MOST_MILLIS, now - sent + MARGIN_MILLIS));
        double relaxed = Double.isNaN(heard) ? 0 : delay - RELAXES * Math.max(0, now - heard);
        delay = Math.max(needs, relaxed);
        heard = now;
        return lost;
    }

    /** When something sounds that was played at a moment. */
    public double sounds(double played, double now) {
        return Math.max(now, played + delay);
    }

    /** How long it takes from being played to sounding, without the sound device's own delay. */
    public double delay() {
        return delay;
    }

    /** Whether nothing came for so long that what is held must be let go. */
    public boolean isSilent(double now) {
        return !Double.isNaN(heard) && now - heard > SILENCE_MILLIS;
    }
}
