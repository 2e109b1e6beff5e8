package studio.tutti.core.editing;

import java.util.Map;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.ValueType;

/** Writes several properties of one element, numbers brought into their range. */
final class Changes {

    private Changes() {}

    static void write(Draft draft, Kind kind, Element element, Map<Property, Object> values) {
        if (element.kind() == kind && element.isAlive()) {
            values.forEach((property, value) -> draft.set(element, property, fitting(property, value)));
        }
    }

    static Object fitting(Property property, Object value) {
        return property.type() instanceof ValueType.Whole whole && value instanceof Long number
                ? (Object) Leeway.within(number, whole.least(), whole.most())
                : value;
    }
}
