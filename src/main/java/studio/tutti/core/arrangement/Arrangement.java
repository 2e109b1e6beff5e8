package studio.tutti.core.arrangement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The content of a song: a tree of {@link Element}s under {@link #root()}, changed by {@link Edit}s and by nothing else.
 *
 * <p>The rules of the model live here. An edit that names what never existed, or breaks a rule, is refused whole; an
 * operation on something that was removed meanwhile does nothing, and the edit's other operations stand. Equal edits in
 * equal order make equal arrangements, wherever they run; {@link #checksum()} tells.
 *
 * <p>Not safe for use by several threads.
 */
public final class Arrangement {

    /** The id of the song itself, the same in every song. */
    public static final Id ROOT = new Id(0, 1);

    private final Map<Id, Element> elements = new HashMap<>();
    private final List<Element> byHandle = new ArrayList<>();
    private final int[] counts = new int[32];
    private final Element root;
    private long checksum;

    /** A new, empty song at 120 quarters a minute in 4/4, in C. */
    public Arrangement() {
        root = new Element(ROOT, Kind.SONG, 0, Id.NONE);
        elements.put(ROOT, root);
        byHandle.add(root);
        counts[Kind.SONG.code()] = 1;
        checksum = sumOf(root);
    }

    /** The song itself. */
    public Element root() {
        return root;
    }

    /** A number that is equal in all copies of a song at the same revision. */
    public long checksum() {
        return checksum;
    }

    /** How many existing elements of a kind there are, those in removed places included. */
    public int count(Kind kind) {
        return counts[kind.code()];
    }

    /** The element with an id, removed or not; null if it never existed. */
    public @Nullable Element find(Id id) {
        Element element = elements.get(id);
        return element != null && element.isKnown() ? element : null;
    }

    /** The element with an id if it is part of the song now, else null. */
    public @Nullable Element alive(Id id) {
        Element element = find(id);
        return element != null && element.isAlive() ? element : null;
    }

    /**
     * The element with a handle.
     *
     * @throws IndexOutOfBoundsException if there is none
     */
    public Element at(int handle) {
        return byHandle.get(handle);
    }

    /** How many handles there are: all handles are smaller. */
    public int handles() {
        return byHandle.size();
    }

    /**
     * Applies an edit.
     *
     * @return what it did
     * @throws EditRefused if it breaks a rule; nothing has changed then
     */
    public Journal apply(Edit edit) {
        Journal journal = new Journal();
        try {
            if (edit.operations().size() > Edit.MOST_OPERATIONS) {
                throw new EditRefused("This is too much at once: an edit has at most " + Edit.MOST_OPERATIONS + " steps.");
            }
            for (Operation operation : edit.operations()) {
                switch (operation) {
                    case Operation.Add add -> add(add, edit.id(), journal);
                    case Operation.Set set -> set(set, edit.id(), journal);
                    case Operation.Remove remove -> remove(remove, edit.id(), journal);
                    case Operation.Restore restore -> restore(restore, journal);
                }
            }
            return journal;
        } catch (EditRefused refused) {
            rollBack(journal);
            throw refused;
        }
    }

    /** Takes the latest edit back exactly, as if it had never come. Edits must be rolled back in reverse order. */
    public void rollBack(Journal journal) {
        List<Journal.Entry> entries = journal.entries();
        for (int i = entries.size() - 1; i >= 0; i--) {
            Journal.Entry entry = entries.get(i);
            if (entry.created()) {
                forget(entry.element());
            } else {
                write(entry.element(), entry.slot(), entry.value(), entry.writer());
            }
        }
    }

    private void add(Operation.Add add, Id edit, Journal journal) {
        Kind kind = add.kind();
        if (kind == Kind.SONG || add.element().isNone() || find(add.element()) != null) {
            throw new EditRefused("A new " + kind.word() + " has an id that is taken.");
        }
        if (counts[kind.code()] >= kind.most()) {
            throw new EditRefused("The song is full: it can have at most " + kind.most() + " of the kind " + kind.word() + ".");
        }
        if (!(add.values().get(Property.PARENT) instanceof Id parent)) {
            throw new EditRefused("A new " + kind.word() + " must say what it lies in.");
        }
        requireParent(kind, parent);
        for (Map.Entry<Property, Object> value : add.values().entrySet()) {
            if (value.getKey() == Property.ALIVE) {
                throw new EditRefused("Whether something exists is not written like other properties.");
            }
            requireValue(kind, add.element(), value.getKey(), value.getValue());
        }
        if (kind == Kind.CLIP && !add.values().containsKey(Property.CONTENT)) {
            throw new EditRefused("A new clip must say what it plays.");
        }
        Element element = create(add.element(), kind, edit);
        for (Map.Entry<Property, Object> value : add.values().entrySet()) {
            element.write(kind.slot(value.getKey()), value.getValue(), edit);
        }
        settle(element);
        journal.created(element, edit);
    }

    private void set(Operation.Set set, Id edit, Journal journal) {
        Element element = require(set.element());
        Property property = set.property();
        if (property == Property.ALIVE) {
            throw new EditRefused("Whether something exists is not written like other properties.");
        }
        requireValue(element.kind(), element.id(), property, set.value());
        if (property == Property.PARENT) {
            requireParent(element.kind(), (Id) set.value());
        }
        if (!element.exists()) {
            journal.pass();
            return;
        }
        record(element, element.slot(property), set.value(), edit, journal);
    }

    private void remove(Operation.Remove remove, Id edit, Journal journal) {
        Element element = require(remove.element());
        if (element == root) {
            throw new EditRefused("The song itself can't be removed.");
        }
        if (!element.exists()) {
            journal.pass();
            return;
        }
        record(element, 0, 0L, edit, journal);
    }

    private void restore(Operation.Restore restore, Journal journal) {
        Element element = require(restore.element());
        Property property = restore.property();
        if (element == root && property == Property.ALIVE) {
            throw new EditRefused("The song itself can't be removed.");
        }
        requireValue(element.kind(), element.id(), property, restore.value());
        if (property == Property.PARENT) {
            requireParent(element.kind(), (Id) restore.value());
        }
        int slot = element.slot(property);
        if (!element.writerAt(slot).equals(restore.from()) || property != Property.ALIVE && !element.exists()) {
            journal.pass();
            return;
        }
        record(element, slot, restore.value(), restore.to(), journal);
    }

    private void record(Element element, int slot, Object value, Id writer, Journal journal) {
        journal.wrote(element, slot, element.valueAt(slot), element.writerAt(slot), writer);
        write(element, slot, value, writer);
    }

    private Element require(Id id) {
        Element element = find(id);
        if (element == null) {
            throw new EditRefused("This refers to something that the song has never had.");
        }
        return element;
    }

    private void requireParent(Kind kind, Id parent) {
        if (!kind.mayLieIn(require(parent).kind())) {
            throw new EditRefused("A " + kind.word() + " can't lie in a " + require(parent).kind().word() + ".");
        }
    }

    private void requireValue(Kind kind, Id owner, Property property, Object value) {
        if (kind.slot(property) < 0) {
            throw new EditRefused("A " + kind.word() + " has no " + property.name().toLowerCase() + ".");
        }
        String fault = property.type().fault(value);
        if (fault != null) {
            throw new EditRefused("The " + property.name().toLowerCase() + " of a " + kind.word() + " " + fault + ".");
        }
        if (property.type() instanceof ValueType.Reference reference
                && reference.target() != null
                && value instanceof Id id
                && !id.isNone()) {
            if (!require(id).kind().word().equals(reference.target())) {
                throw new EditRefused("The " + property.name().toLowerCase() + " of a " + kind.word() + " must be a "
                        + reference.target() + ".");
            }
            if (property == Property.FOLDER) {
                requireNoCircle(owner, id);
            }
        }
    }

    /** A folder may not lie in itself, however deep. */
    private void requireNoCircle(Id track, Id folder) {
        Id outer = folder;
        for (int depth = 0; !outer.isNone(); depth++) {
            Element holder = require(outer);
            if (outer.equals(track) || depth > Kind.TRACK.most()) {
                throw new EditRefused("A folder can't lie in itself.");
            }
            outer = holder.reference(Property.FOLDER);
        }
    }

    /** Makes an element with initial values, not yet counted nor attached: {@link #settle} follows. */
    Element create(Id id, Kind kind, Id writer) {
        Element element = elements.get(id);
        if (element != null && element.kind() == kind) {
            element.reset(writer);
            element.know(true);
            return element;
        }
        element = new Element(id, kind, byHandle.size(), writer);
        byHandle.add(element);
        elements.put(id, element);
        return element;
    }

    /** Takes a finished new element into the tree, the counts and the sum. */
    void settle(Element element) {
        if (element != root) {
            element.parent = elements.get(element.reference(Property.PARENT));
            if (element.exists()) {
                join(element);
            }
        }
        checksum += sumOf(element);
    }

    /** Replaces the initial root by a stored one. */
    void unsettleRoot() {
        checksum -= sumOf(root);
    }

    private void forget(Element element) {
        checksum -= sumOf(element);
        leave(element);
        element.know(false);
    }

    private void write(Element element, int slot, Object value, Id writer) {
        checksum -= Checksum.register(element, slot);
        boolean placed = slot == 0 || element.kind().property(slot) == Property.PARENT;
        if (placed) {
            leave(element);
        }
        element.write(slot, value, writer);
        if (placed) {
            element.parent = element == root ? null : elements.get(element.reference(Property.PARENT));
            if (element.exists()) {
                join(element);
            }
        }
        checksum += Checksum.register(element, slot);
    }

    private void join(Element element) {
        if (element.parent != null) {
            element.parent.attach(element);
            counts[element.kind().code()]++;
        }
    }

    private void leave(Element element) {
        if (element.parent != null && element.isAttached()) {
            element.parent.detach(element);
            counts[element.kind().code()]--;
        }
    }

    private static long sumOf(Element element) {
        long sum = 0;
        for (int slot = 0; slot < element.kind().size(); slot++) {
            sum += Checksum.register(element, slot);
        }
        return sum;
    }
}
