package studio.tutti.core.editing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.FractionalIndex;
import studio.tutti.core.arrangement.Property;

/** Places between siblings that have an order. */
final class Ordering {

    private Ordering() {}

    /**
     * The order of something to lie before another.
     *
     * @param siblings in their order
     * @param before one of them, or null for the end
     */
    static String before(List<Element> siblings, @Nullable Element before) {
        int found = before == null ? -1 : siblings.indexOf(before);
        int place = found < 0 ? siblings.size() : found;
        String order = FractionalIndex.between(
                place > 0 ? siblings.get(place - 1).text(Property.ORDER) : "",
                place < siblings.size() ? siblings.get(place).text(Property.ORDER) : "");
        if (order.length() > 100) {
            throw new EditRefused("Nothing more fits between these two: move one of them first.");
        }
        return order;
    }
}
