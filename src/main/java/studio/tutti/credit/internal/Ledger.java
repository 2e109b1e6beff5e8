package studio.tutti.credit.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.proposal.AcceptedEdit;
import studio.tutti.credit.Deed;

/** What edits did to notes, taken down as they are read in their order. */
final class Ledger {

    /**
     * What an edit did to a note.
     *
     * @param proposal the proposal that the edit accepted a take of, or {@link Id#NONE}
     */
    record Line(Deed deed, Id author, long time, String label, Id proposal) {}

    private final Map<Id, List<Line>> notes = new HashMap<>();
    private final List<Counted> timeline = new ArrayList<>();
    private long entries;

    /** What one edit did to how many notes. */
    record Counted(Line line, int notes) {}

    void take(Edit edit, long time) {
        Id proposal = edit.isUndo() ? Id.NONE : AcceptedEdit.source(edit.label());
        Map<Id, Deed> deeds = new HashMap<>();
        for (Operation operation : edit.operations()) {
            Deed deed = deed(operation, !proposal.isNone());
            if (deed != null) {
                deeds.merge(operation.element(), deed, Ledger::stronger);
            }
        }
        Map<Deed, Integer> counts = new EnumMap<>(Deed.class);
        // one line for all notes of a deed: a ledger stays in memory
        Map<Deed, Line> lines = new EnumMap<>(Deed.class);
        deeds.forEach((note, deed) -> {
            Line line = lines.computeIfAbsent(deed, each -> new Line(each, edit.author(), time, edit.label(), proposal));
            notes.computeIfAbsent(note, none -> new ArrayList<>(1)).add(line);
            entries++;
            counts.merge(deed, 1, Integer::sum);
        });
        counts.forEach((deed, count) -> timeline.add(new Counted(lines.get(deed), count)));
    }

    private @Nullable Deed deed(Operation operation, boolean accepts) {
        return switch (operation) {
            case Operation.Add add -> add.kind() == Kind.NOTE ? accepts ? Deed.ACCEPTED : Deed.MADE : null;
            case Operation.Set set -> notes.containsKey(set.element()) ? Deed.EDITED : null;
            case Operation.Remove remove -> notes.containsKey(remove.element()) ? Deed.REMOVED : null;
            case Operation.Restore restore -> !notes.containsKey(restore.element()) ? null
                    : restore.property() != Property.ALIVE ? Deed.EDITED
                    : restore.value().equals(0L) ? Deed.REMOVED : Deed.RETURNED;
        };
    }

    /** Of several things that one edit did to a note the one that says most. */
    private static Deed stronger(Deed one, Deed other) {
        return one == Deed.EDITED ? other : one;
    }

    /** What was done to a note, the earliest first. */
    List<Line> of(Id note) {
        return notes.getOrDefault(note, List.of());
    }

    Map<Id, List<Line>> notes() {
        return notes;
    }

    List<Counted> timeline() {
        return timeline;
    }

    /** How much it keeps: its notes, what is written about each of them, and its timeline. */
    long size() {
        return notes.size() + entries + timeline.size();
    }
}
