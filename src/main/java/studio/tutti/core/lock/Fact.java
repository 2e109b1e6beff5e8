package studio.tutti.core.lock;

import studio.tutti.core.arrangement.Id;

/**
 * Something heard or written in a locked place. Two songs sound alike there if they have the same facts, each as often.
 *
 * @param lock the number of the lock among those looked at
 * @param thing what it is
 * @param track on which track, or {@link Id#NONE}
 * @param tick where, as people are told: in ticks of the song
 * @param end where it ends, or −1
 * @param value what it is in numbers
 * @param says what it is otherwise: a text, an id, a value
 */
record Fact(int lock, Thing thing, Id track, long tick, long end, long value, Object says) {

    static final Object NOTHING = "";
}
