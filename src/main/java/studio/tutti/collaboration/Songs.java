package studio.tutti.collaboration;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Operation;

/** All songs of this house. Which of them a browser knows is kept by {@link studio.tutti.account.Shelf}. */
public interface Songs {

    /** The longest name of a song, in UTF-16 units. */
    int LONGEST_NAME = 200;

    /**
     * Makes a song. What it begins with belongs to nobody and can't be undone.
     *
     * @param maker who makes it
     * @param name what it is called, unless the content says so itself
     * @param content what turns the empty song into its first state; may be empty
     * @throws EditRefused if the content breaks a rule of the model; no song is made then
     */
    Song create(Id maker, String name, List<Operation> content);

    /** The song behind a link, be it trashed or not. */
    Optional<Song> find(String link);

    /** The songs behind some links, in the order of the links, trashed ones included; unknown links are left out. */
    List<Song> find(Collection<String> links);

    /**
     * Gives a song another name, as an ordinary edit of this person.
     *
     * @throws NoSuchSong if there is none behind the link
     * @throws EditRefused if the name is too long
     */
    void rename(String link, Id person, String name);

    /**
     * Makes a new song with the present content of another; its history stays behind.
     *
     * @throws NoSuchSong if there is none behind the link
     */
    Song duplicate(String link, Id maker, String name);

    /**
     * Puts a song in the trash and sends everybody in its room away.
     *
     * @throws NotAllowed if the person didn't make it
     */
    void trash(String link, Id person);

    /**
     * Takes a song out of the trash.
     *
     * @throws NotAllowed if the person didn't make it
     */
    void restore(String link, Id person);

    /**
     * The content of a song now, a copy that belongs to the caller.
     *
     * @throws NoSuchSong if there is none behind the link
     */
    Arrangement arrangement(String link);

    /** The song with an id, be it trashed or not. */
    Optional<Song> find(Id song);

    /**
     * Reads something of a song as it is now: from memory if somebody has it open on this node.
     *
     * @param reading told the revision and the content, which it must neither change nor keep
     * @throws NoSuchSong if there is none behind the link
     */
    <T> T read(String link, BiFunction<Long, Arrangement, T> reading);

    /**
     * Makes an ordinary edit under a given id: made again, it is the same edit.
     *
     * @return its revision
     * @throws NoSuchSong if there is none behind the link
     * @throws EditRefused if it breaks a rule of the model
     * @throws NotStoredYet if the store doesn't take it in time: made again, or looked for in {@link Edits}, it is decided
     */
    long edit(String link, Id person, Id edit, String label, List<Operation> operations);

    /**
     * Makes an ordinary edit in a person's name, as their page would, and waits until it is ordered.
     *
     * @param label what it does, see {@link studio.tutti.core.arrangement.Edit#label()}
     * @return its revision
     * @throws NoSuchSong if there is none behind the link
     * @throws EditRefused if it breaks a rule of the model
     */
    long edit(String link, Id person, String label, List<Operation> operations);
}
