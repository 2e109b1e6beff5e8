package studio.tutti.core.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TimeMaps;
import studio.tutti.core.arrangement.TrackType;

@DisplayName("Hands on bars and sections")
class BarGesturesTest {

    private static final long BAR = 3840;

    private final Desk desk = new Desk();
    private final Element piano = desk.track(TrackType.INSTRUMENT);

    private List<List<Long>> clips() {
        return Desk.read(Elements.sorted(desk.all(Kind.CLIP)), Property.START, Property.LENGTH, Property.OFFSET);
    }

    @Test
    @DisplayName("put bars in, in the metre that goes before, cutting the clip that lies there and stretching the section")
    void insert() {
        desk.clip(piano, 0, 4 * BAR);
        Element section = desk.does(desk.lanes.section(BAR, 2 * BAR, "A")).getFirst();
        desk.does(desk.lanes.metre(2 * BAR, 3, 4));
        desk.does(desk.bars.insert(2 * BAR, 2));
        assertThat(clips()).containsExactly(List.of(0L, 2 * BAR, 0L), List.of(4 * BAR, 2 * BAR, 2 * BAR));
        assertThat(List.of(section.start(), section.length())).containsExactly(BAR, 4 * BAR);
        assertThat(TimeMaps.metre(desk.arrangement).beatsInBar(4 * BAR - 1)).isEqualTo(4);
        assertThat(TimeMaps.metre(desk.arrangement).beatsInBar(4 * BAR)).isEqualTo(3);
    }

    @Test
    @DisplayName("take bars out with all that lies in them, but keep at the seam what people said there")
    void delete() {
        desk.clip(piano, 0, 4 * BAR);
        desk.does(desk.lanes.marker(2 * BAR, "gone"));
        desk.does(desk.lanes.tempo(2 * BAR, 90));
        Draft draft = new Draft(desk.ids);
        draft.make(Kind.COMMENT, desk.arrangement.root().id()).with(Property.START, BAR + 960).with(Property.TEXT, "too loud?")
                .with(Property.HOLDER, new studio.tutti.core.arrangement.Id(1, 1));
        Element comment = desk.does(draft.as("test")).getFirst();
        desk.does(desk.bars.delete(BAR, 3 * BAR));
        assertThat(clips()).containsExactly(List.of(0L, BAR, 0L), List.of(BAR, BAR, 3 * BAR));
        assertThat(desk.all(Kind.MARKER)).isEmpty();
        assertThat(TimeMaps.tempo(desk.arrangement).tempo(BAR)).as("the tempo that held there holds").isEqualTo(60e6 / 90, org.assertj.core.api.Assertions.within(1.0));
        assertThat(TimeMaps.tempo(desk.arrangement).tempo(BAR - 1)).isEqualTo(500_000, org.assertj.core.api.Assertions.within(1.0));
        assertThat(comment.start()).isEqualTo(BAR);
    }

    @Test
    @DisplayName("move a section with its bars before another, its tempo with it, and the others close up")
    void move() {
        Element first = desk.clip(piano, 0, BAR);
        Element second = desk.clip(piano, BAR, BAR);
        Element a = desk.does(desk.lanes.section(0, BAR, "A")).getFirst();
        Element b = desk.does(desk.lanes.section(BAR, BAR, "B")).getFirst();
        desk.does(desk.lanes.tempo(BAR, 90));
        desk.does(desk.lanes.tempo(2 * BAR, 140));
        desk.does(desk.bars.move(b, 0));
        assertThat(List.of(second.start(), first.start(), b.start(), a.start())).containsExactly(0L, BAR, 0L, BAR);
        assertThat(Math.round(60e6 / TimeMaps.tempo(desk.arrangement).tempo(0))).isEqualTo(90);
        assertThat(Math.round(60e6 / TimeMaps.tempo(desk.arrangement).tempo(BAR))).isEqualTo(120);
        assertThat(Math.round(60e6 / TimeMaps.tempo(desk.arrangement).tempo(2 * BAR))).isEqualTo(140);
        assertThat(desk.bars.move(b, BAR / 2).isEmpty()).as("within itself nothing moves").isTrue();
    }

    @Test
    @DisplayName("double a section: its copy has contents of its own, or aliases, and clips that shared still share")
    void copy() {
        Element clip = desk.clip(piano, 0, BAR);
        desk.note(desk.content(clip), 0, 960, 60);
        desk.does(desk.clips.copy(List.of(clip), BAR, 0, true));
        Element section = desk.does(desk.lanes.section(0, 2 * BAR, "A")).getFirst();
        Element copied = desk.does(desk.bars.copy(section, 2 * BAR, false)).getFirst();
        assertThat(copied.text(Property.NAME)).isEqualTo("A");
        assertThat(copied.start()).isEqualTo(2 * BAR);
        List<Element> clips = Elements.sorted(desk.all(Kind.CLIP));
        assertThat(clips).hasSize(4);
        assertThat(desk.content(clips.get(2))).isNotSameAs(desk.content(clip)).isSameAs(desk.content(clips.get(3)));
        desk.does(desk.bars.copy(section, 0, true));
        assertThat(desk.content(Elements.sorted(desk.all(Kind.CLIP)).getFirst())).isSameAs(desk.content(clip));
    }

    @Test
    @DisplayName("leave clips whole that end or begin where bars come in")
    void borders() {
        desk.clip(piano, 0, BAR);
        desk.clip(piano, BAR, BAR);
        desk.does(desk.bars.insert(BAR, 1));
        assertThat(clips()).containsExactly(List.of(0L, BAR, 0L), List.of(2 * BAR, BAR, 0L));
    }
}
