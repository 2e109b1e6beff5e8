package studio.tutti.assistant.flowmachines.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A rhythm heard without its bars: what follows by its length and by whether it sounds, after such lengths and at such a place in the beat. */
final class Lengths implements Viewpoint {

    private final int[] thing;
    private final int[] next;
    private final int things;

    /** @param beat slots of a beat */
    Lengths(List<Beat> beats, int bar, int beat) {
        thing = new int[beats.size()];
        next = new int[beats.size()];
        Map<Integer, Integer> known = new LinkedHashMap<>();
        for (int i = 0; i < thing.length; i++) {
            Beat each = beats.get(i);
            thing[i] = known.computeIfAbsent(2 * each.length() + (each.rest() ? 1 : 0), none -> known.size());
            next[i] = (each.place() + each.length()) % bar % beat;
        }
        things = Math.max(1, known.size());
    }

    @Override
    public long context(int[] history, int length, int depth) {
        long key = next[history[length - 1]];
        for (int i = length - depth; i < length; i++) {
            key = key * things + thing[history[i]];
        }
        return key >= 0 && key < 1L << 40 ? key : -1;
    }

    @Override
    public int thing(int before, int symbol) {
        return thing[symbol];
    }

    @Override
    public int things() {
        return things;
    }
}
