package studio.tutti.core.proposal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;

/**
 * A song finished as sound, as a take has it and as it stands in the song: an element MASTER. A take that is sound has no notes; all that accepting it writes is
 * that element, in place of the one before it.
 *
 * @param name what it is called
 * @param media SHA-256 of the sound's file
 * @param loudness integrated, in LUFS; {@link #NONE} for silence
 * @param peak true peak in dBTP; {@link #NONE} for silence
 * @param sheet SHA-256 of the report as PDF
 * @param figures SHA-256 of the report as JSON
 * @param base the revision of the song that it was made of
 */
public record MasterSound(String name, String media, double loudness, double peak, String sheet, String figures, long base) {

    /** No level: silence. */
    public static final double NONE = -144;

    private static final int FIELDS = 5;

    /** A take that has this alone. */
    public Take take(String label) {
        return new Take(label, List.of(), List.of(), List.of(new Operation.Add(new Id(1, 1), Kind.MASTER, Map.of(
                Property.PARENT, Arrangement.ROOT, Property.NAME, name, Property.MEDIA, media,
                Property.TEXT, loudness + " " + peak + " " + base + " " + sheet + " " + figures))));
    }

    /** The sound of a take; null if it is none. */
    public static @Nullable MasterSound of(Take take) {
        for (Operation operation : take.others()) {
            if (operation instanceof Operation.Add add && add.kind() == Kind.MASTER) {
                return read(add.values().getOrDefault(Property.NAME, ""), add.values().getOrDefault(Property.MEDIA, ""),
                        add.values().getOrDefault(Property.TEXT, ""));
            }
        }
        return null;
    }

    /**
     * The song's: of several that two people accepted at the same moment, the one made of the later revision; of the same one, that with the higher id.
     * Null if it has none.
     */
    public static @Nullable MasterSound of(Arrangement arrangement) {
        MasterSound latest = null;
        Id id = Id.NONE;
        for (Element element : arrangement.root().children(Kind.MASTER)) {
            MasterSound master = of(element);
            if (master != null && (latest == null || master.base > latest.base || master.base == latest.base && element.id().compareTo(id) > 0)) {
                latest = master;
                id = element.id();
            }
        }
        return latest;
    }

    /** What an element MASTER says; null if that can't be read. */
    public static @Nullable MasterSound of(Element master) {
        return read(master.text(Property.NAME), master.text(Property.MEDIA), master.text(Property.TEXT));
    }

    private static @Nullable MasterSound read(Object name, Object media, Object told) {
        String[] fields = told.toString().split(" ");
        try {
            return fields.length != FIELDS || media.toString().isEmpty() ? null : new MasterSound(name.toString(), media.toString(),
                    Double.parseDouble(fields[0]), Double.parseDouble(fields[1]), fields[3], fields[4], Long.parseLong(fields[2]));
        } catch (NumberFormatException other) {
            return null;
        }
    }
}
