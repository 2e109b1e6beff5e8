package studio.tutti.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;

/**
 * A minute of chords that are all held to its end, on sounds that don't die away: every SoundFont player has the same voices to sound then,
 * whatever it thinks of releases.
 */
final class HeldSong {

    /** Seconds of it, at 120 quarters a minute. */
    static final int SECONDS = 60;

    /** Organ, strings, choir, trumpet, oboe, pad. */
    private static final int[] PROGRAMS = {19, 48, 52, 56, 68, 89};
    private static final int[] KEYS = {36, 43, 48, 52, 55, 60, 64, 67, 72, 76};
    private static final long TICKS = 2 * 960L * SECONDS;

    private HeldSong() {
    }

    static Arrangement make() {
        Arrangement song = new Arrangement();
        IdSequence ids = new IdSequence(17, 0);
        List<Operation> operations = new ArrayList<>();
        for (int track = 0; track < PROGRAMS.length; track++) {
            Id id = ids.next();
            Id content = ids.next();
            operations.add(new Operation.Add(id, Kind.TRACK, Map.of(Property.PARENT, Arrangement.ROOT, Property.PROGRAM, (long) PROGRAMS[track],
                    Property.TYPE, TrackType.INSTRUMENT.code(), Property.ORDER, "a" + (char) ('a' + track))));
            operations.add(new Operation.Add(content, Kind.CONTENT, Map.of(Property.PARENT, Arrangement.ROOT)));
            operations.add(new Operation.Add(ids.next(), Kind.CLIP, Map.of(Property.PARENT, id, Property.CONTENT, content, Property.LENGTH, TICKS)));
            for (int key : KEYS) {
                operations.add(new Operation.Add(ids.next(), Kind.NOTE, Map.of(Property.PARENT, content, Property.START, 0L,
                        Property.LENGTH, TICKS, Property.PITCH, (long) key, Property.VELOCITY, 90L)));
            }
        }
        song.apply(new Edit(ids.next(), new Id(1, 1), 0, "bench", Id.NONE, operations));
        return song;
    }
}
