package studio.tutti.assistant.flowmachines.internal;

/**
 * A variable-order Markov model as a graph. A node is a context that was seen: the last symbols, up to the model's order. From each node an
 * arc goes out for every symbol of its class, with the symbol's probability there, to the longest context that was seen and ends with
 * that symbol.
 *
 * <p>The probabilities are interpolated by deleted interpolation (Jelinek and Mercer, 1980): a share of each context, learned from songs
 * left out in turn, goes to its own counts, the rest to what the context without its oldest symbol says, down to the empty context, which
 * gives something to every symbol. So backing off is a part of the distribution in each node, and whoever sums over paths in the graph sums
 * exactly over what the model says.
 *
 * <p>Nodes are numbered by class, and within a class shorter contexts come first.
 */
public final class ContextGraph {

    /** Where the nodes of each class begin; one more entry at the end. */
    final int[] classStart;
    /** The class of what may follow. */
    final int[] classOf;
    /** The symbols of each class, in order: an arc's place in its row. */
    final int[][] members;
    /** The place of each symbol among those of its class. */
    final int[] place;
    /** The last symbol of the context, −1 if it is empty or the beginning. */
    final int[] last;
    /** Where the arcs of each node begin; one for each symbol of its class. */
    final int[] row;
    final double[] mass;
    final int[] target;
    /** The probability that the sequence is over. */
    final double[] end;
    /** The nodes by their last symbol, those without one first; and where those of each last symbol begin, from −1 on; one more entry at the end. */
    final int[] byLast;
    final int[] lastStart;
    final Alphabet alphabet;
    private final Counts counts;

    /** What the probabilities are made of. */
    record Counts(int[] suffix, double[] escape, int[] ownStart, int[] ownPlace, double[] ownMass, double[] ownEnd,
            int[] roots, int[] starts, LongMap trie, int[] nodeOfPlace, int order) {}

    ContextGraph(Alphabet alphabet, int[] classStart, int[] classOf, int[][] members, int[] place, int[] last, int[] row, int[] target,
            Counts counts, double odds) {
        this.alphabet = alphabet;
        this.classStart = classStart;
        this.classOf = classOf;
        this.members = members;
        this.place = place;
        this.last = last;
        this.row = row;
        this.target = target;
        this.counts = counts;
        lastStart = new int[alphabet.size() + 2];
        for (int each : last) {
            lastStart[each + 2]++;
        }
        for (int i = 1; i < lastStart.length; i++) {
            lastStart[i] += lastStart[i - 1];
        }
        byLast = new int[last.length];
        int[] next = lastStart.clone();
        for (int node = 0; node < last.length; node++) {
            byLast[next[last[node] + 1]++] = node;
        }
        mass = new double[target.length];
        end = new double[classOf.length];
        bake(odds);
    }

    /** Works out the probabilities, shorter contexts first, since longer ones lean on them. */
    private void bake(double odds) {
        for (int node = 0; node < classOf.length; node++) {
            int size = members[classOf[node]].length;
            int shorter = counts.suffix[node];
            double escape = shorter < 0 ? 0 : counts.escape[node];
            double own = 1 - escape;
            double escaped = own <= 0 ? 1 : escape * odds / (own + escape * odds);
            double scale = own <= 0 ? 0 : (1 - escaped) / own;
            for (int i = 0; i < size && shorter >= 0; i++) {
                mass[row[node] + i] = escaped * mass[row[shorter] + i];
            }
            for (int i = counts.ownStart[node]; i < counts.ownStart[node + 1]; i++) {
                mass[row[node] + counts.ownPlace[i]] += scale * counts.ownMass[i];
            }
            end[node] = scale * counts.ownEnd[node] + (shorter < 0 ? 0 : escaped * end[shorter]);
        }
    }

    /** How many contexts it has. */
    public int nodes() {
        return classOf.length;
    }

    public Alphabet alphabet() {
        return alphabet;
    }

    /** The node where a sequence begins, if what follows is of a class. */
    public int start(int following) {
        return counts.starts[following] >= 0 ? counts.starts[following] : counts.roots[following];
    }

    /**
     * The longest context that some symbols end with.
     *
     * @param symbols what came before, the last symbol last
     * @param following the class of what follows, for the empty context
     */
    public int after(int[] symbols, int following) {
        int radix = alphabet.size() + alphabet.classes() + 1;
        for (int length = Math.min(counts.order, symbols.length); length > 0; length--) {
            int at = 0;
            for (int i = symbols.length - length; i < symbols.length && at >= 0; i++) {
                at = counts.trie.get((long) at * radix + symbols[i]);
            }
            if (at > 0 && counts.nodeOfPlace[at] >= 0) {
                return counts.nodeOfPlace[at];
            }
        }
        return counts.roots[following];
    }

    /** The same model that strays more or less: the odds of leaning on shorter contexts are multiplied everywhere. */
    public ContextGraph straying(double odds) {
        return new ContextGraph(alphabet, classStart, classOf, members, place, last, row, target, counts, odds);
    }
}
