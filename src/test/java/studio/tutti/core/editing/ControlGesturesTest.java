package studio.tutti.core.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static studio.tutti.core.arrangement.Property.AMOUNT;
import static studio.tutti.core.arrangement.Property.CONTROLLER;
import static studio.tutti.core.arrangement.Property.START;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.arrangement.Controllers;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Kind;

@DisplayName("Hands on controllers")
class ControlGesturesTest {

    private final Desk desk = new Desk();
    private final ControlGestures controls = new ControlGestures(desk.ids);
    private final List<Element> notes = desk.notes(0, 480, 60, 960, 480, 62, 1920, 480, 81);
    private final Element content = notes.getFirst().parent();

    private List<Element> points(int controller) {
        List<Element> points = new ArrayList<>();
        for (Element point : Elements.sorted(desk.all(Kind.CONTROL))) {
            if (point.number(CONTROLLER) == controller) {
                points.add(point);
            }
        }
        return points;
    }

    private static Path line(long from, int value, long to, int then) {
        return new Path(new long[] {from, to}, new int[] {value, then});
    }

    @Test
    @DisplayName("draw a line as points on 64ths, in place of what was there and of that controller alone")
    void draw() {
        desk.does(controls.put(content, 1, 100, 5));
        desk.does(controls.put(content, 7, 100, 99));
        desk.does(controls.draw(content, 1, line(30, 0, 240, 127)));
        assertThat(Desk.read(points(1), START, AMOUNT)).containsExactly(
                List.of(30L, 0L), List.of(60L, 18L), List.of(120L, 54L), List.of(180L, 91L), List.of(240L, 127L));
        assertThat(Desk.read(points(7), AMOUNT)).containsExactly(List.of(99L));
        desk.does(controls.draw(content, 1, line(60, 40, 180, 40)));
        assertThat(Desk.read(points(1), START, AMOUNT)).containsExactly(List.of(30L, 0L), List.of(60L, 40L), List.of(240L, 127L));
    }

    @Test
    @DisplayName("know pedals as up or down, and the wheel's finer steps")
    void ranges() {
        desk.does(controls.draw(content, Controllers.SUSTAIN, line(0, 0, 960, 127)));
        assertThat(Desk.read(points(Controllers.SUSTAIN), START, AMOUNT)).containsExactly(List.of(0L, 0L), List.of(480L, 127L));
        desk.does(controls.put(content, Controllers.PITCH_BEND, 0, 20_000));
        assertThat(Desk.read(points(Controllers.PITCH_BEND), AMOUNT)).containsExactly(List.of(16_383L));
    }

    @Test
    @DisplayName("move points together; one where another arrives gives way")
    void move() {
        desk.does(controls.put(content, 1, 100, 5));
        desk.does(controls.put(content, 1, 200, 120));
        desk.does(controls.put(content, 1, 300, 64));
        desk.does(controls.move(points(1).subList(0, 2), 100, 100));
        assertThat(Desk.read(points(1), START, AMOUNT)).containsExactly(List.of(200L, 12L), List.of(300L, 127L));
        desk.does(controls.remove(points(1)));
        assertThat(points(1)).isEmpty();
    }

    @Test
    @DisplayName("let a note slide to the next: the wheel meets its pitch as it begins, within the wheel's range")
    void slide() {
        Slides slides = new Slides(desk.ids);
        desk.does(slides.slide(notes.subList(0, 2), 240));
        assertThat(notes.getFirst().length()).isEqualTo(960);
        List<Element> bends = points(Controllers.PITCH_BEND);
        assertThat(bends.getFirst().start()).isEqualTo(720);
        assertThat(Desk.read(bends.subList(bends.size() - 2, bends.size()), START, AMOUNT))
                .containsExactly(List.of(940L, 16_383L), List.of(960L, 8192L));
        assertThat(points(6)).isEmpty();
        desk.does(slides.slide(notes.subList(0, 2), 240));
        assertThat(points(Controllers.PITCH_BEND)).hasSameSizeAs(bends);
    }

    @Test
    @DisplayName("widen the wheel's range for a wide slide and set it back; two octaves are the widest")
    void wideSlide() {
        Slides slides = new Slides(desk.ids);
        desk.does(slides.slide(notes, 480));
        assertThat(Desk.read(points(6), START, AMOUNT)).containsExactly(List.of(1440L, 24L), List.of(1920L, 2L));
        List<Element> bends = points(Controllers.PITCH_BEND);
        long met = bends.get(bends.size() - 2).number(AMOUNT);
        assertThat((met - 8192) * 24 / 8191.0).isBetween(18.99, 19.01);
        desk.does(desk.notes.move(notes.subList(2, 3), 0, 20));
        assertThatThrownBy(() -> slides.slide(notes, 480)).isInstanceOf(EditRefused.class);
        assertThatThrownBy(() -> slides.slide(notes.subList(0, 1), 480)).isInstanceOf(EditRefused.class);
    }
}
