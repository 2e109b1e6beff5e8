package studio.tutti.share;

import studio.tutti.collaboration.NoSuchSong;
import studio.tutti.core.arrangement.Id;
import studio.tutti.jobs.JobRefused;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All links to listen by. */
public interface Shares {

    /** The longest name of a listener and the longest remark, in UTF-16 units. */
    int LONGEST_NAME = 60;
    int LONGEST_REMARK = 500;

    /**
     * Makes a link to a song as it is now; its sound is made by a job.
     *
     * @param credits who wrote it
     * @throws NoSuchSong if there is none behind the song's link
     * @throws JobRefused if the person has too many jobs under way
     */
    SharedSong create(String link, Id person, String credits);

    /** A song's links, revoked ones left out, the latest first. */
    List<SharedSong> of(Id song);

    /** The link with this token, revoked or not. */
    Optional<SharedSong> find(String token);

    /** The link with this token, if it holds and its song is not in the trash. */
    Optional<SharedSong> heard(String token);

    /** Makes a link play the song as it is now; until that sound is made, the one before plays. */
    SharedSong renew(String token, Id person, String credits);

    /** Ends a link; its sound is thrown away. */
    void revoke(String token);

    /** What listeners said by a link, in the order of the sound. */
    List<Remark> remarks(String token);

    /**
     * Says something at a place of the sound. It stands in the song as a comment at that place, too. The same id twice counts once.
     *
     * @param listener whose browser it came from
     * @throws IllegalArgumentException with a sentence, if name or words are empty or too long, or it is too much at once
     */
    void remark(SharedSong shared, Id listener, UUID id, String name, String words, double seconds);
}
