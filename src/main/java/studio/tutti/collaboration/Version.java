package studio.tutti.collaboration;

import java.time.Instant;
import studio.tutti.core.arrangement.Id;

/**
 * A moment of a song that can be looked at and restored.
 *
 * @param id its own
 * @param revision the song's revision at that moment
 * @param name what somebody called it; empty for one that was kept by itself
 * @param author who named it, or {@link Id#NONE} for one that was kept by itself
 * @param time when the song was like that
 */
public record Version(Id id, long revision, String name, Id author, Instant time) {

    /** Whether the house kept it by itself, after a pause or many edits. */
    public boolean isAutomatic() {
        return name.isEmpty();
    }
}
