package studio.tutti.core.transport;

import studio.tutti.core.music.TempoMap;

/**
 * What a shared transport does: it plays from a tick at a moment of the server's, or stands at a tick.
 *
 * @param tick where it stands, or is at the moment
 * @param at the moment, milliseconds since 1970 by the server's clock
 * @param loopFrom where the loop begins, in ticks
 * @param loopTo where it ends; nothing loops if that is not beyond its beginning
 */
public record Joint(boolean playing, double tick, double at, long loopFrom, long loopTo) {

    /** Milliseconds between pressing play and the moment at which all begin. */
    public static final int LEAD_MILLIS = 400;

    public static final Joint STANDING = new Joint(false, 0, 0, 0, 0);

    /** The tick at a moment of the server's; before it begins, where it will begin. */
    public double tick(double server, TempoMap tempo) {
        if (!playing || server <= at) {
            return tick;
        }
        double seconds = tempo.seconds(tick) + (server - at) / 1000;
        if (loops()) {
            double from = tempo.seconds(loopFrom);
            double to = tempo.seconds(loopTo);
            if (seconds >= to) {
                seconds = from + (seconds - from) % (to - from);
            }
        }
        return tempo.tick(seconds);
    }

    /** Whether playing, once it comes to the end of the loop, turns back. */
    public boolean loops() {
        return loopTo > loopFrom && tick < loopTo;
    }

    /** The seconds that one who is at a tick lacks to where it is, negative if ahead; across the loop the shorter way. */
    public double lacks(double server, double actual, TempoMap tempo) {
        double seconds = tempo.seconds(tick(server, tempo)) - tempo.seconds(actual);
        if (loops()) {
            double length = tempo.seconds(loopTo) - tempo.seconds(loopFrom);
            if (Math.abs(seconds) > length / 2 && Math.abs(seconds) <= length) {
                seconds -= Math.signum(seconds) * length;
            }
        }
        return seconds;
    }
}
