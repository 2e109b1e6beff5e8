package studio.tutti.exchange;

import java.util.List;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.exchange.internal.Recreation;
import studio.tutti.exchange.internal.TrackCopies;

/**
 * A song as it came from a file.
 *
 * @param arrangement its content
 * @param remarks what the file held that was mended or left out, a sentence each
 */
public record Song(Arrangement arrangement, List<String> remarks) {

    public Song {
        remarks = List.copyOf(remarks);
    }

    /** What turns an empty song into this one. */
    public List<Operation> operations() {
        return Recreation.of(arrangement);
    }

    /**
     * What adds the tracks of this song with the words sung on their notes, and nothing else of it, below those of another. They keep their ticks: tempo, metre,
     * key and sections of the other song stay as they are.
     *
     * @param target the song that receives them
     * @param at the tick of the target where this song begins
     * @param ids where the copies take their ids from
     */
    public List<Operation> tracksFor(Arrangement target, long at, IdSequence ids) {
        return TrackCopies.of(arrangement, target, at, ids);
    }
}
