package studio.tutti.browser;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.TimeMaps;
import studio.tutti.core.music.MetreMap;
import studio.tutti.core.music.TempoMap;
import studio.tutti.core.music.Ticks;

/** Bars, beats and seconds of a song as it is now: what rulers, grids and the transport show. */
final class Times {

    /** Numbers a grid line: tick, bar and beat, both from 1. */
    static final int LINE_STRIDE = 3;

    private static final int MOST_LINES = 4_000;

    private final TempoMap tempo;
    private final MetreMap metre;

    Times(Arrangement arrangement) {
        tempo = TimeMaps.tempo(arrangement);
        metre = TimeMaps.metre(arrangement);
    }

    double seconds(double tick) {
        return tempo.seconds(tick);
    }

    double tick(double seconds) {
        return tempo.tick(seconds);
    }

    /**
     * The beats within [from, to), packed. Where there would be more than anyone can see, bars only, then every second,
     * fourth … bar.
     */
    int[] grid(int from, int to) {
        int begin = Math.max(0, from);
        int end = Math.max(begin, Math.min(to, Ticks.LAST));
        long firstBar = metre.bar(begin);
        long bars = metre.bar(end) - firstBar + 1;
        long stride = 1;
        while (bars / stride > MOST_LINES) {
            stride *= 2;
        }
        boolean beats = stride == 1 && bars * metre.beatsInBar(begin) <= MOST_LINES;
        List<int[]> lines = new ArrayList<>();
        for (long bar = firstBar / stride * stride; bar < firstBar + bars; bar += stride) {
            long start = metre.barStart(bar);
            long next = beats ? metre.barStart(bar + 1) : start + 1;
            int length = metre.beatLength(start);
            int beat = 1;
            for (long tick = start; tick < next; tick += length, beat++) {
                if (tick >= begin && tick < end) {
                    lines.add(new int[] {(int) tick, (int) bar + 1, beat});
                }
            }
        }
        int[] packed = new int[lines.size() * LINE_STRIDE];
        for (int i = 0; i < lines.size(); i++) {
            System.arraycopy(lines.get(i), 0, packed, i * LINE_STRIDE, LINE_STRIDE);
        }
        return packed;
    }

    /** A tick as people read it: bar, beat and ticks into the beat, such as "12.3.040". */
    String position(int tick) {
        long at = Math.max(0, tick);
        long bar = metre.bar(at);
        long rest = at - metre.barStart(bar);
        int beat = metre.beatLength(at);
        long into = rest % beat;
        return (bar + 1) + "." + (rest / beat + 1) + "." + (into < 10 ? "00" : into < 100 ? "0" : "") + into;
    }

    /**
     * The nearest grid point.
     *
     * @param step ticks, counted anew in every bar; 0 for bars
     */
    int snap(int tick, int step) {
        long at = Math.max(0, tick);
        long bar = metre.bar(at);
        long start = metre.barStart(bar);
        long next = metre.barStart(bar + 1);
        long nearest = start;
        if (step > 0) {
            nearest = start + (at - start + step / 2) / step * step;
        } else if (2 * (at - start) >= next - start) {
            nearest = next;
        }
        return (int) Math.min(Ticks.LAST, nearest > next || Math.abs(next - at) < Math.abs(nearest - at) ? next : nearest);
    }
}
