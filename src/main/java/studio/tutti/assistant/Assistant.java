package studio.tutti.assistant;

import studio.tutti.core.arrangement.Id;
import studio.tutti.core.proposal.Offer;
import studio.tutti.core.proposal.Rights;
import studio.tutti.core.proposal.Settings;

/**
 * One who proposes music. There is one bean of each on every node; it may be asked by several workers at a time.
 *
 * <p>The same {@link Ask} gives the same takes, to the byte, on any worker of one kind of CPU: all chances come from
 * {@link Ask#seed(int)}, and nothing from clocks, hashes of objects or the number of threads.
 */
public interface Assistant {

    /** What it offers to everybody. Its id never changes. */
    Offer offer();

    /**
     * What it offers to a person in a song: such as their own palettes, and those that are shared there, beside the common ones.
     *
     * @param person who looks
     * @param link of the song
     */
    default Offer offer(Id person, String link) {
        return offer();
    }

    /**
     * What may be done with what it makes of some settings, such as a style that it learned from other songs than the rest.
     *
     * @param settings complete and within their ranges
     */
    default Rights rights(Settings settings, Id person, String link) {
        return offer(person, link).rights();
    }

    /**
     * Makes takes, on a worker's thread, until all that are asked for are given or, if it is live, until it is told to stop.
     *
     * @param ask what is asked for; its settings are complete and within their ranges
     * @param takes where takes go; {@link TakeSink#progress} must be called at least every tenth of a second
     * @throws CantPropose with one sentence, if the request can't be fulfilled, however often it is tried
     * @throws Exception if something went wrong; it is tried again
     */
    void propose(Ask ask, TakeSink takes) throws Exception;
}
