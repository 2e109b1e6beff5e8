package studio.tutti.core.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static studio.tutti.core.arrangement.Property.AMOUNT;
import static studio.tutti.core.arrangement.Property.FAMILY;
import static studio.tutti.core.arrangement.Property.LENGTH;
import static studio.tutti.core.arrangement.Property.LOOP;
import static studio.tutti.core.arrangement.Property.NAME;
import static studio.tutti.core.arrangement.Property.PITCH;
import static studio.tutti.core.arrangement.Property.START;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Journal;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.editing.RecordingGestures.Manner;
import studio.tutti.core.editing.RecordingGestures.Mode;
import studio.tutti.core.editing.RecordingGestures.Part;
import studio.tutti.core.recording.Pass;

@DisplayName("A recording")
class RecordingGesturesTest {

    private static final Manner PLAIN = new Manner(Mode.TAKES, 0, -1, -1);

    private final Desk desk = new Desk();
    private final Element piano = desk.track(TrackType.INSTRUMENT);

    private static Pass.Note note(double start, double end, int pitch) {
        return new Pass.Note(start, end, pitch, 80);
    }

    private static Pass pass(double from, double to, Pass.Note... notes) {
        return new Pass(from, to, List.of(notes), List.of());
    }

    private Gesture writes(Manner manner, Pass... passes) {
        return RecordingGestures.write(desk.arrangement, desk.ids, List.of(new Part(piano.id(), List.of(passes))), manner, Labels.RECORD);
    }

    private List<List<Long>> heard(Element clip) {
        return Desk.read(Elements.sorted(desk.content(clip).children(Kind.NOTE)), START, LENGTH, PITCH);
    }

    @Test
    @DisplayName("becomes a clip of whole bars from where it began, its notes at their ticks")
    void clip() {
        Element clip = desk.does(writes(PLAIN, pass(1920, 5000, note(1925.4, 2400.6, 60), note(4000, 5000, 62)))).getFirst();
        assertThat(Desk.read(List.of(clip), START, LENGTH)).containsExactly(List.of(1920L, 7680L - 1920));
        assertThat(heard(clip)).containsExactly(List.of(5L, 476L, 60L), List.of(2080L, 1000L, 62L));
    }

    @Test
    @DisplayName("of nothing is no edit")
    void nothing() {
        assertThat(writes(PLAIN, pass(0, 3840)).isEmpty()).isTrue();
        assertThat(writes(new Manner(Mode.TAKES, 0, 3840, 7680), pass(0, 9000, note(100, 200, 60))).isEmpty()).isTrue();
    }

    @Test
    @DisplayName("over a loop makes a take of each turn in which something was played, of which the last one plays")
    void takes() {
        Element clip = desk.does(writes(PLAIN,
                pass(0, 3840, note(0, 100, 60)), pass(0, 3840, note(0, 100, 61)), pass(0, 3840), pass(0, 1000, note(0, 100, 62)))).getFirst();
        List<Element> takes = new Families(desk.arrangement).members(desk.content(clip));
        assertThat(takes).extracting(each -> each.text(NAME)).containsExactly("Take 1", "Take 2", "Take 3");
        assertThat(desk.content(clip)).isSameAs(takes.getLast());
        desk.does(new FamilyGestures(desk.arrangement, desk.ids).choose(List.of(clip), takes.getFirst()));
        assertThat(heard(clip)).containsExactly(List.of(0L, 100L, 60L));
    }

    @Test
    @DisplayName("where a clip lies keeps what it plays as a take beside the new one, in the clip's own time")
    void takeOfClip() {
        Element clip = desk.clip(piano, 960, 3840);
        desk.note(desk.content(clip), 0, 480, 50);
        Element before = desk.content(clip);
        desk.does(writes(PLAIN, pass(1920, 6000, note(2000, 2100, 60))));
        assertThat(desk.content(clip).reference(FAMILY)).isEqualTo(before.id());
        assertThat(heard(clip)).containsExactly(List.of(1040L, 100L, 60L));
        assertThat(clip.length()).isEqualTo(3840);
        assertThat(before.text(NAME)).isEqualTo("Take 1");
        assertThat(desk.content(clip).text(NAME)).isEqualTo("Take 2");
    }

    @Test
    @DisplayName("overdubs into the clip that is there, all turns together, and makes it longer where it has to")
    void overdub() {
        Element clip = desk.clip(piano, 0, 1920);
        desk.note(desk.content(clip), 0, 480, 50);
        desk.does(writes(new Manner(Mode.OVERDUB, 0, -1, -1), pass(0, 3000, note(100, 200, 60)), pass(0, 3000, note(2500, 3000, 61))));
        assertThat(heard(clip)).containsExactly(List.of(0L, 480L, 50L), List.of(100L, 100L, 60L), List.of(2500L, 500L, 61L));
        assertThat(clip.length()).isEqualTo(3840);
    }

    @Test
    @DisplayName("replaces the notes where the song went by, and no others")
    void replace() {
        Element clip = desk.clip(piano, 0, 3840);
        desk.note(desk.content(clip), 0, 480, 50);
        desk.note(desk.content(clip), 1000, 480, 51);
        desk.note(desk.content(clip), 3000, 480, 52);
        desk.does(writes(new Manner(Mode.REPLACE, 0, -1, -1), pass(960, 2500, note(1200, 1300, 60))));
        assertThat(heard(clip)).containsExactly(List.of(0L, 480L, 50L), List.of(1200L, 100L, 60L), List.of(3000L, 480L, 52L));
    }

    @Test
    @DisplayName("lies beside a clip that repeats, which has no single time for it")
    void besideLoops() {
        Element clip = desk.clip(piano, 0, 3840);
        desk.write(clip, LOOP, 960);
        Element made = desk.does(writes(new Manner(Mode.OVERDUB, 0, -1, -1), pass(0, 3000, note(100, 200, 60)))).getFirst();
        assertThat(made).isNotSameAs(clip);
        assertThat(desk.content(clip).children(Kind.NOTE)).isEmpty();
    }

    @Test
    @DisplayName("punches in and out: what begins outside is left out, what rings beyond is cut, just before counts as on it")
    void punch() {
        Element clip = desk.does(writes(new Manner(Mode.TAKES, 0, 1920, 3840), pass(0, 5760,
                note(100, 200, 59), note(1900, 2400, 60), note(3000, 5000, 61), note(4000, 4100, 62)))).getFirst();
        assertThat(Desk.read(List.of(clip), START, LENGTH)).containsExactly(List.of(1920L, 1920L));
        assertThat(heard(clip)).containsExactly(List.of(0L, 480L, 60L), List.of(1080L, 840L, 61L));
    }

    @Test
    @DisplayName("moves beginnings to the grid that was asked for and keeps lengths")
    void quantise() {
        Element clip = desk.does(writes(new Manner(Mode.TAKES, 240, -1, -1), pass(0, 3840, note(250, 400, 60), note(3800, 3839, 61)))).getFirst();
        assertThat(heard(clip)).containsExactly(List.of(240L, 150L, 60L), List.of(3839L, 1L, 61L));
    }

    @Test
    @DisplayName("keeps pedals; one that was down before the range is down from its beginning")
    void pedal() {
        Pass pass = new Pass(0, 3840, List.of(note(2000, 2100, 60)), List.of(new Pass.Move(100, 64, 127), new Pass.Move(2500, 64, 0)));
        Element clip = desk.does(writes(new Manner(Mode.TAKES, 0, 1920, -1), pass)).getFirst();
        assertThat(Desk.read(Elements.sorted(desk.content(clip).children(Kind.CONTROL)), START, AMOUNT))
                .containsExactly(List.of(0L, 127L), List.of(580L, 0L));
    }

    @Test
    @DisplayName("of several tracks is one edit, taken back to the last bit")
    void inverse() {
        Element drums = desk.track(TrackType.DRUMS);
        Element clip = desk.clip(drums, 0, 3840);
        desk.note(desk.content(clip), 500, 10, 36);
        long before = desk.arrangement.checksum();
        for (Mode mode : Mode.values()) {
            Gesture gesture = RecordingGestures.write(desk.arrangement, desk.ids, Arrays.asList(
                    new Part(piano.id(), List.of(pass(0, 3000, note(0, 10, 60)), pass(0, 3000, note(0, 10, 61)))),
                    new Part(drums.id(), List.of(pass(0, 3000, note(480, 500, 38))))), new Manner(mode, 0, -1, -1), Labels.RECORD);
            Journal journal = desk.apply(gesture.operations());
            assertThat(clip.isAlive()).isTrue();
            desk.apply(journal.inverse());
            assertThat(piano.children(Kind.CLIP)).isEmpty();
            assertThat(heard(clip)).containsExactly(List.of(500L, 10L, 36L));
        }
        assertThat(before).isNotZero();
    }

    @Test
    @DisplayName("is refused on tracks that hold no notes")
    void refused() {
        Element bus = desk.track(TrackType.BUS);
        assertThatThrownBy(() -> RecordingGestures.write(desk.arrangement, desk.ids,
                List.of(new Part(bus.id(), List.of(pass(0, 100, note(0, 10, 60))))), PLAIN, Labels.RECORD))
                .isInstanceOf(EditRefused.class)
                .hasMessage("Notes can be recorded on instrument and drum tracks only.");
    }
}
