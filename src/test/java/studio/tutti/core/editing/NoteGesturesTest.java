package studio.tutti.core.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.tutti.core.arrangement.Property.LENGTH;
import static studio.tutti.core.arrangement.Property.PITCH;
import static studio.tutti.core.arrangement.Property.START;
import static studio.tutti.core.arrangement.Property.VELOCITY;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.music.Ticks;

@DisplayName("Hands on notes")
class NoteGesturesTest {

    private final Desk desk = new Desk();

    @Test
    @DisplayName("draw a note where they point, brought into the keyboard's range")
    void draw() {
        List<Element> notes = desk.notes(-50, 0, 140, 480, 240, 64);
        assertThat(Desk.read(notes, START, LENGTH, PITCH)).containsExactly(List.of(0L, 1L, 127L), List.of(480L, 240L, 64L));
    }

    @Test
    @DisplayName("push a chord against the start and the top without bending it")
    void moveTogether() {
        List<Element> notes = desk.notes(240, 480, 60, 960, 480, 124);
        desk.does(desk.notes.move(notes, -1000, 12));
        assertThat(Desk.read(notes, START, PITCH)).containsExactly(List.of(0L, 63L), List.of(720L, 127L));
    }

    @Test
    @DisplayName("can't push a note beyond the last tick of a song")
    void moveToTheEnd() {
        List<Element> notes = desk.notes(0, 960, 60);
        desk.does(desk.notes.move(notes, Long.MAX_VALUE / 4, 0));
        assertThat(notes.getFirst().end()).isEqualTo(Ticks.LAST);
    }

    @Test
    @DisplayName("copy notes with their velocity and leave the originals")
    void copy() {
        List<Element> notes = desk.notes(0, 480, 60, 480, 480, 64);
        desk.write(notes.getFirst(), VELOCITY, 33);
        List<Element> copies = desk.does(desk.notes.copy(notes, 960, -2));
        assertThat(Desk.read(copies, START, LENGTH, PITCH, VELOCITY))
                .containsExactly(List.of(960L, 480L, 58L, 33L), List.of(1440L, 480L, 62L, 90L));
        assertThat(Desk.read(notes, START, PITCH)).containsExactly(List.of(0L, 60L), List.of(480L, 64L));
    }

    @Test
    @DisplayName("drag both ends of a group until the shortest is a 128th")
    void resize() {
        List<Element> notes = desk.notes(0, 480, 60, 960, 120, 64);
        desk.does(desk.notes.moveEnds(notes, -400));
        assertThat(Desk.read(notes, START, LENGTH)).containsExactly(List.of(0L, 390L), List.of(960L, 30L));
        desk.does(desk.notes.moveEnds(notes, 90));
        desk.does(desk.notes.moveBeginnings(notes, 60));
        assertThat(Desk.read(notes, START, LENGTH)).containsExactly(List.of(60L, 420L), List.of(1020L, 60L));
        desk.does(desk.notes.moveBeginnings(notes, -999));
        assertThat(Desk.read(notes, START, LENGTH)).containsExactly(List.of(0L, 480L), List.of(960L, 120L));
    }

    @Test
    @DisplayName("shorten a group although a drum hit of one tick is in it")
    void shortHits() {
        List<Element> notes = desk.notes(0, 1, 36, 960, 480, 64);
        desk.does(desk.notes.moveEnds(notes, -240));
        assertThat(Desk.read(notes, START, LENGTH)).containsExactly(List.of(0L, 1L), List.of(960L, 240L));
        desk.does(desk.notes.moveBeginnings(notes, 60));
        assertThat(Desk.read(notes, START, LENGTH)).containsExactly(List.of(0L, 1L), List.of(1020L, 180L));
        desk.does(desk.notes.moveEnds(notes, 60));
        assertThat(Desk.read(notes, START, LENGTH)).containsExactly(List.of(0L, 61L), List.of(1020L, 240L));
    }

    @Test
    @DisplayName("make a phrase louder as a whole, and level it")
    void velocity() {
        List<Element> notes = desk.notes(0, 480, 60, 480, 480, 64);
        desk.write(notes.getFirst(), VELOCITY, 120);
        desk.does(desk.notes.changeVelocity(notes, 50));
        assertThat(Desk.read(notes, VELOCITY)).containsExactly(List.of(127L), List.of(97L));
        desk.does(desk.notes.setVelocity(notes, 0));
        assertThat(Desk.read(notes, VELOCITY)).containsExactly(List.of(1L), List.of(1L));
    }

    @Test
    @DisplayName("pass over notes that somebody removed meanwhile")
    void removedMeanwhile() {
        List<Element> notes = desk.notes(0, 480, 60, 480, 480, 64);
        desk.does(desk.notes.remove(notes.subList(0, 1)));
        assertThat(desk.notes.move(notes, 10, 0).operations()).hasSize(1);
        desk.does(desk.notes.remove(notes));
        assertThat(desk.all(Kind.NOTE)).isEmpty();
        assertThat(desk.notes.move(notes, 10, 0).isEmpty()).isTrue();
    }

    @Test
    @DisplayName("write nothing where nothing changes")
    void nothing() {
        List<Element> notes = desk.notes(0, 480, 127);
        assertThat(desk.notes.move(notes, -5, 3).isEmpty()).isTrue();
        assertThat(desk.notes.setVelocity(notes, 90).isEmpty()).isTrue();
    }
}
