package studio.tutti.core.editing;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Kind;

/** What of a selection a gesture is about. */
final class Chosen {

    private Chosen() {}

    /** Those of a kind that are still part of the song and of the form of a section that is heard, in their order. */
    static List<Element> of(Kind kind, List<Element> selection) {
        List<Element> chosen = new ArrayList<>(selection.size());
        for (Element element : selection) {
            if (element.kind() == kind && element.isAlive() && !isParked(element)) {
                chosen.add(element);
            }
        }
        return chosen;
    }

    /** Whether it is what an alternative keeps while another form of its section is heard. */
    private static boolean isParked(Element element) {
        Element parent = element.parent();
        return parent != null && parent.kind() == Kind.PART;
    }
}
