package studio.tutti.core.arrangement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /** Elements that have an order, by it and then by id. */
    public static List<Element> ordered(List<Element> elements) {
        List<Element> ordered = new ArrayList<>(elements);
        ordered.sort(BY_ORDER);
        return ordered;
    }

    /** The tracks of a song in the order they are shown in: after each folder what lies in it. */
    public static List<Element> tracks(Arrangement arrangement) {
        List<Element> ordered = ordered(arrangement.root().children(Kind.TRACK));
        Map<Id, List<Element>> inner = new HashMap<>();
        List<Element> outer = new ArrayList<>();
        for (Element track : ordered) {
            Element folder = folder(arrangement, track);
            if (folder == null) {
                outer.add(track);
            } else {
                inner.computeIfAbsent(folder.id(), id -> new ArrayList<>()).add(track);
            }
        }
        if (inner.isEmpty()) {
            return outer;
        }
        List<Element> shown = new ArrayList<>(ordered.size());
        outer.forEach(track -> show(track, inner, shown));
        return shown;
    }

    private static void show(Element track, Map<Id, List<Element>> inner, List<Element> shown) {
        shown.add(track);
        inner.getOrDefault(track.id(), List.of()).forEach(each -> show(each, inner, shown));
    }

    /** The tracks that lie directly in a folder, or in none if it is null, in their order. */
    public static List<Element> within(Arrangement arrangement, @Nullable Element folder) {
        List<Element> within = new ArrayList<>();
        for (Element track : arrangement.root().children(Kind.TRACK)) {
            if (folder(arrangement, track) == folder) {
                within.add(track);
            }
        }
        within.sort(BY_ORDER);
        return within;
    }

    /** The folder that a track lies in; null if in none, or if it was removed. */
    public static @Nullable Element folder(Arrangement arrangement, Element track) {
        return arrangement.alive(track.reference(Property.FOLDER));
    }
}
