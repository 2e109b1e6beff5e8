package studio.tutti.core.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static studio.tutti.core.arrangement.Property.LENGTH;
import static studio.tutti.core.arrangement.Property.PITCH;
import static studio.tutti.core.arrangement.Property.START;
import static studio.tutti.core.arrangement.Property.VELOCITY;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.editing.NoteTiming.Ends;
import studio.tutti.core.music.Grid;
import studio.tutti.core.music.MetreMap;
import studio.tutti.core.music.Scale;
import studio.tutti.core.music.ScaleForm;

@DisplayName("Shaping notes")
class ShapingNotesTest {

    private final Desk desk = new Desk();
    private final NoteTiming timing = new NoteTiming(desk.ids);
    private final NotePieces pieces = new NotePieces(desk.ids);

    private static Grid grid(int step, int swing) {
        return new Grid(new MetreMap(new long[] {0}, new int[] {4}, new int[] {2}), 0, step, swing);
    }

    @Test
    @DisplayName("paints a row in one edit, and no note twice at one place")
    void paint() {
        Element content = desk.notes(240, 240, 60).getFirst().parent();
        List<Element> made = desk.does(new NoteStrokes(desk.ids).draw(content, List.of(
                new Stroke(0, 240, 60, 80), new Stroke(240, 240, 60, 80), new Stroke(480, 0, 300, 0), new Stroke(0, 240, 60, 80))));
        assertThat(Desk.read(made, START, LENGTH, PITCH, VELOCITY))
                .containsExactly(List.of(0L, 240L, 60L, 80L), List.of(480L, 1L, 127L, 1L));
    }

    @Test
    @DisplayName("quantises halfway with half the strength, with swing, and ends too; no note vanishes")
    void quantise() {
        List<Element> notes = desk.notes(100, 100, 60, 300, 77, 60);
        desk.does(timing.quantise(notes, grid(240, 0), 50, Ends.STARTS));
        assertThat(Desk.read(notes, START, LENGTH)).containsExactly(List.of(50L, 100L), List.of(270L, 77L));
        desk.does(timing.quantise(notes, grid(240, 100), 100, Ends.STARTS));
        assertThat(Desk.read(notes, START, LENGTH)).containsExactly(List.of(0L, 100L), List.of(360L, 77L));
        desk.does(timing.quantise(notes, grid(240, 0), 100, Ends.ENDS));
        assertThat(Desk.read(notes, START, LENGTH)).containsExactly(List.of(0L, 240L), List.of(360L, 120L));
        desk.does(timing.quantise(notes, grid(480, 0), 100, Ends.BOTH));
        assertThat(Desk.read(notes, START, LENGTH)).containsExactly(List.of(0L, 480L), List.of(480L, 480L));
    }

    @Test
    @DisplayName("humanises within what was asked for, the same way for the same seed, and most notes only a little")
    void humanise() {
        long[] numbers = new long[900];
        for (int i = 0; i < 300; i++) {
            numbers[3 * i] = 1000 + 100L * i;
            numbers[3 * i + 1] = 90;
            numbers[3 * i + 2] = 60;
        }
        List<Element> notes = desk.notes(numbers);
        Gesture first = timing.humanise(notes, 40, 20, 5);
        assertThat(timing.humanise(notes, 40, 20, 5).operations()).isEqualTo(first.operations());
        assertThat(timing.humanise(notes, 40, 20, 6).operations()).isNotEqualTo(first.operations());
        desk.does(first);
        long near = 0;
        long sum = 0;
        for (int i = 0; i < 300; i++) {
            long moved = notes.get(i).start() - numbers[3 * i];
            assertThat(moved).isBetween(-40L, 40L);
            assertThat(notes.get(i).number(VELOCITY)).isBetween(70L, 110L);
            near += Math.abs(moved) <= 20 ? 1 : 0;
            sum += moved;
        }
        assertThat(near).isGreaterThan(190);
        assertThat(Math.abs(sum / 300.0)).isLessThan(4);
    }

    @Test
    @DisplayName("strums a chord up, down and back together, every note ending where it did")
    void strum() {
        List<Element> notes = desk.notes(0, 960, 64, 0, 960, 60, 0, 960, 67, 960, 100, 60);
        desk.does(timing.strum(notes, 30));
        assertThat(Desk.read(notes, START, LENGTH))
                .containsExactly(List.of(30L, 930L), List.of(0L, 960L), List.of(60L, 900L), List.of(960L, 100L));
        desk.does(timing.strum(notes, -20));
        assertThat(Desk.read(notes, START)).containsExactly(List.of(20L), List.of(40L), List.of(0L), List.of(960L));
        desk.does(timing.strum(notes, 0));
        assertThat(Desk.read(notes, START, LENGTH))
                .containsExactly(List.of(0L, 960L), List.of(0L, 960L), List.of(0L, 960L), List.of(960L, 100L));
    }

    @Test
    @DisplayName("plays legato from chord to chord; a note alone goes on to the next of the content")
    void legato() {
        List<Element> notes = desk.notes(0, 100, 60, 0, 2000, 64, 960, 100, 62, 1920, 50, 60);
        desk.does(timing.legato(notes));
        assertThat(Desk.read(notes, LENGTH)).containsExactly(List.of(960L), List.of(960L), List.of(960L), List.of(50L));
        desk.does(desk.notes.moveEnds(notes, -500));
        desk.does(timing.legato(notes.subList(2, 3)));
        assertThat(notes.get(2).length()).isEqualTo(960);
        assertThat(timing.legato(notes.subList(3, 4)).isEmpty()).isTrue();
    }

    @Test
    @DisplayName("cuts at a tick and by the grid, pieces as loud as the whole, and glues them again")
    void pieces() {
        List<Element> notes = desk.notes(100, 800, 60, 100, 100, 64);
        desk.write(notes.getFirst(), VELOCITY, 33);
        List<Element> made = desk.does(pieces.split(notes, 240));
        assertThat(Desk.read(made, START, LENGTH, PITCH, VELOCITY)).containsExactly(List.of(240L, 660L, 60L, 33L));
        assertThat(Desk.read(notes, START, LENGTH)).containsExactly(List.of(100L, 140L), List.of(100L, 100L));

        made = desk.does(pieces.split(made, grid(240, 0)));
        assertThat(Desk.read(made, START, LENGTH)).containsExactly(List.of(480L, 240L), List.of(720L, 180L));

        desk.does(pieces.glue(desk.all(Kind.NOTE)));
        assertThat(Desk.read(desk.all(Kind.NOTE), START, LENGTH, VELOCITY))
                .containsExactly(List.of(100L, 800L, 33L), List.of(100L, 100L, 90L));
        List<Element> endless = desk.notes(0, 1 << 30, 60);
        assertThatThrownBy(() -> pieces.split(endless, grid(1, 0))).isInstanceOf(EditRefused.class);
    }

    @Test
    @DisplayName("draws velocities along a line through many notes, and ramps from the first to the last")
    void velocities() {
        List<Element> notes = desk.notes(0, 100, 60, 240, 100, 60, 480, 100, 60, 960, 100, 60);
        NoteVelocities velocities = new NoteVelocities(desk.ids);
        desk.does(velocities.draw(notes, new Path(new long[] {100, 480}, new int[] {0, 200})));
        assertThat(Desk.read(notes, VELOCITY)).containsExactly(List.of(90L), List.of(74L), List.of(127L), List.of(90L));
        desk.write(notes.getLast(), VELOCITY, 10);
        desk.does(velocities.ramp(notes));
        assertThat(Desk.read(notes, VELOCITY)).containsExactly(List.of(90L), List.of(70L), List.of(50L), List.of(10L));
        assertThat(velocities.ramp(notes.subList(0, 1)).isEmpty()).isTrue();
    }

    @Test
    @DisplayName("transposes by the scale's steps; moving within the scale leaves nothing outside it")
    void scale() {
        NotesInScale inD = new NotesInScale(desk.ids, new Scale(2, ScaleForm.MAJOR));
        List<Element> notes = desk.notes(0, 100, 62, 0, 100, 63, 0, 100, 66);
        desk.does(inD.transpose(notes, 2));
        assertThat(Desk.read(notes, PITCH)).containsExactly(List.of(66L), List.of(67L), List.of(69L));
        desk.does(inD.move(notes, 240, -2));
        assertThat(Desk.read(notes, START, PITCH)).containsExactly(List.of(240L, 62L), List.of(240L, 64L), List.of(240L, 66L));
        List<Element> copies = desk.does(inD.copy(notes, 240, 100));
        assertThat(Desk.read(copies, PITCH)).containsExactly(List.of(124L), List.of(126L), List.of(127L));
    }

    @Test
    @DisplayName("grid and chance leave alone what was removed meanwhile")
    void removedMeanwhile() {
        List<Element> notes = desk.notes(7, 100, 60);
        desk.does(desk.notes.remove(notes));
        assertThat(timing.quantise(notes, grid(240, 0), 100, Ends.BOTH).isEmpty()).isTrue();
        assertThat(timing.humanise(notes, 10, 10, 1).isEmpty()).isTrue();
        assertThat(timing.strum(notes, 10).isEmpty()).isTrue();
        assertThat(timing.legato(notes).isEmpty()).isTrue();
        assertThat(pieces.glue(notes).isEmpty()).isTrue();
    }
}
