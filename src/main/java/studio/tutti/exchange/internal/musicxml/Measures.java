package studio.tutti.exchange.internal.musicxml;

import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.TimeMaps;
import studio.tutti.core.music.MetreMap;

/** The measures of a song that is written: its bars up to the one in which all has ended. */
final class Measures {

    private final MetreMap metre;
    private final int count;

    Measures(Arrangement arrangement, long end) {
        metre = TimeMaps.metre(arrangement);
        count = (int) Math.min(ScoreLimits.MEASURES, metre.bar(Math.max(0, end - 1)) + 1);
    }

    int count() {
        return count;
    }

    /** Where a measure begins, from 0; the bars go on after the last one. */
    long start(long measure) {
        return metre.barStart(measure);
    }

    /** The measure that a tick lies in. */
    long at(long tick) {
        return metre.bar(tick);
    }

    /** Whether a measure is shorter than its metre says. */
    boolean isShort(long measure) {
        long start = start(measure);
        return start(measure + 1) - start < (long) metre.beatsInBar(start) * metre.beatLength(start);
    }
}
