package studio.tutti.core.music;

/**
 * A grid of the song over the ticks of a content: its points are counted anew in every bar, and every second one may come
 * late.
 *
 * @param metre of the song
 * @param origin the song's tick at which the content's tick 0 lies; may be negative
 * @param step ticks from point to point; 0 for bars
 * @param swing how late every second point comes, in hundredths of the way from even (0) to three quarters of the pair (100)
 */
public record Grid(MetreMap metre, long origin, int step, int swing) {

    public Grid {
        if (step < 0 || swing < 0 || swing > 100) {
            throw new IllegalArgumentException("A grid has steps of at least one tick, or bars, and a swing of 0 to 100.");
        }
    }

    /** The point nearest to a tick of the content, the later of two; never before the content's tick 0. */
    public long nearest(long tick) {
        long before = atOrBefore(tick);
        long after = after(tick);
        return before < 0 || after - tick <= tick - before ? after : before;
    }

    /** The first point after a tick of the content. */
    public long after(long tick) {
        long at = Math.max(0, tick + origin);
        long bar = metre.bar(at);
        long start = metre.barStart(bar);
        long next = metre.barStart(bar + 1);
        if (step > 0) {
            for (long index = (at - start) / step; point(start, index) < next; index++) {
                if (point(start, index) > tick + origin) {
                    return point(start, index) - origin;
                }
            }
        }
        return next - origin;
    }

    /** The last point at or before a tick of the content; negative if the content begins after it. */
    private long atOrBefore(long tick) {
        long at = Math.max(0, tick + origin);
        long start = metre.barStart(metre.bar(at));
        if (step == 0) {
            return start - origin;
        }
        long index = (at - start) / step;
        return (point(start, index) <= at ? point(start, index) : point(start, index - 1)) - origin;
    }

    private long point(long bar, long index) {
        return bar + index * step + (index % 2 == 0 ? 0 : (long) step * swing / 200);
    }
}
