package studio.tutti.assistant.flowmachines.internal;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Lets what sounds in bars come back: what begins in bars of their own stands, and the others are drawn again, each leaning to the bar that
 * it follows, to the note or by the same steps.
 */
public final class ToneMotifs {

    private final int[] like;
    private final boolean[] own;
    private final boolean[] exactly;
    private final int @Nullable [] step;
    private final IntBinaryOperator counterpart;

    /**
     * @param bar slots of a bar
     * @param notes where the steps of a {@link ToneAsk} are
     * @param step for each symbol its place on a scale; null if there are no sequences
     * @param counterpart for a step and a symbol elsewhere the symbol that is the same there
     */
    public ToneMotifs(Motifs motifs, int bar, List<Span> notes, int @Nullable [] step, IntBinaryOperator counterpart) {
        this.step = step;
        this.counterpart = counterpart;
        int[] source = motifs.tones();
        boolean[] exact = motifs.exactly();
        like = new int[notes.size()];
        own = new boolean[notes.size()];
        exactly = new boolean[notes.size()];
        Arrays.fill(like, -1);
        for (int i = 0; i < like.length; i++) {
            int at = notes.get(i).start();
            int here = Math.floorDiv(at, bar);
            own[i] = here < 0 || here >= source.length || source[here] == here;
            if (own[i]) {
                continue;
            }
            exactly[i] = exact[here];
            int wanted = at - (here - source[here]) * bar;
            int from = Reading.chordAt(notes, wanted);
            like[i] = from >= 0 && notes.get(from).start() == wanted ? from : -1;
        }
    }

    /**
     * What is asked for the second drawing.
     *
     * @param symbols what was drawn at first; −1 for what isn't known, which is free
     * @param strength of the leaning; 0 for none
     */
    public ToneAsk in(ToneAsk plain, int[] symbols, double strength) {
        double factor = StrictMath.exp(strength);
        double[][] weight = new double[plain.steps()][];
        for (int level = 0; level < weight.length; level++) {
            double[] all = plain.weight()[level];
            if (own[level] && symbols[level] >= 0) {
                weight[level] = new double[all.length];
                weight[level][symbols[level]] = all[symbols[level]];
            } else {
                weight[level] = all.clone();
                int same = exactly[level] && like[level] >= 0 && symbols[like[level]] >= 0 ? counterpart.applyAsInt(level, symbols[like[level]]) : -1;
                if (same >= 0) {
                    weight[level][same] *= factor;
                }
            }
        }
        return new ToneAsk(plain.length(), weight, strength == 0 || step == null ? plain.pair() : steps(plain.pair(), symbols, factor),
                plain.left(), plain.leftLength(), plain.right(), plain.rightLength(), plain.ended(), plain.most(), plain.odds(), plain.standing());
    }

    private StepTrellis.Pair steps(StepTrellis.@Nullable Pair plain, int[] symbols, double factor) {
        int[] scale = java.util.Objects.requireNonNull(step);
        int[] wanted = new int[like.length];
        boolean[] goes = new boolean[like.length];
        for (int i = 1; i < like.length; i++) {
            boolean known = !own[i] && !exactly[i] && like[i] > 0 && like[i - 1] == like[i] - 1 && symbols[like[i]] >= 0 && symbols[like[i] - 1] >= 0;
            goes[i] = known;
            wanted[i] = known ? scale[symbols[like[i]]] - scale[symbols[like[i] - 1]] : 0;
        }
        return (level, before, symbol) -> {
            double own = plain == null ? 1 : plain.weight(level, before, symbol);
            return own != 0 && level < goes.length && goes[level] && before >= 0 && scale[symbol] - scale[before] == wanted[level] ? own * factor : own;
        };
    }
}
