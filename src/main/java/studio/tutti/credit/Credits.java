package studio.tutti.credit;

import java.util.List;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Id;

/** The credits of songs, told from their logs. */
public interface Credits {

    /**
     * Who has a share in a song, and its timeline.
     *
     * @param viewer who asks: proposals that are private to others stay unnamed
     * @throws studio.tutti.collaboration.NoSuchSong if there is none behind the link
     */
    CreditSheet of(String link, Id viewer);

    /**
     * What was done to one note, the earliest first; nothing if the song never had it.
     *
     * @throws studio.tutti.collaboration.NoSuchSong if there is none behind the link
     */
    List<Step> ofNote(String link, Id viewer, Id note);

    /**
     * A song that is about to leave the house as a file: its credits are written below those that it names itself.
     *
     * @param arrangement the song as it goes out; changed
     */
    void sign(String link, Id viewer, Arrangement arrangement);
}
