package studio.tutti.core.editing;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.music.Grid;

/** Cuts notes in pieces and glues pieces together. Notes that somebody removed meanwhile are passed over. */
public final class NotePieces {

    /** More pieces than anybody wants of one edit. */
    private static final int MOST = 20_000;

    private final IdSequence ids;

    public NotePieces(IdSequence ids) {
        this.ids = ids;
    }

    /**
     * Cuts the notes that sound across a tick.
     *
     * @param tick of the content
     */
    public Gesture split(List<Element> notes, long tick) {
        Draft draft = new Draft(ids);
        for (Element note : Chosen.of(Kind.NOTE, notes)) {
            if (note.start() < tick && tick < note.end()) {
                draft.set(note, Property.LENGTH, tick - note.start());
                piece(draft, note, tick, note.end());
            }
        }
        return draft.as(Labels.NOTES_SPLIT);
    }

    /** Cuts notes at every point of a grid within them. */
    public Gesture split(List<Element> notes, Grid grid) {
        Draft draft = new Draft(ids);
        int pieces = 0;
        for (Element note : Chosen.of(Kind.NOTE, notes)) {
            long end = note.end();
            long from = grid.after(note.start());
            draft.set(note, Property.LENGTH, Math.min(end, from) - note.start());
            while (from < end) {
                long to = Math.min(end, grid.after(from));
                piece(draft, note, from, to);
                from = to;
                if (++pieces > MOST) {
                    throw new EditRefused("This would make too many notes: choose a coarser grid.");
                }
            }
        }
        return draft.as(Labels.NOTES_SPLIT);
    }

    private static void piece(Draft draft, Element note, long from, long to) {
        draft.make(draft.copy(note, note.reference(Property.PARENT))
                .with(Property.START, from)
                .with(Property.LENGTH, to - from));
    }

    /** Makes one note of those of a pitch, from where the first begins to where the last ends; it is the first that stays. */
    public Gesture glue(List<Element> notes) {
        List<Element> rest = Elements.sorted(Chosen.of(Kind.NOTE, notes));
        Draft draft = new Draft(ids);
        while (!rest.isEmpty()) {
            Element first = rest.getFirst();
            List<Element> others = new ArrayList<>();
            long end = first.end();
            for (Element note : rest) {
                if (note.parent() != first.parent() || note.number(Property.PITCH) != first.number(Property.PITCH)) {
                    others.add(note);
                } else if (note != first) {
                    end = Math.max(end, note.end());
                    draft.remove(note);
                }
            }
            draft.set(first, Property.LENGTH, end - first.start());
            rest = others;
        }
        return draft.as(Labels.NOTES_GLUE);
    }
}
