package studio.tutti.browser;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;

/**
 * The small numbers by which the page's drawing names elements. They stay good while the page lives.
 *
 * <p>They are the handles of the arrangement itself until a damaged copy is replaced by a stored one, which numbers
 * its elements anew; from then on a table translates.
 */
final class Handles {

    /** What stands for no element. */
    static final int NONE = -1;

    private Arrangement arrangement = new Arrangement();
    private @Nullable List<Id> ids;
    private int[] pageOf = new int[0];
    /** What the present copy didn't hold when it came, such as what pending edits are about to make again. */
    private final Map<Id, Integer> absent = new HashMap<>();

    /** Goes over to another copy of the song. */
    void follow(Arrangement next) {
        boolean first = arrangement.handles() == 1 && ids == null;
        if (!first) {
            List<Id> all = ids == null ? own() : ids;
            pageOf = new int[next.handles()];
            Arrays.fill(pageOf, NONE);
            absent.clear();
            for (int page = 0; page < all.size(); page++) {
                Element element = next.find(all.get(page));
                if (element != null) {
                    pageOf[element.handle()] = page;
                } else {
                    absent.put(all.get(page), page);
                }
            }
            ids = all;
        }
        arrangement = next;
    }

    private List<Id> own() {
        List<Id> own = new ArrayList<>(arrangement.handles());
        for (int handle = 0; handle < arrangement.handles(); handle++) {
            own.add(arrangement.at(handle).id());
        }
        return own;
    }

    /** The page's number for an element. */
    int of(Element element) {
        List<Id> all = ids;
        if (all == null) {
            return element.handle();
        }
        int handle = element.handle();
        if (handle >= pageOf.length) {
            int before = pageOf.length;
            pageOf = Arrays.copyOf(pageOf, Math.max(handle + 1, before * 2));
            Arrays.fill(pageOf, before, pageOf.length, NONE);
        }
        if (pageOf[handle] == NONE) {
            Integer earlier = absent.remove(element.id());
            if (earlier != null) {
                pageOf[handle] = earlier;
            } else {
                pageOf[handle] = all.size();
                all.add(element.id());
            }
        }
        return pageOf[handle];
    }

    /** The page's number for an id; {@link #NONE} if the song doesn't have it. */
    int of(Id id) {
        Element element = arrangement.find(id);
        return element == null ? NONE : of(element);
    }

    /** The element with a number, or null if there is none. */
    @Nullable Element at(int page) {
        List<Id> all = ids;
        if (page < 0 || page >= (all == null ? arrangement.handles() : all.size())) {
            return null;
        }
        return all == null ? arrangement.at(page) : arrangement.find(all.get(page));
    }

    /** The id of the element with a number; {@link Id#NONE} if there is none. */
    Id id(int page) {
        Element element = at(page);
        return element == null ? Id.NONE : element.id();
    }

    /** The ids of the first elements with some numbers; those that aren't there are left out. */
    List<Id> ids(int[] pages, int most) {
        List<Id> found = new ArrayList<>();
        for (int i = 0; i < pages.length && found.size() < most; i++) {
            Id id = id(pages[i]);
            if (!id.isNone()) {
                found.add(id);
            }
        }
        return found;
    }

    /** The elements with some numbers; those that aren't there are left out. */
    List<Element> all(int[] pages) {
        List<Element> elements = new ArrayList<>(pages.length);
        for (int page : pages) {
            Element element = at(page);
            if (element != null) {
                elements.add(element);
            }
        }
        return elements;
    }
}
