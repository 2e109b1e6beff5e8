package studio.tutti.core.arrangement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The registers of an arrangement one by one, for those who store and restore it whole. The stored form itself is
 * {@link studio.tutti.core.protocol.SnapshotFormat}.
 */
public final class Snapshot {

    /** Receives an arrangement: all elements in the order of their making, tombstones too. */
    public interface Sink {
        /** Begins an element. */
        void element(Id id, Kind kind);

        /** A register of the element begun last. */
        void register(Property property, Object value, Id writer);
    }

    private final Arrangement arrangement = new Arrangement();
    private final List<Element> made = new ArrayList<>();
    private final Map<Element, Boolean> seen = new HashMap<>();

    /** Begins an empty arrangement to be filled. */
    public Snapshot() {
        arrangement.unsettleRoot();
    }

    /** Hands all registers of an arrangement to a sink. */
    public static void write(Arrangement arrangement, Sink sink) {
        for (int handle = 0; handle < arrangement.handles(); handle++) {
            Element element = arrangement.at(handle);
            if (!element.isKnown()) {
                continue;
            }
            sink.element(element.id(), element.kind());
            for (int slot = 0; slot < element.kind().size(); slot++) {
                sink.register(element.kind().property(slot), element.valueAt(slot), element.writerAt(slot));
            }
        }
    }

    /**
     * Begins an element; its registers follow.
     *
     * @throws EditRefused if it was begun before
     */
    public Element element(Id id, Kind kind) {
        Element element = id.equals(Arrangement.ROOT) ? arrangement.root() : arrangement.create(id, kind, Id.NONE);
        if (seen.put(element, true) != null || element.kind() != kind) {
            throw new EditRefused("The snapshot names something twice.");
        }
        made.add(element);
        return element;
    }

    /**
     * Writes a register of an element.
     *
     * @throws EditRefused if the value is not one that the property may hold
     */
    public void register(Element element, Property property, Object value, Id writer) {
        if (element.kind().slot(property) < 0) {
            throw new EditRefused("The snapshot holds a property that its element doesn't have.");
        }
        // The song itself lies in nothing, so its parent alone may be empty.
        if (property != Property.PARENT && property.type().fault(value) != null) {
            throw new EditRefused("The snapshot holds a value that its property doesn't allow.");
        }
        element.write(element.slot(property), value, writer);
    }

    /** The finished arrangement. Its checksum says whether all is well. */
    public Arrangement finish() {
        for (Element element : made) {
            arrangement.settle(element);
        }
        return arrangement;
    }
}
