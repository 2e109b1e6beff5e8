package studio.tutti.core.arrangement;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.core.music.MetreMap;
import studio.tutti.core.music.TempoMap;

/** Reads the tempo and metre of an arrangement into maps. Of several changes at one tick the one with the last id holds. */
public final class TimeMaps {

    private TimeMaps() {}

    /** The tempo of a song. */
    public static TempoMap tempo(Arrangement arrangement) {
        List<Element> steps = steps(arrangement, Kind.TEMPO);
        long[] ticks = new long[steps.size()];
        long[] tempos = new long[steps.size()];
        for (int i = 0; i < ticks.length; i++) {
            ticks[i] = start(steps.get(i));
            tempos[i] = steps.get(i).number(Property.TEMPO);
        }
        return new TempoMap(ticks, tempos);
    }

    /** The metre of a song. */
    public static MetreMap metre(Arrangement arrangement) {
        List<Element> steps = steps(arrangement, Kind.METRE);
        long[] ticks = new long[steps.size()];
        int[] numerators = new int[steps.size()];
        int[] denominators = new int[steps.size()];
        for (int i = 0; i < ticks.length; i++) {
            ticks[i] = start(steps.get(i));
            numerators[i] = steps.get(i).integer(Property.NUMERATOR);
            denominators[i] = steps.get(i).integer(Property.DENOMINATOR);
        }
        return new MetreMap(ticks, numerators, denominators);
    }

    /** The song itself, then the changes of a kind in order, one a tick. */
    public static List<Element> steps(Arrangement arrangement, Kind kind) {
        List<Element> changes = Elements.sorted(arrangement.root().children(kind));
        List<Element> steps = new ArrayList<>(changes.size() + 1);
        steps.add(arrangement.root());
        for (Element change : changes) {
            if (start(change) == start(steps.getLast())) {
                steps.removeLast();
            }
            steps.add(change);
        }
        return steps;
    }

    private static long start(Element step) {
        return step.kind() == Kind.SONG ? 0 : step.start();
    }
}
