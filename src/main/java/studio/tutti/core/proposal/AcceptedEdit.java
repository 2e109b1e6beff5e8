package studio.tutti.core.proposal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.editing.Labels;
import studio.tutti.core.lock.Breach;
import studio.tutti.core.lock.LockCheck;

/** The edit that accepts a take: its label names proposal and take, and the sequencer asks more of it than of other edits. */
public final class AcceptedEdit {

    /** What the labels of edits that accept takes begin with. */
    public static final String BEGINNING = Labels.PROPOSAL_ACCEPT + "/";
    private static final String KEEPING = Labels.ALTERNATIVE_KEEP + "/";
    private static final int ID = 32;
    private static final String PLACE_GONE = "The place of this take was removed just now. Accept it again, or ask anew.";

    private AcceptedEdit() {}

    /** The label of an edit that accepts a take. */
    public static String label(Id proposal, int take) {
        return BEGINNING + proposal + "/" + take;
    }

    /** The label of an edit that keeps a take as an alternative of a section. */
    public static String keeping(Id proposal, int take) {
        return KEEPING + proposal + "/" + take;
    }

    /** The proposal whose take an edit with this label accepts, or keeps as an alternative; {@link Id#NONE} if it does neither. */
    public static Id source(String label) {
        return label.startsWith(KEEPING) ? proposal(BEGINNING + label.substring(KEEPING.length())) : proposal(label);
    }

    /** The proposal that an edit with this label accepts a take of; {@link Id#NONE} if it accepts none. */
    public static Id proposal(String label) {
        if (!label.startsWith(BEGINNING) || label.length() < BEGINNING.length() + ID) {
            return Id.NONE;
        }
        try {
            return Id.parse(label.substring(BEGINNING.length(), BEGINNING.length() + ID));
        } catch (IllegalArgumentException other) {
            return Id.NONE;
        }
    }

    /** The number of the take that an edit with this label accepts; 0 if it accepts none. */
    public static int take(String label) {
        if (proposal(label).isNone() || label.length() < BEGINNING.length() + ID + 2) {
            return 0;
        }
        try {
            return Integer.parseInt(label.substring(BEGINNING.length() + ID + 1));
        } catch (NumberFormatException other) {
            return 0;
        }
    }

    /** Whether a take that was refused for a reason may fit if it is laid into the song anew. */
    public static boolean mayFitNow(@Nullable String reason) {
        return PLACE_GONE.equals(reason);
    }

    /**
     * The acceptance that is in the song after an edit: the edit itself if it accepts a take, the one that it brings back if it redoes one.
     *
     * @return its id, or {@link Id#NONE} if the edit does neither
     */
    public static Id acceptance(Edit edit) {
        if (proposal(edit.label()).isNone()) {
            return Id.NONE;
        }
        return edit.isUndo() ? redone(edit) : edit.id();
    }

    /** What a redo brings back was all written by the one edit; the undo of an acceptance takes what nobody had written before. */
    private static Id redone(Edit edit) {
        Id writer = Id.NONE;
        boolean comes = false;
        for (Operation operation : edit.operations()) {
            if (!(operation instanceof Operation.Restore restore) || restore.to().isNone() || !writer.isNone() && !restore.to().equals(writer)) {
                return Id.NONE;
            }
            writer = restore.to();
            comes |= restore.property() == Property.ALIVE && restore.value().equals(1L);
        }
        return comes ? writer : Id.NONE;
    }

    /**
     * Why an edit can't accept a take, or redo that, as the song is now, a sentence; null if it can, or does neither.
     *
     * @param arrangement the song that the edit would come to; the edit is tried on it, so nobody else may use it meanwhile
     */
    public static @Nullable String fault(Arrangement arrangement, Edit edit) {
        if (acceptance(edit).isNone()) {
            return null;
        }
        Set<Id> made = new HashSet<>();
        for (Operation operation : edit.isUndo() ? List.<Operation>of() : edit.operations()) {
            Id place = switch (operation) {
                case Operation.Add add -> (Id) add.values().get(Property.PARENT);
                case Operation.Set set -> set.element();
                // what is gone already needs no removing
                case Operation.Remove remove -> Arrangement.ROOT;
                case Operation.Restore restore -> Id.NONE;
            };
            if (operation instanceof Operation.Add add) {
                made.add(add.element());
            }
            if (place == null || !made.contains(place) && arrangement.alive(place) == null) {
                return PLACE_GONE;
            }
        }
        try {
            List<Breach> breaches = LockCheck.check(arrangement, edit);
            return breaches.isEmpty() ? null : breaches.getFirst().sentence(arrangement);
        } catch (EditRefused broken) {
            return broken.getMessage();
        }
    }
}
