package studio.tutti.core.recording;

import java.util.List;

/**
 * What was played on one track while the song went by once, in ticks of the song, by time.
 *
 * @param from the tick at which the song began to go by
 * @param to the tick at which it ended
 */
public record Pass(double from, double to, List<Note> notes, List<Move> moves) {

    /** A note; ticks with their fractions, {@code end} beyond {@code start}. */
    public record Note(double start, double end, int pitch, int velocity) {}

    /**
     * A movement of a controller.
     *
     * @param controller as {@link studio.tutti.core.arrangement.Controllers} has it
     */
    public record Move(double tick, int controller, int amount) {}

    public Pass {
        notes = List.copyOf(notes);
        moves = List.copyOf(moves);
    }
}
