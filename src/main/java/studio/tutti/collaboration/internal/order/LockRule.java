package studio.tutti.collaboration.internal.order;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.editing.LockGestures;

/**
 * Whose a lock is: made in one's own name only, released or made smaller by its holder or the song's owner only, by whatever edit.
 * Who moves bars moves the locks in them along.
 */
final class LockRule {

    private final Arrangement arrangement;
    private final Id owner;

    /** @param owner who made the song */
    LockRule(Arrangement arrangement, Id owner) {
        this.arrangement = arrangement;
        this.owner = owner;
    }

    /** Why an edit may not do to locks what it does, or null if it may. */
    @Nullable String fault(Edit edit) {
        if (edit.author().equals(owner)) {
            return null;
        }
        for (Operation operation : edit.operations()) {
            String fault = operation instanceof Operation.Add add ? fault(add, edit.author()) : fault(operation, edit);
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    private static @Nullable String fault(Operation.Add add, Id author) {
        return add.kind() == Kind.LOCK && !author.equals(add.values().get(Property.HOLDER))
                ? "A lock can only be held in one's own name."
                : null;
    }

    private @Nullable String fault(Operation operation, Edit edit) {
        Element lock = arrangement.find(operation.element());
        if (lock == null || lock.kind() != Kind.LOCK || lock.reference(Property.HOLDER).equals(edit.author())) {
            return null;
        }
        boolean allowed = switch (operation) {
            case Operation.Set set -> mayWrite(lock, set.property(), set.value(), edit.operations());
            case Operation.Restore restore -> restore.property() == Property.ALIVE
                    ? !lock.exists() || restore.value().equals(1L)
                    : mayWrite(lock, restore.property(), restore.value(), edit.operations());
            default -> !lock.exists();
        };
        return allowed ? null : LockGestures.othersLock(lock);
    }

    private boolean mayWrite(Element lock, Property property, Object value, List<Operation> operations) {
        if (lock.get(property).equals(value)) {
            return true;
        }
        boolean longer = property == Property.LENGTH && value instanceof Long length && lock.length() > 0 && (length == 0 || length > lock.length());
        return longer || property == Property.START && operations.stream().anyMatch(this::movesMusic);
    }

    private boolean movesMusic(Operation operation) {
        Property property = switch (operation) {
            case Operation.Set set -> set.property();
            case Operation.Restore restore -> restore.property();
            default -> Property.ALIVE;
        };
        Element moved = arrangement.find(operation.element());
        return property == Property.START && moved != null && moved.kind() != Kind.LOCK;
    }
}
