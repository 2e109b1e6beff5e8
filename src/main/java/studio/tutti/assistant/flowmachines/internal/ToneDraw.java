package studio.tutti.assistant.flowmachines.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Draws tones exactly. Copies are forbidden in rounds: what is drawn without regard to copies, or to some of them only, is thrown away
 * whole if it contains any, and what it contained is forbidden in the next round by the automaton. What is kept at last has exactly the
 * distribution of sequences without copies, since within a round it was drawn from a distribution that is proportional to it wherever
 * nothing is copied; the rounds before don't matter (rejection sampling with a proposal that adapts to what was thrown away only).
 */
public final class ToneDraw {

    /** So many rounds at most. */
    private static final int ROUNDS = 60;
    /** Draws from one passing of messages. */
    private static final int DRAWS = 4;

    private final Tones tones;
    private final ContextGraph graph;
    private final ToneAsk ask;
    private final Cancellation cancellation;
    private final Words words;
    private final double[][] weight;
    private final long[][] letter;
    private final long[] before;
    private final int start;
    private @Nullable StepTrellis passed;

    public ToneDraw(Tones tones, ToneAsk ask, Cancellation cancellation) {
        this.tones = tones;
        this.ask = ask;
        this.cancellation = cancellation;
        graph = ask.odds() == 1 ? tones.graph() : tones.graph().straying(ask.odds());
        words = new Words(tones.letters());
        int steps = ask.steps();
        int more = ask.right().length;
        weight = Arrays.copyOf(ask.weight(), steps + more);
        letter = new long[steps + more][tones.symbols()];
        for (int level = 0; level < steps + more; level++) {
            if (level >= steps) {
                weight[level] = new double[tones.symbols()];
                weight[level][ask.right()[level - steps]] = 1;
            }
            int length = level < steps ? ask.length()[level] : ask.rightLength()[level - steps];
            for (int symbol = 0; symbol < tones.symbols(); symbol++) {
                letter[level][symbol] = tones.letter(symbol, length);
            }
        }
        int from = Math.max(0, ask.left().length - ask.most());
        before = tones.letters(
                Arrays.copyOfRange(ask.left(), from, ask.left().length),
                Arrays.copyOfRange(ask.leftLength(), from, ask.left().length));
        start = ask.left().length == 0 ? graph.start(0) : graph.after(ask.left(), 0);
    }

    private StepTrellis trellis() {
        int state = 0;
        for (long each : before) {
            state = state < 0 ? state : words.next(state, each);
        }
        return new StepTrellis(graph, weight, ask.pair(), letter, words, start, state, ask.ended());
    }

    /** Whether anything fits, copies left aside. */
    public boolean fits() {
        StepTrellis trellis = trellis();
        boolean fits = trellis.pass(cancellation);
        passed = fits ? trellis : null;
        return fits;
    }

    /** The logarithm of the mass of all that fits, copies left aside. */
    public double logMass() {
        StepTrellis trellis = trellis();
        return trellis.pass(cancellation) ? trellis.logMass() : Double.NEGATIVE_INFINITY;
    }

    /** A sequence, or null if none fits, or none was found that copies no more than it may. */
    public int @Nullable [] draw(Dice dice) {
        for (int round = 0; round < ROUNDS; round++) {
            StepTrellis trellis = passed;
            if (trellis == null) {
                trellis = trellis();
                if (!trellis.pass(cancellation)) {
                    return null;
                }
            }
            passed = null;
            if (ask.most() == 0) {
                return Arrays.copyOf(trellis.draw(dice), ask.steps());
            }
            List<long[]> found = new ArrayList<>();
            for (int draw = 0; draw < DRAWS; draw++) {
                int[] drawn = trellis.draw(dice);
                List<long[]> copied = copied(drawn);
                if (copied.isEmpty()) {
                    return Arrays.copyOf(drawn, ask.steps());
                }
                found.addAll(copied);
            }
            found.forEach(words::add);
            words.link();
        }
        return null;
    }

    private List<long[]> copied(int[] drawn) {
        long[] all = Arrays.copyOf(before, before.length + drawn.length);
        for (int i = 0; i < drawn.length; i++) {
            all[before.length + i] = letter[i][drawn[i]];
        }
        boolean[] standing = ask.standing();
        int from = ask.left().length - before.length;
        return tones.copies(ask.most()).in(all, standing == null ? new boolean[all.length] : Arrays.copyOfRange(standing, from, from + all.length));
    }
}
