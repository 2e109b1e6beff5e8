package studio.tutti.core.replica;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Id;

/** The edits of this person that are not ordered yet, in the order of their making. */
final class PendingEdits implements Iterable<Pending> {

    private final List<Pending> inOrder = new ArrayList<>();
    private final Map<Id, Pending> byId = new HashMap<>();
    private final Set<Id> targets = new HashSet<>();

    int size() {
        return inOrder.size();
    }

    Pending get(int place) {
        return inOrder.get(place);
    }

    @Nullable Pending first() {
        return inOrder.isEmpty() ? null : inOrder.get(0);
    }

    @Nullable Pending last() {
        return inOrder.isEmpty() ? null : inOrder.get(inOrder.size() - 1);
    }

    boolean contains(Id edit) {
        return byId.containsKey(edit);
    }

    @Nullable Pending find(Id edit) {
        return byId.get(edit);
    }

    void append(Pending next) {
        inOrder.add(next);
        byId.put(next.id(), next);
        targets.add(next.edit.undoes());
    }

    /** Whether an edit is pending, or one that is pending takes it back. */
    boolean needs(Id edit) {
        return byId.containsKey(edit) || targets.contains(edit);
    }

    /** Takes one out; false if it is not there. */
    boolean remove(Id edit) {
        Pending gone = byId.remove(edit);
        if (gone != null) {
            targets.remove(gone.edit.undoes());
        }
        return gone != null && inOrder.remove(gone);
    }

    /** An edit and what is to undo it, to redo it then, and so on. */
    List<Pending> withUndoing(Pending edit) {
        List<Pending> all = new ArrayList<>();
        Set<Id> ids = new HashSet<>();
        for (Pending each : inOrder) {
            if (each == edit || ids.contains(each.edit.undoes())) {
                all.add(each);
                ids.add(each.id());
            }
        }
        return all;
    }

    @Override
    public Iterator<Pending> iterator() {
        return inOrder.iterator();
    }
}
