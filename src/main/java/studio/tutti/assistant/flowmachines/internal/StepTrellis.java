package studio.tutti.assistant.flowmachines.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A context graph of one class unrolled over steps, for what sounds in a known rhythm: each level emits one symbol. Besides the field, a
 * factor may look at a symbol and the one before it, and {@linkplain Words words} may be forbidden.
 *
 * <p>A state is a context and a state of the words' automaton. Nearly all states have the automaton's first state; these are kept
 * densely, the few others in a list per level. Messages are scaled by powers of two.
 */
public final class StepTrellis {

    /** A factor for two symbols that follow one another. */
    @FunctionalInterface
    public interface Pair {
        /** @param before the symbol at the level before; −1 if nothing came before */
        double weight(int level, int before, int symbol);
    }

    private final ContextGraph graph;
    private final int levels;
    private final double[][] weight;
    private final @Nullable Pair pair;
    private final int begin;
    private final int start;
    private final boolean ended;
    private final long[][] letter;
    private final Words words;
    private final double[][] message;
    private final int[] scale;
    private final LongMap[] extraPlace;
    private final int[][] extraNode;
    private final int[][] extraState;
    private final int[] extras;
    private final double[][] extraMessage;

    /**
     * @param weight for each level and symbol its factor
     * @param letter for each level and symbol its letter in the words
     * @param start the node at level 0
     * @param begin the state of the words' automaton at level 0
     * @param ended whether the sequence is over after the last level
     */
    public StepTrellis(ContextGraph graph, double[][] weight, @Nullable Pair pair, long[][] letter, Words words, int start, int begin, boolean ended) {
        this.graph = graph;
        this.weight = weight;
        this.pair = pair;
        this.letter = letter;
        this.words = words;
        this.start = start;
        this.begin = begin;
        this.ended = ended;
        levels = weight.length;
        message = new double[levels + 1][];
        scale = new int[levels + 1];
        extraPlace = new LongMap[levels + 1];
        extraNode = new int[levels + 1][4];
        extraState = new int[levels + 1][4];
        extras = new int[levels + 1];
        extraMessage = new double[levels + 1][];
    }

    /** Passes the messages. Returns whether anything fits. */
    public boolean pass(Cancellation cancellation) {
        if (begin < 0 || start < 0) {
            return false;
        }
        if (!words.isEmpty()) {
            reach(cancellation);
        }
        int nodes = graph.nodes();
        double[] over = new double[nodes];
        Arrays.fill(over, 1);
        for (int node = 0; ended && node < nodes; node++) {
            over[node] = graph.end[node] + (graph.suffix[node] < 0 ? 0 : graph.escape[node] * over[graph.suffix[node]]);
        }
        message[levels] = over;
        extraMessage[levels] = new double[extras[levels]];
        for (int i = 0; i < extras[levels]; i++) {
            extraMessage[levels][i] = over[extraNode[levels][i]];
        }
        for (int level = levels - 1; level >= 0; level--) {
            cancellation.check();
            fill(level);
        }
        return value(0, start, begin) > 0;
    }

    /** Finds the states with another state of the automaton than the first. */
    private void reach(Cancellation cancellation) {
        if (begin != 0) {
            extra(0, start, begin);
        }
        for (int level = 0; level < levels; level++) {
            cancellation.check();
            double[] weights = weight[level];
            boolean[] begins = new boolean[weights.length];
            boolean any = false;
            for (int symbol = 0; symbol < weights.length; symbol++) {
                begins[symbol] = weights[symbol] > 0 && words.next(0, letter[level][symbol]) != 0;
                any |= begins[symbol];
            }
            for (int arc = 0; any && arc < graph.arcs(); arc++) {
                int symbol = graph.arcSymbol[arc];
                if (begins[symbol]) {
                    extra(level + 1, graph.arcTarget[arc], words.next(0, letter[level][symbol]));
                }
            }
            for (int i = 0; i < extras[level]; i++) {
                int node = extraNode[level][i];
                int state = extraState[level][i];
                if (graph.suffix[node] >= 0) {
                    extra(level, graph.suffix[node], state);
                }
                for (int arc = graph.arcStart[node]; arc < graph.arcStart[node + 1]; arc++) {
                    int symbol = graph.arcSymbol[arc];
                    if (weights[symbol] > 0) {
                        extra(level + 1, graph.arcTarget[arc], words.next(state, letter[level][symbol]));
                    }
                }
            }
        }
    }

    private void extra(int level, int node, int state) {
        if (state <= 0) {
            return;
        }
        LongMap places = extraPlace[level];
        if (places == null) {
            places = new LongMap();
            extraPlace[level] = places;
        }
        long key = (long) state * graph.nodes() + node;
        if (places.get(key) < 0) {
            int place = extras[level]++;
            places.put(key, place);
            if (place == extraNode[level].length) {
                extraNode[level] = Arrays.copyOf(extraNode[level], 2 * place);
                extraState[level] = Arrays.copyOf(extraState[level], 2 * place);
            }
            extraNode[level][place] = node;
            extraState[level][place] = state;
        }
    }

    private void fill(int level) {
        double[] here = new double[graph.nodes()];
        double[] there = message[level + 1];
        double[] weights = weight[level];
        boolean[] begins = new boolean[weights.length];
        for (int symbol = 0; !words.isEmpty() && symbol < weights.length; symbol++) {
            begins[symbol] = weights[symbol] > 0 && words.next(0, letter[level][symbol]) != 0;
        }
        double most = 0;
        for (int node = 0; node < here.length; node++) {
            double sum = graph.suffix[node] < 0 ? 0 : graph.escape[node] * here[graph.suffix[node]];
            int last = graph.last[node];
            for (int arc = graph.arcStart[node]; arc < graph.arcStart[node + 1]; arc++) {
                int symbol = graph.arcSymbol[arc];
                double factor = weights[symbol];
                if (factor != 0) {
                    double then = begins[symbol]
                            ? value(level + 1, graph.arcTarget[arc], words.next(0, letter[level][symbol]))
                            : there[graph.arcTarget[arc]];
                    if (then != 0) {
                        sum += graph.arcMass[arc] * factor * then * (pair == null ? 1 : pair.weight(level, last, symbol));
                    }
                }
            }
            here[node] = sum;
            most = Math.max(most, sum);
        }
        message[level] = here;
        double[] more = new double[extras[level]];
        extraMessage[level] = more;
        // Shorter contexts come first among the dense states, but not in this list.
        Integer[] order = new Integer[more.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        Arrays.sort(order, (a, b) -> Integer.compare(extraNode[level][a], extraNode[level][b]));
        for (int i : order) {
            int node = extraNode[level][i];
            int state = extraState[level][i];
            double sum = graph.suffix[node] < 0 ? 0 : graph.escape[node] * value(level, graph.suffix[node], state);
            int last = graph.last[node];
            for (int arc = graph.arcStart[node]; arc < graph.arcStart[node + 1]; arc++) {
                int symbol = graph.arcSymbol[arc];
                double factor = weights[symbol];
                if (factor != 0) {
                    double then = value(level + 1, graph.arcTarget[arc], words.next(state, letter[level][symbol]));
                    if (then != 0) {
                        sum += graph.arcMass[arc] * factor * then * (pair == null ? 1 : pair.weight(level, last, symbol));
                    }
                }
            }
            more[i] = sum;
            most = Math.max(most, sum);
        }
        int exponent = most == 0 ? 0 : Math.getExponent(most);
        double factor = Math.scalb(1.0, -exponent);
        for (int i = 0; i < here.length; i++) {
            here[i] *= factor;
        }
        for (int i = 0; i < more.length; i++) {
            more[i] *= factor;
        }
        scale[level] = scale[level + 1] + exponent;
    }

    private double value(int level, int node, int state) {
        if (state < 0) {
            return 0;
        }
        if (state == 0) {
            return message[level][node];
        }
        return extraMessage[level][extraPlace[level].get((long) state * graph.nodes() + node)];
    }

    /** The natural logarithm of the mass of everything that fits. */
    public double logMass() {
        return StrictMath.log(value(0, start, begin)) + scale[0] * StrictMath.log(2);
    }

    /** Draws a sequence. Messages must have been passed, and something must fit. */
    public int[] draw(Dice dice) {
        int[] drawn = new int[levels];
        int node = start;
        int state = begin;
        for (int level = 0; level < levels; level++) {
            int arc = -1;
            while (arc < 0) {
                int chosen = TimeTrellis.choose(shares(level, node, state), dice);
                if (chosen == 0) {
                    node = graph.suffix[node];
                } else {
                    arc = graph.arcStart[node] + chosen - 1;
                }
            }
            int symbol = graph.arcSymbol[arc];
            drawn[level] = symbol;
            state = words.isEmpty() ? 0 : words.next(state, letter[level][symbol]);
            node = graph.arcTarget[arc];
        }
        return drawn;
    }

    private double[] shares(int level, int node, int state) {
        int first = graph.arcStart[node];
        double[] shares = new double[1 + graph.arcStart[node + 1] - first];
        double scaled = Math.scalb(1.0, scale[level] - scale[level + 1]);
        shares[0] = graph.suffix[node] < 0 ? 0 : graph.escape[node] * value(level, graph.suffix[node], state) * scaled;
        int last = graph.last[node];
        for (int i = 1; i < shares.length; i++) {
            int symbol = graph.arcSymbol[first + i - 1];
            double factor = weight[level][symbol];
            if (factor != 0) {
                int then = words.isEmpty() ? 0 : words.next(state, letter[level][symbol]);
                double value = value(level + 1, graph.arcTarget[first + i - 1], then);
                if (value != 0) {
                    shares[i] = graph.arcMass[first + i - 1] * factor * value * (pair == null ? 1 : pair.weight(level, last, symbol));
                }
            }
        }
        return shares;
    }
}
