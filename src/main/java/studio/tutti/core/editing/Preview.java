package studio.tutti.core.editing;

import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Journal;
import studio.tutti.core.proposal.Take;

/**
 * A take as if it had been accepted, for ears and eyes only: the edit is applied, the song is read, and the edit is rolled back. So what is
 * heard is what accepting writes. Its elements have the same ids each time, so trying a take many times costs no more than once.
 *
 * @param proposal the take's
 * @param number the take's
 * @param from the first tick of the proposal's bars
 * @param to the tick where they end
 */
public record Preview(Id proposal, int number, Take take, long from, long to, TakeGestures.Manner manner) {

    /**
     * Applies the take.
     *
     * @return what takes it off again, with {@link Arrangement#rollBack}; null if it can't be laid as the song is now
     */
    public @Nullable Journal apply(Arrangement arrangement) {
        try {
            long salt = number * 0x9E3779B97F4A7C15L;
            Gesture gesture = lay(arrangement, new IdSequence(~proposal.high() ^ salt, proposal.low() >>> 2 ^ 0x5555_0000_0000L));
            return arrangement.apply(new Edit(new Id(~proposal.high(), salt), Id.NONE, 0, "", Id.NONE, gesture.operations()));
        } catch (EditRefused misfit) {
            return null;
        }
    }

    /**
     * The take as a gesture on the song as it is now.
     *
     * @throws EditRefused with a sentence, if it can't be laid
     */
    public Gesture lay(Arrangement arrangement, IdSequence ids) {
        return TakeGestures.lay(arrangement, ids, take, from, to, manner, Labels.PROPOSAL_ACCEPT);
    }
}
