package studio.tutti.assistant.flowmachines.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Counts sequences and makes a {@link ContextGraph} of them. All parts of a sequence up to a length lie in a tree; a context is a place
 * of the tree that was seen often enough, its continuations are the place's children.
 */
public final class ContextLearner {

    /** Contexts longer than this must have been seen in two songs: what one song does is a copy, not a habit. */
    private static final int FREELY = 2;
    /** So many parts are left out in turn. */
    private static final int FOLDS = 4;
    /** With fewer songs it is enough to have been seen twice. */
    private static final int FEW = 8;

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
    private int[] songs = new int[1024];
    private int[] lastSong = new int[1024];
    private int song;
    private final Viewpoint view;
    private final Sights sights;
    private final List<Sequence> sequences = new ArrayList<>();

    /**
     * @param order the longest context, at least 1
     * @param dense whether each symbol makes a context, even if it never came: then the last symbol is always known
     * @param view another look that helps where little was seen
     */
    public ContextLearner(Alphabet alphabet, int order, boolean dense, Viewpoint view) {
        this.view = view;
        sights = new Sights(view, Math.min(3, order));
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
        add(new Sequence(symbols, true, ended));
    }

    /** A part of a song, whole or not. */
    record Sequence(int[] symbols, boolean begun, boolean ended) {

        /** With the signs of a beginning and an end. */
        int[] whole(Alphabet alphabet) {
            int[] whole = new int[symbols.length + (begun ? 1 : 0) + (ended ? 1 : 0)];
            System.arraycopy(symbols, 0, whole, begun ? 1 : 0, symbols.length);
            if (begun) {
                whole[0] = alphabet.size() + alphabet.classOf()[symbols[0]];
            }
            if (ended) {
                whole[whole.length - 1] = alphabet.size() + alphabet.classes();
            }
            return whole;
        }
    }

    /** As {@link #add(int[], boolean)}. */
    void add(Sequence sequence) {
        if (sequence.symbols().length == 0) {
            return;
        }
        Cancellation.checkLearning();
        song++;
        sequences.add(sequence);
        sights.add(sequence.symbols(), song);
        int[] whole = sequence.whole(alphabet);
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
        if (lastSong[child] != song) {
            lastSong[child] = song;
            songs[child]++;
        }
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
            songs = Arrays.copyOf(songs, 2 * old);
            lastSong = Arrays.copyOf(lastSong, 2 * old);
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
        return new ContextGraphMaking(this, blend()).run();
    }

    /** Learns how to blend: a part of the songs is left out in turn, and what the others say of it is looked at. */
    Blend blend() {
        Blend blend = new Blend(2 * order + 2);
        int folds = Math.min(FOLDS, sequences.size());
        ContextLearner[] others = new ContextLearner[folds < 2 ? 0 : folds];
        for (int fold = 0; fold < others.length; fold++) {
            others[fold] = new ContextLearner(alphabet, order, dense, view);
            for (int each = 0; each < sequences.size(); each++) {
                if (each % folds != fold) {
                    others[fold].add(sequences.get(each));
                }
            }
        }
        for (int each = 0; others.length > 0 && each < sequences.size(); each++) {
            others[each % folds].judge(sequences.get(each), blend);
        }
        blend.settle();
        return blend;
    }

    private void judge(Sequence sequence, Blend blend) {
        Cancellation.checkLearning();
        int[] buckets = new int[2 * order];
        double[] shares = new double[2 * order];
        double all = 0;
        for (int child = firstChild[0]; child >= 0; child = nextSibling[child]) {
            all += symbol[child] < alphabet.size() ? count[child] : 0;
        }
        int[] whole = sequence.whole(alphabet);
        int first = sequence.begun() ? 1 : 0;
        for (int at = 1; at < whole.length; at++) {
            int next = whole[at];
            int met = 0;
            for (int depth = 1; depth <= Math.min(order, at); depth++) {
                int place = 0;
                for (int i = at - depth; i < at && place >= 0; i++) {
                    place = child(place, whole[i]);
                }
                if (place <= 0 || !isContext(place)) {
                    break;
                }
                int context = next == ending ? -1 : sights.context(sequence.symbols(), at - first, depth);
                if (context >= 0) {
                    buckets[met] = Blend.bucket(2 * depth - 2, sights.total(context), sights.types(context));
                    shares[met++] = sights.share(context, whole[at - 1], next);
                }
                double total = followed(place);
                if (total > 0) {
                    int types = 0;
                    for (int child = firstChild[place]; child >= 0; child = nextSibling[child]) {
                        types++;
                    }
                    int child = child(place, next);
                    buckets[met] = Blend.bucket(2 * depth - 1, total, types);
                    shares[met++] = child < 0 ? 0 : weight(child) / total;
                }
            }
            int alone = child(0, next);
            blend.see((alone < 0 ? 0.1 : count[alone]) / (all + 1), buckets, shares, met);
        }
    }

    Sights sights() {
        return sights;
    }

    /** The symbols that a place stands for, the last last, without the sign of a beginning. */
    int[] history(int place) {
        int length = depth[place];
        int[] symbols = new int[length];
        int at = place;
        for (int i = length - 1; i >= 0; i--) {
            symbols[i] = symbol[at];
            at = parent[at];
        }
        return length > 0 && symbols[0] >= alphabet.size() ? Arrays.copyOfRange(symbols, 1, length) : symbols;
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

    /** How often something followed, as {@link #weight} counts it. */
    double followed(int place) {
        double sum = 0;
        for (int child = firstChild[place]; child >= 0; child = nextSibling[child]) {
            sum += weight(child);
        }
        return sum;
    }

    /**
     * How much a continuation counts. A song repeats itself, and to another song its repeats say little: it counts in
     * how many songs a continuation came, not how often.
     */
    double weight(int place) {
        return song < FEW || depth[place] <= 1 ? count[place] : songs[place];
    }

    /** Whether a place becomes a context. */
    boolean isContext(int place) {
        if (place == 0 || symbol[place] == ending || depth[place] > order) {
            return false;
        }
        if (firstChild[place] < 0) {
            return dense && depth[place] == 1;
        }
        return depth[place] <= FREELY || (song < FEW ? followed(place) >= 2 : songs[place] >= 2);
    }

    /** The class of what follows a place's last symbol. */
    int following(int place) {
        int last = symbol[place];
        return last < alphabet.size() ? alphabet.nextClass()[last] : last - alphabet.size();
    }
}
