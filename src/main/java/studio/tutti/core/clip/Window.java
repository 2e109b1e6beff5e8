package studio.tutti.core.clip;

import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Property;

/** The part of its content that a clip plays, and where in the song each turn of its loop lies; in ticks. */
public final class Window {

    private final long start;
    private final long end;
    private final long offset;
    private final long span;
    private final boolean loops;

    /** The window of a clip as it is now. */
    public Window(Element clip) {
        start = clip.start();
        end = clip.end();
        offset = clip.number(Property.OFFSET);
        long loop = clip.number(Property.LOOP);
        loops = loop > 0;
        span = loops ? loop : end - start;
    }

    /** Whether something that begins at this tick of the content is played. */
    public boolean holds(long tick) {
        return tick >= offset && tick < offset + span;
    }

    /** How often the content is begun; the last turn may be cut. */
    public long turns() {
        return span == 0 ? 0 : (end - start + span - 1) / span;
    }

    /** Where a tick of the content falls in the song. */
    public long at(long tick, long turn) {
        return start + turn * span + tick - offset;
    }

    /** The end of the clip in the song. */
    public long end() {
        return end;
    }

    /** The end of a turn in the song. */
    public long end(long turn) {
        return Math.min(end, start + (turn + 1) * span);
    }

    /** The first tick of the content that is played. */
    long from() {
        return offset;
    }

    /** The first tick of the content that is not played any more. */
    long to() {
        return offset + span;
    }

    boolean loops() {
        return loops;
    }
}
