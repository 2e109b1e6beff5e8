package studio.tutti.core.replica;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.editing.Labels;

/**
 * What one person can take back and do again, newest last.
 *
 * <p>It follows from the person's own edits in their order alone: a plain edit can be undone and ends what could be
 * redone; an undo moves its target to what can be redone, under the undo's own id; a redo, which takes back an undo, moves
 * it back. So it is the same again after a reload. A {@link Labels#PROPOSAL_VOID}, which the studio makes in a person's name and which does
 * nothing, is no step.
 */
public final class UndoStack {

    /** How many steps are remembered. */
    public static final int DEPTH = 500;

    /**
     * An edit that can be taken back.
     *
     * @param edit its id
     * @param label what it did, see {@link studio.tutti.core.arrangement.Edit#label()}
     */
    public record Step(Id edit, String label) {}

    /** An own edit; {@code failed} marks an undo or redo that was refused: its target can't be taken back. */
    private record Own(Id edit, Id undoes, String label, boolean failed) {}

    private final List<Own> history = new ArrayList<>();
    private final List<Step> undoable = new ArrayList<>();
    private final List<Step> redoable = new ArrayList<>();

    /**
     * Takes note of this person's next edit.
     *
     * @param edit its id
     * @param undoes what it takes back, or {@link Id#NONE}
     * @param label what it does
     */
    public void add(Id edit, Id undoes, String label) {
        Own own = new Own(edit, undoes, label, false);
        history.add(own);
        follow(own);
        if (history.size() > 8 * DEPTH) {
            history.subList(0, 4 * DEPTH).clear();
        }
    }

    /**
     * Takes note of an edit of this person that was ordered before the latest ones: made on another page.
     *
     * @param later how many of the noted edits come after it
     */
    void insert(int later, Id edit, Id undoes, String label) {
        if (later == 0) {
            add(edit, undoes, label);
        } else {
            history.add(Math.max(0, history.size() - later), new Own(edit, undoes, label, false));
            followAll();
        }
    }

    /** Forgets an edit that was refused. What a refused undo was to take back can't be undone any more. */
    public void forget(Id edit) {
        for (int i = history.size() - 1; i >= 0; i--) {
            Own own = history.get(i);
            if (own.edit().equals(edit)) {
                if (own.undoes().isNone()) {
                    history.remove(i);
                } else {
                    history.set(i, new Own(edit, own.undoes(), own.label(), true));
                }
                followAll();
                return;
            }
        }
    }

    private void followAll() {
        undoable.clear();
        redoable.clear();
        for (Own own : history) {
            follow(own);
        }
    }

    private void follow(Own own) {
        if (own.label().equals(Labels.PROPOSAL_VOID)) {
            return;
        }
        Step step = new Step(own.edit(), own.label());
        if (own.undoes().isNone()) {
            push(undoable, step);
            redoable.clear();
        } else if (remove(undoable, own.undoes())) {
            if (!own.failed()) {
                push(redoable, step);
            }
        } else if (remove(redoable, own.undoes()) && !own.failed()) {
            push(undoable, step);
        }
    }

    /** Whether an edit can still be undone or redone. */
    public boolean contains(Id edit) {
        return holds(undoable, edit) || holds(redoable, edit);
    }

    /** What undo takes back next, or null. */
    public @Nullable Step nextUndo() {
        return undoable.isEmpty() ? null : undoable.get(undoable.size() - 1);
    }

    /** What redo takes back next, or null. */
    public @Nullable Step nextRedo() {
        return redoable.isEmpty() ? null : redoable.get(redoable.size() - 1);
    }

    /** All that can be undone, oldest first. */
    public List<Step> undoable() {
        return List.copyOf(undoable);
    }

    /** All that can be redone; the last is next. */
    public List<Step> redoable() {
        return List.copyOf(redoable);
    }

    private static boolean holds(List<Step> steps, Id edit) {
        for (Step step : steps) {
            if (step.edit().equals(edit)) {
                return true;
            }
        }
        return false;
    }

    private static void push(List<Step> steps, Step step) {
        steps.add(step);
        if (steps.size() > DEPTH) {
            steps.remove(0);
        }
    }

    private static boolean remove(List<Step> steps, Id edit) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (steps.get(i).edit().equals(edit)) {
                steps.remove(i);
                return true;
            }
        }
        return false;
    }
}
