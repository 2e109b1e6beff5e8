package studio.tutti.core.editing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.music.Ticks;

/**
 * The hits of one drum and the steps that they were played for. A hit belongs to a step from three sixteenths of it before its
 * beginning on, for hands come early, up to that of the next; a grace hit, soft and shortly before another, belongs to that one's.
 */
final class DrumHits {

    /** The longest that a grace hit lies before its main hit, in ticks. */
    static final int GRACE = 130;

    private final int step;
    private final List<Element> hits = new ArrayList<>();
    private final Map<Element, Integer> places = new HashMap<>();

    /**
     * @param notes of a pattern, by start
     * @param step ticks from step to step
     */
    DrumHits(List<Element> notes, int pitch, int step) {
        this.step = step;
        for (Element note : notes) {
            if (note.number(Property.PITCH) == pitch) {
                places.put(note, hits.size());
                hits.add(note);
            }
        }
    }

    List<Element> all() {
        return hits;
    }

    /** How far a hit lies off the beginning of its step, in ticks. */
    long offset(Element hit) {
        return hit.start() - stepOf(hit);
    }

    /** Where the step that a hit belongs to begins. */
    long stepOf(Element hit) {
        return stepAt(main(hit).start());
    }

    private long stepAt(long tick) {
        return (tick + early()) / step * step;
    }

    private long early() {
        return 3L * step / 16;
    }

    /** The first tick of a step's hits. */
    long first(long begin) {
        return Math.max(0, begin - early());
    }

    /** The last tick of a step's hits. */
    long last(long begin) {
        return Math.min(Ticks.LAST - 1, begin + step - early() - 1);
    }

    /** The hits of a step with their graces, in order. */
    List<Element> at(long begin) {
        List<Element> found = new ArrayList<>();
        for (Element hit : hits) {
            if (stepOf(hit) == begin) {
                found.add(hit);
            }
        }
        return found;
    }

    /** Whether a hit is soft and shortly before another. */
    boolean isGrace(Element hit) {
        return main(hit) != hit;
    }

    /** The hit that grace hits lead to, one after another; a hit that is none leads to itself. */
    Element main(Element hit) {
        int at = places.getOrDefault(hit, -1);
        while (at >= 0 && at + 1 < hits.size() && leads(hits.get(at), hits.get(at + 1))) {
            at++;
        }
        return at < 0 ? hit : hits.get(at);
    }

    private static boolean leads(Element hit, Element next) {
        long before = next.start() - hit.start();
        return before > 0 && before <= GRACE && 4 * hit.number(Property.VELOCITY) < 3 * next.number(Property.VELOCITY);
    }

    /** The grace hits that lead to a hit, the nearest first; none for one that is a grace itself and leads on. */
    List<Element> graces(Element hit) {
        List<Element> graces = new ArrayList<>();
        for (int at = places.getOrDefault(hit, 0) - 1; at >= 0 && leads(hits.get(at), hits.get(at + 1)); at--) {
            graces.add(hits.get(at));
        }
        return graces;
    }
}
