package studio.tutti.core.editing;

import java.util.List;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;

/** Draws the velocities of many notes. Notes that somebody removed meanwhile are passed over. */
public final class NoteVelocities {

    private final IdSequence ids;

    public NoteVelocities(IdSequence ids) {
        this.ids = ids;
    }

    /** Gives the notes that begin under a path the velocity it has there. */
    public Gesture draw(List<Element> notes, Path path) {
        Draft draft = new Draft(ids);
        for (Element note : Chosen.of(Kind.NOTE, notes)) {
            if (path.covers(note.start())) {
                draft.set(note, Property.VELOCITY, Leeway.within(path.at(note.start()), 1, 127));
            }
        }
        return draft.as(Labels.NOTES_VELOCITY);
    }

    /** Lets velocities rise or fall in a line from the first note to the last. */
    public Gesture ramp(List<Element> notes) {
        List<Element> sorted = Elements.sorted(Chosen.of(Kind.NOTE, notes));
        if (sorted.isEmpty() || sorted.getFirst().start() == sorted.getLast().start()) {
            return new Draft(ids).as(Labels.NOTES_VELOCITY);
        }
        Element first = sorted.getFirst();
        Element last = sorted.getLast();
        return draw(sorted, new Path(
                new long[] {first.start(), last.start()},
                new int[] {first.integer(Property.VELOCITY), last.integer(Property.VELOCITY)}));
    }
}
