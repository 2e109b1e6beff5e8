package studio.tutti.core.arrangement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The orders in which elements are read, the same in every copy. */
public final class Elements {

    private static final Comparator<Element> BY_START = Comparator.comparingLong(Element::start).thenComparing(Element::id);

    private static final Comparator<Element> BY_ORDER =
            Comparator.comparing((Element each) -> each.text(Property.ORDER)).thenComparing(Element::id);

    private Elements() {}

    /** Elements that have a start, by start and then by id. */
    public static List<Element> sorted(List<Element> elements) {
        List<Element> sorted = new ArrayList<>(elements);
        sorted.sort(BY_START);
        return sorted;
    }

    /** Elements that have no start, by id. */
    public static List<Element> byId(List<Element> elements) {
        List<Element> sorted = new ArrayList<>(elements);
        sorted.sort(Comparator.comparing(Element::id));
        return sorted;
    }

    /** The tracks of a song in the order they are shown in. */
    public static List<Element> tracks(Arrangement arrangement) {
        List<Element> sorted = new ArrayList<>(arrangement.root().children(Kind.TRACK));
        sorted.sort(BY_ORDER);
        return sorted;
    }
}
