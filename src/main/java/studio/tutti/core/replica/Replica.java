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
 * pending edits in the order of their making; a pending edit that doesn't fit what others did is left out until it fits
 * again or the server refuses it. When an edit of somebody else arrives, the pending ones are rolled back, it is applied,
 * and they are applied again. An undo whose target is pending is worked out anew each time and sent only when its target
 * is ordered, so that it takes back what the target really did.
 */
public final class Replica {

    private static final int MOST_INVERSES = 4 * UndoStack.DEPTH;

    private final Id person;
    private final IdSequence ids;
    private final Consumer<Element> changed;
    private final UndoStack steps = new UndoStack();
    private final Map<Id, List<Operation>> inverses = new HashMap<>();
    private int mostInverses = MOST_INVERSES;
    private final PendingEdits pending = new PendingEdits();
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
     * Starts over from a stored state. Pending edits that it holds already are pending no more; the others are applied
     * again.
     *
     * @param stored the arrangement at the revision; the replica owns it from now on
     * @param revision how many edits it holds
     * @param own this person's latest ordered edits up to the revision, oldest first
     */
    public void load(Arrangement stored, long revision, List<OwnEdit> own) {
        arrangement = stored;
        this.revision = revision;
        checksum = stored.checksum();
        for (OwnEdit each : own) {
            if (!pending.remove(each.edit()) && !inverses.containsKey(each.edit())) {
                steps.insert(pending.size(), each.edit(), each.undoes(), each.label());
            }
            inverses.put(each.edit(), each.inverse());
        }
        applyPending();
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

    /**
     * Takes up an edit that was made before a reload and may or may not have reached the server. Call it after
     * {@link #load}, oldest edit first. An edit that doesn't fit is kept all the same: what it needs may be among the
     * edits that are still to come.
     */
    public Edit resume(Edit edit) {
        if (!pending.contains(edit.id()) && !inverses.containsKey(edit.id())) {
            Pending next = new Pending(edit);
            tryToApply(next);
            append(next);
        }
        return edit;
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
        append(next);
        return next.edit;
    }

    private void append(Pending next) {
        Edit edit = next.edit;
        pending.append(next);
        steps.add(edit.id(), edit.undoes(), edit.label());
    }

    /** Whether the latest edit found nothing to do, because others have written since: "this can't be undone". */
    public boolean lastWasEmpty() {
        Pending last = pending.last();
        return last != null && last.journal != null && last.journal.isEmpty();
    }

    /** How many operations of the latest edit found nothing to do: what of an undo could not be undone. */
    public int lastPassed() {
        Pending last = pending.last();
        return last != null && last.journal != null ? last.journal.passed() : 0;
    }

    /** Visits the elements that pending edits have changed, some more than once. */
    public void forEachPendingElement(Consumer<Element> visitor) {
        for (Pending each : pending) {
            if (each.journal != null) {
                each.journal.forEachElement(visitor);
            }
        }
    }

    /**
     * The edits that can be sent now: those not sent yet, up to an undo that must wait for its target. They count as
     * sent from now on.
     */
    public List<Edit> takeUnsent() {
        List<Edit> unsent = new ArrayList<>();
        for (Pending each : pending) {
            if (each.edit.isUndo() && pending.contains(each.edit.undoes())) {
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
        boolean asExpected = true;
        for (int i = (int) Math.min(edits.size(), revision + 1 - first); i < edits.size(); i++) {
            Edit edit = edits.get(i);
            Pending next = pending.first();
            if (asExpected && next != null && next.stands(edit)) {
                confirm(next);
                continue;
            }
            if (asExpected) {
                asExpected = false;
                rollBackPending();
            }
            Journal journal = arrangement.apply(edit);
            revision++;
            journal.forEachElement(changed);
            if (edit.author().equals(person)) {
                confirm(edit, journal);
            }
        }
        if (!asExpected) {
            checksum = arrangement.checksum();
            applyPending();
        }
        return true;
    }

    /** The first pending edit is ordered next, so all stays as it is. */
    private void confirm(Pending next) {
        pending.remove(next.id());
        revision++;
        checksum = next.sum;
        if (next.journal != null) {
            next.journal.forEachElement(changed);
        }
        prune();
    }

    private void confirm(Edit edit, Journal journal) {
        if (!pending.remove(edit.id())) {
            // Made by this person on another page.
            steps.insert(pending.size(), edit.id(), edit.undoes(), edit.label());
        }
        inverses.put(edit.id(), journal.inverse());
        prune();
    }

    private void prune() {
        if (inverses.size() > mostInverses) {
            inverses.keySet().removeIf(each -> !pending.needs(each) && !steps.contains(each));
            mostInverses = Math.max(MOST_INVERSES, 2 * inverses.size());
        }
    }

    /**
     * The server has ordered one of the pending edits as it was sent.
     *
     * @return false if edits before it are missing: fetch from {@link #revision()} + 1
     */
    public boolean accepted(Id edit, long at) {
        Pending mine = pending.find(edit);
        if (mine == null) {
            return at <= revision;
        }
        if (at <= revision) {
            // What was loaded held it already, without saying so, because it is long ago.
            drop(List.of(mine));
            return true;
        }
        return ordered(at, List.of(mine.edit));
    }

    /**
     * The server has refused one of the pending edits; it is taken off the page, and with it what was to undo it.
     *
     * @return the edit, so that the page can show and copy what it was, or null if it was not pending
     */
    public @Nullable Edit refused(Id edit) {
        Pending refused = pending.find(edit);
        if (refused == null) {
            return null;
        }
        drop(pending.withUndoing(refused));
        return refused.edit;
    }

    private void drop(List<Pending> gone) {
        rollBackPending();
        for (Pending each : gone) {
            pending.remove(each.id());
            inverses.remove(each.id());
            steps.forget(each.id());
        }
        applyPending();
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

    private void applyPending() {
        for (Pending each : pending) {
            each.journal = null;
            tryToApply(each);
        }
    }

    private void tryToApply(Pending each) {
        try {
            apply(each);
        } catch (EditRefused misfit) {
            inverses.put(each.id(), List.of());
        }
    }

    private void apply(Pending each) {
        Edit edit = each.edit;
        if (edit.isUndo() && !each.sent && inverses.get(edit.undoes()) instanceof List<Operation> inverse) {
            // The base stays: a server tells from it since when the edit may have been ordered.
            edit = new Edit(edit.id(), edit.author(), edit.base(), edit.label(), edit.undoes(), inverse);
            each.edit = edit;
        }
        Journal journal = arrangement.apply(edit);
        each.journal = journal;
        each.sum = arrangement.checksum();
        inverses.put(edit.id(), journal.inverse());
        journal.forEachElement(changed);
    }
}
