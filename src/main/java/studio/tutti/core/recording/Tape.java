package studio.tutti.core.recording;

import java.util.ArrayList;
import java.util.List;

/**
 * Everything that was played by hand lately, recorded or not: at least the last five minutes, and all since what is still
 * being recorded began.
 */
public final class Tape {

    /** What is kept without recording, in milliseconds. */
    public static final double KEPT_MILLIS = 300_000;

    /** What one recording may hold. */
    public static final int MOST = 200_000;

    /** A rest of so many milliseconds parts what is captured from what was played before. */
    static final double REST_MILLIS = 10_000;

    private final List<Played> all = new ArrayList<>();
    private double keepFrom = Double.POSITIVE_INFINITY;

    /** Adds what was played, in its place by its time. */
    public void add(Played played) {
        int place = all.size();
        while (place > 0 && all.get(place - 1).millis() > played.millis()) {
            place--;
        }
        all.add(place, played);
        if (all.size() % 1024 == 0) {
            forget(played.millis() - KEPT_MILLIS);
        }
    }

    private void forget(double before) {
        int old = Math.max(0, all.size() - MOST);
        while (old < all.size() && all.get(old).millis() < Math.min(before, keepFrom)) {
            old++;
        }
        all.subList(0, old).clear();
    }

    /** Keeps everything from a millisecond on, until told otherwise; infinity for no more than usual. */
    public void keepFrom(double millis) {
        keepFrom = millis;
    }

    /** What was played within [from, to), in order. */
    public List<Played> within(double from, double to) {
        return all.stream().filter(each -> each.millis() >= from && each.millis() < to).toList();
    }

    /** The phrase that was played last: what comes after the last long rest, not before a millisecond. */
    List<Played> phrase(double from) {
        int begin = all.size();
        double next = Double.NaN;
        for (int i = all.size() - 1; i >= 0 && all.get(i).millis() >= from; i--) {
            if (next - all.get(i).millis() > REST_MILLIS) {
                break;
            }
            begin = i;
            next = all.get(i).millis();
        }
        return List.copyOf(all.subList(begin, all.size()));
    }

    /** When a key was last pressed, or negative infinity. */
    double lastDown() {
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).what() == Played.What.DOWN) {
                return all.get(i).millis();
            }
        }
        return Double.NEGATIVE_INFINITY;
    }
}
