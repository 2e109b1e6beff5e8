package studio.tutti.assistant.flowmachines.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Bars that come back")
class MotifsTest {

    private static final int BAR = 96;
    private static final int DRAWS = 100_000;

    private static List<Span> line(int... lengths) {
        List<Span> line = new ArrayList<>();
        int at = 0;
        for (int length : lengths) {
            line.add(new Span(at, Math.abs(length), length < 0));
            at += Math.abs(length);
        }
        return line;
    }

    @Test
    @DisplayName("are read off a line: to the note, as a sequence on other degrees, by their rhythm alone")
    void read() {
        List<Span> line = line(48, 48, 24, 72, 48, 48, 48, 48, 48, 48, -96);
        int[] pitch = {60, 64, 67, 60, 60, 64, 62, 65, 69, 59, -1};
        int[] step = Arrays.stream(pitch).map(each -> MotifReading.degree(Math.max(0, each))).toArray();
        Motifs motifs = MotifStyle.read(line, pitch, step, BAR, 6);
        assertThat(motifs.kind()).containsExactly(Motifs.NONE, Motifs.NONE, Motifs.SAME, Motifs.SEQUENCE, Motifs.RHYTHM, Motifs.NONE);
        assertThat(motifs.back()).containsExactly(0, 0, 2, 1, 1, 0);
        assertThat(motifs.rhythms()).containsExactly(0, 1, 0, 0, 0, 5);
    }

    @Test
    @DisplayName("follow what was first, however often it was taken up, and to the note only as long as each did so")
    void sources() {
        Motifs motifs = new Motifs(new int[] {0, 3, 3, 2, 3, 1, 3}, new int[] {0, 1, 1, 1, 1, 4, 1});
        assertThat(motifs.tones()).containsExactly(0, 0, 0, 0, 0, 5, 5);
        assertThat(motifs.rhythms()).containsExactly(0, 0, 0, 0, 0, 0, 0);
        assertThat(motifs.exactly()).containsExactly(false, true, true, false, false, false, true);
    }

    @Test
    @DisplayName("are drawn as often as their probabilities say, which sum to one")
    void drawn() {
        MotifStyle style = new MotifStyle();
        Motifs chords = new Motifs(new int[] {0, 0, 3}, new int[] {0, 0, 2});
        style.learn(new Motifs(new int[] {0, 0, 3, 3}, new int[] {0, 0, 2, 2}), new Motifs(new int[] {0, 0, 3, 0}, new int[] {0, 0, 2, 0}));
        style.learn(new Motifs(new int[] {0, 1, 0, 2}, new int[] {0, 1, 0, 1}), Motifs.none(4));
        Map<String, Integer> seen = new HashMap<>();
        Map<String, Double> expected = new HashMap<>();
        Dice dice = new Dice(5);
        for (int i = 0; i < DRAWS; i++) {
            Motifs drawn = style.draw(3, chords, dice);
            seen.merge(name(drawn), 1, Integer::sum);
        }
        // Bar 2 has four ways, bar 3 seven.
        for (int second = 0; second <= Motifs.SAME; second++) {
            for (int third = 0; third <= 2 * Motifs.SAME; third++) {
                Motifs each = new Motifs(new int[] {0, second, third == 0 ? 0 : (third - 1) / 2 + 1}, new int[] {0, second == 0 ? 0 : 1, third == 0 ? 0 : (third - 1) % 2 + 1});
                expected.put(name(each), StrictMath.exp(style.logProbability(each, chords)));
            }
        }
        assertThat(expected).hasSize(28);
        assertThat(expected.values().stream().mapToDouble(Double::doubleValue).sum()).isCloseTo(1, within(1e-9));
        double variation = 0;
        for (Map.Entry<String, Double> each : expected.entrySet()) {
            variation += Math.abs(each.getValue() - seen.getOrDefault(each.getKey(), 0) / (double) DRAWS) / 2;
        }
        assertThat(expected.keySet()).containsAll(seen.keySet());
        assertThat(variation).isLessThan(0.02);
    }

    private static String name(Motifs motifs) {
        return Arrays.toString(motifs.kind()) + Arrays.toString(motifs.back());
    }

    @Test
    @DisplayName("are drawn anew, given what stands, exactly as enumeration says")
    void tonesAgain() {
        List<int[]> songs = List.of(new int[] {0, 1, 2, 0, 1, 2, 2, 1}, new int[] {2, 1, 0, 2, 1, 0, 0}, new int[] {0, 2, 1, 0, 2, 1});
        Tones tones = new Tones(3, songs, songs.stream().map(song -> Arrays.stream(song).map(each -> 48).toArray()).toList(), 3, Viewpoint.NONE);
        ContextLearner learner = new ContextLearner(Alphabet.plain(3), 3, true, Viewpoint.NONE);
        songs.forEach(song -> learner.add(song, true));
        PlainModel model = new PlainModel(songs, Alphabet.plain(3), 3, true, learner.blend(), 1);
        // Bars 2 and 4 take up bars 1 and 3: the one to the note, the other as a sequence.
        Motifs motifs = new Motifs(new int[] {0, Motifs.SAME, 0, Motifs.SEQUENCE}, new int[] {0, 1, 0, 1});
        List<Span> notes = line(48, 48, 48, 48, 48, 48, 48, 48);
        int[] first = {0, 1, 1, 2, 2, 0, 1, 1};
        double strength = 1.5;
        double[][] weight = new double[8][3];
        for (int level = 0; level < 8; level++) {
            for (int symbol = 0; symbol < 3; symbol++) {
                weight[level][symbol] = 1 + 0.3 * ((level + 2 * symbol) % 3);
            }
        }
        int[] none = {};
        ToneAsk ask = new ToneAsk(new int[] {48, 48, 48, 48, 48, 48, 48, 48}, weight, null, none, none, none, none, true, 0, 1);
        ToneAsk again = new ToneMotifs(motifs, BAR, notes, new int[] {10, 11, 12}, (level, symbol) -> symbol).in(ask, first, strength);
        Map<String, Double> all = new HashMap<>();
        double factor = StrictMath.exp(strength);
        for (int code = 0; code < 81; code++) {
            int[] sequence = first.clone();
            for (int i = 0, rest = code; i < 4; i++, rest /= 3) {
                sequence[new int[] {2, 3, 6, 7}[i]] = rest % 3;
            }
            double mass = model.mass(sequence, true);
            for (int i = 0; i < 8; i++) {
                mass *= weight[i][sequence[i]];
            }
            mass *= sequence[2] == first[0] ? factor : 1;
            mass *= sequence[3] == first[1] ? factor : 1;
            mass *= sequence[7] - sequence[6] == first[5] - first[4] ? factor : 1;
            all.put(Arrays.toString(sequence), mass);
        }
        double sum = all.values().stream().mapToDouble(Double::doubleValue).sum();
        ToneDraw draw = new ToneDraw(tones, again, Cancellation.NEVER);
        assertThat(draw.logMass()).isCloseTo(StrictMath.log(sum), within(1e-9));
        Map<String, Integer> seen = new HashMap<>();
        Dice dice = new Dice(17);
        for (int i = 0; i < DRAWS; i++) {
            seen.merge(Arrays.toString(draw.draw(dice)), 1, Integer::sum);
        }
        double variation = 0;
        for (Map.Entry<String, Double> each : all.entrySet()) {
            variation += Math.abs(each.getValue() / sum - seen.getOrDefault(each.getKey(), 0) / (double) DRAWS) / 2;
        }
        assertThat(all.keySet()).containsAll(seen.keySet());
        assertThat(variation).isLessThan(0.02);
    }
}
