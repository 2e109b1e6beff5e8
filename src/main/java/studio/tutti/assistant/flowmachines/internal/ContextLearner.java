package studio.tutti.assistant.flowmachines.internal;

import java.util.Arrays;

/**
 * Counts sequences and makes a {@link ContextGraph} of them. All parts of a sequence up to a length lie in a tree; a context is a place
 * of the tree that was seen often enough, its continuations are the place's children.
 */
public final class ContextLearner {

    /** Contexts longer than this must have been seen twice: what was seen once is a copy, not a habit. */
    private static final int FREELY = 2;

    private final Alphabet alphabet;
    private final int order;
    private final boolean dense;
    private final int ending;
    private final int radix;
    private final LongMap trie = new LongMap();
    private int places = 1;
    private int[] symbol = new int[1024];
    private int[] parent = new int[1024];
    private int[] depth = new int[1024];
    private int[] count = new int[1024];
    private int[] firstChild = new int[1024];
    private int[] nextSibling = new int[1024];
    private int[] lastChild = new int[1024];
    private int[] shorter = new int[1024];

    /**
     * @param order the longest context, at least 1
     * @param dense whether contexts of one symbol take the place of the empty one, which then is never reached on the way: the last
     *     symbol is always known, at the price of an arc for every pair of symbols
     */
    public ContextLearner(Alphabet alphabet, int order, boolean dense) {
        this.alphabet = alphabet;
        this.order = order;
        this.dense = dense;
        ending = alphabet.size() + alphabet.classes();
        radix = ending + 1;
        Arrays.fill(firstChild, -1);
        Arrays.fill(nextSibling, -1);
        Arrays.fill(lastChild, -1);
        for (int each = 0; dense && each < alphabet.size(); each++) {
            count[grow(0, each)]--;
        }
    }

    /**
     * Learns from a sequence.
     *
     * @param ended whether it is whole: its end is learned as well
     */
    public void add(int[] symbols, boolean ended) {
        if (symbols.length == 0) {
            return;
        }
        int[] whole = new int[symbols.length + (ended ? 2 : 1)];
        whole[0] = alphabet.size() + alphabet.classOf()[symbols[0]];
        System.arraycopy(symbols, 0, whole, 1, symbols.length);
        if (ended) {
            whole[whole.length - 1] = ending;
        }
        // The places of all parts that end before the current symbol, the longest first: each grows by it.
        int[] open = new int[order + 1];
        int opened = 0;
        for (int each : whole) {
            int[] grown = new int[order + 1];
            int kept = 0;
            int from = opened == order + 1 ? 1 : 0;
            for (int i = from; i < opened; i++) {
                grown[kept++] = grow(open[i], each);
            }
            grown[kept++] = grow(0, each);
            for (int i = 0; i < kept; i++) {
                shorter[grown[i]] = i + 1 < kept ? grown[i + 1] : 0;
            }
            open = grown;
            opened = kept;
        }
    }

    private int grow(int place, int next) {
        long key = (long) place * radix + next;
        int child = trie.get(key);
        if (child < 0) {
            child = places++;
            ensure(child);
            trie.put(key, child);
            symbol[child] = next;
            parent[child] = place;
            depth[child] = depth[place] + 1;
            if (lastChild[place] < 0) {
                firstChild[place] = child;
            } else {
                nextSibling[lastChild[place]] = child;
            }
            lastChild[place] = child;
        }
        count[child]++;
        return child;
    }

    private void ensure(int place) {
        if (place >= symbol.length) {
            int old = symbol.length;
            symbol = Arrays.copyOf(symbol, 2 * old);
            parent = Arrays.copyOf(parent, 2 * old);
            depth = Arrays.copyOf(depth, 2 * old);
            count = Arrays.copyOf(count, 2 * old);
            shorter = Arrays.copyOf(shorter, 2 * old);
            firstChild = grown(firstChild, old);
            nextSibling = grown(nextSibling, old);
            lastChild = grown(lastChild, old);
        }
    }

    private static int[] grown(int[] array, int old) {
        int[] longer = Arrays.copyOf(array, 2 * old);
        Arrays.fill(longer, old, 2 * old, -1);
        return longer;
    }

    /** The model of everything added. */
    public ContextGraph graph() {
        return new ContextGraphMaking(this).run();
    }

    Alphabet alphabet() {
        return alphabet;
    }

    int order() {
        return order;
    }

    boolean dense() {
        return dense;
    }

    int ending() {
        return ending;
    }

    int places() {
        return places;
    }

    int symbol(int place) {
        return symbol[place];
    }

    int depth(int place) {
        return depth[place];
    }

    int count(int place) {
        return count[place];
    }

    int shorter(int place) {
        return shorter[place];
    }

    int firstChild(int place) {
        return firstChild[place];
    }

    int nextSibling(int place) {
        return nextSibling[place];
    }

    int child(int place, int next) {
        return trie.get((long) place * radix + next);
    }

    LongMap trie() {
        return trie;
    }

    /** How often something followed. */
    int followed(int place) {
        int sum = 0;
        for (int child = firstChild[place]; child >= 0; child = nextSibling[child]) {
            sum += count[child];
        }
        return sum;
    }

    /** Whether a place becomes a context. */
    boolean isContext(int place) {
        if (place == 0 || symbol[place] == ending || depth[place] > order) {
            return false;
        }
        if (firstChild[place] < 0) {
            return dense && depth[place] == 1;
        }
        return depth[place] <= FREELY || followed(place) >= 2;
    }

    /** The class of what follows a place's last symbol. */
    int following(int place) {
        int last = symbol[place];
        return last < alphabet.size() ? alphabet.nextClass()[last] : last - alphabet.size();
    }
}
