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

    /** States of all levels beside the words' first: some 100 bytes each. */
    private static final int MOST_STATES = 2_000_000;

    private final ContextGraph graph;
    private final int levels;
    private int states;
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

    /** Passes the messages. Returns whether anything fits; false as well if the words would need more states than memory and time allow. */
    public boolean pass(Cancellation cancellation) {
        if (begin < 0 || start < 0) {
            return false;
        }
        if (!words.isEmpty()) {
            reach(cancellation);
            if (states >= MOST_STATES) {
                return false;
            }
        }
        double[] over = graph.end.clone();
        if (!ended) {
            Arrays.fill(over, 1);
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
        for (int level = 0; level < levels && states < MOST_STATES; level++) {
            cancellation.check();
            double[] weights = weight[level];
            for (int symbol = 0; symbol < weights.length; symbol++) {
                int state = weights[symbol] > 0 ? words.next(0, letter[level][symbol]) : 0;
                for (int node = 0; state > 0 && node < graph.nodes(); node++) {
                    extra(level + 1, graph.target[graph.row[node] + symbol], state);
                }
            }
            for (int i = 0; i < extras[level]; i++) {
                int row = graph.row[extraNode[level][i]];
                int state = extraState[level][i];
                for (int symbol = 0; symbol < weights.length; symbol++) {
                    if (weights[symbol] > 0) {
                        extra(level + 1, graph.target[row + symbol], words.next(state, letter[level][symbol]));
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
            states++;
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
        int[] open = new int[weights.length];
        int[] state = new int[weights.length];
        int count = 0;
        for (int symbol = 0; symbol < weights.length; symbol++) {
            if (weights[symbol] > 0) {
                state[symbol] = words.isEmpty() ? 0 : words.next(0, letter[level][symbol]);
                open[count++] = symbol;
            }
        }
        double most = 0;
        double[] factor = new double[count];
        if (level == 0) {
            factors(level, graph.last[start], open, count, factor);
            here[start] = sum(level, start, open, count, factor, state, there);
            most = here[start];
        }
        // Only contexts that end with a symbol that the level before may have can be reached.
        for (int last = 0; level > 0 && last < weights.length; last++) {
            int from = graph.lastStart[last + 1];
            int to = graph.lastStart[last + 2];
            if (weight[level - 1][last] > 0 && from < to) {
                factors(level, last, open, count, factor);
                for (int i = from; i < to; i++) {
                    int node = graph.byLast[i];
                    here[node] = sum(level, node, open, count, factor, state, there);
                    most = Math.max(most, here[node]);
                }
            }
        }
        message[level] = here;
        double[] more = new double[extras[level]];
        extraMessage[level] = more;
        for (int extra = 0; extra < more.length; extra++) {
            int row = graph.row[extraNode[level][extra]];
            int last = graph.last[extraNode[level][extra]];
            double sum = 0;
            for (int i = 0; i < count; i++) {
                int symbol = open[i];
                double then = value(level + 1, graph.target[row + symbol], words.next(extraState[level][extra], letter[level][symbol]));
                if (then != 0) {
                    sum += graph.mass[row + symbol] * weights[symbol] * then * (pair == null ? 1 : pair.weight(level, last, symbol));
                }
            }
            more[extra] = sum;
            most = Math.max(most, sum);
        }
        int exponent = most == 0 ? 0 : Math.getExponent(most);
        double smaller = Math.scalb(1.0, -exponent);
        for (int i = 0; i < here.length; i++) {
            here[i] *= smaller;
        }
        for (int i = 0; i < more.length; i++) {
            more[i] *= smaller;
        }
        scale[level] = scale[level + 1] + exponent;
    }

    private void factors(int level, int last, int[] open, int count, double[] factor) {
        for (int i = 0; i < count; i++) {
            factor[i] = weight[level][open[i]] * (pair == null ? 1 : pair.weight(level, last, open[i]));
        }
    }

    private double sum(int level, int node, int[] open, int count, double[] factor, int[] state, double[] there) {
        int row = graph.row[node];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            if (factor[i] != 0) {
                int at = row + open[i];
                int to = graph.target[at];
                double then = state[open[i]] == 0 ? there[to] : value(level + 1, to, state[open[i]]);
                sum += graph.mass[at] * factor[i] * then;
            }
        }
        return sum;
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
        double[] shares = new double[graph.alphabet.size()];
        int node = start;
        int state = begin;
        for (int level = 0; level < levels; level++) {
            int row = graph.row[node];
            int last = graph.last[node];
            for (int symbol = 0; symbol < shares.length; symbol++) {
                double factor = weight[level][symbol];
                int then = factor == 0 || words.isEmpty() ? 0 : words.next(state, letter[level][symbol]);
                shares[symbol] = factor == 0 ? 0 : graph.mass[row + symbol] * factor * value(level + 1, graph.target[row + symbol], then)
                        * (pair == null ? 1 : pair.weight(level, last, symbol));
            }
            int symbol = dice.choose(shares, shares.length);
            drawn[level] = symbol;
            state = words.isEmpty() ? 0 : words.next(state, letter[level][symbol]);
            node = graph.target[row + symbol];
        }
        return drawn;
    }
}
