package studio.tutti.assistant.flowmachines.internal;

/** What was seen from a {@link Viewpoint}: for each context how often each thing followed, counted once a song. */
final class Sights {

    private final Viewpoint view;
    private final int deepest;
    private final LongMap contexts = new LongMap();
    private final LongMap counts = new LongMap();
    private final LongMap seenIn = new LongMap();
    private int known;
    private double[] total = new double[256];
    private int[] types = new int[256];

    Sights(Viewpoint view, int deepest) {
        this.view = view;
        this.deepest = deepest;
    }

    void add(int[] symbols, int song) {
        for (int at = 1; at < symbols.length; at++) {
            int thing = view.thing(symbols[at - 1], symbols[at]);
            for (int depth = 1; depth <= Math.min(deepest, at); depth++) {
                long key = view.context(symbols, at, depth);
                if (key < 0) {
                    continue;
                }
                key = key * 8 + depth;
                int context = contexts.get(key);
                if (context < 0) {
                    context = known++;
                    contexts.put(key, context);
                    if (context == total.length) {
                        total = java.util.Arrays.copyOf(total, 2 * context);
                        types = java.util.Arrays.copyOf(types, 2 * context);
                    }
                }
                long pair = (long) context * view.things() + thing;
                if (seenIn.get(pair) != song) {
                    seenIn.put(pair, song);
                    int before = Math.max(0, counts.get(pair));
                    counts.put(pair, before + 1);
                    total[context]++;
                    types[context] += before == 0 ? 1 : 0;
                }
            }
        }
    }

    /** The number of a context, −1 if it was never seen. */
    int context(int[] history, int length, int depth) {
        if (depth > deepest || depth > length) {
            return -1;
        }
        long key = view.context(history, length, depth);
        return key < 0 ? -1 : contexts.get(key * 8 + depth);
    }

    double total(int context) {
        return total[context];
    }

    int types(int context) {
        return types[context];
    }

    /** The share of a symbol after a context. */
    double share(int context, int before, int symbol) {
        return Math.max(0, counts.get((long) context * view.things() + view.thing(before, symbol))) / total[context];
    }
}
