package studio.tutti.core.arrangement;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.tutti.core.arrangement.Sketch.remove;
import static studio.tutti.core.arrangement.Sketch.set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The order in which a song is read")
class OrdersTest {

    private final Sketch sketch = new Sketch();

    @Test
    @DisplayName("is that of starts for notes, and of ids where they start together")
    void notes() {
        Id late = sketch.another(Kind.NOTE, sketch.content, Property.START, 960L);
        Id together = sketch.another(Kind.NOTE, sketch.content, Property.START, 960L);
        assertThat(Elements.sorted(sketch.song.find(sketch.content).children(Kind.NOTE)))
                .extracting(Element::id)
                .containsExactly(sketch.note, late, together);
    }

    @Test
    @DisplayName("is that of the fractional indexes for tracks, and of ids where two people took the same")
    void tracks() {
        sketch.apply(set(sketch.track, Property.ORDER, "V"));
        Id above = sketch.another(Kind.TRACK, Arrangement.ROOT, Property.ORDER, FractionalIndex.between("", "V"));
        Id same = sketch.another(Kind.TRACK, Arrangement.ROOT, Property.ORDER, "V");
        assertThat(Elements.tracks(sketch.song)).extracting(Element::id).containsExactly(above, sketch.track, same);
    }

    @Test
    @DisplayName("lets of several tempo changes at one tick the one with the last id hold, and no removed one")
    void tempo() {
        Id first = sketch.another(Kind.TEMPO, Arrangement.ROOT, Property.START, 3840L, Property.TEMPO, 1_000_000L);
        Id second = sketch.another(Kind.TEMPO, Arrangement.ROOT, Property.START, 3840L, Property.TEMPO, 250_000L);
        assertThat(TimeMaps.tempo(sketch.song).seconds(3840 + 960)).isEqualTo(2.25);
        sketch.apply(remove(second));
        assertThat(TimeMaps.tempo(sketch.song).seconds(3840 + 960)).isEqualTo(3);
        sketch.apply(remove(first));
        assertThat(TimeMaps.tempo(sketch.song).seconds(3840 + 960)).isEqualTo(2.5);
    }

    @Test
    @DisplayName("lets a change at the very start hold instead of the song's own tempo and metre")
    void atTheStart() {
        sketch.another(Kind.TEMPO, Arrangement.ROOT, Property.TEMPO, 1_000_000L);
        sketch.another(Kind.METRE, Arrangement.ROOT, Property.NUMERATOR, 3L);
        assertThat(TimeMaps.tempo(sketch.song).seconds(960)).isEqualTo(1);
        assertThat(TimeMaps.metre(sketch.song).bar(2880)).isEqualTo(1);
        assertThat(TimeMaps.steps(sketch.song, Kind.TEMPO)).hasSize(1);
    }
}
