package studio.tutti.core.editing;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Kind;

/**
 * What of a stretch of song no lock holds, for one track or for the lanes of the song.
 *
 * @param stretches in order, without gaps between neighbours: each where it begins and the tick where it ends
 */
record FreeBars(List<long[]> stretches) {

    /** What the song's own locks leave free: for its lanes, and for tracks that are new. */
    static FreeBars ofSong(Arrangement arrangement, long from, long to) {
        return new FreeBars(List.of(new long[] {from, to})).without(arrangement.root());
    }

    /** What is free on a track: its own locks, those of the folders around it and those of the song hold it. */
    static FreeBars of(Arrangement arrangement, Element track, long from, long to) {
        FreeBars free = ofSong(arrangement, from, to);
        for (Element each = track; each != null; each = Elements.folder(arrangement, each)) {
            free = free.without(each);
        }
        return free;
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

    private FreeBars without(Element holder) {
        List<long[]> left = stretches;
        for (Element lock : holder.children(Kind.LOCK)) {
            // a lock that lasts nothing holds everything
            long from = lock.length() == 0 ? 0 : lock.start();
            long to = lock.length() == 0 ? Long.MAX_VALUE : lock.end();
            left = without(left, from, to);
        }
        return left == stretches ? this : new FreeBars(left);
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
