package studio.tutti.collaboration.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import studio.tutti.collaboration.internal.store.Append;
import studio.tutti.collaboration.internal.store.Entry;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Journal;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.ValueType;
import studio.tutti.core.protocol.EditFormat;

/**
 * What a new song begins with: an arrangement and the edits that make it, which belong to nobody.
 *
 * @param arrangement with all of the edits
 * @param lines the edits, from revision 1
 */
record Beginning(Arrangement arrangement, List<Append.Line> lines) {

    private static final String LABEL = "song.begin";

    /**
     * A beginning that some operations make.
     *
     * @throws EditRefused if they break a rule
     */
    static Beginning of(List<Operation> operations) {
        Arrangement arrangement = new Arrangement();
        List<Append.Line> lines = new ArrayList<>();
        long now = System.currentTimeMillis();
        for (int from = 0; from < operations.size(); from += Edit.MOST_OPERATIONS) {
            List<Operation> some = operations.subList(from, Math.min(operations.size(), from + Edit.MOST_OPERATIONS));
            Edit edit = new Edit(FreshIds.next(), Id.NONE, lines.size(), LABEL, Id.NONE, some);
            Journal journal = arrangement.apply(edit);
            Entry entry = new Entry(lines.size() + 1L, now, arrangement.checksum(), edit, EditFormat.toBytes(edit));
            lines.add(new Append.Line(entry, EditFormat.operationsToBytes(journal.inverse())));
        }
        return new Beginning(arrangement, lines);
    }

    /** A beginning with everything that is alive in another song, under its ids, and a name of its own. */
    static Beginning of(Arrangement other, String name) {
        List<Operation> operations = new ArrayList<>();
        values(other, other.root()).forEach((property, value) ->
                operations.add(new Operation.Set(Arrangement.ROOT, property, value)));
        operations.add(new Operation.Set(Arrangement.ROOT, Property.NAME, name));
        List<Operation> ahead = new ArrayList<>();
        for (Kind kind : Kind.groundUp()) {
            for (int handle = 0; handle < other.handles(); handle++) {
                Element element = other.at(handle);
                if (element.kind() == kind && other.alive(element.id()) == element) {
                    add(other, element, operations, ahead);
                }
            }
        }
        operations.addAll(ahead);
        return of(operations);
    }

    private static void add(Arrangement other, Element element, List<Operation> operations, List<Operation> ahead) {
        Map<Property, Object> values = values(other, element);
        Element place = element.parent();
        if (isSilent(other, element) || isLost(other, element) || isLost(other, place)
                || element.kind() == Kind.COMMENT && isSilent(other, place)) {
            return;
        }
        for (Property property : List.copyOf(values.keySet())) {
            if (Kind.refersAhead(property)) {
                ahead.add(new Operation.Set(element.id(), property, values.remove(property)));
            }
        }
        operations.add(new Operation.Add(element.id(), element.kind(), values));
    }

    /** A clip whose content was removed. */
    private static boolean isSilent(Arrangement other, Element element) {
        return element.kind() == Kind.CLIP && other.alive(element.reference(Property.CONTENT)) == null;
    }

    /** A send whose bus was removed, or what an alternative had for a track that was. */
    private static boolean isLost(Arrangement other, Element element) {
        return element.kind() == Kind.SEND && other.alive(element.reference(Property.DESTINATION)) == null
                || element.kind() == Kind.PART && !element.reference(Property.TRACK).isNone()
                        && other.alive(element.reference(Property.TRACK)) == null;
    }

    /** What an element says about itself, without references to what is gone. */
    private static Map<Property, Object> values(Arrangement other, Element element) {
        Map<Property, Object> values = new EnumMap<>(Property.class);
        for (int slot = 0; slot < element.kind().size(); slot++) {
            Property property = element.kind().property(slot);
            Object value = element.get(property);
            boolean lost = property.type() instanceof ValueType.Reference reference
                    && reference.target() != null
                    && other.alive((Id) value) == null;
            if (property != Property.ALIVE && !lost && !value.equals(property.type().initial())) {
                values.put(property, value);
            }
        }
        return values;
    }
}
