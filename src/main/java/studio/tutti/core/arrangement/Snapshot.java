package studio.tutti.core.arrangement;

import java.util.HashSet;
import java.util.Set;

/**
 * The registers of an arrangement one by one, for those who store and restore it whole. The stored form itself is
 * {@link studio.tutti.core.protocol.SnapshotFormat}.
 */
public final class Snapshot {

    /** Receives an arrangement: all elements in the order of their making, tombstones too. */
    public interface Sink {
        /**
         * An element.
         *
         * @param asMade whether its writers follow from its values: the writer of {@link Property#ALIVE} has written all that
         *     is not at its initial value, and nobody the rest
         */
        void element(Element element, boolean asMade);
    }

    private final Arrangement arrangement = new Arrangement();
    private boolean rooted;

    /** Begins an empty arrangement to be filled. */
    public Snapshot() {
        arrangement.unsettleRoot();
    }

    /** Hands all elements of an arrangement to a sink. */
    public static void write(Arrangement arrangement, Sink sink) {
        for (int handle = 0; handle < arrangement.handles(); handle++) {
            Element element = arrangement.at(handle);
            if (element.isKnown()) {
                sink.element(element, element.isAsMade());
            }
        }
    }

    /**
     * Begins an element; its registers follow.
     *
     * @param maker who wrote its existence, and its values as far as {@link #register} does not say otherwise
     * @throws EditRefused if it was begun before, or is a second song
     */
    public Element element(Id id, Kind kind, Id maker) {
        boolean root = id.equals(Arrangement.ROOT);
        if (root != (kind == Kind.SONG) || (root ? rooted : arrangement.find(id) != null)) {
            throw new EditRefused("it names something twice");
        }
        if (root) {
            rooted = true;
            return arrangement.root();
        }
        return arrangement.create(id, kind, maker);
    }

    /**
     * Writes a register of an element.
     *
     * @param writer who wrote it
     * @throws EditRefused if the value is not one that the property may hold
     */
    public void register(Element element, int slot, Object value, Id writer) {
        Property property = element.kind().property(slot);
        // What is still at its initial value was never given: the song itself lies in nothing, for one.
        if (!value.equals(element.kind().initial(slot)) && property.type().fault(value) != null) {
            throw new EditRefused("it holds a value that its property doesn't allow");
        }
        element.write(slot, value, writer);
    }

    /**
     * The finished arrangement. Its checksum says whether all is well.
     *
     * @throws EditRefused if something lies in, or refers to, what is not there or can't hold it
     */
    public Arrangement finish() {
        Set<Id> resolved = new HashSet<>();
        for (int handle = 0; handle < arrangement.handles(); handle++) {
            Element element = arrangement.at(handle);
            if (element != arrangement.root()) {
                check(element);
            }
            if (element.kind() == Kind.TRACK) {
                checkFolders(element, resolved);
            }
            arrangement.settle(element);
        }
        return arrangement;
    }

    private void check(Element element) {
        Kind kind = element.kind();
        for (int slot = Element.PARENT_SLOT; slot < kind.size(); slot++) {
            if (kind.property(slot).type() instanceof ValueType.Reference) {
                arrangement.rules().fits(kind, kind.property(slot), element.valueAt(slot));
            }
        }
    }

    private void checkFolders(Element track, Set<Id> resolved) {
        Set<Id> path = new HashSet<>();
        Element each = track;
        while (!each.reference(Property.FOLDER).isNone() && !resolved.contains(each.id())) {
            if (!path.add(each.id())) {
                throw new EditRefused("a folder lies in itself");
            }
            arrangement.rules().fits(Kind.TRACK, Property.FOLDER, each.reference(Property.FOLDER));
            each = arrangement.rules().known(each.reference(Property.FOLDER));
        }
        resolved.addAll(path);
    }
}
