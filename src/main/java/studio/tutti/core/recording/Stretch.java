package studio.tutti.core.recording;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.core.music.TempoMap;

/** Playing without a jump: from a moment on the song goes by as its tempo says, until playing stops, jumps or loops. */
final class Stretch {

    /** So often a place is kept, in milliseconds: in between the two clocks drift apart by less than 0.1 ms. */
    private static final double EVERY_MILLIS = 500;

    private record Anchor(double millis, double tick) {}

    final double from;
    final double begins;
    /** Counts playing from its start to its stop or jump; the turns of a loop have one number. */
    final int run;
    private final List<Anchor> anchors = new ArrayList<>();
    private double until = Double.POSITIVE_INFINITY;
    private double ends = Double.NaN;

    /**
     * @param from the millisecond at which its first tick is heard
     * @param begins that tick
     */
    Stretch(double from, double begins, int run) {
        this.from = from;
        this.begins = begins;
        this.run = run;
        anchors.add(new Anchor(from, begins));
    }

    /** The same from a millisecond on; all of it if it began later. */
    Stretch since(double millis, TempoMap tempo) {
        if (millis <= from) {
            return this;
        }
        Stretch rest = new Stretch(millis, tick(millis, tempo), run);
        anchors.stream().filter(each -> each.millis > millis).forEach(rest.anchors::add);
        rest.until = until;
        rest.ends = ends;
        return rest;
    }

    /** Learns where the song is at a millisecond. */
    void at(double millis, double tick) {
        if (millis - anchors.getLast().millis >= EVERY_MILLIS) {
            anchors.add(new Anchor(millis, tick));
        }
    }

    /** Goes on from another place than expected, without having been asked to. */
    void slip(double millis, double tick) {
        anchors.add(new Anchor(millis, tick));
    }

    /** Ends at a millisecond and tick, which belong to it no more. */
    void end(double millis, double tick) {
        until = millis;
        ends = tick;
    }

    boolean isOpen() {
        return until == Double.POSITIVE_INFINITY;
    }

    double until() {
        return until;
    }

    /** The tick at which it ended, as the tempo is now if it did not loop. */
    double ends(TempoMap tempo) {
        return Double.isNaN(ends) ? tick(until, tempo) : ends;
    }

    boolean holds(double millis) {
        return millis >= from && millis < until;
    }

    /** The tick that was heard at a millisecond; before the stretch and after it, as if it had gone on. */
    double tick(double millis, TempoMap tempo) {
        int low = 0;
        int high = anchors.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (anchors.get(middle).millis <= millis) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        Anchor anchor = anchors.get(low);
        return tempo.tick(tempo.seconds(anchor.tick) + (millis - anchor.millis) / 1000);
    }
}
