package studio.tutti.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.music.DrumKit;

@DisplayName("A pattern as the page draws it")
class PatternsDrawnTest {

    private final Arrangement song = new Arrangement();
    private final IdSequence ids = new IdSequence(3, 0);
    private final Element track = add(Kind.TRACK, song.root(), Map.of(Property.ORDER, "a"));
    private final Element content = add(Kind.CONTENT, song.root(), Map.of());
    private final Element clip = add(Kind.CLIP, track, Map.of(
            Property.CONTENT, content.id(), Property.START, 960L, Property.LENGTH, 1920L, Property.QUANTISE, 240L));
    private final NoteRows.Eye eye = new NoteRows.Eye() {
        @Override
        public int handle(Element note) {
            return note.handle();
        }

        @Override
        public boolean isPending(Element element) {
            return false;
        }
    };

    private Element add(Kind kind, Element parent, Map<Property, Object> values) {
        Map<Property, Object> all = new EnumMap<>(Property.class);
        all.putAll(values);
        all.put(Property.PARENT, parent.id());
        Id id = ids.next();
        song.apply(new Edit(ids.next(), new Id(1, 1), 0, "test", Id.NONE, List.of(new Operation.Add(id, kind, all))));
        Element made = song.find(id);
        if (made == null) {
            throw new AssertionError("nothing was made");
        }
        return made;
    }

    private Element hit(int pitch, long start) {
        return add(Kind.NOTE, content, Map.of(Property.PITCH, (long) pitch, Property.START, start, Property.LENGTH, 100L));
    }

    @Test
    @DisplayName("has each sounding of a hit in order, ghosts marked, and where it would be if it were heard as written")
    void heard() {
        Element kick = hit(36, 10);
        Element hat = hit(42, 250);
        add(Kind.ROW, content, Map.of(Property.PITCH, 42L, Property.LENGTH, 720L));
        assertThat(new HeardNotes(clip, content, eye).all()).containsExactly(
                kick.handle(), 0, 100, 36, 96, 0,
                hat.handle(), 240, 100, 42, 96, 0,
                hat.handle(), 960, 100, 42, 96, HeardNotes.REPEATED,
                hat.handle(), 1680, 100, 42, 96, HeardNotes.REPEATED,
                10, 250, 970, 1690);
        assertThat(new HeardNotes(clip, content, eye).placed()).containsExactly(
                kick.handle(), 0, 100, 36, 96, 0, hat.handle(), 240, 100, 42, 96, 0, 10, 250);
    }

    @Test
    @DisplayName("lists the usual drums and those that are used, the kick at the bottom, and all of them when asked")
    void drums() {
        hit(75, 0);
        List<Integer> pitches = pitches(new DrumLanes(content).list(false));
        assertThat(pitches).startsWith(75).endsWith(36).containsSubsequence(49, 42, 38, 36).doesNotContain(35);
        assertThat(pitches(new DrumLanes(content).list(true))).hasSize(47).doesNotHaveDuplicates();
        for (int key = 35; key <= 81; key++) {
            assertThat(DrumKit.group(key)).isNotEqualTo(DrumKit.Group.OTHERS);
        }
        hit(20, 0);
        assertThat(pitches(new DrumLanes(content).list(false))).startsWith(20);
    }

    private static List<Integer> pitches(String json) {
        List<Integer> pitches = new ArrayList<>();
        for (String part : json.split("\"pitch\":")) {
            if (!part.startsWith("[")) {
                pitches.add(Integer.parseInt(part.substring(0, part.indexOf(','))));
            }
        }
        return pitches;
    }
}
