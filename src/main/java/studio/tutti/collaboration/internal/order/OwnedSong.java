package studio.tutti.collaboration.internal.order;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import studio.tutti.collaboration.internal.store.Append;
import studio.tutti.collaboration.internal.store.Entry;
import studio.tutti.collaboration.internal.store.LogStore.Known;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Journal;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.lock.SwitchCheck;
import studio.tutti.core.protocol.EditFormat;

/**
 * A song at its owner: its arrangement with all edits that were judged, of which the last may not be stored yet. When
 * the store fails on one of them the whole is dropped and loaded anew.
 *
 * <p>Used under the lock of its {@link Slot}.
 */
final class OwnedSong {

    private final UUID song;
    private final long epoch;
    private final Arrangement arrangement;
    private final LockRule locks;
    private final Recent recent;
    private final Acceptances acceptances;
    private long head;
    private long lastTime;
    private volatile long stored;
    private volatile boolean dropped;

    /** @param maker who made the song, and owns it */
    OwnedSong(UUID song, Id maker, long epoch, Arrangement arrangement, long head, long lastTime, Recent recent, Acceptances acceptances) {
        this.song = song;
        this.epoch = epoch;
        this.arrangement = arrangement;
        locks = new LockRule(arrangement, maker);
        this.head = head;
        this.lastTime = lastTime;
        this.recent = recent;
        this.acceptances = acceptances;
        stored = head;
    }

    UUID song() {
        return song;
    }

    long epoch() {
        return epoch;
    }

    /** The latest revision, stored or not. */
    long head() {
        return head;
    }

    /** When the latest edit was judged, in milliseconds since 1970. */
    long lastTime() {
        return lastTime;
    }

    void storedUpTo(long revision) {
        stored = revision;
    }

    boolean isDropped() {
        return dropped;
    }

    void drop() {
        dropped = true;
    }

    /** Whether everything judged is stored. */
    boolean isAtRest() {
        return stored == head;
    }

    /** Judges an edit and, if it is good, gives it the next revision. */
    Verdict judge(Submission submission, long now) {
        Edit edit = submission.edit();
        if (recent.find(edit.id(), edit.base()) instanceof Known known) {
            return known.author().equals(edit.author())
                    ? new Verdict.Settled(new Outcome.Stored(known.revision(), known.checksum()))
                    : refuse("This edit has the id of somebody else's.");
        }
        String fault = fault(edit, submission.person());
        if (fault != null) {
            return refuse(fault);
        }
        try {
            return take(edit, submission.content(), now);
        } catch (EditRefused refused) {
            return refuse(refused.getMessage());
        }
    }

    /** Where an edit lies in the log; null if it doesn't. */
    @Nullable Outcome placeOf(Edit edit) {
        return recent.find(edit.id(), -1) instanceof Known known ? new Outcome.Stored(known.revision(), known.checksum()) : null;
    }

    private Verdict take(Edit edit, byte[] content, long now) {
        Journal journal = arrangement.apply(edit);
        byte[] inverse = EditFormat.operationsToBytes(journal.inverse());
        head++;
        lastTime = Math.max(lastTime, now);
        Entry entry = new Entry(head, lastTime, arrangement.checksum(), edit, content);
        recent.add(edit.id(), new Known(head, entry.checksum(), edit.author(), inverse));
        recent.trim(stored);
        acceptances.add(edit);
        return new Verdict.Taken(new Append.Line(entry, inverse), arrangement.root().text(Property.NAME));
    }

    private Verdict refuse(String reason) {
        return new Verdict.Settled(new Outcome.Refused(reason, head));
    }

    private @Nullable String fault(Edit edit, Id person) {
        if (!edit.author().equals(person)) {
            return "An edit can only be made in one's own name.";
        }
        if (edit.base() > head) {
            return "This edit builds on a revision that the song does not have.";
        }
        String locked = locks.fault(edit);
        if (locked == null) {
            locked = SwitchCheck.fault(arrangement, edit.operations());
        }
        if (locked != null) {
            return locked;
        }
        if (edit.isUndo()) {
            return undoFault(edit);
        }
        if (edit.operations().isEmpty()) {
            return "This edit changes nothing.";
        }
        return forges(edit.id(), edit.operations())
                ? "Only an undo can write in the name of another edit."
                : acceptances.fault(edit);
    }

    private @Nullable String undoFault(Edit edit) {
        // An edit far back is not in memory, whatever the undo was made on.
        Known target = recent.find(edit.undoes(), -1);
        if (target == null) {
            return "What this undo takes back was never part of the song.";
        }
        if (!target.author().equals(edit.author())) {
            return "Only one's own edits can be undone.";
        }
        return Arrays.equals(target.inverse(), EditFormat.operationsToBytes(edit.operations()))
                ? acceptances.fault(edit)
                : "This undo does not say what its edit did.";
    }

    /** Going back to a version restores what was removed, as a write of its own; anything else would rewrite history. */
    private static boolean forges(Id edit, List<Operation> operations) {
        for (Operation operation : operations) {
            if (operation instanceof Operation.Restore restore && !restore.to().equals(edit)) {
                return true;
            }
        }
        return false;
    }
}
