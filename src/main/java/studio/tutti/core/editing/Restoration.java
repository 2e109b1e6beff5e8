package studio.tutti.core.editing;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;

/**
 * What turns a song of today into what it was once, as the operations of one ordinary edit.
 *
 * <p>What was made since is removed, what was removed since comes back under its id, and what differs is written again.
 * Equal properties are left alone, so that undoing the edit takes back no more than it did. What people said about the song
 * is no part of its music: comments stay as they are, and so do locks, which only their holders release.
 */
public final class Restoration {

    private Restoration() {}

    /**
     * The operations of a restoration, empty if nothing differs.
     *
     * @param today the song as it is
     * @param then an earlier state of the same song
     * @param edit the id of the edit that they will be the operations of
     */
    public static List<Operation> operations(Arrangement today, Arrangement then, Id edit) {
        List<Operation> removals = new ArrayList<>();
        List<Operation> returns = new ArrayList<>();
        List<Operation> writes = new ArrayList<>();
        for (int handle = 0; handle < today.handles(); handle++) {
            Element now = today.at(handle);
            if (today.find(now.id()) != now || now.kind() == Kind.COMMENT || now.kind() == Kind.LOCK) {
                continue;
            }
            Element before = then.find(now.id());
            boolean existed = before != null && before.exists();
            if (now.exists() && !existed) {
                removals.add(new Operation.Remove(now.id()));
            } else if (existed) {
                if (!now.exists()) {
                    returns.add(new Operation.Restore(now.id(), Property.ALIVE, 1L, now.writer(Property.ALIVE), edit));
                }
                write(now, before, returns, writes);
            }
        }
        removals.addAll(returns);
        removals.addAll(writes);
        return removals;
    }

    /** Folders are emptied first: on the way, two of them might lie in each other. */
    private static void write(Element now, Element before, List<Operation> first, List<Operation> then) {
        for (int slot = 0; slot < now.kind().size(); slot++) {
            Property property = now.kind().property(slot);
            if (property == Property.ALIVE || now.get(property).equals(before.get(property))) {
                continue;
            }
            if (property == Property.FOLDER && !now.reference(property).isNone()) {
                first.add(new Operation.Set(now.id(), property, Id.NONE));
            }
            then.add(new Operation.Set(now.id(), property, before.get(property)));
        }
    }
}
