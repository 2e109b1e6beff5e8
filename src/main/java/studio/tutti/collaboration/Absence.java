package studio.tutti.collaboration;

import java.time.Instant;
import java.util.List;
import studio.tutti.core.arrangement.Id;

/**
 * What others did to a song while somebody was away.
 *
 * @param since the last revision that the person saw
 * @param left when they left
 * @param deeds what each did, those who did most first
 */
public record Absence(long since, Instant left, List<Deeds> deeds) {

    /**
     * What one person did.
     *
     * @param person who
     * @param edits how many edits of the music
     * @param comments how many comments and answers
     * @param places where, in the words of the band, those first where they did most
     */
    public record Deeds(Id person, int edits, int comments, List<String> places) {}
}
