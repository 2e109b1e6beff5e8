package studio.tutti.browser;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.replica.Replica;

/** Which edits the page must keep over a reload: those made and not settled yet. */
final class Storing {

    private final Set<Id> stored = new HashSet<>();
    private final Queue<Edit> toStore = new ArrayDeque<>();
    private final Queue<Id> toForget = new ArrayDeque<>();

    /** An edit was made. */
    void made(Edit edit) {
        stored.add(edit.id());
        toStore.add(edit);
    }

    /** An edit is kept already, since before a reload. */
    void holds(Edit edit) {
        stored.add(edit.id());
    }

    /** An edit was ordered or refused. */
    void settle(Id edit) {
        if (stored.remove(edit)) {
            toForget.add(edit);
        }
    }

    /** Settles whatever is pending no more. */
    void settleAll(Replica replica) {
        Set<Id> pending = new HashSet<>();
        for (Edit edit : replica.pending()) {
            pending.add(edit.id());
        }
        for (Id edit : List.copyOf(stored)) {
            if (!pending.contains(edit)) {
                settle(edit);
            }
        }
    }

    /** The next edit that must survive a reload of the page, or null. */
    @Nullable Edit toStore() {
        return toStore.poll();
    }

    /** The next edit that need not survive any more, or null; ask for {@link #toStore()} before. */
    @Nullable Id toForget() {
        return toForget.poll();
    }
}
