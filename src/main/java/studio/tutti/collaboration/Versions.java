package studio.tutti.collaboration;

import java.util.List;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Id;

/** What a song was: automatic versions after pauses and many edits, and those that people name. */
public interface Versions {

    /** The longest name of a version, in UTF-16 units. */
    int LONGEST_NAME = 100;

    /**
     * All versions of a song, the latest first.
     *
     * @throws NoSuchSong if there is none behind the link
     */
    List<Version> of(String link);

    /**
     * Names the song's present state.
     *
     * @param name 1 to {@value #LONGEST_NAME} characters
     * @throws NoSuchSong if there is none behind the link
     * @throws IllegalArgumentException with a sentence for the person, if the name is empty or too long
     */
    Version name(String link, Id person, String name);

    /**
     * The song as it was at a revision, a copy that belongs to the caller.
     *
     * @param revision 0 to the head
     * @throws NoSuchSong if there is none behind the link
     * @throws IllegalArgumentException if the song has no such revision
     */
    Arrangement at(String link, long revision);

    /**
     * Makes the song what it was at a revision, as one ordinary edit of this person, which they can undo.
     *
     * @return the revision of that edit, or the head if the song is like that already
     * @throws NoSuchSong if there is none behind the link
     * @throws IllegalArgumentException if the song has no such revision
     * @throws EditRefused if it would break a rule of the model
     */
    long restore(String link, Id person, long revision);
}
