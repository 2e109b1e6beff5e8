package studio.tutti.assistant.flowmachines.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is drawn has exactly the distribution that the model says, checked against models computed anew from plain counts. */
@DisplayName("Exact sampling")
class ExactSamplingTest {

    private static final int DRAWS = 100_000;
    private static final int SYMBOLS = 4;
    private static final int ORDER = 3;
    private static final int STEPS = 7;

    private static final List<int[]> SONGS = List.of(
            new int[] {0, 1, 2, 0, 1, 3, 0, 1, 2, 2}, new int[] {2, 1, 0, 0, 1, 2, 0, 3}, new int[] {3, 0, 1, 2, 0, 1, 2, 0, 1});

    @Test
    @DisplayName("the partition function of tones equals brute force, with fields, pairs and forbidden copies")
    void partitionOfTones() {
        for (int limit : new int[] {0, 3, 4}) {
            Map<String, Double> all = bruteForce(limit);
            double mass = all.values().stream().mapToDouble(Double::doubleValue).sum();
            StepTrellis trellis = trellis(limit);
            assertThat(trellis.pass(Cancellation.NEVER)).isTrue();
            assertThat(trellis.logMass()).isCloseTo(StrictMath.log(mass), within(1e-9));
        }
    }

    @Test
    @DisplayName("100,000 draws of tones are distributed as enumeration says: chi-square p > 0.01, total variation < 0.02")
    void distributionOfTones() {
        Map<String, Double> all = bruteForce(0);
        StepTrellis trellis = trellis(0);
        trellis.pass(Cancellation.NEVER);
        Dice dice = new Dice(7);
        compare(all, () -> Arrays.toString(trellis.draw(dice)));
    }

    @Test
    @DisplayName("draws that are thrown away for their copies leave exactly the distribution of what copies nothing")
    void distributionWithoutCopies() {
        Map<String, Double> all = bruteForce(3);
        Tones tones = tones();
        ToneAsk ask = new ToneAsk(lengths(), weights(), PAIR, new int[0], new int[0], new int[0], new int[0], true, 3, 1);
        Dice dice = new Dice(11);
        compare(all, () -> Arrays.toString(new ToneDraw(tones, ask, Cancellation.NEVER).draw(dice)));
    }

    @Test
    @DisplayName("rhythms fill their bars exactly as enumeration says, with counted onsets")
    void distributionOfRhythms() {
        // Two places in a bar of four levels: symbols are (place, length): 0 (0,2), 1 (2,2), 2 (0,4), 3 (2,4), 4 (0,2) rest.
        Alphabet alphabet = new Alphabet(new int[] {0, 1, 0, 1, 0}, new int[] {1, 0, 0, 1, 1}, 2);
        int[] span = {2, 2, 4, 4, 2};
        List<int[]> songs = List.of(new int[] {0, 1, 2, 0, 3, 1, 4, 1}, new int[] {2, 2, 0, 1, 4, 3, 1});
        ContextLearner learner = new ContextLearner(alphabet, 3, false, Viewpoint.NONE);
        songs.forEach(song -> learner.add(song, true));
        int levels = 16;
        int[] classes = new int[levels + 1];
        for (int level = 0; level <= levels; level++) {
            classes[level] = level % 4 == 0 ? 0 : level % 4 == 2 ? 1 : -1;
        }
        Field field = (level, symbol) -> symbol == 2 && level == 8 ? 0 : 1 + 0.3 * ((level + symbol) % 3);
        BarCount count = new BarCount(4, 0, 1, new boolean[] {true, true, true, true, false});
        for (BarCount each : new BarCount[] {null, count}) {
            TimeTrellis trellis = new TimeTrellis(learner.graph(), classes, span, field, each, learner.graph().start(0), true);
            Map<String, Double> all = new TreeMap<>();
            PlainModel model = new PlainModel(songs, alphabet, 3, false, learner.blend());
            enumerate(new ArrayList<>(), 0, levels, span, classes, alphabet, sequence -> {
                double mass = model.mass(sequence, true);
                int at = 0;
                int begun = 0;
                for (int symbol : sequence) {
                    mass *= field.weight(at, symbol);
                    begun += symbol == 4 ? 0 : 1;
                    mass *= each != null && begun > 1 ? 0 : 1;
                    int to = at + span[symbol];
                    begun = to / 4 > at / 4 ? 0 : begun;
                    at = to;
                }
                if (mass > 0) {
                    all.put(Arrays.toString(sequence), mass);
                }
            });
            assertThat(all.size()).isGreaterThan(10);
            assertThat(trellis.pass(Cancellation.NEVER)).isTrue();
            double mass = all.values().stream().mapToDouble(Double::doubleValue).sum();
            assertThat(trellis.logMass()).isCloseTo(StrictMath.log(mass), within(1e-9));
            Dice dice = new Dice(5);
            compare(all, () -> Arrays.toString(trellis.draw(dice)));
        }
    }

    @Test
    @DisplayName("what is impossible is known from the messages, exactly")
    void impossible() {
        double[][] weights = weights();
        weights[3] = new double[SYMBOLS];
        long[][] letters = new long[STEPS][SYMBOLS];
        StepTrellis trellis = new StepTrellis(tones().graph(), weights, null, letters, new Words(100), tones().graph().start(0), 0, true);
        assertThat(trellis.pass(Cancellation.NEVER)).isFalse();
    }

    private static final StepTrellis.Pair PAIR = (level, before, symbol) -> before == 0 && symbol == 3 ? 0 : before == symbol ? 0.5 : 1;

    private static Tones tones() {
        return new Tones(SYMBOLS, SONGS, SONGS.stream().map(song -> lengths(song.length)).toList(), ORDER, Viewpoint.NONE);
    }

    private static Blend blend() {
        ContextLearner learner = new ContextLearner(Alphabet.plain(SYMBOLS), ORDER, true, Viewpoint.NONE);
        SONGS.forEach(song -> learner.add(song, true));
        return learner.blend();
    }

    private static int[] lengths() {
        return lengths(STEPS);
    }

    private static int[] lengths(int steps) {
        int[] lengths = new int[steps];
        Arrays.fill(lengths, 2);
        return lengths;
    }

    private static double[][] weights() {
        double[][] weights = new double[STEPS][SYMBOLS];
        for (int level = 0; level < STEPS; level++) {
            for (int symbol = 0; symbol < SYMBOLS; symbol++) {
                weights[level][symbol] = level == 2 && symbol == 1 ? 0 : 1 + 0.4 * ((3 * level + symbol) % 4);
            }
        }
        return weights;
    }

    /** With a limit, all windows of the songs that are one longer are forbidden from the beginning. */
    private static StepTrellis trellis(int limit) {
        Tones tones = tones();
        Words words = new Words(tones.letters());
        for (int[] song : SONGS) {
            for (int from = 0; limit > 0 && from + limit < song.length; from++) {
                int[] window = Arrays.copyOfRange(song, from, from + limit + 1);
                words.add(tones.letters(window, lengths(window.length)));
            }
        }
        words.link();
        long[][] letters = new long[STEPS][SYMBOLS];
        for (long[] level : letters) {
            for (int symbol = 0; symbol < SYMBOLS; symbol++) {
                level[symbol] = tones.letter(symbol, 2);
            }
        }
        return new StepTrellis(tones.graph(), weights(), PAIR, letters, words, tones.graph().start(0), 0, true);
    }

    private static Map<String, Double> bruteForce(int limit) {
        Map<String, Double> all = new TreeMap<>();
        PlainModel model = new PlainModel(SONGS, Alphabet.plain(SYMBOLS), ORDER, true, blend());
        double[][] weights = weights();
        int count = (int) Math.round(StrictMath.pow(SYMBOLS, STEPS));
        for (int code = 0; code < count; code++) {
            int[] sequence = new int[STEPS];
            int rest = code;
            for (int i = 0; i < STEPS; i++) {
                sequence[i] = rest % SYMBOLS;
                rest /= SYMBOLS;
            }
            double mass = model.mass(sequence, true);
            for (int i = 0; i < STEPS; i++) {
                mass *= weights[i][sequence[i]] * (i == 0 ? 1 : PAIR.weight(i, sequence[i - 1], sequence[i]));
            }
            if (mass > 0 && (limit == 0 || !copies(sequence, limit + 1))) {
                all.put(Arrays.toString(sequence), mass);
            }
        }
        return all;
    }

    private static boolean copies(int[] sequence, int window) {
        for (int[] song : SONGS) {
            for (int from = 0; from + window <= song.length; from++) {
                for (int at = 0; at + window <= sequence.length; at++) {
                    if (Arrays.equals(song, from, from + window, sequence, at, at + window)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private interface Sink {
        void take(int[] sequence);
    }

    private static void enumerate(List<Integer> so, int at, int levels, int[] span, int[] classes, Alphabet alphabet, Sink sink) {
        if (at == levels) {
            sink.take(so.stream().mapToInt(Integer::intValue).toArray());
            return;
        }
        for (int symbol = 0; symbol < alphabet.size(); symbol++) {
            if (alphabet.classOf()[symbol] == classes[at] && at + span[symbol] <= levels) {
                so.add(symbol);
                enumerate(so, at + span[symbol], levels, span, classes, alphabet, sink);
                so.removeLast();
            }
        }
    }

    private static void compare(Map<String, Double> expected, java.util.function.Supplier<String> draw) {
        double mass = expected.values().stream().mapToDouble(Double::doubleValue).sum();
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < DRAWS; i++) {
            seen.merge(draw.get(), 1, Integer::sum);
        }
        assertThat(expected.keySet()).containsAll(seen.keySet());
        // Total variation of an empirical distribution over many outcomes doesn't vanish; outcomes are gathered into 64 bins.
        List<String> names = new ArrayList<>(expected.keySet());
        names.sort((a, b) -> Double.compare(expected.get(b), expected.get(a)));
        int bins = Math.min(64, names.size());
        double[] wanted = new double[bins];
        double[] got = new double[bins];
        for (int i = 0; i < names.size(); i++) {
            wanted[i % bins] += expected.get(names.get(i)) / mass * DRAWS;
            got[i % bins] += seen.getOrDefault(names.get(i), 0);
        }
        double square = 0;
        double variation = 0;
        for (int i = 0; i < bins; i++) {
            square += (got[i] - wanted[i]) * (got[i] - wanted[i]) / wanted[i];
            variation += Math.abs(got[i] - wanted[i]) / DRAWS / 2;
        }
        assertThat(variation).isLessThan(0.02);
        // Wilson and Hilferty's approximation of the chi-square distribution, at p = 0.01.
        double freedom = bins - 1;
        double bound = freedom * StrictMath.pow(1 - 2 / (9 * freedom) + 2.3263 * StrictMath.sqrt(2 / (9 * freedom)), 3);
        assertThat(square).isLessThan(bound);
    }
}
