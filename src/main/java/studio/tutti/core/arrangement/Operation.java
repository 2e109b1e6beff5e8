package studio.tutti.core.arrangement;

import java.util.Map;

/** One step of an {@link Edit}. */
public sealed interface Operation {

    /**
     * Stands for the edit that an operation will be part of, until there is one: a {@link Restore} to it is a write in the edit's own
     * name, on the condition that nobody has written since.
     */
    Id THIS_EDIT = new Id(-1, -2);

    /** The element that it is about. */
    Id element();

    /**
     * Makes a new element.
     *
     * @param element its id, never used before in this song
     * @param kind what it is
     * @param values the properties that differ from their initial value, {@link Property#PARENT} always; copied. What is given
     *     at its initial value counts as not given
     */
    record Add(Id element, Kind kind, Map<Property, Object> values) implements Operation {
        public Add {
            values = Values.of(values);
        }

        /**
         * Makes a new element, without the detour over a map.
         *
         * @param properties in rising order of their codes; belong to the operation from now on
         * @param values as many; belong to the operation from now on
         * @throws IllegalArgumentException if the properties are not in order
         */
        public static Add of(Id element, Kind kind, Property[] properties, Object[] values) {
            Values inOrder = Values.inOrder(properties, values);
            if (inOrder == null) {
                throw new IllegalArgumentException("The properties of a new element are not in the order of their codes.");
            }
            return new Add(element, kind, inOrder);
        }
    }

    /**
     * Writes one property. Does nothing to an element that was removed.
     *
     * @param element whose property
     * @param property which, neither {@link Property#ALIVE} nor unknown to the element's kind
     * @param value a Long, Double, String or {@link Id}, as the property's type says
     */
    record Set(Id element, Property property, Object value) implements Operation {
        public Set {
            value = ValueType.normal(value);
        }
    }

    /**
     * Removes an element and with it all that lies in it. Does nothing if it was removed already.
     *
     * @param element which
     */
    record Remove(Id element) implements Operation {}

    /**
     * Takes one write back: only if its last writer is still {@code from}, the property gets the value and the writer
     * that it had before. Undo and redo are made of these. Does nothing to a removed element, except that
     * {@link Property#ALIVE} brings it back.
     *
     * @param element whose property
     * @param property which
     * @param value the value to restore
     * @param from the edit whose write is taken back
     * @param to the edit that had written before it, or {@link Id#NONE}
     */
    record Restore(Id element, Property property, Object value, Id from, Id to) implements Operation {
        public Restore {
            value = ValueType.normal(value);
        }
    }
}
