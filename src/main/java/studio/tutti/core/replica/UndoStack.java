package studio.tutti.core.replica;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Id;

/**
 * What one person can take back and do again, newest last.
 *
 * <p>It follows from the person's own edits alone: a plain edit can be undone and ends what could be redone; an undo
 * moves its target to what can be redone, under the undo's own id; a redo, which takes back an undo, moves it back.
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

    private final List<Step> undoable = new ArrayList<>();
    private final List<Step> redoable = new ArrayList<>();

    /**
     * Takes note of an edit of this person.
     *
     * @param edit its id
     * @param undoes what it takes back, or {@link Id#NONE}
     * @param label what it does
     */
    public void add(Id edit, Id undoes, String label) {
        if (remove(undoable, undoes)) {
            push(redoable, new Step(edit, label));
        } else if (remove(redoable, undoes)) {
            push(undoable, new Step(edit, label));
        } else if (undoes.isNone()) {
            push(undoable, new Step(edit, label));
            redoable.clear();
        }
    }

    /** Forgets an edit that was refused. */
    public void forget(Id edit) {
        remove(undoable, edit);
        remove(redoable, edit);
    }

    /** Whether an edit can still be undone or redone. */
    public boolean contains(Id edit) {
        return holds(undoable, edit) || holds(redoable, edit);
    }

    private static boolean holds(List<Step> steps, Id edit) {
        for (Step step : steps) {
            if (step.edit().equals(edit)) {
                return true;
            }
        }
        return false;
    }

    /** What undo takes back next, or null. */
    public @Nullable Step nextUndo() {
        return undoable.isEmpty() ? null : undoable.getLast();
    }

    /** What redo takes back next, or null. */
    public @Nullable Step nextRedo() {
        return redoable.isEmpty() ? null : redoable.getLast();
    }

    /** All that can be undone, oldest first. */
    public List<Step> undoable() {
        return List.copyOf(undoable);
    }

    /** All that can be redone; the last is next. */
    public List<Step> redoable() {
        return List.copyOf(redoable);
    }

    private static void push(List<Step> steps, Step step) {
        steps.add(step);
        if (steps.size() > DEPTH) {
            steps.removeFirst();
        }
    }

    private static boolean remove(List<Step> steps, Id edit) {
        if (edit.isNone()) {
            return false;
        }
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (steps.get(i).edit().equals(edit)) {
                steps.remove(i);
                return true;
            }
        }
        return false;
    }
}
