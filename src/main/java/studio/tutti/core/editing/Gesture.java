package studio.tutti.core.editing;

import java.util.List;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Operation;

/**
 * What somebody did with the hand, as the operations of one edit.
 *
 * @param label what it does, a key of {@link Labels}
 * @param operations in order; none if nothing would change
 * @param made the ids of what it makes, in the order of what it was made from
 */
public record Gesture(String label, List<Operation> operations, List<Id> made) {

    public Gesture {
        operations = List.copyOf(operations);
        made = List.copyOf(made);
    }

    /** Whether nothing would change. */
    public boolean isEmpty() {
        return operations.isEmpty();
    }
}
