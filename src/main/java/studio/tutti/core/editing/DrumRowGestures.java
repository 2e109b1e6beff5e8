package studio.tutti.core.editing;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.clip.DrumRows;
import studio.tutti.core.music.Ticks;

/** What hands do with the length and the division of single drums. */
public final class DrumRowGestures {

    private final IdSequence ids;
    private final Element content;
    private final DrumRows rows;

    /** @param content the pattern */
    public DrumRowGestures(IdSequence ids, Element content) {
        if (content.kind() != Kind.CONTENT || !content.isAlive()) {
            throw new EditRefused("There is nothing here any more that could hold a drum.");
        }
        this.ids = ids;
        this.content = content;
        rows = DrumRows.of(content);
    }

    /**
     * Divides a drum into steps of its own; its hits stay where they are.
     *
     * @param step ticks from step to step, brought into range
     */
    public Gesture divide(int pitch, long step) {
        Draft draft = new Draft(ids);
        Element row = rows.row(pitch);
        Object fitting = Changes.fitting(Property.STEP, step);
        if (row != null) {
            draft.set(row, Property.STEP, fitting);
        } else {
            add(draft, pitch, 0, fitting);
        }
        return draft.as(Labels.ROW_DIVIDE);
    }

    /**
     * Lets a drum repeat after a length of its own; what lies behind it is kept, but silent.
     *
     * <p>A row begins anew with each turn of a clip's loop. So that three steps run against four, a loop that the length does
     * not fit is taken apart, if nothing else hangs on it: the other drums get the loop's length, and the clip plays on. It
     * sounds as before but for the drum that was changed.
     *
     * @param clip that shows the pattern
     * @param length in ticks; 0 goes with the clip again
     * @param step ticks from step to step of a drum that has no steps of its own yet
     */
    public Gesture repeat(int pitch, Element clip, long length, int step) {
        Draft draft = new Draft(ids);
        long fitting = (Long) Changes.fitting(Property.LENGTH, length);
        lengthen(draft, pitch, fitting, step);
        long loop = clip.number(Property.LOOP);
        if (fitting > 0 && loop > 0 && loop < clip.length() && loop % fitting != 0 && hangsOnNothingElse(clip, loop)) {
            for (int drum : drums()) {
                if (drum != pitch && rows.length(drum) == 0) {
                    lengthen(draft, drum, loop, step);
                }
            }
            draft.set(clip, Property.LOOP, 0);
        }
        return draft.as(Labels.ROW_LENGTH);
    }

    private boolean hangsOnNothingElse(Element clip, long loop) {
        return clip.number(Property.OFFSET) == 0
                && content.children(Kind.CONTROL).isEmpty()
                && content.children(Kind.NOTE).stream().allMatch(note -> note.start() < loop);
    }

    private Set<Integer> drums() {
        Set<Integer> drums = new TreeSet<>();
        content.children(Kind.NOTE).forEach(note -> drums.add(note.integer(Property.PITCH)));
        return drums;
    }

    private void lengthen(Draft draft, int pitch, long length, int step) {
        @Nullable Element row = rows.row(pitch);
        if (row != null) {
            draft.set(row, Property.LENGTH, length);
        } else if (length > 0) {
            add(draft, pitch, length, Changes.fitting(Property.STEP, (long) step));
        }
    }

    private void add(Draft draft, int pitch, long length, Object step) {
        draft.make(Kind.ROW, content.id())
                .with(Property.PITCH, Leeway.within(pitch, 0, 127))
                .with(Property.LENGTH, Math.min(length, Ticks.LAST))
                .with(Property.STEP, step);
    }

    /** Lets a drum go with the clip and its grid again. */
    public Gesture release(int pitch) {
        Draft draft = new Draft(ids);
        for (Element row : content.children(Kind.ROW)) {
            if (row.number(Property.PITCH) == pitch) {
                draft.remove(row);
            }
        }
        return draft.as(Labels.ROW_RELEASE);
    }
}
