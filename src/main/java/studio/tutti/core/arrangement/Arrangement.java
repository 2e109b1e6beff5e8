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

    /** How many elements a song may ever have had: what was removed counts, for it is kept. */
    public static final int MOST_ELEMENTS = 4_000_000;

    private final Map<Id, Element> elements = new HashMap<>();
    private final List<Element> byHandle = new ArrayList<>();
    private final int[] counts = new int[32];
    private final Rules rules = new Rules(this);
    private final Element root;
    private int known = 1;
    private long checksum;

    /** A new, empty song at 120 quarters a minute in 4/4, in C. */
    public Arrangement() {
        root = new Element(ROOT, Kind.SONG, 0, Id.NONE);
        elements.put(ROOT, root);
        byHandle.add(root);
        counts[Kind.SONG.code()] = 1;
        checksum = Checksum.element(root);
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

    /** How many elements there are, removed ones included. */
    public int everKnown() {
        return known;
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
            if (comesTooLate(edit)) {
                edit.operations().forEach(operation -> journal.pass());
                return journal;
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
        } catch (RuntimeException refused) {
            rollBack(journal);
            discard(journal);
            throw refused;
        }
    }

    /**
     * Whether somebody has switched a section since the edit looked at it. What a switch moves only makes sense together, so then
     * all of it passes, its undo too.
     */
    private boolean comesTooLate(Edit edit) {
        for (Operation operation : edit.operations()) {
            if (operation instanceof Operation.Restore restore && restore.property() == Property.CHOSEN) {
                Element section = find(restore.element());
                if (section != null && section.kind() == Kind.SECTION
                        && !(section.exists() && section.writer(Property.CHOSEN).equals(restore.from()))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Drops what a refused edit has made, so that refusing costs no memory. */
    private void discard(Journal journal) {
        List<Journal.Entry> entries = journal.entries();
        for (int i = entries.size() - 1; i >= 0; i--) {
            Element element = entries.get(i).element();
            if (entries.get(i).created() && element.isNewborn() && element.handle() == byHandle.size() - 1) {
                byHandle.remove(byHandle.size() - 1);
                elements.remove(element.id());
            }
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
        rules.mayAdd(add);
        Kind kind = add.kind();
        Element element = create(add.element(), kind, edit);
        for (int slot = Element.PARENT_SLOT; slot < kind.size(); slot++) {
            Object value = add.values().get(kind.property(slot));
            // What is initial counts as unwritten, whether it was given or not.
            if (value != null && !value.equals(kind.initial(slot))) {
                element.write(slot, value, edit);
            }
        }
        settle(element);
        journal.created(element, edit);
    }

    private void set(Operation.Set set, Id edit, Journal journal) {
        Element element = rules.known(set.element());
        Property property = set.property();
        rules.mayWrite(property);
        rules.fits(element.kind(), property, set.value());
        if (!element.exists()) {
            journal.pass();
            return;
        }
        rules.mayPoint(element.kind(), element.id(), property, set.value());
        record(element, element.slot(property), set.value(), edit, journal);
    }

    private void remove(Operation.Remove remove, Id edit, Journal journal) {
        Element element = rules.known(remove.element());
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
        Element element = rules.known(restore.element());
        Property property = restore.property();
        boolean existence = property == Property.ALIVE;
        if (existence && element == root) {
            throw new EditRefused("The song itself can't be removed.");
        }
        rules.fits(element.kind(), property, restore.value());
        int slot = element.slot(property);
        if (!element.writerAt(slot).equals(restore.from()) || !existence && !element.exists()) {
            journal.pass();
            return;
        }
        if (existence && !element.exists() && (Long) restore.value() != 0) {
            rules.hasRoom(element.kind());
        }
        rules.mayPoint(element.kind(), element.id(), property, restore.value());
        record(element, slot, restore.value(), restore.to(), journal);
    }

    private void record(Element element, int slot, Object value, Id writer, Journal journal) {
        journal.wrote(element, slot, element.valueAt(slot), element.writerAt(slot), writer);
        write(element, slot, value, writer);
    }

    /** Makes an element with initial values, not yet counted nor attached: {@link #settle} follows. */
    Element create(Id id, Kind kind, Id maker) {
        Element element = elements.get(id);
        if (element != null && element.kind() == kind) {
            // Taken back before and now made again: it keeps its handle.
            element.revive(maker);
            return element;
        }
        element = new Element(id, kind, byHandle.size(), maker);
        byHandle.add(element);
        elements.put(id, element);
        return element;
    }

    /** Takes a finished new element into the tree, the counts and the sum. */
    void settle(Element element) {
        if (element != root) {
            known++;
            place(element);
        }
        checksum += Checksum.element(element);
    }

    Rules rules() {
        return rules;
    }

    /** Replaces the initial root by a stored one. */
    void unsettleRoot() {
        checksum -= Checksum.element(root);
    }

    private void forget(Element element) {
        checksum -= Checksum.element(element);
        leave(element);
        element.forget();
        known--;
    }

    private void write(Element element, int slot, Object value, Id writer) {
        checksum -= Checksum.register(element, slot);
        boolean moves = element != root && slot <= Element.PARENT_SLOT;
        if (moves) {
            leave(element);
        }
        element.write(slot, value, writer);
        if (moves) {
            place(element);
        }
        checksum += Checksum.register(element, slot);
    }

    private void place(Element element) {
        Element parent = elements.get(element.reference(Property.PARENT));
        element.settleIn(parent);
        if (parent != null && element.exists()) {
            parent.attach(element);
            counts[element.kind().code()]++;
        }
    }

    private void leave(Element element) {
        Element parent = element.parent();
        if (parent != null && element.isAttached()) {
            parent.detach(element);
            counts[element.kind().code()]--;
        }
    }
}
