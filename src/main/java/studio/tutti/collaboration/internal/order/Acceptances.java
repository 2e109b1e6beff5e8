package studio.tutti.collaboration.internal.order;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import studio.tutti.collaboration.internal.store.LogStore;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.proposal.AcceptedEdit;

/**
 * The edits of a song that accept takes: of those of one proposal one at a time stands, also when an undone one is redone.
 *
 * <p>Used under the lock of its {@link Slot}.
 */
final class Acceptances {

    private static final String ANOTHER = "A take of this proposal is in the song already: undo that first.";

    private final UUID song;
    private final LogStore log;
    private final Arrangement arrangement;
    private final Map<Id, Set<Id>> byProposal = new HashMap<>();
    /** Whether those from before the song was loaded are here; most songs are never asked for them. */
    private boolean complete;

    Acceptances(UUID song, LogStore log, Arrangement arrangement) {
        this.song = song;
        this.log = log;
        this.arrangement = arrangement;
    }

    /** Remembers an edit that was judged good. */
    void add(Edit edit) {
        if (!edit.isUndo()) {
            add(edit.id(), edit.label());
        }
    }

    private void add(Id edit, String label) {
        Id proposal = AcceptedEdit.proposal(label);
        if (!proposal.isNone()) {
            byProposal.computeIfAbsent(proposal, none -> new HashSet<>()).add(edit);
        }
    }

    /** Why an edit can't put a take into the song as it is now; null if it can, or puts none. */
    @Nullable String fault(Edit edit) {
        Id acceptance = AcceptedEdit.acceptance(edit);
        if (acceptance.isNone()) {
            return null;
        }
        if (!complete) {
            log.labelled(song, AcceptedEdit.BEGINNING).forEach(this::add);
            complete = true;
        }
        Set<Id> others = new HashSet<>(byProposal.getOrDefault(AcceptedEdit.proposal(edit.label()), Set.of()));
        others.remove(acceptance);
        return !others.isEmpty() && isAnyStanding(others) ? ANOTHER : AcceptedEdit.fault(arrangement, edit);
    }

    private boolean isAnyStanding(Set<Id> edits) {
        for (int handle = 0; handle < arrangement.handles(); handle++) {
            if (edits.contains(arrangement.at(handle).writer(Property.ALIVE))) {
                return true;
            }
        }
        return false;
    }
}
