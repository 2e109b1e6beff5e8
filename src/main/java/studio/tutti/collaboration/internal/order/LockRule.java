package studio.tutti.collaboration.internal.order;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.editing.LockGestures;
import studio.tutti.core.lock.Hold;

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
            case Operation.Set set -> mayWrite(lock, set.property(), set.value(), edit);
            case Operation.Restore restore -> restore.property() == Property.ALIVE
                    ? !lock.exists() || restore.value().equals(1L)
                    : mayWrite(lock, restore.property(), restore.value(), edit);
            default -> !lock.exists();
        };
        return allowed ? null : LockGestures.othersLock(lock);
    }

    private boolean mayWrite(Element lock, Property property, Object value, Edit edit) {
        if (lock.get(property).equals(value)) {
            return true;
        }
        boolean longer = property == Property.LENGTH && value instanceof Long length && lock.length() > 0 && (length == 0 || length > lock.length());
        // what an undo takes back was allowed, and nobody has written there since
        boolean back = edit.isUndo() && (property == Property.START || property == Property.LENGTH);
        return longer || back || property == Property.START && value instanceof Long start && goesAlong(lock, start, edit.operations());
    }

    /**
     * Whether bars move that a lock holds: a clip in them moves as far, or is cut and goes on there. Bars without clips go with whatever moves
     * as far.
     */
    private boolean goesAlong(Element lock, long start, List<Operation> operations) {
        Hold hold = Hold.of(lock);
        long way = start - lock.start();
        boolean empty = true;
        for (Element track : Elements.tracks(arrangement)) {
            if (hold.reaches(arrangement, track)) {
                for (Element clip : track.children(Kind.CLIP)) {
                    if (clip.length() > 0 && hold.meets(clip.start(), clip.end())) {
                        empty = false;
                        if (moves(clip, way, operations) || goesOn(clip, start, start + lock.length(), operations)) {
                            return true;
                        }
                    }
                }
            }
        }
        return empty && operations.stream().anyMatch(each -> arrangement.find(each.element()) instanceof Element other && other.kind() != Kind.LOCK
                && written(each, Property.START) instanceof Long to && to - other.start() == way);
    }

    /** Whether what a clip plays moves so far: the clip, or the beginning that it was cut off from; a loop by whole turns, with one of its ends. */
    private static boolean moves(Element clip, long way, List<Operation> operations) {
        long start = clip.start();
        long offset = clip.number(Property.OFFSET);
        long length = clip.length();
        boolean removed = false;
        for (Operation operation : operations) {
            if (operation.element().equals(clip.id())) {
                start = written(operation, Property.START) instanceof Long to ? to : start;
                offset = written(operation, Property.OFFSET) instanceof Long to ? to : offset;
                length = written(operation, Property.LENGTH) instanceof Long to ? to : length;
                // as the piece of a clip is, when a cut is taken back
                removed |= operation instanceof Operation.Restore restore && restore.property() == Property.ALIVE && restore.value().equals(0L);
            }
        }
        long shift = start - offset - clip.start() + clip.number(Property.OFFSET) - way;
        long loop = clip.number(Property.LOOP);
        // a loop that begins whole turns later is as it was, but shorter
        boolean turned = loop > 0 && shift % loop == 0 && (start - clip.start() == way || start + length - clip.end() == way);
        return removed || shift == 0 || turned;
    }

    private static boolean goesOn(Element clip, long from, long to, List<Operation> operations) {
        for (Operation operation : operations) {
            if (operation instanceof Operation.Add add && add.kind() == Kind.CLIP
                    && clip.reference(Property.PARENT).equals(add.values().get(Property.PARENT))
                    && clip.reference(Property.CONTENT).equals(add.values().get(Property.CONTENT))) {
                long start = add.values().get(Property.START) instanceof Long given ? given : 0;
                long length = add.values().get(Property.LENGTH) instanceof Long given ? given : 0;
                if (start < to && start + length > from) {
                    return true;
                }
            }
        }
        return false;
    }

    private static @Nullable Object written(Operation operation, Property property) {
        return switch (operation) {
            case Operation.Set set when set.property() == property -> set.value();
            case Operation.Restore restore when restore.property() == property -> restore.value();
            default -> null;
        };
    }
}
