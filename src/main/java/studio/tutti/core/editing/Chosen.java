package studio.tutti.core.editing;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Kind;

/** What of a selection a gesture is about. */
final class Chosen {

    private Chosen() {}

    /** Those of a kind that are still part of the song, in their order. */
    static List<Element> of(Kind kind, List<Element> selection) {
        List<Element> chosen = new ArrayList<>(selection.size());
        for (Element element : selection) {
            if (element.kind() == kind && element.isAlive()) {
                chosen.add(element);
            }
        }
        return chosen;
    }
}
