package studio.tutti.core.protocol;

import java.util.List;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.music.Ticks;

/**
 * Where a person is in the song right now. Never stored.
 *
 * @param pointerPlace the track or the content under the pointer, or {@link Id#NONE}
 * @param pointerTick the tick under the pointer, or −1
 * @param pointerPitch the MIDI key under the pointer, or −1
 * @param playhead where the person's playhead is, in ticks
 * @param playing whether it moves
 * @param open the clip that is open in the person's editor, or {@link Id#NONE}
 * @param selection what the person has selected, at most {@link #MOST_SELECTED}
 */
public record Presence(
        Id pointerPlace, long pointerTick, int pointerPitch, long playhead, boolean playing, Id open, List<Id> selection) {

    /** How many selected elements are told to others. */
    public static final int MOST_SELECTED = 500;

    /** Nowhere yet. */
    public static final Presence NOWHERE = new Presence(Id.NONE, -1, -1, 0, false, Id.NONE, List.of());

    /** What lies outside is brought to the nearest place inside. */
    public Presence {
        pointerTick = Math.max(-1, Math.min(pointerTick, Ticks.LAST));
        pointerPitch = Math.max(-1, Math.min(pointerPitch, 127));
        playhead = Math.max(0, Math.min(playhead, Ticks.LAST));
        selection = List.copyOf(selection);
    }
}
