package studio.tutti.collaboration;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Id;

/** What was done to a song, edit by edit, and by whom. */
public interface Edits {

    /**
     * Which edits.
     *
     * @param before only those before this revision; {@link Long#MAX_VALUE} for the latest
     * @param after only those after this revision; 0 for all
     * @param author only this person's, or {@link Id#NONE} for everyone's
     * @param labels only those with one of these labels, see {@link studio.tutti.core.arrangement.Edit#label()}, or with one that begins with it
     *     and a slash, which says more; empty for all
     */
    record Wanted(long before, long after, Id author, Collection<String> labels) {
        /** The latest of everyone. */
        public static final Wanted LATEST = new Wanted(Long.MAX_VALUE, 0, Id.NONE, List.of());
    }

    /**
     * Some edits of a song, the latest first, with how they stand today. The beginning of the song is not among them.
     *
     * @param most how many
     * @throws NoSuchSong if there is none behind the link
     */
    List<PastEdit> page(String link, Wanted wanted, int most);

    /**
     * An edit of the log.
     *
     * @param revision its place
     * @param time when it was ordered
     */
    record Done(long revision, Instant time, Edit edit) {}

    /**
     * Reads the edits of a song in their order, its beginning among them.
     *
     * @param after only those after this revision; 0 for all
     * @throws NoSuchSong if there is none behind the link
     */
    void read(String link, long after, Consumer<Done> reader);

    /**
     * One edit of a song with how it stands today; empty if the song has no such edit.
     *
     * @throws NoSuchSong if there is none behind the link
     */
    Optional<PastEdit> find(String link, Id edit);

    /**
     * Whether nothing is left in a song of what an edit made: it was undone, or others have removed it since. False if the song has no such edit.
     *
     * @throws NoSuchSong if there is none behind the link
     */
    boolean isGone(String link, Id edit);

    /**
     * Everyone who made an edit of a song, the latest first.
     *
     * @throws NoSuchSong if there is none behind the link
     */
    List<Id> authors(String link);

    /**
     * Takes an edit back, whoever made it, as an ordinary edit of this person, which they can undo. What was changed since
     * stays as it is.
     *
     * @return whether all of it was taken back, not only a part
     * @throws NoSuchSong if there is none behind the link
     * @throws EditRefused with a sentence for the person, if nothing of it can be taken back
     */
    boolean takeBack(String link, Id person, Id edit);

    /**
     * What others did to a song since the person left it; empty if they never did, are there now, or missed nothing.
     *
     * @throws NoSuchSong if there is none behind the link
     */
    Optional<Absence> missed(String link, Id person);
}
