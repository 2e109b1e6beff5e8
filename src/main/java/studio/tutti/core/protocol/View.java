package studio.tutti.core.protocol;

import studio.tutti.core.arrangement.Id;
import studio.tutti.core.music.Ticks;

/**
 * What a person looks at, for those who go with them. Never stored.
 *
 * @param from the first tick in sight of the arrangement
 * @param to the last tick in sight
 * @param track the topmost track in sight, or {@link Id#NONE}
 * @param clip the clip that is open in the editor, or {@link Id#NONE}
 * @param inNotes whether the person is at work in the editor
 * @param notesFrom the first tick in sight of the editor, in ticks of the song
 * @param notesTo the last tick in sight of it
 * @param pitch the MIDI key in the middle of the editor, or −1
 */
public record View(long from, long to, Id track, Id clip, boolean inNotes, long notesFrom, long notesTo, int pitch) {

    /** Nothing in particular. */
    public static final View NOTHING = new View(0, 0, Id.NONE, Id.NONE, false, 0, 0, -1);

    /** What lies outside is brought to the nearest place inside. */
    public View {
        from = Math.max(0, Math.min(from, Ticks.LAST));
        to = Math.max(from, Math.min(to, Ticks.LAST));
        notesFrom = Math.max(0, Math.min(notesFrom, Ticks.LAST));
        notesTo = Math.max(notesFrom, Math.min(notesTo, Ticks.LAST));
        pitch = Math.max(-1, Math.min(pitch, 127));
    }
}
