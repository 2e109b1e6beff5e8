package studio.tutti.core.proposal;

import java.util.Set;
import studio.tutti.core.arrangement.TrackType;

/**
 * Which selections an assistant has something to offer for. The page asks {@link Suggestions}, so no assistant runs for it.
 *
 * @param targets the types of tracks that it writes for; none if it makes tracks of its own or writes only the chord lane
 * @param makesTracks whether it can also make a track of its own where no fitting one is chosen
 * @param needsNotes whether notes must be chosen, or a clip with some
 * @param needsContext whether other tracks, or the chord lane, must have something in these bars
 * @param fewestBars how short a stretch may be, in bars of the song
 * @param mostBars how long it may be; 0 for one that is about the whole song, whatever is chosen, and is asked for where that is meant
 */
public record Fit(Set<TrackType> targets, boolean makesTracks, boolean needsNotes, boolean needsContext, int fewestBars, int mostBars) {

    public Fit {
        targets = Set.copyOf(targets);
    }

    /** Of one that is about the whole song. */
    public static Fit wholeSong() {
        return new Fit(Set.of(), true, false, true, 1, 0);
    }

    /** Whether it is about the whole song, whatever is chosen. */
    public boolean isWholeSong() {
        return mostBars == 0;
    }
}
