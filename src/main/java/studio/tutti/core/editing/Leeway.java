package studio.tutti.core.editing;

/**
 * How far a group can be shifted together before the first of it meets an end. Clamping the shift and not each value
 * keeps the group's shape.
 */
final class Leeway {

    private long least = Long.MIN_VALUE;
    private long most = Long.MAX_VALUE;

    /** A value of the group that must stay within two ends. Standing still is always allowed. */
    void keep(long value, long lowest, long highest) {
        least = Math.max(least, Math.min(0, lowest - value));
        most = Math.min(most, Math.max(0, highest - value));
    }

    /** The shift nearest to the one wanted that everything allows. */
    long clamp(long wanted) {
        return Math.max(least, Math.min(most, wanted));
    }

    static long within(long value, long lowest, long highest) {
        return Math.max(lowest, Math.min(highest, value));
    }
}
