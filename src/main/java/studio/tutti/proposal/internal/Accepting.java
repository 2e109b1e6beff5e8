package studio.tutti.proposal.internal;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import studio.tutti.collaboration.Edits;
import studio.tutti.collaboration.NotStoredYet;
import studio.tutti.collaboration.PastEdit;
import studio.tutti.collaboration.PastEdit.Standing;
import studio.tutti.collaboration.Song;
import studio.tutti.collaboration.Songs;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.editing.Gesture;
import studio.tutti.core.editing.Labels;
import studio.tutti.core.editing.TakeGestures;
import studio.tutti.core.editing.TakeGestures.Manner;
import studio.tutti.core.proposal.AcceptedEdit;
import studio.tutti.core.proposal.Proposal;
import studio.tutti.core.proposal.Take;
import studio.tutti.proposal.ProposalRefused;

/**
 * Accepts takes. The proposal is claimed under the id of an edit, then the edit is made: the claim lets one of two people win, and the log, not the
 * claim, says whether the song has it. A claim whose edit never came is worth nothing after a minute.
 */
@Component
class Accepting {

    private static final SecureRandom RANDOM = new SecureRandom();
    /** Longer than an edit may take to be decided. */
    private static final long CLAIM_MILLIS = 60_000;
    private static final int MOST_TRIES = 3;

    private final ProposalStore store;
    private final TakeStore takes;
    private final Songs songs;
    private final Edits edits;

    Accepting(ProposalStore store, TakeStore takes, Songs songs, Edits edits) {
        this.store = store;
        this.takes = takes;
        this.songs = songs;
        this.edits = edits;
    }

    /**
     * Accepts a take and waits until the song has it.
     *
     * @throws ProposalRefused with a sentence
     */
    void accept(Song song, Proposal.Who who, Proposal proposal, int number, boolean over) {
        Take take = look(song, proposal, number);
        Id before = past(song, proposal);
        Id edit = new Id(RANDOM.nextLong() | 1, RANDOM.nextLong());
        if (!store.claim(proposal.id(), number, who, over, edit, before)) {
            throw quicker(proposal.id());
        }
        write(song, who, proposal, number, take, over ? Manner.OVER : Manner.IN_PLACE, edit);
    }

    private Take look(Song song, Proposal proposal, int number) {
        Proposal.Header header = proposal.take(number);
        Take take = takes.find(proposal.id(), number).orElse(null);
        if (header == null || take == null) {
            throw new ProposalRefused("There is no such take, or it is still being made.");
        }
        if (!header.hiddenBy().isNone()) {
            throw new ProposalRefused("This take was vetoed: show it again first.");
        }
        int wanted = store.votesWanted(song.id());
        int votes = proposal.votesFor(number);
        if (votes < wanted) {
            throw new ProposalRefused("This song's owner asks for " + wanted + (wanted == 1 ? " vote" : " votes") + " before a take is accepted; this one has "
                    + votes + ".");
        }
        return take;
    }

    /** The acceptance that counts no more, so that another may take its place: its edit was undone, or never came. */
    private Id past(Song song, Proposal proposal) {
        Proposal.Acceptance acceptance = proposal.acceptance();
        if (acceptance == null) {
            return Id.NONE;
        }
        Optional<PastEdit> made = edits.find(song.link(), acceptance.edit());
        if (made.isPresent()) {
            store.accepted(proposal.id(), acceptance.edit(), made.get().revision());
            if (made.get().standing() == Standing.TAKEN_BACK || edits.isGone(song.link(), acceptance.edit())) {
                return acceptance.edit();
            }
            throw new ProposalRefused(acceptance.by().name() + " has accepted take " + acceptance.take() + " already. Undo that first, then accept another.");
        }
        if (store.claimedSince(proposal.id()) < CLAIM_MILLIS || !settle(song, proposal, acceptance)) {
            throw quicker(proposal.id());
        }
        return Id.NONE;
    }

    /**
     * Finds out what became of old claims.
     *
     * @param songs whose
     * @return those that changed
     */
    List<Id> heal(Collection<Id> songs) {
        List<Id> changed = new ArrayList<>();
        for (ProposalStore.Kept each : store.claimedBefore(songs, CLAIM_MILLIS)) {
            if (this.songs.find(each.song()).filter(song -> !song.trashed() && heal(song, each.proposal())).isPresent()) {
                changed.add(each.proposal().id());
            }
        }
        return changed;
    }

    /**
     * Finds out what became of a claim whose node died. May wait as long as an edit may.
     *
     * @return whether that changed the proposal
     */
    boolean heal(Song song, Proposal proposal) {
        Proposal.Acceptance acceptance = proposal.acceptance();
        if (acceptance == null || acceptance.revision() > 0 || store.claimedSince(proposal.id()) < CLAIM_MILLIS) {
            return false;
        }
        Optional<PastEdit> made = edits.find(song.link(), acceptance.edit());
        if (made.isPresent()) {
            store.accepted(proposal.id(), acceptance.edit(), made.get().revision());
            return true;
        }
        settle(song, proposal, acceptance);
        return store.find(proposal.id()).map(now -> now.proposal().stamp() != proposal.stamp()).orElse(false);
    }

    /**
     * Decides what became of an old claim whose edit is not in the log: it may still wait for the store, on whatever node. An edit that does nothing
     * is handed in under its id. Of the two the log takes one: then the claim counts, or nobody's edit can come in under that id any more.
     *
     * @return whether the claim was given back
     */
    private boolean settle(Song song, Proposal proposal, Proposal.Acceptance claim) {
        try {
            long revision = songs.edit(song.link(), claim.by().person(), claim.edit(), Labels.PROPOSAL_VOID, List.of(nothing(claim.edit())));
            if (isVoid(song, claim.edit())) {
                store.release(proposal.id(), claim.edit());
                return true;
            }
            store.accepted(proposal.id(), claim.edit(), revision);
        } catch (EditRefused never) {
            store.release(proposal.id(), claim.edit());
            return true;
        } catch (NotStoredYet unknown) {
            // it is asked again later
        }
        return false;
    }

    /** Takes back what this very edit wrote before it, which is nothing. */
    private static Operation nothing(Id edit) {
        return new Operation.Restore(Arrangement.ROOT, Property.NAME, "", edit, Operation.THIS_EDIT);
    }

    private boolean isVoid(Song song, Id edit) {
        return edits.find(song.link(), edit).map(PastEdit::label).orElse("").equals(Labels.PROPOSAL_VOID);
    }

    private ProposalRefused quicker(Id proposal) {
        Proposal.Acceptance acceptance = store.find(proposal).map(ProposalStore.Kept::proposal).map(Proposal::acceptance).orElse(null);
        return new ProposalRefused(acceptance == null
                ? "Somebody was accepting this at the same moment. Try again."
                : acceptance.by().name() + " was quicker and is accepting take " + acceptance.take() + ".");
    }

    private void write(Song song, Proposal.Who who, Proposal proposal, int number, Take take, Manner manner, Id edit) {
        String label = AcceptedEdit.label(proposal.id(), number);
        for (int tries = 1; ; tries++) {
            Gesture gesture;
            try {
                gesture = songs.read(song.link(), (revision, today) -> TakeGestures.lay(today,
                        new IdSequence(edit.high(), edit.low() >>> 2), take, proposal.card().from(), proposal.card().to(), manner, label));
            } catch (RuntimeException cant) {
                store.release(proposal.id(), edit);
                throw cant instanceof EditRefused refused ? new ProposalRefused(refused.getMessage()) : cant;
            }
            long revision;
            // From here on the song may have it: the claim is given back for a refusal only, and the log tells all else.
            try {
                revision = songs.edit(song.link(), who.person(), edit, label, gesture.operations());
            } catch (NotStoredYet unknown) {
                throw new ProposalRefused(unknown.getMessage());
            } catch (EditRefused refused) {
                // what it was laid on may have changed while it was on its way: once more on what is there now
                if (tries == MOST_TRIES || !AcceptedEdit.mayFitNow(refused.getMessage())) {
                    store.release(proposal.id(), edit);
                    throw new ProposalRefused(refused.getMessage());
                }
                continue;
            }
            if (isVoid(song, edit)) {
                throw new ProposalRefused("It took too long until the song could be written. Accept it again.");
            }
            store.accepted(proposal.id(), edit, revision);
            return;
        }
    }
}
