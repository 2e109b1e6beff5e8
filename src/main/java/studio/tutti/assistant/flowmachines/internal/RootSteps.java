package studio.tutti.assistant.flowmachines.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Chords seen from the root of the last one: by the step of the root, and what stands on it. So ii–V–I is one thing on every degree. */
final class RootSteps implements Viewpoint {

    private final int[] root;
    private final int[] kind;
    private final int kinds;

    RootSteps(List<Label> labels) {
        root = new int[labels.size()];
        kind = new int[labels.size()];
        Map<String, Integer> known = new LinkedHashMap<>();
        for (int i = 0; i < root.length; i++) {
            Label label = labels.get(i);
            root[i] = label.root();
            kind[i] = known.computeIfAbsent(label.root() < 0 ? "N" : label.quality() + "/" + label.bass(), each -> known.size());
        }
        kinds = known.size();
    }

    @Override
    public long context(int[] history, int length, int depth) {
        if (kinds > 1000) {
            return -1;
        }
        long key = kind[history[length - depth]];
        for (int i = length - depth + 1; i < length; i++) {
            key = key * things() + thing(history[i - 1], history[i]);
        }
        return key;
    }

    @Override
    public int thing(int before, int symbol) {
        // From or to silence there is no step; 12 and more mean the root itself.
        int step = root[symbol] < 0 ? 0 : root[before] < 0 ? 12 + root[symbol] : Math.floorMod(root[symbol] - root[before], 12);
        return 24 * kind[symbol] + step;
    }

    @Override
    public int things() {
        return 24 * kinds;
    }
}
