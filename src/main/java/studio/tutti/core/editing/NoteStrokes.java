package studio.tutti.core.editing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.music.Ticks;

/** Draws many notes at once: a row under the brush, a chord. */
public final class NoteStrokes {

    private final IdSequence ids;

    /** @param ids where new notes take their ids from */
    public NoteStrokes(IdSequence ids) {
        this.ids = ids;
    }

    /** Draws notes, but none where one of the same pitch already begins. */
    public Gesture draw(Element content, List<Stroke> strokes) {
        if (content.kind() != Kind.CONTENT || !content.isAlive()) {
            throw new EditRefused("There is nothing here any more that could hold a note.");
        }
        Set<Long> taken = new HashSet<>();
        for (Element note : content.children(Kind.NOTE)) {
            taken.add(place(note.start(), note.number(Property.PITCH)));
        }
        Draft draft = new Draft(ids);
        for (Stroke stroke : strokes) {
            long start = Leeway.within(stroke.start(), 0, Ticks.LAST - 1);
            long pitch = Leeway.within(stroke.pitch(), 0, 127);
            if (taken.add(place(start, pitch))) {
                draft.make(Kind.NOTE, content.id())
                        .with(Property.START, start)
                        .with(Property.LENGTH, Leeway.within(stroke.length(), 1, Ticks.LAST - start))
                        .with(Property.PITCH, pitch)
                        .with(Property.VELOCITY, Leeway.within(stroke.velocity(), 1, 127));
            }
        }
        return draft.as(Labels.NOTES_PAINT);
    }

    private static long place(long start, long pitch) {
        return start << 7 | pitch;
    }
}
