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
    /** So few that each sequence comes often enough to be compared by itself. */
    private static final int FEW_STEPS = 4;
    private static final int MOST_OUTCOMES = 200;
    /** As many as from which a continuation counts once a song, which all shipped palettes have. */
    private static final List<int[]> MANY_SONGS = List.of(
            new int[] {0, 1, 2, 0, 1, 3, 0, 1, 2, 2}, new int[] {2, 1, 0, 0, 1, 2, 0, 3}, new int[] {3, 0, 1, 2, 0, 1, 2, 0, 1},
            new int[] {1, 1, 2, 3, 1, 1, 2, 3}, new int[] {0, 2, 0, 2, 1, 3}, new int[] {2, 2, 1, 0, 3, 1, 2}, new int[] {1, 0, 2, 2, 0, 1},
            new int[] {0, 1, 2, 3, 3, 0, 2}, new int[] {3, 1, 2, 0, 0, 1});

    private static final List<int[]> SONGS = List.of(
            new int[] {0, 1, 2, 0, 1, 3, 0, 1, 2, 2}, new int[] {2, 1, 0, 0, 1, 2, 0, 3}, new int[] {3, 0, 1, 2, 0, 1, 2, 0, 1});

    @Test
    @DisplayName("the partition function of tones equals brute force, with fields, pairs and forbidden copies")
    void partitionOfTones() {
        for (int limit : new int[] {0, 3, 4}) {
            Map<String, Double> all = bruteForce(STEPS, limit);
            double mass = all.values().stream().mapToDouble(Double::doubleValue).sum();
            StepTrellis trellis = trellis(STEPS, limit);
            assertThat(trellis.pass(Cancellation.NEVER)).isTrue();
            assertThat(trellis.logMass()).isCloseTo(StrictMath.log(mass), within(1e-9));
        }
    }

    @Test
    @DisplayName("100,000 draws of tones are distributed as enumeration says: chi-square p > 0.01, total variation < 0.02")
    void distributionOfTones() {
        Map<String, Double> all = bruteForce(FEW_STEPS, 0);
        StepTrellis trellis = trellis(FEW_STEPS, 0);
        trellis.pass(Cancellation.NEVER);
        Dice dice = new Dice(7);
        compare(all, () -> Arrays.toString(trellis.draw(dice)));
    }

    @Test
    @DisplayName("draws that are thrown away for their copies leave exactly the distribution of what copies nothing")
    void distributionWithoutCopies() {
        Map<String, Double> all = bruteForce(FEW_STEPS, 3);
        Tones tones = tones();
        ToneAsk ask = new ToneAsk(lengths(FEW_STEPS), Arrays.copyOf(weights(), FEW_STEPS), PAIR, new int[0], new int[0], new int[0], new int[0], true, 3, 1);
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
            PlainModel model = new PlainModel(songs, alphabet, 3, false, learner.blend(), 1);
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
            // Of the seeds 1 to 20 one, 5, lies above p = 0.01; the mean of all is that of the distribution, 119 degrees of freedom.
            Dice dice = new Dice(7);
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

    @Test
    @DisplayName("with many songs, straying, tilted, and with neighbours that stand: the mass and the draws are as brute force says")
    void manySongs() {
        Tones tones = tones(MANY_SONGS);
        int[] left = {3, 0, 1};
        int[] right = {0, 2};
        for (double odds : new double[] {1, 2}) {
            for (int limit : new int[] {0, 3}) {
                PlainModel model = new PlainModel(MANY_SONGS, Alphabet.plain(SYMBOLS), ORDER, true, blend(MANY_SONGS), odds);
                double[][] weights = Arrays.copyOf(weights(), FEW_STEPS);
                for (double[] each : weights) {
                    each[0] *= StrictMath.exp(0.7);
                }
                Map<String, Double> all = new TreeMap<>();
                double copied = 0;
                for (int[] sequence : sequences(FEW_STEPS)) {
                    int[] whole = Arrays.copyOf(sequence, FEW_STEPS + right.length);
                    System.arraycopy(right, 0, whole, FEW_STEPS, right.length);
                    double mass = model.mass("3 0 1", whole, false);
                    for (int i = 0; i < whole.length; i++) {
                        mass *= (i < FEW_STEPS ? weights[i][whole[i]] : 1) * PAIR.weight(i, i == 0 ? 1 : whole[i - 1], whole[i]);
                    }
                    int[] heard = {3, 0, 1, whole[0], whole[1], whole[2], whole[3], whole[4], whole[5]};
                    if (mass > 0 && limit > 0 && copies(MANY_SONGS, heard, limit + 1)) {
                        copied += mass;
                    } else if (mass > 0) {
                        all.put(Arrays.toString(sequence), mass);
                    }
                }
                ToneAsk ask = new ToneAsk(lengths(FEW_STEPS), weights, PAIR, left, lengths(3), right, lengths(2), false, limit, odds);
                double mass = copied + all.values().stream().mapToDouble(Double::doubleValue).sum();
                assertThat(new ToneDraw(tones, ask, Cancellation.NEVER).logMass()).isCloseTo(StrictMath.log(mass), within(1e-9));
                assertThat(limit == 0 || copied > 0).isTrue();
                Dice dice = new Dice(13);
                compare(all, () -> Arrays.toString(new ToneDraw(tones, ask, Cancellation.NEVER).draw(dice)));
            }
        }
    }

    private static Tones tones() {
        return tones(SONGS);
    }

    private static Tones tones(List<int[]> songs) {
        return new Tones(SYMBOLS, songs, songs.stream().map(song -> lengths(song.length)).toList(), ORDER, Viewpoint.NONE);
    }

    private static Blend blend(List<int[]> songs) {
        ContextLearner learner = new ContextLearner(Alphabet.plain(SYMBOLS), ORDER, true, Viewpoint.NONE);
        songs.forEach(song -> learner.add(song, true));
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
    private static StepTrellis trellis(int steps, int limit) {
        Tones tones = tones();
        Words words = new Words(tones.letters());
        for (int[] song : SONGS) {
            for (int from = 0; limit > 0 && from + limit < song.length; from++) {
                int[] window = Arrays.copyOfRange(song, from, from + limit + 1);
                words.add(tones.letters(window, lengths(window.length)));
            }
        }
        words.link();
        long[][] letters = new long[steps][SYMBOLS];
        for (long[] level : letters) {
            for (int symbol = 0; symbol < SYMBOLS; symbol++) {
                level[symbol] = tones.letter(symbol, 2);
            }
        }
        return new StepTrellis(tones.graph(), Arrays.copyOf(weights(), steps), PAIR, letters, words, tones.graph().start(0), 0, true);
    }

    private static List<int[]> sequences(int steps) {
        List<int[]> sequences = new ArrayList<>();
        int count = (int) Math.round(StrictMath.pow(SYMBOLS, steps));
        for (int code = 0; code < count; code++) {
            int[] sequence = new int[steps];
            int rest = code;
            for (int i = 0; i < steps; i++) {
                sequence[i] = rest % SYMBOLS;
                rest /= SYMBOLS;
            }
            sequences.add(sequence);
        }
        return sequences;
    }

    private static Map<String, Double> bruteForce(int steps, int limit) {
        Map<String, Double> all = new TreeMap<>();
        PlainModel model = new PlainModel(SONGS, Alphabet.plain(SYMBOLS), ORDER, true, blend(SONGS), 1);
        double[][] weights = weights();
        for (int[] sequence : sequences(steps)) {
            double mass = model.mass(sequence, true);
            for (int i = 0; i < steps; i++) {
                mass *= weights[i][sequence[i]] * (i == 0 ? 1 : PAIR.weight(i, sequence[i - 1], sequence[i]));
            }
            if (mass > 0 && (limit == 0 || !copies(SONGS, sequence, limit + 1))) {
                all.put(Arrays.toString(sequence), mass);
            }
        }
        return all;
    }

    private static boolean copies(List<int[]> songs, int[] sequence, int window) {
        for (int[] song : songs) {
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
        // Each outcome by itself; only those that would come less than five times are gathered, since chi-square says little of them.
        assertThat(expected.size()).isLessThanOrEqualTo(MOST_OUTCOMES);
        List<double[]> bins = new ArrayList<>();
        double[] rare = new double[2];
        for (Map.Entry<String, Double> each : expected.entrySet()) {
            double wanted = each.getValue() / mass * DRAWS;
            double[] bin = wanted < 5 ? rare : new double[2];
            bin[0] += wanted;
            bin[1] += seen.getOrDefault(each.getKey(), 0);
            if (bin != rare) {
                bins.add(bin);
            }
        }
        if (rare[0] > 0) {
            bins.add(rare);
        }
        double square = 0;
        double variation = 0;
        for (double[] bin : bins) {
            square += (bin[1] - bin[0]) * (bin[1] - bin[0]) / bin[0];
            variation += Math.abs(bin[1] - bin[0]) / DRAWS / 2;
        }
        assertThat(variation).isLessThan(0.02);
        // Wilson and Hilferty's approximation of the chi-square distribution, at p = 0.01.
        double freedom = bins.size() - 1;
        double bound = freedom * StrictMath.pow(1 - 2 / (9 * freedom) + 2.3263 * StrictMath.sqrt(2 / (9 * freedom)), 3);
        assertThat(square).isLessThan(bound);
    }
}
