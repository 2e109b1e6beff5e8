package studio.tutti.exchange.internal.midi;

/** What a channel plays, in ticks of the song. */
sealed interface Played {

    /** When it begins. */
    long tick();

    /**
     * A note.
     *
     * @param tick when it begins
     * @param end when it ends; may be the same tick
     * @param pitch key, 0 to 127
     * @param velocity 1 to 127
     * @param release velocity of its end, 0 to 127
     */
    record Note(long tick, long end, int pitch, int velocity, int release) implements Played {}

    /**
     * A controller, bend, pressure or program.
     *
     * @param tick when
     * @param controller as in {@link studio.tutti.core.arrangement.Controllers}
     * @param pitch the key that a key pressure is about, else 0
     * @param amount its value
     */
    record Control(long tick, int controller, int pitch, int amount) implements Played {}
}
