package studio.tutti.core.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static studio.tutti.core.arrangement.Property.START;
import static studio.tutti.core.arrangement.Property.VELOCITY;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Journal;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;

@DisplayName("Hands in a drum grid")
class PatternGesturesTest {

    private static final int SNARE = 38;
    private static final int HAT = 42;

    private final Desk desk = new Desk();
    private final Element clip = desk.clip(desk.track(TrackType.DRUMS), 0, 3840);
    private final Element content = desk.content(clip);

    @Test
    @DisplayName("put hits on empty steps only, and clear steps with all that is in them")
    void paint() {
        desk.note(content, 250, 100, HAT);
        List<Element> made = desk.does(grid().paint(HAT, new long[] {0, 240, 480}, true, 101));
        assertThat(Desk.read(made, START, Property.LENGTH, VELOCITY)).containsExactly(List.of(0L, 240L, 101L), List.of(480L, 240L, 101L));
        desk.does(grid().paint(HAT, new long[] {240, 480}, false, 0));
        assertThat(starts(HAT)).containsExactly(0L);
    }

    @Test
    @DisplayName("take a hit shortly before a step for that step's")
    void early() {
        Element early = desk.note(content, 204, 100, HAT);
        assertThat(grid().paint(HAT, new long[] {240}, true, 90).isEmpty()).isTrue();
        desk.does(grid().paint(HAT, new long[] {0}, false, 0));
        assertThat(early.isAlive()).isTrue();
        desk.does(grid().paint(HAT, new long[] {240}, false, 0));
        assertThat(early.isAlive()).isFalse();
    }

    @Test
    @DisplayName("move hits off the grid, all by the same, never out of their steps, and back onto it")
    void shift() {
        List<Element> hits = desk.does(grid().paint(HAT, new long[] {240, 480}, true, 90));
        desk.does(grid().shift(hits, 30));
        assertThat(starts(HAT)).containsExactly(270L, 510L);
        desk.does(grid().shift(hits, -1000));
        assertThat(starts(HAT)).containsExactly(195L, 435L);
        desk.does(grid().shift(hits, 1000));
        assertThat(starts(HAT)).containsExactly(434L, 674L);
        desk.does(grid().straighten(hits));
        assertThat(starts(HAT)).containsExactly(240L, 480L);
    }

    @Test
    @DisplayName("flam: a soft hit 30 ms before, at the tempo of the song, that goes wherever its hit goes; again takes it away")
    void flam() {
        Element hit = desk.does(grid().paint(SNARE, new long[] {960}, true, 100)).getFirst();
        desk.does(grid().flam(List.of(hit), clip, 30));
        // 120 quarters a minute: a millisecond is 1.92 ticks.
        assertThat(Desk.read(hits(SNARE), START, VELOCITY)).containsExactly(List.of(902L, 45L), List.of(960L, 100L));
        desk.does(grid().shift(List.of(hit), 20));
        assertThat(starts(SNARE)).containsExactly(922L, 980L);
        desk.does(grid().flam(List.of(hit), clip, 30));
        assertThat(starts(SNARE)).containsExactly(980L);
        desk.does(grid().flam(List.of(hit), clip, 30));
        desk.does(grid().remove(List.of(hit)));
        assertThat(hits(SNARE)).isEmpty();
    }

    @Test
    @DisplayName("say that a flam has no room before the first tick")
    void noRoom() {
        List<Element> first = desk.does(grid().paint(SNARE, new long[] {0}, true, 100));
        assertThatThrownBy(() -> grid().flam(first, clip, 30)).isInstanceOf(EditRefused.class).hasMessageContaining("no room");
    }

    @Test
    @DisplayName("roll two, three or four in a step, and one again")
    void roll() {
        Element hit = desk.does(grid().paint(HAT, new long[] {480}, true, 80)).getFirst();
        desk.does(grid().roll(List.of(hit), 4));
        assertThat(starts(HAT)).containsExactly(480L, 540L, 600L, 660L);
        desk.does(grid().roll(List.of(hits(HAT).get(2)), 3));
        assertThat(starts(HAT)).containsExactly(480L, 560L, 640L);
        desk.does(grid().roll(hits(HAT), 1));
        assertThat(Desk.read(hits(HAT), START, Property.LENGTH, VELOCITY)).containsExactly(List.of(480L, 240L, 80L));
    }

    @Test
    @DisplayName("divide one drum into triplets and leave the others alone")
    void divide() {
        desk.does(new DrumRowGestures(desk.ids, content).divide(HAT, 320));
        desk.does(grid().paint(HAT, new long[] {320}, true, 80));
        assertThat(grid().paint(HAT, new long[] {320}, true, 80).isEmpty()).isTrue();
        assertThat(Desk.read(hits(HAT), START, Property.LENGTH)).containsExactly(List.of(320L, 320L));
        desk.does(new DrumRowGestures(desk.ids, content).release(HAT));
        assertThat(content.children(Kind.ROW)).isEmpty();
    }

    @Test
    @DisplayName("mute a drum and let it sound again")
    void mute() {
        desk.does(grid().paint(HAT, new long[] {0, 240}, true, 80));
        hits(HAT).getFirst();
        desk.does(grid().mute(HAT));
        assertThat(hits(HAT)).allMatch(hit -> hit.flag(Property.MUTED));
        desk.does(grid().mute(HAT));
        assertThat(hits(HAT)).noneMatch(hit -> hit.flag(Property.MUTED));
    }

    @ParameterizedTest(name = "(seed {0})")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    @DisplayName("do nothing that its inverse would not take back to the last value, and keep every hit in the song")
    void inverse(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 150; i++) {
            int pitch = 36 + random.nextInt(4);
            List<Element> some = new ArrayList<>(content.children(Kind.NOTE));
            some.removeIf(each -> random.nextInt(3) > 0);
            PatternGestures grid = new PatternGestures(desk.arrangement, desk.ids, content, 60 * (1 + random.nextInt(6)));
            DrumRowGestures rows = new DrumRowGestures(desk.ids, content);
            List<Element> flammed = some.stream().filter(each -> each.start() > 200).toList();
            Gesture gesture = switch (random.nextInt(11)) {
                case 0, 1, 2 -> grid.paint(pitch, new long[] {random.nextInt(16) * 240L, random.nextInt(16) * 240L}, true, random.nextInt(200));
                case 3 -> grid.paint(pitch, new long[] {random.nextInt(16) * 240L}, false, 0);
                case 4 -> grid.shift(some, random.nextInt(400) - 200);
                case 5 -> grid.straighten(some);
                case 6 -> flammed.isEmpty() ? grid.mute(pitch) : grid.flam(flammed, clip, random.nextInt(70));
                case 7 -> grid.roll(some, random.nextInt(10));
                case 8 -> grid.mute(pitch);
                case 9 -> random.nextBoolean() ? rows.divide(pitch, random.nextInt(1000)) : rows.release(pitch);
                default -> rows.repeat(pitch, clip, random.nextInt(5000), 240);
            };
            List<String> before = values();
            Journal journal = desk.apply(gesture.operations());
            assertThat(journal.passed()).as("seed %d, step %d: %s", seed, i, gesture.label()).isZero();
            List<String> after = values();
            Journal back = desk.apply(journal.inverse());
            assertThat(values()).as("seed %d, step %d: %s", seed, i, gesture.label()).isEqualTo(before);
            desk.apply(back.inverse());
            assertThat(values()).as("seed %d, step %d: %s", seed, i, gesture.label()).isEqualTo(after);
        }
        assertThat(content.children(Kind.NOTE)).isNotEmpty();
    }

    private List<String> values() {
        List<String> values = new ArrayList<>();
        for (Kind kind : List.of(Kind.NOTE, Kind.ROW, Kind.CLIP)) {
            for (Element element : desk.all(kind)) {
                StringBuilder line = new StringBuilder(element.id().toString());
                for (int slot = 0; slot < kind.size(); slot++) {
                    line.append(' ').append(element.get(kind.property(slot)));
                }
                values.add(line.toString());
            }
        }
        return values;
    }

    private PatternGestures grid() {
        return new PatternGestures(desk.arrangement, desk.ids, content, 240);
    }

    private List<Element> hits(int pitch) {
        return Elements.sorted(content.children(Kind.NOTE)).stream().filter(note -> note.number(Property.PITCH) == pitch).toList();
    }

    private List<Long> starts(int pitch) {
        return hits(pitch).stream().map(Element::start).toList();
    }
}
