package studio.tutti.core.replica;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Journal;
import studio.tutti.core.arrangement.Operation;

/**
 * One person's copy of a song: everything ordered so far, and on top the person's own edits that are still pending.
 *
 * <p>The invariant: the arrangement is always what the ordered edits up to {@link #revision()} make, followed by the
 * pending edits in the order of their making. When an edit of somebody else arrives, the pending ones are rolled back,
 * it is applied, and they are applied again. An undo whose target is pending is worked out anew each time and sent only
 * when its target is ordered, so that it takes back what the target really did.
 */
public final class Replica {

    private static final class Pending {
        private Edit edit;
        private @Nullable Journal journal;
        private boolean sent;

        Pending(Edit edit) {
            this.edit = edit;
        }
    }

    private final Id person;
    private final IdSequence ids;
    private final Consumer<Element> changed;
    private final UndoStack steps = new UndoStack();
    private final Map<Id, List<Operation>> inverses = new HashMap<>();
    private final List<Pending> pending = new ArrayList<>();
    private Arrangement arrangement = new Arrangement();
    private long revision;
    /** The checksum at {@link #revision()}, without the pending edits. */
    private long checksum = arrangement.checksum();

    /**
     * An empty replica at revision 0.
     *
     * @param person whose edits it makes
     * @param ids where it takes ids from
     * @param changed told of every element that may look different now; an element may be told several times
     */
    public Replica(Id person, IdSequence ids, Consumer<Element> changed) {
        this.person = person;
        this.ids = ids;
        this.changed = changed;
    }

    /** The song as the person sees it, pending edits included. */
    public Arrangement arrangement() {
        return arrangement;
    }

    /** How many ordered edits it holds. */
    public long revision() {
        return revision;
    }

    /** The checksum of the song at {@link #revision()}, without pending edits: equal in all replicas. */
    public long checksum() {
        return checksum;
    }

    /** Whose edits it makes. */
    public Id person() {
        return person;
    }

    /** The next new id. */
    public Id newId() {
        return ids.next();
    }

    /** What this person can undo and redo. */
    public UndoStack steps() {
        return steps;
    }

    /** How many of the person's edits are not ordered yet. */
    public int pendingCount() {
        return pending.size();
    }

    /**
     * Starts over from a stored state, keeping the pending edits and applying them again.
     *
     * @param stored the arrangement at the revision; the replica owns it from now on
     * @param revision how many edits it holds
     * @param own this person's latest ordered edits up to the revision, oldest first
     */
    public void load(Arrangement stored, long revision, List<OwnEdit> own) {
        arrangement = stored;
        this.revision = revision;
        checksum = stored.checksum();
        remember(own);
        apply(pending);
    }

    /** Takes the person's earlier edits into the undo stack; for a fresh replica, before anything is pending. */
    private void remember(List<OwnEdit> own) {
        for (OwnEdit each : own) {
            if (!inverses.containsKey(each.edit())) {
                steps.add(each.edit(), each.undoes(), each.label());
            }
            inverses.put(each.edit(), each.inverse());
        }
    }

    /**
     * Makes an edit of this person and applies it at once; it is pending until it is ordered.
     *
     * @param label what it does
     * @param operations at least one
     * @return the edit
     * @throws EditRefused if it breaks a rule; nothing has changed then
     */
    public Edit edit(String label, List<Operation> operations) {
        return begin(new Edit(ids.next(), person, revision, label, Id.NONE, operations));
    }

    /** Takes up an edit that was made before a reload and may not have reached the server. */
    public Edit resume(Edit edit) {
        for (Pending each : pending) {
            if (each.edit.id().equals(edit.id())) {
                return each.edit;
            }
        }
        return begin(edit);
    }

    /**
     * Takes the person's latest edit back, where nobody else has written since.
     *
     * @return the edit that does, or null if there is nothing to undo
     */
    public @Nullable Edit undo() {
        UndoStack.Step step = steps.nextUndo();
        return step == null ? null : takeBack(step);
    }

    /**
     * Does again what the person undid last.
     *
     * @return the edit that does, or null if there is nothing to redo
     */
    public @Nullable Edit redo() {
        UndoStack.Step step = steps.nextRedo();
        return step == null ? null : takeBack(step);
    }

    private Edit takeBack(UndoStack.Step step) {
        return begin(new Edit(ids.next(), person, revision, step.label(), step.edit(), inverse(step.edit())));
    }

    private List<Operation> inverse(Id edit) {
        List<Operation> inverse = inverses.get(edit);
        return inverse == null ? List.of() : inverse;
    }

    private Edit begin(Edit edit) {
        Pending next = new Pending(edit);
        apply(next);
        pending.add(next);
        steps.add(edit.id(), edit.undoes(), edit.label());
        return edit;
    }

    /** Whether the latest edit found nothing to do, because others have written since: "this can't be undone". */
    public boolean lastWasEmpty() {
        return !pending.isEmpty() && pending.getLast().journal instanceof Journal journal && journal.isEmpty();
    }

    /**
     * The edits that can be sent now: those not sent yet, up to an undo that must wait for its target. They count as
     * sent from now on.
     */
    public List<Edit> takeUnsent() {
        List<Edit> unsent = new ArrayList<>();
        for (int i = 0; i < pending.size(); i++) {
            Pending each = pending.get(i);
            if (each.edit.isUndo() && isPending(each.edit.undoes())) {
                break;
            }
            if (!each.sent) {
                each.sent = true;
                unsent.add(each.edit);
            }
        }
        return unsent;
    }

    /** After a lost connection: everything pending must be sent again. */
    public void resendAll() {
        for (Pending each : pending) {
            each.sent = false;
        }
    }

    /** All pending edits, oldest first: what must survive a reload of the page. */
    public List<Edit> pending() {
        List<Edit> edits = new ArrayList<>();
        for (Pending each : pending) {
            edits.add(each.edit);
        }
        return edits;
    }

    private boolean isPending(Id edit) {
        for (Pending each : pending) {
            if (each.edit.id().equals(edit)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Takes the next edits in their order, of whomever. Edits that it holds already are passed over.
     *
     * @param first the revision of the first of them
     * @param edits in order
     * @return false if edits before these are missing: fetch from {@link #revision()} + 1
     * @throws EditRefused if an ordered edit breaks a rule here: the replica is broken and must be loaded anew
     */
    public boolean ordered(long first, List<Edit> edits) {
        if (first > revision + 1) {
            return false;
        }
        int known = (int) (revision + 1 - first);
        if (known >= edits.size()) {
            return true;
        }
        rollBackPending();
        for (Edit edit : edits.subList(known, edits.size())) {
            Journal journal = arrangement.apply(edit);
            revision++;
            journal.forEachElement(changed);
            if (edit.author().equals(person)) {
                confirm(edit, journal);
            }
        }
        checksum = arrangement.checksum();
        apply(pending);
        return true;
    }

    /** The server has ordered one of the pending edits as it was sent. */
    public boolean accepted(Id edit, long at) {
        for (Pending each : pending) {
            if (each.edit.id().equals(edit)) {
                return ordered(at, List.of(each.edit));
            }
        }
        return at <= revision;
    }

    /**
     * The server has refused one of the pending edits; it is taken off the page.
     *
     * @return the edit, so that the page can show and copy what it was, or null if it was not pending
     */
    public @Nullable Edit refused(Id edit) {
        for (int i = 0; i < pending.size(); i++) {
            if (pending.get(i).edit.id().equals(edit)) {
                rollBackPending();
                Edit refused = pending.remove(i).edit;
                steps.forget(edit);
                apply(pending);
                return refused;
            }
        }
        return null;
    }

    private void confirm(Edit edit, Journal journal) {
        boolean mine = pending.removeIf(each -> each.edit.id().equals(edit.id()));
        inverses.put(edit.id(), journal.inverse());
        if (!mine) {
            // Made by this person on another page.
            steps.add(edit.id(), edit.undoes(), edit.label());
        }
        if (inverses.size() > 4 * UndoStack.DEPTH) {
            inverses.keySet().removeIf(each -> !steps.contains(each) && !isPending(each));
        }
    }

    private void rollBackPending() {
        for (int i = pending.size() - 1; i >= 0; i--) {
            Pending each = pending.get(i);
            if (each.journal instanceof Journal journal) {
                journal.forEachElement(changed);
                arrangement.rollBack(journal);
                each.journal = null;
            }
        }
    }

    private void apply(List<Pending> edits) {
        for (Pending each : edits) {
            try {
                apply(each);
            } catch (EditRefused broken) {
                // It no longer fits what others did; the server will say so and the page will show it.
                each.journal = null;
            }
        }
    }

    private void apply(Pending each) {
        Edit edit = each.edit;
        if (edit.isUndo() && !each.sent && inverses.get(edit.undoes()) instanceof List<Operation> inverse) {
            edit = new Edit(edit.id(), edit.author(), revision, edit.label(), edit.undoes(), inverse);
            each.edit = edit;
        }
        Journal journal = arrangement.apply(edit);
        each.journal = journal;
        inverses.put(edit.id(), journal.inverse());
        journal.forEachElement(changed);
    }
}
