package studio.tutti.collaboration.internal.room;

/** So many things a second, and as many at once; what is over is not done. */
final class Allowance {

    private final double perSecond;
    private double left;
    private long since = System.nanoTime();

    Allowance(double perSecond) {
        this.perSecond = perSecond;
        left = perSecond;
    }

    /** Whether so many more are allowed; if so they are used up. */
    boolean allows(double wanted) {
        long now = System.nanoTime();
        left = Math.min(perSecond, left + (now - since) * 1e-9 * perSecond);
        since = now;
        if (left < wanted) {
            return false;
        }
        left -= wanted;
        return true;
    }
}
