package studio.tutti.core.arrangement;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values of a few properties, in the order of the properties' codes; never changes. A song is opened and imported by the
 * hundred thousand of these, so they are as small as they can be.
 */
final class Values extends AbstractMap<Property, Object> {

    private final Property[] properties;
    private final Object[] values;

    private Values(Property[] properties, Object[] values) {
        this.properties = properties;
        this.values = values;
        for (int place = 0; place < values.length; place++) {
            values[place] = ValueType.normal(values[place]);
        }
    }

    /**
     * Values that were read in order.
     *
     * @param properties rising by their codes; the map owns the array from now on
     * @param values as many; the map owns the array from now on
     * @return null if the codes do not rise
     */
    static @Nullable Values inOrder(Property[] properties, Object[] values) {
        for (int place = 1; place < properties.length; place++) {
            if (properties[place].code() <= properties[place - 1].code()) {
                return null;
            }
        }
        return new Values(properties, values);
    }

    /** A copy of a map, or the map itself if it is one of these. */
    static Values of(Map<Property, Object> map) {
        if (map instanceof Values values) {
            return values;
        }
        Property[] properties = new Property[map.size()];
        Object[] values = new Object[properties.length];
        int size = 0;
        for (Entry<Property, Object> entry : map.entrySet()) {
            int place = size++;
            while (place > 0 && properties[place - 1].code() > entry.getKey().code()) {
                properties[place] = properties[place - 1];
                values[place] = values[place - 1];
                place--;
            }
            properties[place] = entry.getKey();
            values[place] = entry.getValue();
        }
        return new Values(properties, values);
    }

    @Override
    public int size() {
        return properties.length;
    }

    @Override
    public boolean containsKey(@Nullable Object property) {
        return place(property) >= 0;
    }

    @Override
    public @Nullable Object get(@Nullable Object property) {
        int place = place(property);
        return place < 0 ? null : values[place];
    }

    private int place(@Nullable Object property) {
        for (int place = 0; place < properties.length; place++) {
            if (properties[place] == property) {
                return place;
            }
        }
        return -1;
    }

    @Override
    public Set<Entry<Property, Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return properties.length;
            }

            @Override
            public Iterator<Entry<Property, Object>> iterator() {
                return new Entries();
            }
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Values same
                ? Arrays.equals(properties, same.properties) && Arrays.equals(values, same.values)
                : super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    private final class Entries implements Iterator<Map.Entry<Property, Object>> {
        private int next;

        @Override
        public boolean hasNext() {
            return next < properties.length;
        }

        @Override
        public Map.Entry<Property, Object> next() {
            if (next >= properties.length) {
                throw new NoSuchElementException();
            }
            return new SimpleImmutableEntry<>(properties[next], values[next++]);
        }
    }
}
