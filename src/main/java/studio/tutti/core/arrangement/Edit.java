package studio.tutti.core.arrangement;

import java.util.List;

/**
 * A set of operations that succeed or fail together.
 *
 * @param id made by the client; the same id is never applied twice
 * @param author the person
 * @param base the revision that the author saw
 * @param label what it does, as a key of the message catalogue such as {@code "notes.move"}, for the list of edits
 * @param undoes the edit that this one takes back, or {@link Id#NONE}; a redo takes back an undo
 * @param operations in order, at most {@link #MOST_OPERATIONS}
 */
public record Edit(Id id, Id author, long base, String label, Id undoes, List<Operation> operations) {

    /** How many operations an edit may have. */
    public static final int MOST_OPERATIONS = 400_000;

    /** How long a label may be. */
    public static final int LONGEST_LABEL = 80;

    public Edit {
        if (label.length() > LONGEST_LABEL) {
            throw new IllegalArgumentException("A label has at most " + LONGEST_LABEL + " characters.");
        }
        operations = named(List.copyOf(operations), id);
    }

    private static List<Operation> named(List<Operation> operations, Id id) {
        for (Operation operation : operations) {
            if (isUnnamed(operation)) {
                return operations.stream().map(each -> isUnnamed(each) && each instanceof Operation.Restore restore
                        ? new Operation.Restore(restore.element(), restore.property(), restore.value(), restore.from(), id)
                        : each).toList();
            }
        }
        return operations;
    }

    private static boolean isUnnamed(Operation operation) {
        return operation instanceof Operation.Restore restore && restore.to().equals(Operation.THIS_EDIT);
    }

    /** Whether this takes another edit back. */
    public boolean isUndo() {
        return !undoes.isNone();
    }
}
