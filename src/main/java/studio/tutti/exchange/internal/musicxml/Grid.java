package studio.tutti.exchange.internal.musicxml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The grid that a track is written on: for each quarter note of a measure sixteenths, triplets or something finer, whichever
 * lies nearest to where its notes begin and is simple. Only what is written moves; how much, stays known.
 */
final class Grid {

    /** Steps in ticks, simple ones first, and what each costs: ticks of deviation a note that it must save. */
    private static final long[] STEPS = {480, 240, 320, 160, 120};
    private static final long[] COSTS = {0, 12, 24, 60, 40};
    private static final long BEAT = 960;
    /** Two notes written at one place that are this far apart count as wrong. */
    private static final long COLLISION = 60;

    /** By as many ticks a note is moved at most, on the coarsest grid. */
    static final long MOST_MOVED = 240;

    private final Measures measures;
    private final Map<Long, Long> steps = new HashMap<>();

    Grid(Measures measures, List<Performed.Note> notes) {
        this.measures = measures;
        Map<Long, List<Long>> beats = new HashMap<>();
        for (Performed.Note note : notes) {
            beats.computeIfAbsent(beat(note.start()), none -> new ArrayList<>()).add(note.start());
        }
        beats.forEach((beat, starts) -> steps.put(beat, best(beat, starts)));
    }

    private long beat(long tick) {
        long start = measures.start(measures.at(tick));
        return start + (tick - start) / BEAT * BEAT;
    }

    private long length(long beat) {
        return Math.min(BEAT, measures.start(measures.at(beat) + 1) - beat);
    }

    private long best(long beat, List<Long> starts) {
        long best = 240;
        long least = Long.MAX_VALUE;
        for (int i = 0; i < STEPS.length; i++) {
            long step = STEPS[i];
            if (length(beat) < BEAT && (step == 160 || step == 320)) {
                continue; // no triplets in a beat that is cut short
            }
            long cost = COSTS[i];
            Map<Long, Long> taken = new HashMap<>();
            for (long start : starts) {
                long place = Math.round((start - beat) / (double) step) * step;
                cost += Math.abs(start - beat - place);
                Long other = taken.putIfAbsent(place, start);
                cost += other != null && Math.abs(other - start) > COLLISION ? 200 : 0;
            }
            if (cost < least) {
                least = cost;
                best = step;
            }
        }
        return best;
    }

    /** Whether a beat is written in triplets. */
    boolean isTriplet(long beat) {
        long step = steps.getOrDefault(beat, 240L);
        return step == 320 || step == 160;
    }

    /** The first tick of the beat that a tick lies in. */
    long beatOf(long tick) {
        return beat(tick);
    }

    /** The first tick after the beat that a tick lies in. */
    long beatEnd(long tick) {
        long beat = beat(tick);
        return beat + length(beat);
    }

    /** The place of the grid nearest to a tick. */
    long nearest(long tick) {
        long beat = beat(tick);
        long step = steps.getOrDefault(beat, 240L);
        long place = beat + Math.round((tick - beat) / (double) step) * step;
        return Math.min(place, beat + length(beat));
    }

    /** The first place of the grid after a tick. */
    long after(long tick) {
        long beat = beat(tick);
        long step = steps.getOrDefault(beat, 240L);
        return Math.min(beat + ((tick - beat) / step + 1) * step, beat + length(beat));
    }
}
