package studio.tutti.core.arrangement;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What an edit did to an arrangement, register by register: enough to roll it back exactly, and to say what would undo
 * it.
 */
public final class Journal {

    /** A register before and after; {@code created} marks the birth of the element instead of a write. */
    record Entry(Element element, int slot, Object value, Id writer, Id written, boolean created) {}

    private static final Long ABSENT = 0L;

    private final List<Entry> entries = new ArrayList<>();
    private int passed;

    void wrote(Element element, int slot, Object before, Id writerBefore, Id written) {
        entries.add(new Entry(element, slot, before, writerBefore, written, false));
    }

    void created(Element element, Id written) {
        entries.add(new Entry(element, 0, ABSENT, Id.NONE, written, true));
    }

    void pass() {
        passed++;
    }

    List<Entry> entries() {
        return entries;
    }

    /** How many operations found nothing to do, because their element was removed or somebody wrote since. */
    public int passed() {
        return passed;
    }

    /** Whether nothing changed. */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The elements that changed, in order of change, some more than once. */
    public void forEachElement(Consumer<Element> visitor) {
        for (Entry entry : entries) {
            visitor.accept(entry.element);
        }
    }

    /** The operations that take the edit back, each only where nobody else has written since. */
    public List<Operation> inverse() {
        List<Operation> inverse = new ArrayList<>(entries.size());
        for (int i = entries.size() - 1; i >= 0; i--) {
            Entry entry = entries.get(i);
            inverse.add(new Operation.Restore(
                    entry.element.id(),
                    entry.element.kind().property(entry.slot),
                    entry.value,
                    entry.written,
                    entry.writer));
        }
        return inverse;
    }
}
