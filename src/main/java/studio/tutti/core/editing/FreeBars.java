package studio.tutti.core.editing;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.lock.Hold;

/**
 * What of a stretch of song no lock holds, for one track or for the lanes of the song.
 *
 * @param stretches in order, without gaps between neighbours: each where it begins and the tick where it ends
 */
record FreeBars(List<long[]> stretches) {

    /** What the song's own locks leave free: for its lanes, and for tracks that are new. */
    static FreeBars ofSong(List<Hold> holds, long from, long to) {
        return free(holds.stream().filter(Hold::isOfSong).toList(), from, to);
    }

    /** What is free on a track: its own locks, those of the folders around it and those of the song hold it. */
    static FreeBars of(Arrangement arrangement, List<Hold> holds, Element track, long from, long to) {
        return free(holds.stream().filter(hold -> hold.reaches(arrangement, track)).toList(), from, to);
    }

    private static FreeBars free(List<Hold> holds, long from, long to) {
        List<long[]> left = List.of(new long[] {from, to});
        for (Hold hold : holds) {
            left = without(left, hold.from(), hold.to());
        }
        return new FreeBars(left);
    }

    boolean isEmpty() {
        return stretches.isEmpty();
    }

    /** Whether all of a stretch is free. */
    boolean holds(long from, long to) {
        for (long[] stretch : stretches) {
            if (from >= stretch[0] && to <= stretch[1]) {
                return true;
            }
        }
        return false;
    }

    /** Stretches without what lies in another one. */
    static List<long[]> without(List<long[]> stretches, long from, long to) {
        List<long[]> left = new ArrayList<>();
        for (long[] stretch : stretches) {
            if (stretch[0] < Math.min(stretch[1], from)) {
                left.add(new long[] {stretch[0], Math.min(stretch[1], from)});
            }
            if (Math.max(stretch[0], to) < stretch[1]) {
                left.add(new long[] {Math.max(stretch[0], to), stretch[1]});
            }
        }
        return left;
    }
}
