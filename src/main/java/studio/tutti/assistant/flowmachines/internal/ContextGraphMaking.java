package studio.tutti.assistant.flowmachines.internal;

import java.util.Arrays;

/** One making of a {@link ContextGraph} from what a {@link ContextLearner} has counted. */
final class ContextGraphMaking {

    /** What the empty context keeps for symbols that it never saw in a class, as a share of what it saw. */
    private static final double NEVER = 0.5;

    private final ContextLearner learned;
    private final Alphabet alphabet;
    private final int classes;
    private int[] nodeOf = new int[0];
    private int[] placeOf = new int[0];
    private int[] classStart = new int[0];
    private int nodes;
    private int arcs;
    private int[] arcSymbol = new int[1024];
    private double[] arcMass = new double[1024];
    private int[] arcTarget = new int[1024];

    ContextGraphMaking(ContextLearner learned) {
        this.learned = learned;
        alphabet = learned.alphabet();
        classes = alphabet.classes();
    }

    ContextGraph run() {
        number();
        int[] suffix = new int[nodes];
        double[] escape = new double[nodes];
        double[] end = new double[nodes];
        int[] last = new int[nodes];
        int[] classOf = new int[nodes];
        int[] arcStart = new int[nodes + 1];
        int[] roots = new int[classes];
        int[] starts = new int[classes];
        Arrays.fill(starts, -1);
        double[][] lower = new double[classes][];
        double over = ended();
        for (int each = 0; each < classes; each++) {
            roots[each] = classStart[each];
            lower[each] = unigram(each);
        }
        for (int node = 0; node < nodes; node++) {
            arcStart[node] = arcs;
            int place = placeOf[node];
            int kind = place < 0 ? -1 - place : learned.following(place);
            classOf[node] = kind;
            suffix[node] = -1;
            last[node] = -1;
            if (place < 0) {
                end[node] = over;
                spread(lower[kind], 1 - over, kind);
                continue;
            }
            last[node] = learned.symbol(place) < alphabet.size() ? learned.symbol(place) : -1;
            if (learned.symbol(place) >= alphabet.size() && learned.depth(place) == 1) {
                starts[kind] = node;
            }
            int total = learned.followed(place);
            int types = 0;
            for (int child = learned.firstChild(place); child >= 0; child = learned.nextSibling(child)) {
                types++;
            }
            double whole = Math.max(1, total + types);
            boolean full = learned.dense() && learned.depth(place) == 1;
            if (full) {
                dense(place, whole, total == 0 ? 1 : types / whole, lower[kind], over, end, node, kind);
                continue;
            }
            suffix[node] = learned.depth(place) == 1 ? roots[kind] : nodeOf[learned.shorter(place)];
            escape[node] = types / whole;
            for (int child = learned.firstChild(place); child >= 0; child = learned.nextSibling(child)) {
                double mass = learned.count(child) / whole;
                if (learned.symbol(child) == learned.ending()) {
                    end[node] = mass;
                } else {
                    arc(learned.symbol(child), mass, target(child));
                }
            }
        }
        arcStart[nodes] = arcs;
        return new ContextGraph(alphabet, classStart, classOf, suffix, escape, end, last, arcStart, Arrays.copyOf(arcSymbol, arcs),
                Arrays.copyOf(arcMass, arcs), Arrays.copyOf(arcTarget, arcs), roots, starts, learned.trie(), nodeOf, learned.order());
    }

    /** Numbers the contexts by class and length, empty contexts first. */
    private void number() {
        nodeOf = new int[learned.places()];
        Arrays.fill(nodeOf, -1);
        int[][] sizes = new int[classes][learned.order() + 1];
        for (int each = 0; each < classes; each++) {
            sizes[each][0] = 1;
        }
        for (int place = 1; place < learned.places(); place++) {
            if (learned.isContext(place)) {
                sizes[learned.following(place)][learned.depth(place)]++;
            }
        }
        classStart = new int[classes + 1];
        int[][] next = new int[classes][learned.order() + 1];
        for (int each = 0; each < classes; each++) {
            classStart[each] = nodes;
            for (int depth = 0; depth <= learned.order(); depth++) {
                next[each][depth] = nodes;
                nodes += sizes[each][depth];
            }
        }
        classStart[classes] = nodes;
        placeOf = new int[nodes];
        for (int each = 0; each < classes; each++) {
            placeOf[classStart[each]] = -1 - each;
        }
        for (int place = 1; place < learned.places(); place++) {
            if (learned.isContext(place)) {
                int node = next[learned.following(place)][learned.depth(place)]++;
                nodeOf[place] = node;
                placeOf[node] = place;
            }
        }
    }

    /** How probable each symbol of a class is where nothing is known of what came before. */
    private double[] unigram(int kind) {
        double[] mass = new double[alphabet.size()];
        double sum = 0;
        int members = 0;
        for (int each = 0; each < alphabet.size(); each++) {
            if (alphabet.classOf()[each] == kind) {
                int place = learned.child(0, each);
                mass[each] = place < 0 ? 0 : learned.count(place);
                sum += mass[each];
                members++;
            }
        }
        for (int each = 0; each < alphabet.size(); each++) {
            if (alphabet.classOf()[each] == kind) {
                mass[each] = (mass[each] + NEVER / members) / (sum + NEVER);
            }
        }
        return mass;
    }

    private double ended() {
        int place = learned.child(0, learned.ending());
        double ends = place < 0 ? 0 : learned.count(place);
        double all = 0;
        for (int child = learned.firstChild(0); child >= 0; child = learned.nextSibling(child)) {
            all += learned.symbol(child) < alphabet.size() ? learned.count(child) : 0;
        }
        return (ends + 0.01) / (all + ends + 1);
    }

    private void spread(double[] mass, double share, int kind) {
        for (int each = 0; each < alphabet.size(); each++) {
            if (alphabet.classOf()[each] == kind) {
                int child = learned.child(0, each);
                arc(each, share * mass[each], child < 0 ? rootAfter(each) : target(child));
            }
        }
    }

    private void dense(int place, double whole, double escaped, double[] lower, double over, double[] end, int node, int kind) {
        int ends = learned.child(place, learned.ending());
        end[node] = (ends < 0 ? 0 : learned.count(ends) / whole) + escaped * over;
        for (int each = 0; each < alphabet.size(); each++) {
            if (alphabet.classOf()[each] == kind) {
                int child = learned.child(place, each);
                double mass = (child < 0 ? 0 : learned.count(child) / whole) + escaped * (1 - over) * lower[each];
                int alone = learned.child(0, each);
                arc(each, mass, child >= 0 ? target(child) : alone >= 0 ? target(alone) : rootAfter(each));
            }
        }
    }

    /** The longest context that a place of the tree ends with. */
    private int target(int place) {
        int at = place;
        while (at > 0 && nodeOf[at] < 0) {
            at = learned.shorter(at);
        }
        return at > 0 ? nodeOf[at] : rootAfter(learned.symbol(place));
    }

    private int rootAfter(int symbol) {
        return classStart[alphabet.nextClass()[symbol]];
    }

    private void arc(int symbol, double mass, int target) {
        if (arcs == arcSymbol.length) {
            arcSymbol = Arrays.copyOf(arcSymbol, 2 * arcs);
            arcMass = Arrays.copyOf(arcMass, 2 * arcs);
            arcTarget = Arrays.copyOf(arcTarget, 2 * arcs);
        }
        arcSymbol[arcs] = symbol;
        arcMass[arcs] = mass;
        arcTarget[arcs++] = target;
    }
}
