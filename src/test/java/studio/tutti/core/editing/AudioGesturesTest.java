package studio.tutti.core.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static studio.tutti.core.arrangement.Property.CONTENT;
import static studio.tutti.core.arrangement.Property.FADE_IN;
import static studio.tutti.core.arrangement.Property.FADE_OUT;
import static studio.tutti.core.arrangement.Property.LENGTH;
import static studio.tutti.core.arrangement.Property.POSITION;
import static studio.tutti.core.arrangement.Property.RECORDED;
import static studio.tutti.core.arrangement.Property.START;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Journal;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.TrackType;

@DisplayName("Hands on recorded sound")
class AudioGesturesTest {

    private static final String HASH = "ab".repeat(32);
    private static final long SECOND = 1_000_000_000L;

    private final Desk desk = new Desk();
    private final AudioGestures audio = new AudioGestures(desk.arrangement, desk.ids);
    private final Element track = desk.track(TrackType.AUDIO);

    /** Four seconds at 120 a minute: eight quarters. */
    private Element lay(long start) {
        return desk.does(audio.lay(track, null, start, new AudioGestures.Recording(HASH, "Guitar", 4 * SECOND))).getFirst();
    }

    private List<Element> clips() {
        return studio.tutti.core.arrangement.Elements.sorted(track.children(Kind.CLIP));
    }

    private List<List<Long>> state() {
        return Desk.read(clips(), START, LENGTH, POSITION, FADE_IN, FADE_OUT, RECORDED);
    }

    private void isUndone(Gesture gesture) {
        List<List<Long>> before = state();
        Journal done = desk.apply(gesture.operations());
        List<List<Long>> after = state();
        Journal undone = desk.apply(done.inverse());
        assertThat(state()).isEqualTo(before).isNotEqualTo(after);
        desk.apply(undone.inverse());
        assertThat(state()).isEqualTo(after);
    }

    @Test
    @DisplayName("lay a file on a track, or on a new one called like it, as long as it lasts at the song's tempo")
    void laid() {
        Element clip = lay(960);
        assertThat(clip.length()).isEqualTo(8 * 960);
        assertThat(clip.end()).isEqualTo(9 * 960);
        desk.does(desk.lanes.tempo(0, 60));
        Element other = desk.does(audio.lay(null, track, 0, new AudioGestures.Recording(HASH, "Voice", 3 * SECOND))).getFirst();
        assertThat(other.length()).isEqualTo(3 * 960);
        assertThat(other.parent().text(studio.tutti.core.arrangement.Property.NAME)).isEqualTo("Voice");
        assertThatThrownBy(() -> audio.lay(desk.track(TrackType.DRUMS), null, 0, new AudioGestures.Recording(HASH, "x", SECOND)))
                .isInstanceOf(EditRefused.class).hasMessage("Recorded sound lies on audio tracks only.");
    }

    @Test
    @DisplayName("trim both edges, as far as the recording reaches, and leave it in its place")
    void trim() {
        Element clip = lay(1920);
        isUndone(desk.clips.moveBeginnings(List.of(clip), 960));
        assertThat(Desk.read(List.of(clip), START, LENGTH, POSITION)).containsExactly(List.of(2880L, 7L * 960, SECOND / 2));
        desk.does(desk.clips.moveBeginnings(List.of(clip), -9999));
        assertThat(Desk.read(List.of(clip), START, LENGTH, POSITION)).containsExactly(List.of(1920L, 8L * 960, 0L));
        desk.does(desk.clips.moveEnds(List.of(clip), -960));
        desk.does(desk.clips.moveEnds(List.of(clip), 9999));
        assertThat(clip.length()).as("not beyond the recording's end").isEqualTo(8 * 960);
    }

    @Test
    @DisplayName("split, so that each part reads where the other one ends, and join again what adjoins")
    void splitAndJoin() {
        Element clip = lay(0);
        desk.does(audio.fade(List.of(clip), 100_000, 200_000));
        isUndone(desk.clips.split(List.of(clip), 1443));
        List<Element> parts = clips();
        assertThat(Desk.read(parts, START, LENGTH, POSITION, FADE_IN, FADE_OUT)).containsExactly(
                List.of(0L, 1443L, 0L, 100_000L, 0L), List.of(1443L, 7680L - 1443, 751_562_500L, 0L, 200_000L));
        isUndone(desk.contents.join(parts));
        assertThat(Desk.read(clips(), START, LENGTH, POSITION, FADE_IN, FADE_OUT))
                .containsExactly(List.of(0L, 7680L, 0L, 100_000L, 200_000L));
        desk.does(desk.clips.split(List.of(clip), 960));
        Element second = clips().getLast();
        desk.does(desk.clips.move(List.of(second), 10, 0));
        assertThatThrownBy(() -> desk.contents.join(clips())).isInstanceOf(EditRefused.class)
                .hasMessage("Recordings become one only where they follow each other as they were recorded.");
    }

    @Test
    @DisplayName("fade within the clip: what is written holds, the other gives way")
    void fades() {
        Element clip = lay(0);
        isUndone(audio.fade(List.of(clip), 3_000_000, -1));
        desk.does(audio.fade(List.of(clip), -1, 2_000_000));
        assertThat(Desk.read(List.of(clip), FADE_IN, FADE_OUT)).containsExactly(List.of(2_000_000L, 2_000_000L));
        desk.does(audio.fade(List.of(clip), 9_000_000, -1));
        assertThat(Desk.read(List.of(clip), FADE_IN, FADE_OUT)).containsExactly(List.of(4_000_000L, 0L));
    }

    @Test
    @DisplayName("let clips follow the tempo that the song has where they begin, and play as recorded again")
    void follows() {
        Element clip = lay(0);
        desk.does(desk.lanes.tempo(0, 100));
        desk.does(audio.follow(List.of(clip), 0));
        assertThat(clip.number(RECORDED)).isEqualTo(600_000);
        desk.does(desk.lanes.tempo(0, 200));
        desk.does(desk.clips.split(List.of(clip), 960));
        assertThat(clips().getLast().number(POSITION)).as("a quarter of the recording").isEqualTo(600_000_000);
        isUndone(audio.follow(clips(), -1));
        assertThat(clip.number(RECORDED)).isZero();
    }

    @Test
    @DisplayName("choose takes stretch by stretch; pieces that play one take without a gap are one clip")
    void comping() {
        Element clip = desk.does(audio.takes(track, null, 0, 3840, List.of(
                new AudioGestures.Recording("aa".repeat(32), "Voice", 2 * SECOND),
                new AudioGestures.Recording("bb".repeat(32), "Voice", 2 * SECOND)), Labels.AUDIO_RECORD)).getFirst();
        Element second = desk.content(clip);
        Element first = new Families(desk.arrangement).members(second).getFirst();
        isUndone(audio.comp(clip, 960, 1920, first));
        assertThat(Desk.read(clips(), START, LENGTH, POSITION)).containsExactly(
                List.of(0L, 960L, 0L), List.of(960L, 960L, SECOND / 2), List.of(1920L, 1920L, SECOND));
        assertThat(clips().stream().map(desk::content)).containsExactly(second, first, second);
        isUndone(audio.comp(clips().getLast(), 1920, 2880, first));
        assertThat(Desk.read(clips(), START, LENGTH, POSITION)).containsExactly(
                List.of(0L, 960L, 0L), List.of(960L, 1920L, SECOND / 2), List.of(2880L, 960L, 3 * SECOND / 2));
        isUndone(audio.comp(clips().get(1), 960, 2880, second));
        assertThat(Desk.read(clips(), START, LENGTH, POSITION)).containsExactly(List.of(0L, 3840L, 0L));
        assertThat(clips().getFirst().reference(CONTENT)).isEqualTo(second.id());
    }

    @Test
    @DisplayName("copy and paste with everything, and are cut by bars that go")
    void elsewhere() {
        Element clip = lay(0);
        desk.does(audio.fade(List.of(clip), 100_000, -1));
        String text = desk.clipboard.copy(List.of(clip));
        Element copy = desk.does(desk.clipboard.pasteClips(text, track, 9600)).getFirst();
        assertThat(copy.number(FADE_IN)).isEqualTo(100_000);
        assertThat(desk.content(copy).number(studio.tutti.core.arrangement.Property.LASTS)).isEqualTo(4 * SECOND);
        desk.does(desk.clips.remove(List.of(copy)));
        desk.does(desk.bars.delete(0, 3840));
        assertThat(Desk.read(clips(), START, LENGTH, POSITION)).containsExactly(List.of(0L, 3840L, 2 * SECOND));
    }
}
