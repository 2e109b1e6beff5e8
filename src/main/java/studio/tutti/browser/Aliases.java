package studio.tutti.browser;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Property;

/**
 * Which clips change together: those that show some same ticks of one content. The two halves of a split clip share a
 * content too, but no tick of it, so that a note in one is never heard in the other.
 */
final class Aliases {

    private Aliases() {}

    static Set<Element> among(List<Element> clips) {
        Map<Id, List<Element>> byContent = new HashMap<>();
        for (Element clip : clips) {
            byContent.computeIfAbsent(clip.reference(Property.CONTENT), content -> new ArrayList<>()).add(clip);
        }
        Set<Element> aliases = new HashSet<>();
        for (List<Element> players : byContent.values()) {
            if (players.size() > 1) {
                players.sort(Comparator.comparingLong(clip -> clip.number(Property.OFFSET)));
                mark(players, aliases);
            }
        }
        return aliases;
    }

    private static void mark(List<Element> byOffset, Set<Element> aliases) {
        Element furthest = byOffset.getFirst();
        for (Element clip : byOffset.subList(1, byOffset.size())) {
            if (clip.number(Property.OFFSET) < end(furthest)) {
                aliases.add(furthest);
                aliases.add(clip);
            }
            if (end(clip) > end(furthest)) {
                furthest = clip;
            }
        }
    }

    /** The first tick of its content that a clip does not show. */
    private static long end(Element clip) {
        long loop = clip.number(Property.LOOP);
        return clip.number(Property.OFFSET) + (loop > 0 ? Math.min(loop, clip.length()) : clip.length());
    }
}
