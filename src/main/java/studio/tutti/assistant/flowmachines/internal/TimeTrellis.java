package studio.tutti.assistant.flowmachines.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A context graph unrolled over time, for rhythms: a symbol begins at a level and leads as many levels on as it is long. Messages are
 * passed backwards once; then the partition function is known, and sequences are drawn exactly, each in time linear in its length.
 *
 * <p>The automaton of the metre is the class of a level (the place in the bar); that of the length is the last level; onsets in a bar
 * are counted by the second index of a state, if they are bounded.
 */
public final class TimeTrellis {

    private final ContextGraph graph;
    private final int levels;
    private final int[] classAt;
    private final int[] span;
    private final Field field;
    private final @Nullable BarCount count;
    private final int counts;
    private final int start;
    private final boolean ended;
    private final double[][] message;
    private final int[] scale;

    /**
     * @param classAt for each level its class, −1 where nothing may begin; one entry more for the end
     * @param span for each symbol how many levels it lasts
     * @param start the node at level 0, −1 if there is none: then nothing fits
     * @param ended whether the sequence must be over at the last level, as the model understands it; otherwise it may go on
     */
    public TimeTrellis(ContextGraph graph, int[] classAt, int[] span, Field field, @Nullable BarCount count, int start, boolean ended) {
        this.graph = graph;
        this.classAt = classAt;
        this.span = span;
        this.field = field;
        this.count = count;
        this.start = start;
        this.ended = ended;
        levels = classAt.length - 1;
        counts = count == null ? 1 : count.most() + 1;
        message = new double[levels + 1][];
        scale = new int[levels + 1];
    }

    /** Passes the messages. Returns whether anything fits. */
    public boolean pass(Cancellation cancellation) {
        int last = classAt[levels];
        if (start < 0 || last < 0) {
            return false;
        }
        message[levels] = new double[counts * size(last)];
        for (int q = 0; q < counts; q++) {
            for (int i = 0; i < size(last); i++) {
                message[levels][q * size(last) + i] = ended ? graph.end[graph.classStart[last] + i] : 1;
            }
        }
        double[] weight = new double[graph.alphabet.size()];
        for (int level = levels - 1; level >= 0; level--) {
            cancellation.check();
            if (classAt[level] >= 0) {
                fill(level, weight);
            }
        }
        return message[0] != null && value(0, start, 0) > 0;
    }

    private void fill(int level, double[] weight) {
        int kind = classAt[level];
        int reference = weights(level, weight);
        if (reference == Integer.MIN_VALUE) {
            return;
        }
        int base = graph.classStart[kind];
        int size = size(kind);
        double[] here = new double[counts * size];
        double most = 0;
        int[] members = graph.members[kind];
        for (int q = 0; q < counts; q++) {
            for (int i = 0; i < size; i++) {
                int row = graph.row[base + i];
                double sum = 0;
                for (int place = 0; place < members.length; place++) {
                    int symbol = members[place];
                    if (weight[symbol] != 0) {
                        int to = level + span[symbol];
                        int then = count == null ? 0 : count.next(q, level, symbol, to);
                        if (then >= 0) {
                            sum += graph.mass[row + place] * weight[symbol] * value(to, graph.target[row + place], then);
                        }
                    }
                }
                here[q * size + i] = sum;
                most = Math.max(most, sum);
            }
        }
        if (most == 0) {
            return;
        }
        // Powers of two only, so that scaling changes no digit.
        int exponent = Math.getExponent(most);
        double factor = Math.scalb(1.0, -exponent);
        for (int i = 0; i < here.length; i++) {
            here[i] *= factor;
        }
        message[level] = here;
        scale[level] = reference + exponent;
    }

    /** The weight of each symbol of a level, with what brings the messages that it leads to onto one scale; that scale, or the least number if nothing fits. */
    private int weights(int level, double[] weight) {
        int reference = Integer.MIN_VALUE;
        int[] members = graph.members[classAt[level]];
        for (int symbol : members) {
            weight[symbol] = 0;
            int to = level + span[symbol];
            if (to <= levels && message[to] != null
                    && graph.alphabet.nextClass()[symbol] == classAt[to]) {
                weight[symbol] = field.weight(level, symbol);
                if (weight[symbol] > 0) {
                    reference = Math.max(reference, scale[to]);
                }
            }
        }
        for (int symbol : members) {
            if (weight[symbol] > 0) {
                weight[symbol] = Math.scalb(weight[symbol], scale[level + span[symbol]] - reference);
            }
        }
        return reference;
    }

    private double value(int level, int node, int q) {
        int kind = classAt[level];
        return message[level][q * size(kind) + node - graph.classStart[kind]];
    }

    private int size(int kind) {
        return graph.classStart[kind + 1] - graph.classStart[kind];
    }

    /** The natural logarithm of the mass of everything that fits. */
    public double logMass() {
        return StrictMath.log(value(0, start, 0)) + scale[0] * StrictMath.log(2);
    }

    /** Draws a sequence: its symbols, one after another. Messages must have been passed, and something must fit. */
    public int[] draw(Dice dice) {
        int[] drawn = new int[levels];
        int length = 0;
        int level = 0;
        int node = start;
        int q = 0;
        double[] weight = new double[graph.alphabet.size()];
        double[] shares = new double[weight.length];
        while (level < levels) {
            weights(level, weight);
            int[] members = graph.members[classAt[level]];
            int row = graph.row[node];
            for (int place = 0; place < members.length; place++) {
                int symbol = members[place];
                int to = level + span[symbol];
                int then = weight[symbol] == 0 ? -1 : count == null ? 0 : count.next(q, level, symbol, to);
                shares[place] = then < 0 ? 0 : graph.mass[row + place] * weight[symbol] * value(to, graph.target[row + place], then);
            }
            int place = dice.choose(shares, members.length);
            int symbol = members[place];
            int to = level + span[symbol];
            q = count == null ? 0 : count.next(q, level, symbol, to);
            drawn[length++] = symbol;
            node = graph.target[row + place];
            level = to;
        }
        return Arrays.copyOf(drawn, length);
    }
}
