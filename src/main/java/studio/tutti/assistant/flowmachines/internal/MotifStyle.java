package studio.tutti.assistant.flowmachines.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the bars of a style come back: which bar takes up what of which earlier bar, a chain of the first order over bars, by the bar's place
 * among eight, and by how the chords come back that stand under it. It is read off songs by comparing their bars, and drawn before the
 * notes are.
 */
public final class MotifStyle {

    /** How far back a bar may lie that is taken up. */
    private static final int[] BACK = {1, 2, 4, 8, 16, 24};
    private static final int RELATIONS = 1 + Motifs.SAME * BACK.length;
    private static final int PHRASE = 8;
    /** So many sights make what is more special count by half. */
    private static final double DOUBT = 6;

    private final double[][] afterAtPlace = new double[RELATIONS * PHRASE * (1 + BACK.length)][RELATIONS];
    private final double[][] afterOver = new double[RELATIONS * (1 + BACK.length)][RELATIONS];
    private final double[][] after = new double[RELATIONS][RELATIONS];
    private final double[] all = new double[RELATIONS];

    /**
     * Learns from how the bars of a song come back.
     *
     * @param chords how the chords under them do; these themselves, if these are chords
     */
    public void learn(Motifs motifs, Motifs chords) {
        int[] under = under(motifs, chords);
        int before = 0;
        for (int bar = 0; bar < motifs.bars(); bar++) {
            int relation = relation(motifs, bar);
            afterAtPlace[place(before, under[bar], bar)][relation]++;
            afterOver[before * (1 + BACK.length) + under[bar]][relation]++;
            after[before][relation]++;
            all[relation]++;
            before = relation;
        }
    }

    /** For each bar from how far back the whole of its chords comes, as a place in a list; 0 if it doesn't. */
    private static int[] under(Motifs motifs, Motifs chords) {
        int[] under = new int[chords.bars()];
        for (int bar = 0; bar < under.length && motifs != chords; bar++) {
            for (int i = 0; i < BACK.length; i++) {
                under[bar] = chords.kind()[bar] == Motifs.SAME && chords.back()[bar] == BACK[i] ? i + 1 : under[bar];
            }
        }
        return under;
    }

    private static int place(int before, int under, int bar) {
        return (before * PHRASE + bar % PHRASE) * (1 + BACK.length) + under;
    }

    private static int relation(Motifs motifs, int bar) {
        for (int i = 0; i < BACK.length; i++) {
            if (motifs.kind()[bar] > 0 && motifs.back()[bar] == BACK[i]) {
                return 1 + i * Motifs.SAME + motifs.kind()[bar] - 1;
            }
        }
        return 0;
    }

    /** The probability of each relation of a bar; 0 for those that reach before the first. */
    private double[] shares(int bar, int before, int under) {
        double[] shares = new double[RELATIONS];
        double everywhere = sum(all);
        double[] then = after[before];
        double thens = sum(then);
        double[] over = afterOver[before * (1 + BACK.length) + under];
        double overs = sum(over);
        double[] here = afterAtPlace[place(before, under, bar)];
        double heres = sum(here);
        double whole = 0;
        for (int each = 0; each < RELATIONS; each++) {
            if (each == 0 || BACK[(each - 1) / Motifs.SAME] <= bar) {
                double plain = (all[each] + 0.1) / (everywhere + 0.1 * RELATIONS);
                double known = (then[each] + DOUBT * plain) / (thens + DOUBT);
                double heard = (over[each] + DOUBT * known) / (overs + DOUBT);
                shares[each] = (here[each] + DOUBT * heard) / (heres + DOUBT);
                whole += shares[each];
            }
        }
        for (int each = 0; each < RELATIONS; each++) {
            shares[each] /= whole;
        }
        return shares;
    }

    private static double sum(double[] counts) {
        double sum = 0;
        for (double each : counts) {
            sum += each;
        }
        return sum;
    }

    /**
     * Draws how bars come back.
     *
     * @param chords how the chords under them do; null if these are chords
     */
    public Motifs draw(int bars, @Nullable Motifs chords, Dice dice) {
        Motifs motifs = Motifs.none(bars);
        int[] under = under(motifs, chords == null ? motifs : chords);
        int before = 0;
        for (int bar = 0; bar < bars; bar++) {
            before = dice.choose(shares(bar, before, under[bar]), RELATIONS);
            if (before > 0) {
                motifs.kind()[bar] = (before - 1) % Motifs.SAME + 1;
                motifs.back()[bar] = BACK[(before - 1) / Motifs.SAME];
            }
        }
        return motifs;
    }

    /** The natural logarithm of the probability that {@link #draw} gives just this over chords, which are these themselves if these are chords. */
    public double logProbability(Motifs motifs, Motifs chords) {
        int[] under = under(motifs, chords);
        double log = 0;
        int before = 0;
        for (int bar = 0; bar < motifs.bars(); bar++) {
            int relation = relation(motifs, bar);
            log += StrictMath.log(shares(bar, before, under[bar])[relation]);
            before = relation;
        }
        return log;
    }

    /**
     * Reads off a line how its bars come back: each bar takes up as much as it can, rather from as far as the bar before it did.
     *
     * @param bar slots of a bar
     * @param thing for each span what sounds, −1 for rests
     * @param step for each span its place on a scale, by which sequences are known; null if there are none
     */
    public static Motifs read(List<Span> line, int[] thing, int[] step, int bar, int bars) {
        List<List<Integer>> begin = new ArrayList<>();
        for (int each = 0; each < bars; each++) {
            begin.add(new ArrayList<>());
        }
        for (int i = 0; i < line.size(); i++) {
            int at = Math.floorDiv(line.get(i).start(), bar);
            if (at >= 0 && at < bars) {
                begin.get(at).add(i);
            }
        }
        Motifs motifs = Motifs.none(bars);
        for (int each = 1; each < bars; each++) {
            int before = motifs.back()[each - 1];
            int best = 0;
            for (int back : BACK) {
                int kind = back > each ? 0 : likeness(begin.get(each - back), begin.get(each), line, thing, step, back * bar, back == before);
                int worth = kind == 0 ? 0 : 2 * kind + (back == before ? 1 : 0);
                if (worth > best) {
                    best = worth;
                    motifs.kind()[each] = kind;
                    motifs.back()[each] = back;
                }
            }
        }
        return motifs;
    }

    private static int likeness(List<Integer> one, List<Integer> other, List<Span> line, int[] thing, int[] step, int apart, boolean goesOn) {
        if (one.size() != other.size() || one.isEmpty() && !goesOn) {
            return Motifs.NONE;
        }
        boolean same = true;
        boolean steps = step != null;
        int sounding = 0;
        for (int i = 0; i < one.size(); i++) {
            Span first = line.get(one.get(i));
            Span second = line.get(other.get(i));
            if (first.start() + apart != second.start() || first.length() != second.length() || first.rest() != second.rest()) {
                return Motifs.NONE;
            }
            sounding += first.rest() ? 0 : 1;
            same &= thing[one.get(i)] == thing[other.get(i)];
            steps &= step != null && (first.rest() || step[one.get(i)] - step[one.getFirst()] == step[other.get(i)] - step[other.getFirst()]);
        }
        return same && (sounding > 0 || one.isEmpty()) ? Motifs.SAME : steps && sounding > 1 && sounding == one.size() ? Motifs.SEQUENCE : Motifs.RHYTHM;
    }
}
