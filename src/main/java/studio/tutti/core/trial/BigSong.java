package studio.tutti.core.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.FractionalIndex;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;

/** Songs of any size to measure with: clips of 100 notes each, eight bars long, on up to 64 tracks. */
public final class BigSong {

    private static final int NOTES_IN_CLIP = 100;
    private static final int MOST_TRACKS = 64;
    private static final long CLIP_LENGTH = 8 * 3840;

    private BigSong() {}

    /**
     * The edit that makes such a song out of an empty one.
     *
     * @param notes how many notes, 1 to 300,000
     * @param ids where ids come from
     * @param author who makes it
     */
    public static Edit edit(int notes, IdSequence ids, Id author) {
        Dice dice = new Dice(notes);
        List<Operation> operations = new ArrayList<>();
        int clips = (notes + NOTES_IN_CLIP - 1) / NOTES_IN_CLIP;
        int tracks = Math.min(MOST_TRACKS, clips);
        Id[] rows = new Id[tracks];
        String order = "";
        for (int row = 0; row < tracks; row++) {
            order = FractionalIndex.between(order, "");
            rows[row] = ids.next();
            operations.add(new Operation.Add(rows[row], Kind.TRACK,
                    Map.of(Property.PARENT, Arrangement.ROOT, Property.NAME, "Track " + (row + 1), Property.ORDER, order)));
        }
        for (int clip = 0; clip < clips; clip++) {
            Id content = ids.next();
            operations.add(new Operation.Add(content, Kind.CONTENT, Map.of(Property.PARENT, Arrangement.ROOT)));
            operations.add(new Operation.Add(ids.next(), Kind.CLIP, Map.of(
                    Property.PARENT, rows[clip % tracks], Property.CONTENT, content,
                    Property.START, clip / tracks * CLIP_LENGTH, Property.LENGTH, CLIP_LENGTH)));
            for (int i = 0; i < Math.min(NOTES_IN_CLIP, notes - clip * NOTES_IN_CLIP); i++) {
                operations.add(new Operation.Add(ids.next(), Kind.NOTE, Map.of(
                        Property.PARENT, content, Property.START, dice.between(0, CLIP_LENGTH - 960),
                        Property.LENGTH, dice.between(60, 960), Property.PITCH, dice.between(36, 96),
                        Property.VELOCITY, dice.between(30, 127))));
            }
        }
        return new Edit(ids.next(), author, 0, "trial", Id.NONE, operations);
    }
}
