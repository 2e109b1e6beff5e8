package studio.tutti.core.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static studio.tutti.core.arrangement.Property.CONTENT;
import static studio.tutti.core.arrangement.Property.LENGTH;
import static studio.tutti.core.arrangement.Property.LOOP;
import static studio.tutti.core.arrangement.Property.OFFSET;
import static studio.tutti.core.arrangement.Property.START;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.TrackType;

@DisplayName("Hands on clips")
class ClipGesturesTest {

    private final Desk desk = new Desk();
    private final Element piano = desk.track(TrackType.INSTRUMENT);
    private final Element bus = desk.track(TrackType.BUS);
    private final Element drums = desk.track(TrackType.DRUMS);

    @Test
    @DisplayName("draw a clip with an empty content of its own, on tracks that play notes")
    void draw() {
        Element clip = desk.clip(piano, 960, 1920);
        assertThat(clip.parent()).isSameAs(piano);
        assertThat(desk.content(clip).children(Kind.NOTE)).isEmpty();
        assertThatThrownBy(() -> desk.clips.add(bus, 0, 960))
                .isInstanceOf(EditRefused.class)
                .hasMessage("Clips with notes lie on instrument and drum tracks only.");
    }

    @Test
    @DisplayName("move a group in time and across tracks, stopping where one of it finds no room")
    void move() {
        Element first = desk.clip(piano, 480, 960);
        Element second = desk.clip(piano, 1920, 960);
        desk.does(desk.clips.move(List.of(first, second), -9999, 2));
        assertThat(Desk.read(List.of(first, second), START)).containsExactly(List.of(0L), List.of(1440L));
        assertThat(List.of(first.parent(), second.parent())).containsExactly(drums, drums);
        // One row up lies a bus, which holds no clips; further up than the top there is nothing.
        desk.does(desk.clips.move(List.of(first), 0, -1));
        assertThat(first.parent()).isSameAs(drums);
        desk.does(desk.clips.move(List.of(first), 0, -7));
        assertThat(first.parent()).isSameAs(piano);
        desk.does(desk.clips.move(List.of(first, second), 0, 2));
        assertThat(List.of(first.parent(), second.parent())).containsExactly(piano, drums);
    }

    @Test
    @DisplayName("copy clips as aliases that share, and with contents that don't")
    void copy() {
        Element clip = desk.clip(piano, 0, 960);
        Element note = desk.note(desk.content(clip), 0, 480, 60);
        Element alias = desk.does(desk.clips.copy(List.of(clip), 960, 0, true)).getFirst();
        List<Element> copies = desk.does(desk.clips.copy(List.of(clip, alias), 1920, 2, false));
        assertThat(desk.content(alias)).isSameAs(desk.content(clip));
        assertThat(copies.getFirst().reference(CONTENT))
                .isNotEqualTo(clip.reference(CONTENT))
                .isEqualTo(copies.getLast().reference(CONTENT));
        assertThat(copies.getFirst().parent()).isSameAs(drums);
        desk.does(desk.notes.move(List.of(note), 240, 0));
        assertThat(Desk.read(desk.content(copies.getFirst()).children(Kind.NOTE), START)).containsExactly(List.of(0L));
    }

    @Test
    @DisplayName("drag the beginning while the content stays in place under it, no earlier than the content")
    void beginnings() {
        Element clip = desk.clip(piano, 960, 1920);
        desk.does(desk.clips.moveBeginnings(List.of(clip), 480));
        assertThat(Desk.read(List.of(clip), START, LENGTH, OFFSET)).containsExactly(List.of(1440L, 1440L, 480L));
        desk.does(desk.clips.moveBeginnings(List.of(clip), -960));
        assertThat(Desk.read(List.of(clip), START, LENGTH, OFFSET)).containsExactly(List.of(960L, 1920L, 0L));
        desk.does(desk.clips.moveBeginnings(List.of(clip), 99_999));
        assertThat(clip.length()).isEqualTo(ClipGestures.SHORTEST);
    }

    @Test
    @DisplayName("drag the beginning of a repeating clip by whole repetitions")
    void beginningOfRepeating() {
        Element clip = desk.clip(piano, 3840, 3840);
        desk.write(clip, LOOP, 960);
        desk.does(desk.clips.moveBeginnings(List.of(clip), 1500));
        assertThat(Desk.read(List.of(clip), START, LENGTH, OFFSET, LOOP)).containsExactly(List.of(4800L, 2880L, 0L, 960L));
        desk.does(desk.clips.moveBeginnings(List.of(clip), -1000));
        assertThat(Desk.read(List.of(clip), START, LENGTH, OFFSET, LOOP)).containsExactly(List.of(3840L, 3840L, 0L, 960L));
    }

    @Test
    @DisplayName("drag the end no closer to the beginning than a 64th")
    void ends() {
        Element clip = desk.clip(piano, 960, 960);
        desk.does(desk.clips.moveEnds(List.of(clip), -5000));
        assertThat(clip.length()).isEqualTo(60);
        desk.does(desk.clips.moveEnds(List.of(clip), 900));
        assertThat(clip.length()).isEqualTo(960);
    }

    @Test
    @DisplayName("split a clip so that the same ticks sound as before")
    void split() {
        Element clip = desk.clip(piano, 960, 1920);
        List<Element> made = desk.does(desk.clips.split(List.of(clip), 1200));
        assertThat(Desk.read(List.of(clip, made.getFirst()), START, LENGTH, OFFSET))
                .containsExactly(List.of(960L, 240L, 0L), List.of(1200L, 1680L, 240L));
        assertThat(desk.clips.split(List.of(clip), 960).isEmpty()).isTrue();
        assertThat(desk.clips.split(List.of(clip), 1200).isEmpty()).isTrue();
    }

    @Test
    @DisplayName("split a repeating clip within a repetition into three, tick for tick the same")
    void splitRepeating() {
        Element clip = desk.clip(piano, 0, 3840);
        desk.write(clip, OFFSET, 100);
        desk.write(clip, LOOP, 960);
        long[] before = reads(List.of(clip));
        List<Element> made = desk.does(desk.clips.split(List.of(clip), 1300));
        assertThat(made).hasSize(2);
        assertThat(reads(List.of(clip, made.get(0), made.get(1)))).isEqualTo(before);
    }

    /** Which tick of the content is read at each tick of the song, −1 for none. */
    private static long[] reads(List<Element> clips) {
        long[] reads = new long[4000];
        java.util.Arrays.fill(reads, -1);
        for (Element clip : clips) {
            for (long tick = clip.start(); tick < clip.end(); tick++) {
                long loop = clip.number(LOOP);
                long into = tick - clip.start();
                reads[(int) tick] = clip.number(OFFSET) + (loop > 0 ? into % loop : into);
            }
        }
        return reads;
    }

    @Test
    @DisplayName("remove clips but leave to aliases what they play")
    void remove() {
        Element clip = desk.clip(piano, 0, 960);
        desk.note(desk.content(clip), 0, 480, 60);
        Element alias = desk.does(desk.clips.copy(List.of(clip), 960, 0, true)).getFirst();
        desk.does(desk.clips.remove(List.of(clip)));
        assertThat(clip.isAlive()).isFalse();
        assertThat(desk.content(alias).children(Kind.NOTE)).hasSize(1);
    }
}
