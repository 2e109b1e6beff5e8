package studio.tutti.assistant.flowmachines.internal;

/**
 * A variable-order Markov model as a graph. A node is a context that was seen: the last symbols, up to the model's order. From a node one
 * goes along an arc, which emits a symbol, or <em>escapes</em> to the context without its oldest symbol, which emits nothing; the
 * escape is a random step of the model, and what it forgets is forgotten. So all probabilities are sums over few arcs, without a
 * difference anywhere: what is impossible has mass 0 exactly.
 *
 * <p>The mass of emitting a symbol at a node is that of interpolated smoothing (Witten and Bell, 1991): its own counts, and by the share
 * of the escape what the shorter context says.
 *
 * <p>Nodes are numbered by class, and within a class shorter contexts come first, so that an escape always leads to a smaller number.
 */
public final class ContextGraph {

    /** Where the nodes of each class begin; one more entry at the end. */
    final int[] classStart;
    /** The class of what may follow. */
    final int[] classOf;
    /** The shorter context, −1 at the shortest. */
    final int[] suffix;
    final double[] escape;
    /** The probability that the sequence is over. */
    final double[] end;
    /** The last symbol of the context, −1 if it is empty. */
    final int[] last;
    final int[] arcStart;
    final int[] arcSymbol;
    final double[] arcMass;
    final int[] arcTarget;
    /** Nodes of the empty context by class, or −1. */
    final int[] roots;
    /** Nodes where sequences of a class begin, or −1. */
    final int[] starts;
    final Alphabet alphabet;
    private final LongMap trie;
    private final int[] nodeOfTrie;
    private final int order;

    ContextGraph(Alphabet alphabet, int[] classStart, int[] classOf, int[] suffix, double[] escape, double[] end, int[] last,
            int[] arcStart, int[] arcSymbol, double[] arcMass, int[] arcTarget, int[] roots, int[] starts,
            LongMap trie, int[] nodeOfTrie, int order) {
        this.alphabet = alphabet;
        this.classStart = classStart;
        this.classOf = classOf;
        this.suffix = suffix;
        this.escape = escape;
        this.end = end;
        this.last = last;
        this.arcStart = arcStart;
        this.arcSymbol = arcSymbol;
        this.arcMass = arcMass;
        this.arcTarget = arcTarget;
        this.roots = roots;
        this.starts = starts;
        this.trie = trie;
        this.nodeOfTrie = nodeOfTrie;
        this.order = order;
    }

    /** How many contexts it has. */
    public int nodes() {
        return classOf.length;
    }

    /** How many arcs it has, escapes not counted. */
    public int arcs() {
        return arcSymbol.length;
    }

    public Alphabet alphabet() {
        return alphabet;
    }

    /** The node where a sequence begins, if what follows is of a class; −1 if nothing of that class was ever seen. */
    public int start(int following) {
        return starts[following] >= 0 ? starts[following] : roots[following];
    }

    /**
     * The longest context that some symbols end with.
     *
     * @param symbols what came before, the last symbol last
     * @param following the class of what follows, for the empty context
     */
    public int after(int[] symbols, int following) {
        for (int length = Math.min(order, symbols.length); length > 0; length--) {
            int place = 0;
            for (int i = symbols.length - length; i < symbols.length && place >= 0; i++) {
                place = trie.get((long) place * (alphabet.size() + alphabet.classes() + 1) + symbols[i]);
            }
            if (place > 0 && nodeOfTrie[place] >= 0) {
                return nodeOfTrie[place];
            }
        }
        return start(following);
    }

    /** The same model that strays more or less: the odds of every escape are multiplied. Above 1 it keeps less to what it has seen. */
    public ContextGraph straying(double odds) {
        double[] escapes = escape.clone();
        double[] masses = arcMass.clone();
        double[] ends = end.clone();
        for (int node = 0; node < nodes(); node++) {
            double own = 1 - escape[node];
            if (suffix[node] < 0 || own <= 0) {
                continue;
            }
            double escaped = escape[node] * odds / (own + escape[node] * odds);
            double scale = (1 - escaped) / own;
            escapes[node] = escaped;
            ends[node] *= scale;
            for (int arc = arcStart[node]; arc < arcStart[node + 1]; arc++) {
                masses[arc] *= scale;
            }
        }
        return new ContextGraph(alphabet, classStart, classOf, suffix, escapes, ends, last, arcStart, arcSymbol, masses, arcTarget,
                roots, starts, trie, nodeOfTrie, order);
    }
}
