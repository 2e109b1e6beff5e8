package studio.tutti.core.editing;

import java.util.List;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.music.Scale;
import studio.tutti.core.music.Ticks;

/** Moves notes along a scale. The steps are cut short where one of the notes would leave the keys. */
public final class NotesInScale {

    private final IdSequence ids;
    private final Scale scale;

    public NotesInScale(IdSequence ids, Scale scale) {
        this.ids = ids;
        this.scale = scale;
    }

    /** Transposes by steps of the scale; what lies between two steps stays as far above the lower of them as it is. */
    public Gesture transpose(List<Element> notes, int steps) {
        List<Element> chosen = Chosen.of(Kind.NOTE, notes);
        int fitting = fitting(chosen, steps);
        Draft draft = new Draft(ids);
        for (Element note : chosen) {
            draft.set(note, Property.PITCH, scale.moved(note.integer(Property.PITCH), fitting));
        }
        return draft.as(Labels.NOTES_TRANSPOSE);
    }

    /** Moves notes in time and by steps of the scale; where the pitch changes, every note lands on the scale. */
    public Gesture move(List<Element> notes, long ticks, int steps) {
        List<Element> chosen = Chosen.of(Kind.NOTE, notes);
        long later = later(chosen, ticks);
        int fitting = fitting(chosen, steps);
        Draft draft = new Draft(ids);
        for (Element note : chosen) {
            draft.set(note, Property.START, note.start() + later);
            draft.set(note, Property.PITCH, landing(note, fitting));
        }
        return draft.as(ticks == 0 ? Labels.NOTES_TRANSPOSE : Labels.NOTES_MOVE);
    }

    /** Copies notes as {@link #move} moves them. */
    public Gesture copy(List<Element> notes, long ticks, int steps) {
        List<Element> chosen = Chosen.of(Kind.NOTE, notes);
        long later = later(chosen, ticks);
        int fitting = fitting(chosen, steps);
        Draft draft = new Draft(ids);
        for (Element note : chosen) {
            draft.make(draft.copy(note, note.reference(Property.PARENT))
                    .with(Property.START, note.start() + later)
                    .with(Property.PITCH, (long) landing(note, fitting)));
        }
        return draft.as(Labels.NOTES_COPY);
    }

    private int landing(Element note, int steps) {
        int pitch = note.integer(Property.PITCH);
        return steps == 0 ? pitch : scale.nearest(scale.moved(pitch, steps));
    }

    private static long later(List<Element> notes, long ticks) {
        Leeway leeway = new Leeway();
        for (Element note : notes) {
            leeway.keep(note.start(), 0, Ticks.LAST - note.length());
        }
        return leeway.clamp(ticks);
    }

    private int fitting(List<Element> notes, int wanted) {
        int steps = (int) Leeway.within(wanted, -127, 127);
        for (Element note : notes) {
            while (steps != 0 && !isKey(scale.moved(note.integer(Property.PITCH), steps))) {
                steps -= Integer.signum(steps);
            }
        }
        return steps;
    }

    private static boolean isKey(int pitch) {
        return pitch >= 0 && pitch <= 127;
    }
}
