package studio.tutti.collaboration.internal.store;

import java.util.List;
import java.util.UUID;

/**
 * What is to be appended to one song's log, all or nothing.
 *
 * @param song which
 * @param epoch the owner's; if the song has another by now, nothing is appended
 * @param name what the song is called after it
 * @param lines the edits in order, at least one
 */
public record Append(UUID song, long epoch, String name, List<Line> lines) {

    /**
     * One edit with what takes it back.
     *
     * @param entry the edit in its place
     * @param inverse its inverse operations, encoded
     */
    public record Line(Entry entry, byte[] inverse) {}

    /** The head that the log must have before. */
    public long before() {
        return lines.getFirst().entry().revision() - 1;
    }

    /** The head that the log has after. */
    public long after() {
        return lines.getLast().entry().revision();
    }
}
