package studio.tutti.core.music;

/** Musical time: ticks, of which a quarter note has 960. */
public final class Ticks {

    /** Ticks in a quarter note. */
    public static final int PER_QUARTER = 960;

    /** The last tick a song can have: some 155 hours at 120 quarters a minute. */
    public static final int LAST = 1 << 30;

    private Ticks() {}
}
