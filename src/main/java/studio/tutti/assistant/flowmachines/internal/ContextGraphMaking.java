package studio.tutti.assistant.flowmachines.internal;

import java.util.Arrays;

/** One making of a {@link ContextGraph} from what a {@link ContextLearner} has counted. */
final class ContextGraphMaking {

    /** What the empty context keeps for symbols that it never saw in a class. */
    private static final double NEVER = 0.5;
    /** Nodes between two questions whether the work was called off. */
    private static final int OFTEN = 256;

    private final ContextLearner learned;
    private final Blend blend;
    private final Alphabet alphabet;
    private final int classes;
    private final int[][] members;
    private final int[] memberPlace;
    private int[] nodeOf = new int[0];
    private int[] placeOf = new int[0];
    private int[] classStart = new int[0];
    private int nodes;
    private int owned;
    private int[] ownPlace = new int[1024];
    private double[] ownMass = new double[1024];

    ContextGraphMaking(ContextLearner learned, Blend blend) {
        this.learned = learned;
        this.blend = blend;
        alphabet = learned.alphabet();
        classes = alphabet.classes();
        members = new int[classes][];
        memberPlace = new int[alphabet.size()];
        for (int each = 0; each < classes; each++) {
            int[] found = new int[alphabet.size()];
            int count = 0;
            for (int symbol = 0; symbol < alphabet.size(); symbol++) {
                if (alphabet.classOf()[symbol] == each) {
                    memberPlace[symbol] = count;
                    found[count++] = symbol;
                }
            }
            members[each] = Arrays.copyOf(found, count);
        }
    }

    ContextGraph run() {
        number();
        int[] suffix = new int[nodes];
        double[] escape = new double[nodes];
        double[] ownEnd = new double[nodes];
        int[] last = new int[nodes];
        int[] classOf = new int[nodes];
        int[] ownStart = new int[nodes + 1];
        int[] row = new int[nodes];
        int[] starts = new int[classes];
        Arrays.fill(starts, -1);
        int arcs = 0;
        for (int node = 0; node < nodes; node++) {
            int place = placeOf[node];
            classOf[node] = place < 0 ? -1 - place : learned.following(place);
            row[node] = arcs;
            arcs += members[classOf[node]].length;
        }
        int[] target = new int[arcs];
        double over = ended();
        for (int node = 0; node < nodes; node++) {
            if (node % OFTEN == 0) {
                Cancellation.checkLearning();
            }
            int place = placeOf[node];
            int kind = classOf[node];
            ownStart[node] = owned;
            last[node] = -1;
            suffix[node] = -1;
            if (place < 0) {
                ownEnd[node] = over;
                root(kind, 1 - over, row[node], target);
                continue;
            }
            if (learned.symbol(place) < alphabet.size()) {
                last[node] = learned.symbol(place);
            } else if (learned.depth(place) == 1) {
                starts[kind] = node;
            }
            suffix[node] = learned.depth(place) == 1 ? classStart[kind] : nodeOf[learned.shorter(place)];
            System.arraycopy(target, row[suffix[node]], target, row[node], members[kind].length);
            double total = learned.followed(place);
            int types = 0;
            for (int child = learned.firstChild(place); child >= 0; child = learned.nextSibling(child)) {
                types++;
            }
            double leans = total == 0 ? 1 : blend.escape(Blend.bucket(2 * learned.depth(place) - 1, total, types));
            for (int child = learned.firstChild(place); child >= 0; child = learned.nextSibling(child)) {
                double mass = (1 - leans) * learned.weight(child) / total;
                if (learned.symbol(child) == learned.ending()) {
                    ownEnd[node] = mass;
                } else {
                    own(memberPlace[learned.symbol(child)], mass);
                    target[row[node] + memberPlace[learned.symbol(child)]] = target(child);
                }
            }
            escape[node] = leans * (1 - look(place, kind, leans));
        }
        ownStart[nodes] = owned;
        int[] roots = Arrays.copyOf(classStart, classes);
        ContextGraph.Counts counts = new ContextGraph.Counts(suffix, escape, ownStart, Arrays.copyOf(ownPlace, owned),
                Arrays.copyOf(ownMass, owned), ownEnd, roots, starts, learned.trie(), nodeOf, learned.order());
        return new ContextGraph(alphabet, classStart, classOf, members, memberPlace, last, row, target, counts, 1);
    }

    /** Adds what the other viewpoint says, and returns the share that it takes of what the context leaves. */
    private double look(int place, int kind, double leans) {
        int[] history = learned.history(place);
        int context = learned.sights().context(history, history.length, learned.depth(place));
        if (context < 0) {
            return 0;
        }
        double share = 1 - blend.escape(Blend.bucket(2 * learned.depth(place) - 2, learned.sights().total(context), learned.sights().types(context)));
        double taken = 0;
        for (int symbol : members[kind]) {
            double mass = share * learned.sights().share(context, history[history.length - 1], symbol);
            if (mass > 0) {
                own(memberPlace[symbol], leans * mass);
                taken += mass;
            }
        }
        return taken;
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

    /** The empty context of a class: how often each symbol came at all, and a little for those that never did. */
    private void root(int kind, double share, int row, int[] target) {
        double sum = 0;
        for (int symbol : members[kind]) {
            int alone = learned.child(0, symbol);
            sum += alone < 0 ? 0 : learned.count(alone);
        }
        for (int symbol : members[kind]) {
            int alone = learned.child(0, symbol);
            double seen = alone < 0 ? 0 : learned.count(alone);
            own(memberPlace[symbol], share * (seen + NEVER / members[kind].length) / (sum + NEVER));
            target[row + memberPlace[symbol]] = alone < 0 ? rootAfter(symbol) : target(alone);
        }
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

    private void own(int place, double mass) {
        if (owned == ownPlace.length) {
            ownPlace = Arrays.copyOf(ownPlace, 2 * owned);
            ownMass = Arrays.copyOf(ownMass, 2 * owned);
        }
        ownPlace[owned] = place;
        ownMass[owned++] = mass;
    }
}
