package studio.tutti.core.clip;

import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Property;

/**
 * A grid that notes are heard on without being moved. Of each two points the second may come late, up to three quarters of
 * the pair: as in most sequencers since the Linn 9000, swing is a place between even and that.
 *
 * @param step ticks from point to point, counted from tick 0 of the content; 0 leaves notes where they are
 * @param strength how far notes go towards their point, 0 to 100 hundredths
 * @param swing how late every second point is, from even (0) to three quarters of the pair (100)
 */
public record ClipGrid(int step, int strength, int swing) {

    /** The grid that a clip is heard on. */
    public static ClipGrid of(Element clip) {
        return new ClipGrid(clip.integer(Property.QUANTISE), clip.integer(Property.STRENGTH), clip.integer(Property.SWING));
    }

    /** Whether notes stay where they are. */
    public boolean isOff() {
        return step == 0 || strength == 0;
    }

    /** The same strength on even points of another distance. */
    ClipGrid straight(int other) {
        return new ClipGrid(other, strength, 0);
    }

    /** Where something at a tick is heard; of two points equally near, the later one draws. */
    public long place(long tick) {
        return isOff() ? tick : tick + Math.floorDiv((nearest(tick) - tick) * strength + 50, 100L);
    }

    private long nearest(long tick) {
        long pair = 2L * step;
        long even = Math.floorDiv(tick, pair) * pair;
        long late = even + step + (long) step * swing / 200;
        if (even + pair - tick <= Math.abs(late - tick)) {
            return even + pair;
        }
        return Math.abs(late - tick) <= tick - even ? late : even;
    }
}
