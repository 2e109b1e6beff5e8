package studio.tutti.core.editing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation.Restore;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;

/**
 * Taking back an edit from anywhere in the order, whoever made it, as an ordinary edit of the one who takes it back.
 *
 * <p>Like an undo it restores each register only where the edit was the last to write it; unlike an undo it writes in its own
 * name, so that its own undo brings back what it took. What somebody has written since stays as they wrote it.
 */
public final class TakingBack {

    private record Register(Id element, Property property) {}

    private final List<Restore> standing = new ArrayList<>();
    private final Set<Id> revived = new HashSet<>();
    private final Set<Id> since = new LinkedHashSet<>();
    private int changed;
    private int asBefore;
    private int buries;
    private boolean alive;

    /**
     * Looks what of an edit can be taken back.
     *
     * @param today the song as it is
     * @param inverse what takes the edit back, as its {@link studio.tutti.core.arrangement.Journal} said
     */
    public TakingBack(Arrangement today, List<Operation> inverse) {
        // Of several writes of one register by one edit, the first knows what was there before.
        Map<Register, Restore> last = new LinkedHashMap<>();
        for (Operation operation : inverse) {
            Restore restore = (Restore) operation;
            Register register = new Register(restore.element(), restore.property());
            last.remove(register);
            last.put(register, restore);
        }
        last.values().forEach(restore -> look(today, restore));
        if (last.values().stream().anyMatch(restore -> restore.property() == Property.CHOSEN && !standing.contains(restore))) {
            // A switch is taken back as a whole or not at all.
            standing.clear();
            revived.clear();
        }
        bury(today);
    }

    private void look(Arrangement today, Restore restore) {
        Element element = today.find(restore.element());
        if (element == null) {
            changed++;
            return;
        }
        Property property = restore.property();
        boolean existence = property == Property.ALIVE;
        alive |= existence && restore.value().equals(0L) && element.isAlive();
        boolean there = existence || element.exists() || revived.contains(element.id());
        if (!there) {
            passed(element.writer(Property.ALIVE));
        } else if (!element.writer(property).equals(restore.from())) {
            if (element.get(property).equals(restore.value())) {
                asBefore++;
            } else {
                passed(element.writer(property));
            }
        } else if (property == Property.PARENT && !mayLieIn(today, (Id) restore.value())) {
            Element place = today.find((Id) restore.value());
            passed(place == null ? Id.NONE : place.writer(Property.ALIVE));
        } else {
            standing.add(restore);
            if (existence && !restore.value().equals(0L)) {
                revived.add(element.id());
            }
        }
    }

    private boolean mayLieIn(Arrangement today, Id place) {
        return today.alive(place) != null || revived.contains(place);
    }

    private void passed(Id writer) {
        changed++;
        if (!writer.isNone()) {
            since.add(writer);
        }
    }

    /** Whether something of the edit can be taken back. */
    public boolean isPossible() {
        return !standing.isEmpty();
    }

    /** Whether all of it can be taken back that is not as it was before already. */
    public boolean isWhole() {
        return changed == 0;
    }

    /** Whether all is as it was before the edit already: it was undone, or taken back. */
    public boolean isDone() {
        return standing.isEmpty() && changed == 0 && asBefore > 0;
    }

    /** Whether nothing is left of the edit: all is as it was before, or was written since, and what it made is not in the song. */
    public boolean isGone() {
        return standing.isEmpty() && !alive;
    }

    /** The edits that have written since what this edit wrote. */
    public Set<Id> since() {
        return since;
    }

    /** How much others have put since into what would be removed; it would be gone with it, and come back with it. */
    public int buries() {
        return buries;
    }

    private void bury(Arrangement today) {
        Set<Id> removed = new HashSet<>();
        for (Restore restore : standing) {
            if (restore.property() == Property.ALIVE && restore.value().equals(0L)) {
                removed.add(restore.element());
            }
        }
        for (Restore restore : standing) {
            Element element = today.find(restore.element());
            if (element != null && removed.contains(element.id())) {
                buries += inside(element, restore.from(), removed);
            }
        }
    }

    private static int inside(Element element, Id edit, Set<Id> removed) {
        int inside = 0;
        for (Kind kind : Kind.values()) {
            for (Element child : element.children(kind)) {
                if (!removed.contains(child.id()) && !child.writer(Property.ALIVE).equals(edit)) {
                    inside += 1 + inside(child, edit, removed);
                }
            }
        }
        return inside;
    }

    /**
     * The operations that take back what can be.
     *
     * @param edit the id of the edit that they will be the operations of
     */
    public List<Operation> operations(Id edit) {
        List<Operation> operations = new ArrayList<>(standing.size());
        for (Restore restore : standing) {
            operations.add(new Restore(restore.element(), restore.property(), restore.value(), restore.from(), edit));
        }
        return operations;
    }
}
