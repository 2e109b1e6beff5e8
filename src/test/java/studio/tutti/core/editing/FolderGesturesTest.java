package studio.tutti.core.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.engine.ScoreCompiler;
import studio.tutti.core.mixer.Audibility;
import studio.tutti.core.mixer.Routing;

@DisplayName("Folders of tracks")
class FolderGesturesTest {

    private final Desk desk = new Desk();
    private final Element a = desk.track(TrackType.INSTRUMENT);
    private final Element b = desk.track(TrackType.INSTRUMENT);
    private final Element c = desk.track(TrackType.INSTRUMENT);
    private final Element d = desk.track(TrackType.DRUMS);

    private List<Element> shown() {
        return Elements.tracks(desk.arrangement);
    }

    private Element group(Element... tracks) {
        return desk.does(desk.folders.group(List.of(tracks), "Folder")).getFirst();
    }

    @Test
    @DisplayName("take the place of the first track, and hold the others behind it, wherever they came from")
    void group() {
        Element folder = group(b, d);
        assertThat(shown()).containsExactly(a, folder, b, d, c);
        assertThat(List.of(b.reference(Property.FOLDER), d.reference(Property.FOLDER))).containsOnly(folder.id());
        Element outer = group(folder, b, c);
        assertThat(shown()).containsExactly(a, outer, folder, b, d, c);
        assertThat(b.reference(Property.FOLDER)).as("what lies in a folder goes with it").isEqualTo(folder.id());
    }

    @Test
    @DisplayName("are dissolved in place, those within them kept")
    void dissolve() {
        Element folder = group(b, d);
        desk.does(desk.folders.dissolve(folder));
        assertThat(shown()).containsExactly(a, b, d, c);
        assertThat(b.reference(Property.FOLDER)).isEqualTo(Id.NONE);
    }

    @Test
    @DisplayName("take tracks in and let them out where they are dropped, but never themselves")
    void move() {
        Element folder = group(b);
        desk.does(desk.folders.move(List.of(a, d), folder, b));
        assertThat(shown()).containsExactly(folder, a, d, b, c);
        assertThat(desk.folders.move(List.of(a, d), folder, b).isEmpty()).isTrue();
        desk.does(desk.folders.move(List.of(d), null, null));
        assertThat(shown()).containsExactly(folder, a, b, c, d);
        Element inner = group(a);
        assertThat(inner.reference(Property.FOLDER)).isEqualTo(folder.id());
        assertThatThrownBy(() -> desk.folders.move(List.of(folder), inner, null))
                .isInstanceOf(EditRefused.class)
                .hasMessage("A folder can't lie in itself.");
    }

    @Test
    @DisplayName("are muted and soloed with all that they hold, however deep")
    void sounds() {
        Element inner = group(a, b);
        Element outer = group(inner);
        desk.write(outer, Property.MUTED, 1);
        assertThat(sounds(a)).isFalse();
        assertThat(sounds(c)).isTrue();
        desk.write(outer, Property.MUTED, 0);
        desk.write(inner, Property.SOLO, 1);
        assertThat(sounds(a)).isTrue();
        assertThat(sounds(c)).isFalse();
        int[] mixer = ScoreCompiler.mixer(desk.arrangement);
        assertThat(List.of(mixer[3], mixer[7], mixer[11], mixer[15])).as("a, b, c, d").containsExactly(1, 1, 0, 0);
    }

    private boolean sounds(Element track) {
        return new Audibility(desk.arrangement, new Routing(desk.arrangement)).sounds(track);
    }
}
