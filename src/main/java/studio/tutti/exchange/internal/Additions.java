package studio.tutti.exchange.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;

/** Operations that add to a song, collected in order. */
public final class Additions {

    private final IdSequence ids;
    private final List<Operation> operations = new ArrayList<>();

    /** @param ids where new elements take their ids from */
    public Additions(IdSequence ids) {
        this.ids = ids;
    }

    /**
     * Adds an element.
     *
     * @param values the properties that differ from their initial value, the parent included
     * @return its id
     */
    public Id add(Kind kind, Map<Property, Object> values) {
        Id id = ids.next();
        operations.add(new Operation.Add(id, kind, values));
        return id;
    }

    /** Writes a property of the song itself. */
    public void song(Property property, Object value) {
        operations.add(new Operation.Set(Arrangement.ROOT, property, value));
    }

    /** What was collected, in order. */
    public List<Operation> operations() {
        return operations;
    }
}
