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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;

@DisplayName("The clipboard")
class ClipboardTest {

    private final Desk desk = new Desk();

    @Test
    @DisplayName("brings notes to where they are pasted, as they were to one another")
    void notes() {
        List<Element> notes = desk.notes(960, 480, 60, 1200, 240, 64);
        desk.write(notes.getLast(), VELOCITY, 12);
        String text = desk.clipboard.copy(notes);
        Element content = notes.getFirst().parent();
        List<Element> pasted = desk.does(desk.clipboard.pasteNotes(text, content, 3840));
        assertThat(Desk.read(pasted, START, LENGTH, PITCH, VELOCITY))
                .containsExactly(List.of(3840L, 480L, 60L, 90L), List.of(4080L, 240L, 64L, 12L));
    }

    @Test
    @DisplayName("carries clips with names, notes and controllers into another song, a shared content once")
    void clips() {
        Element piano = desk.track(TrackType.INSTRUMENT);
        Element bass = desk.track(TrackType.INSTRUMENT);
        Element clip = desk.clip(piano, 480, 960);
        desk.note(desk.content(clip), 7, 480, 60);
        desk.apply(List.of(new studio.tutti.core.arrangement.Operation.Add(desk.ids.next(), Kind.CONTROL, java.util.Map.of(
                Property.PARENT, desk.content(clip).id(), START, 3L, Property.CONTROLLER, 64L, Property.AMOUNT, 127L))));
        desk.does(desk.clips.change(List.of(clip), Desk.to(Property.NAME, "A clip with words")));
        Element alias = desk.does(desk.clips.copy(List.of(clip), 960, 1, true)).getFirst();
        String text = desk.clipboard.copy(List.of(alias, clip));

        Desk other = new Desk();
        Element onto = other.track(TrackType.INSTRUMENT);
        Element below = other.track(TrackType.DRUMS);
        List<Element> pasted = other.does(other.clipboard.pasteClips(text.replace("\n", "\r\n"), onto, 0));
        assertThat(Desk.read(pasted, START, LENGTH)).containsExactly(List.of(0L, 960L), List.of(960L, 960L));
        assertThat(List.of(pasted.get(0).parent(), pasted.get(1).parent())).containsExactly(onto, below);
        assertThat(pasted.getFirst().text(Property.NAME)).isEqualTo("A clip with words");
        assertThat(other.content(pasted.get(0))).isSameAs(other.content(pasted.get(1)));
        assertThat(Desk.read(other.content(pasted.get(0)).children(Kind.NOTE), START, PITCH)).containsExactly(List.of(7L, 60L));
        assertThat(Desk.read(other.content(pasted.get(0)).children(Kind.CONTROL), START, Property.AMOUNT))
                .containsExactly(List.of(3L, 127L));
        assertThat(bass.isAlive()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "hello", "tutti clips 1\nn 1 2 3", "tutti notes 1\n", "tutti notes 1\nn 1 2", "tutti notes 1\nn 0 10 200 1 1 0",
        "tutti notes 1\nn 99999999999999999999 1 1 1 1 0", "tutti notes 1\nx 0 10 60 90 64 0", "tutti notes 1\nn"
    })
    @DisplayName("holding something else or something damaged gives one sentence and changes nothing")
    void damaged(String text) {
        Element content = desk.notes(0, 480, 60).getFirst().parent();
        long before = desk.arrangement.checksum();
        assertThatThrownBy(() -> desk.does(desk.clipboard.pasteNotes(text, content, 0))).isInstanceOf(EditRefused.class);
        assertThatThrownBy(() -> desk.does(desk.clipboard.pasteClips(text, content.parent(), 0)))
                .isInstanceOf(EditRefused.class);
        assertThat(desk.arrangement.checksum()).isEqualTo(before);
    }

    @Test
    @DisplayName("carries a pattern with its drum rows and the grid that its clip is heard on")
    void patterns() {
        Element clip = desk.clip(desk.track(TrackType.DRUMS), 0, 3840);
        desk.does(new DrumRowGestures(desk.ids, desk.content(clip)).repeat(42, clip, 720, 160));
        desk.does(new QuantiseGestures(desk.arrangement, desk.ids).hear(List.of(clip), 240, 80, 30));
        Desk other = new Desk();
        Element pasted = other.does(other.clipboard.pasteClips(desk.clipboard.copy(List.of(clip)), other.track(TrackType.DRUMS), 0)).getFirst();
        assertThat(Desk.read(other.content(pasted).children(Kind.ROW), PITCH, LENGTH, Property.STEP)).containsExactly(List.of(42L, 720L, 160L));
        assertThat(Desk.read(List.of(pasted), Property.QUANTISE, Property.STRENGTH, Property.SWING)).containsExactly(List.of(240L, 80L, 30L));
    }
}
