package studio.tutti.assistant.flowmachines.internal;

import studio.tutti.core.music.Ticks;

/** The grid of the rhythms: 24 slots a quarter note, so that 32nds and triplets of 16ths lie on it. */
public final class Slots {

    /** Ticks of a slot. */
    public static final int TICKS = Ticks.PER_QUARTER / 24;

    private Slots() {}

    /** The slot nearest to a tick. */
    public static int of(int ticks) {
        return Math.floorDiv(ticks + TICKS / 2, TICKS);
    }

    public static int ticks(int slots) {
        return slots * TICKS;
    }
}
