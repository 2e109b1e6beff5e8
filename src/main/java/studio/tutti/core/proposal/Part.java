package studio.tutti.core.proposal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.TrackType;

/**
 * What one track would play.
 *
 * @param track of the song, or {@link Id#NONE} for a new one
 * @param fresh what the new track is; null for one that is there
 * @param notes by start
 */
public record Part(Id track, @Nullable Fresh fresh, List<Take.Note> notes) {

    public Part {
        if (track.isNone() == (fresh == null)) {
            throw new IllegalArgumentException("A part is for a track that is there, or for a new one.");
        }
        notes = List.copyOf(notes);
    }

    /** Notes for a track of the song. */
    public static Part on(Id track, List<Take.Note> notes) {
        return new Part(track, null, notes);
    }

    /** Notes for a track that would be made. */
    public static Part onNew(Fresh fresh, List<Take.Note> notes) {
        return new Part(Id.NONE, fresh, notes);
    }

    /**
     * A track that would be made.
     *
     * @param name what it is called, at most 200 UTF-16 units
     * @param program General MIDI program, 0 to 127
     */
    public record Fresh(String name, TrackType type, int program) {}
}
