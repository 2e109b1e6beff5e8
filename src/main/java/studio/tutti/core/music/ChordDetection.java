package studio.tutti.core.music;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hears chords in notes: the most likely series of chords of a hidden Markov model over beats, found by Viterbi's algorithm
 * (Rabiner, "A tutorial on hidden Markov models", 1989), with linear scores in the manner of conditional random fields
 * (Lafferty, McCallum and Pereira, ICML 2001).
 */
public final class ChordDetection {

    private static final int QUALITIES = ChordModel.QUALITIES.size();
    private static final int NOTHING = 12 * QUALITIES;
    private static final int STATES = NOTHING + 1;
    /** A bass that is not the root must be lowest for this share of a chord to be written. */
    private static final double CLEARLY = 0.6;

    private final BeatHarmony harmony;
    private final ChordModel model;
    private final int tonic;
    private final int mode;

    /**
     * A chord that was heard.
     *
     * @param from its first beat
     * @param to the beat after its last
     * @param symbol null if there is none
     */
    public record Heard(int from, int to, @Nullable ChordSymbol symbol) {}

    private ChordDetection(BeatHarmony harmony, ChordModel model) {
        this.harmony = harmony;
        this.model = model;
        int key = key(harmony, model);
        tonic = key % 12;
        mode = key / 12;
    }

    /** The chords of a piece, one after another, with what {@link ChordModel#learned()} knows. */
    public static List<Heard> detect(BeatHarmony harmony) {
        return detect(harmony, ChordModel.learned());
    }

    /** The chords of a piece with another model. */
    public static List<Heard> detect(BeatHarmony harmony, ChordModel model) {
        return harmony.count() == 0 ? List.of() : new ChordDetection(harmony, model).run();
    }

    /** The key of a piece: its tonic's pitch class, plus 12 if it is minor. */
    public static int key(BeatHarmony harmony, ChordModel model) {
        double best = Double.NEGATIVE_INFINITY;
        int key = 0;
        for (int each = 0; each < 24; each++) {
            double score = 0;
            for (int beat = 0; beat < harmony.count(); beat++) {
                for (int pitchClass = 0; pitchClass < 12; pitchClass++) {
                    score += harmony.chroma(beat, pitchClass)
                            * model.number(ChordModel.key(each / 12) + Math.floorMod(pitchClass - each, 12));
                }
            }
            if (score > best) {
                best = score;
                key = each;
            }
        }
        return key;
    }

    private List<Heard> run() {
        int beats = harmony.count();
        int[][] from = new int[beats][STATES];
        double[] score = new double[STATES];
        double[] seen = new double[12 * ChordModel.SIGHTS];
        double[][] steps = steps();
        for (int beat = 0; beat < beats; beat++) {
            double[] here = sounds(beat, seen);
            double[] next = new double[STATES];
            double stays = model.number(ChordModel.change(harmony.strength(beat)));
            double changes = model.number(ChordModel.change(harmony.strength(beat)) + 1);
            for (int state = 0; state < STATES; state++) {
                int best = state;
                double most = score[state] + stays;
                for (int before = 0; before < STATES && beat > 0; before++) {
                    double way = score[before] + changes + steps[before][state];
                    if (before != state && way > most) {
                        most = way;
                        best = before;
                    }
                }
                from[beat][state] = best;
                next[state] = here[state] + (beat == 0 ? 0 : most);
            }
            score = next;
        }
        return chords(path(from, score));
    }

    /** How well each state fits a beat. */
    private double[] sounds(int beat, double[] seen) {
        int bar = beat;
        while (bar > 0 && harmony.strength(bar) < 2) {
            bar--;
        }
        int end = beat + 1;
        while (end < harmony.count() && harmony.strength(end) < 2) {
            end++;
        }
        ChordModel.see(harmony, beat, bar, end, seen);
        double[] fits = new double[STATES];
        for (int quality = 0; quality < QUALITIES; quality++) {
            int weights = ChordModel.weights(quality);
            for (int root = 0; root < 12; root++) {
                double sum = model.number(weights + ChordModel.SIGHTS + 12 * mode + Math.floorMod(root - tonic, 12))
                        + model.number(weights + ChordModel.SIGHTS + ChordModel.DEGREES);
                for (int i = 0; i < ChordModel.SIGHTS; i++) {
                    sum += model.number(weights + i) * seen[root * ChordModel.SIGHTS + i];
                }
                fits[12 * quality + root] = sum;
            }
        }
        fits[NOTHING] = model.number(ChordModel.nothing() + (harmony.isSilent(beat) ? 1 : 0));
        return fits;
    }

    private double[][] steps() {
        double[][] steps = new double[STATES][STATES];
        for (int before = 0; before < NOTHING; before++) {
            for (int after = 0; after < NOTHING; after++) {
                int families = ChordModel.steps(ChordModel.family(before / 12), ChordModel.family(after / 12));
                steps[before][after] = model.number(families + Math.floorMod(after % 12 - before % 12, 12));
            }
        }
        return steps;
    }

    private static int[] path(int[][] from, double[] score) {
        int[] path = new int[from.length];
        int state = 0;
        for (int each = 1; each < STATES; each++) {
            state = score[each] > score[state] ? each : state;
        }
        for (int beat = from.length - 1; beat >= 0; beat--) {
            path[beat] = state;
            state = from[beat][state];
        }
        return path;
    }

    private List<Heard> chords(int[] path) {
        List<Heard> chords = new ArrayList<>();
        int begin = 0;
        for (int beat = 1; beat <= path.length; beat++) {
            if (beat == path.length || path[beat] != path[begin]) {
                chords.add(new Heard(begin, beat, path[begin] == NOTHING ? null : symbol(path[begin], begin, beat)));
                begin = beat;
            }
        }
        return chords;
    }

    private ChordSymbol symbol(int state, int from, int to) {
        int major = mode == 0 ? tonic : (tonic + 3) % 12;
        int fifths = Math.floorMod(7 * major + 5, 12) - 5;
        ChordQuality quality = ChordModel.QUALITIES.get(state / 12);
        int root = state % 12;
        NoteName bass = null;
        for (int interval = 1; interval < 12; interval++) {
            double share = 0;
            for (int beat = from; beat < to; beat++) {
                share += harmony.bass(beat, (root + interval) % 12) / (to - from);
            }
            if (quality.has(interval) && share > CLEARLY) {
                bass = NoteName.of((root + interval) % 12, fifths);
            }
        }
        return new ChordSymbol(NoteName.of(root, fifths), quality, bass);
    }
}
