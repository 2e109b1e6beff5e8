package studio.tutti.core.editing;

import java.util.List;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.music.Ticks;

/**
 * What hands do with notes. Shifts are relative and clamped for the whole group: a chord pushed against the top of the
 * keyboard stays a chord. Notes that somebody removed meanwhile are passed over.
 */
public final class NoteGestures {

    /** The shortest note that an edge can be dragged to, in ticks: a 128th. Shorter ones, as imported, stay. */
    public static final int SHORTEST = 30;

    private final IdSequence ids;

    /** @param ids where new notes take their ids from */
    public NoteGestures(IdSequence ids) {
        this.ids = ids;
    }

    /**
     * Draws a note; values out of range are brought into it.
     *
     * @param start in ticks of the content
     * @param length in ticks
     * @param pitch MIDI key, 0 to 127
     * @param velocity 1 to 127
     */
    public Gesture add(Element content, long start, long length, int pitch, int velocity) {
        if (content.kind() != Kind.CONTENT || !content.isAlive()) {
            throw new EditRefused("There is nothing here any more that could hold a note.");
        }
        Draft draft = new Draft(ids);
        long begin = Leeway.within(start, 0, Ticks.LAST - 1);
        draft.make(Kind.NOTE, content.id())
                .with(Property.START, begin)
                .with(Property.LENGTH, Leeway.within(length, 1, Ticks.LAST - begin))
                .with(Property.PITCH, Leeway.within(pitch, 0, 127))
                .with(Property.VELOCITY, Leeway.within(velocity, 1, 127));
        return draft.as(Labels.NOTES_DRAW);
    }

    /** Moves notes in time and pitch. */
    public Gesture move(List<Element> notes, long ticks, int semitones) {
        Draft draft = new Draft(ids);
        long later = time(notes).clamp(ticks);
        long higher = pitch(notes).clamp(semitones);
        for (Element note : alive(notes)) {
            draft.set(note, Property.START, note.start() + later);
            draft.set(note, Property.PITCH, note.number(Property.PITCH) + higher);
        }
        return draft.as(ticks == 0 ? Labels.NOTES_TRANSPOSE : Labels.NOTES_MOVE);
    }

    /** Copies notes within their contents; the copies lie the given way off. */
    public Gesture copy(List<Element> notes, long ticks, int semitones) {
        Draft draft = new Draft(ids);
        long later = time(notes).clamp(ticks);
        long higher = pitch(notes).clamp(semitones);
        for (Element note : alive(notes)) {
            draft.make(draft.copy(note, note.reference(Property.PARENT))
                    .with(Property.START, note.start() + later)
                    .with(Property.PITCH, note.number(Property.PITCH) + higher));
        }
        return draft.as(Labels.NOTES_COPY);
    }

    /** Drags the beginnings of notes, their ends staying where they are. */
    public Gesture moveBeginnings(List<Element> notes, long ticks) {
        Leeway leeway = new Leeway();
        for (Element note : alive(notes)) {
            leeway.keep(note.start(), 0, Ticks.LAST);
            if (note.length() > SHORTEST) {
                leeway.keep(note.start(), 0, note.end() - SHORTEST);
            }
        }
        long later = leeway.clamp(ticks);
        Draft draft = new Draft(ids);
        for (Element note : alive(notes)) {
            if (later < 0 || note.length() > SHORTEST) {
                draft.set(note, Property.START, note.start() + later);
                draft.set(note, Property.LENGTH, note.length() - later);
            }
        }
        return draft.as(Labels.NOTES_RESIZE);
    }

    /** Drags the ends of notes. */
    public Gesture moveEnds(List<Element> notes, long ticks) {
        Leeway leeway = new Leeway();
        for (Element note : alive(notes)) {
            leeway.keep(note.end(), note.length() > SHORTEST ? note.start() + SHORTEST : Long.MIN_VALUE / 2, Ticks.LAST);
        }
        long longer = leeway.clamp(ticks);
        Draft draft = new Draft(ids);
        for (Element note : alive(notes)) {
            if (longer > 0 || note.length() > SHORTEST) {
                draft.set(note, Property.LENGTH, note.length() + longer);
            }
        }
        return draft.as(Labels.NOTES_RESIZE);
    }

    /** Makes notes louder or softer together. */
    public Gesture changeVelocity(List<Element> notes, int by) {
        Leeway leeway = new Leeway();
        for (Element note : alive(notes)) {
            leeway.keep(note.number(Property.VELOCITY), 1, 127);
        }
        long louder = leeway.clamp(by);
        Draft draft = new Draft(ids);
        for (Element note : alive(notes)) {
            draft.set(note, Property.VELOCITY, note.number(Property.VELOCITY) + louder);
        }
        return draft.as(Labels.NOTES_VELOCITY);
    }

    /** Makes notes equally loud. */
    public Gesture setVelocity(List<Element> notes, int velocity) {
        Draft draft = new Draft(ids);
        for (Element note : alive(notes)) {
            draft.set(note, Property.VELOCITY, Leeway.within(velocity, 1, 127));
        }
        return draft.as(Labels.NOTES_VELOCITY);
    }

    /** Removes notes. */
    public Gesture remove(List<Element> notes) {
        Draft draft = new Draft(ids);
        alive(notes).forEach(draft::remove);
        return draft.as(Labels.NOTES_REMOVE);
    }

    private static Leeway time(List<Element> notes) {
        Leeway leeway = new Leeway();
        for (Element note : alive(notes)) {
            leeway.keep(note.start(), 0, Ticks.LAST - note.length());
        }
        return leeway;
    }

    private static Leeway pitch(List<Element> notes) {
        Leeway leeway = new Leeway();
        for (Element note : alive(notes)) {
            leeway.keep(note.number(Property.PITCH), 0, 127);
        }
        return leeway;
    }

    private static List<Element> alive(List<Element> notes) {
        return Chosen.of(Kind.NOTE, notes);
    }
}
