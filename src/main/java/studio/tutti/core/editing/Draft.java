package studio.tutti.core.editing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;

/** Collects the operations of a gesture; new elements may be filled until it is finished. What would change nothing is left out. */
final class Draft {

    private final IdSequence ids;
    private final List<Supplier<Operation>> operations = new ArrayList<>();
    private final List<Id> made = new ArrayList<>();

    Draft(IdSequence ids) {
        this.ids = ids;
    }

    /** A new element to be filled with {@link New#with}. It is not among the gesture's made ones. */
    New add(Kind kind, Id parent) {
        New added = new New(ids.next());
        added.values.put(Property.PARENT, parent);
        operations.add(() -> new Operation.Add(added.id, kind, added.values));
        return added;
    }

    /** A new element that the gesture is about. */
    New make(Kind kind, Id parent) {
        New added = add(kind, parent);
        made.add(added.id);
        return added;
    }

    /** A new element that is like another in all but its place. */
    New copy(Element original, Id parent) {
        New copy = add(original.kind(), parent);
        for (int slot = 0; slot < original.kind().size(); slot++) {
            Property property = original.kind().property(slot);
            Object value = original.get(property);
            if (property != Property.ALIVE && property != Property.PARENT && !value.equals(property.type().initial())) {
                copy.with(property, value);
            }
        }
        return copy;
    }

    IdSequence ids() {
        return ids;
    }

    /** Does what another gesture does, too, and returns what that made first. */
    Id take(Gesture other) {
        for (Operation operation : other.operations()) {
            operations.add(() -> operation);
        }
        return other.made().getFirst();
    }

    /** Counts what another gesture made among what this one made. */
    void make(Id id) {
        made.add(id);
    }

    /** Counts a new element among what the gesture made. */
    void make(New added) {
        made.add(added.id);
    }

    /** Counts an element that is there already among what the gesture is about. */
    void change(Element element) {
        made.add(element.id());
    }

    void set(Element element, Property property, long value) {
        set(element, property, (Object) value);
    }

    void set(Element element, Property property, Object value) {
        if (!element.get(property).equals(value)) {
            Operation set = new Operation.Set(element.id(), property, value);
            operations.add(() -> set);
        }
    }

    /** Writes a property of something that another gesture makes. */
    void write(Id made, Property property, Object value) {
        operations.add(() -> new Operation.Set(made, property, value));
    }

    /** Writes what form of a section is heard; all of the edit passes if somebody has done so since. */
    void choose(Element section, Id form) {
        Operation choose = new Operation.Restore(
                section.id(), Property.CHOSEN, form, section.writer(Property.CHOSEN), Operation.THIS_EDIT);
        operations.add(() -> choose);
    }

    void remove(Element element) {
        Operation remove = new Operation.Remove(element.id());
        operations.add(() -> remove);
    }

    Gesture as(String label) {
        List<Operation> finished = new ArrayList<>(operations.size());
        for (Supplier<Operation> operation : operations) {
            finished.add(operation.get());
        }
        return new Gesture(label, finished, made);
    }

    /** An element in the making. */
    static final class New {
        private final Id id;
        private final Map<Property, Object> values = new EnumMap<>(Property.class);

        New(Id id) {
            this.id = id;
        }

        Id id() {
            return id;
        }

        /** The value given so far; it must have been given. */
        Object get(Property property) {
            return java.util.Objects.requireNonNull(values.get(property));
        }

        New with(Property property, long value) {
            return with(property, (Object) value);
        }

        New with(Property property, Object value) {
            values.put(property, value);
            return this;
        }
    }
}
