package studio.tutti.core.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Journal;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;

@DisplayName("Variations of a pattern")
class FamilyGesturesTest {

    private final Desk desk = new Desk();
    private final FamilyGestures families = new FamilyGestures(desk.arrangement, desk.ids);
    private final Element track = desk.track(TrackType.DRUMS);
    private final Element clip = desk.clip(track, 0, 3840);
    private final Element first = desk.content(clip);

    @Test
    @DisplayName("begin as a copy that the clip plays at once; the pattern becomes A, the copy B, the next C")
    void letters() {
        desk.note(first, 0, 240, 36);
        Element b = desk.does(families.variation(List.of(clip))).getFirst();
        assertThat(desk.content(clip)).isSameAs(b);
        assertThat(b.children(Kind.NOTE)).hasSize(1);
        Element c = desk.does(families.variation(List.of(clip))).getFirst();
        assertThat(names(c)).containsExactly("A", "B", "C");
        desk.does(families.choose(List.of(clip), first));
        desk.does(families.remove(b));
        Element again = desk.does(families.variation(List.of(clip))).getFirst();
        assertThat(names(again)).containsExactly("A", "B", "C");
        assertThat(again.text(Property.NAME)).isEqualTo("B");
    }

    @Test
    @DisplayName("carry notes, controllers and drum rows, and leave what they came from alone")
    void copies() {
        Element note = desk.note(first, 480, 240, 42);
        desk.apply(List.of(new Operation.Add(desk.ids.next(), Kind.ROW,
                Map.of(Property.PARENT, first.id(), Property.PITCH, 42L, Property.LENGTH, 2880L))));
        Element b = desk.does(families.variation(List.of(clip))).getFirst();
        desk.does(desk.notes.remove(List.copyOf(b.children(Kind.NOTE))));
        assertThat(note.isAlive()).isTrue();
        assertThat(Desk.read(b.children(Kind.ROW), Property.PITCH, Property.LENGTH)).containsExactly(List.of(42L, 2880L));
    }

    @Test
    @DisplayName("are shared by clips that shared the pattern, and by those only that were chosen")
    void sharing() {
        Element alias = desk.does(desk.clips.copy(List.of(clip), 3840, 0, true)).getFirst();
        Element third = desk.does(desk.clips.copy(List.of(clip), 7680, 0, true)).getFirst();
        Element b = desk.does(families.variation(List.of(clip, alias))).getFirst();
        assertThat(desk.content(clip)).isSameAs(b);
        assertThat(desk.content(alias)).isSameAs(b);
        assertThat(desk.content(third)).isSameAs(first);
    }

    @Test
    @DisplayName("are gone through forwards and backwards, around the end")
    void stepping() {
        Element b = desk.does(families.variation(List.of(clip))).getFirst();
        Element c = desk.does(families.variation(List.of(clip))).getFirst();
        desk.does(families.step(List.of(clip), 1));
        assertThat(desk.content(clip)).isSameAs(first);
        desk.does(families.step(List.of(clip), -1));
        assertThat(desk.content(clip)).isSameAs(c);
        desk.does(families.step(List.of(clip), -1));
        assertThat(desk.content(clip)).isSameAs(b);
    }

    @Test
    @DisplayName("are not removed while a clip plays them, which is said, and outlive the one that they came from")
    void removing() {
        Element b = desk.does(families.variation(List.of(clip))).getFirst();
        assertThatThrownBy(() -> families.remove(b)).isInstanceOf(EditRefused.class).hasMessageContaining("“B” is played by a clip");
        desk.does(families.remove(first));
        Element next = desk.does(families.variation(List.of(clip))).getFirst();
        assertThat(names(next)).containsExactly("A", "B");
    }

    @Test
    @DisplayName("are chosen within their family only")
    void strangers() {
        Element stranger = desk.content(desk.clip(track, 7680, 3840));
        assertThatThrownBy(() -> families.choose(List.of(clip), stranger)).isInstanceOf(EditRefused.class);
        assertThatThrownBy(() -> families.rename(first, "  ")).isInstanceOf(EditRefused.class);
    }

    @Test
    @DisplayName("stand in the order of their names, Take 2 before Take 10")
    void takes() {
        for (String name : List.of("Take 10", "Take 2", "Take 1")) {
            Draft draft = new Draft(desk.ids);
            FamilyGestures.member(draft, first, name);
            desk.does(draft.as(""));
        }
        assertThat(names(first)).containsExactly("", "Take 1", "Take 2", "Take 10");
        assertThat(new Families(desk.arrangement).freeName(first, "Take")).isEqualTo("Take 3");
    }

    @Test
    @DisplayName("leave a copied clip alone: a copy that is no alias belongs to no family")
    void independentCopies() {
        desk.does(families.variation(List.of(clip)));
        Element copy = desk.does(desk.clips.copy(List.of(clip), 3840, 0, false)).getFirst();
        assertThat(new Families(desk.arrangement).members(desk.content(copy))).hasSize(1);
    }

    @ParameterizedTest(name = "(seed {0})")
    @ValueSource(longs = {1, 2, 3})
    @DisplayName("are taken back to the last bit, whatever was done with them")
    void inverse(long seed) {
        Random random = new Random(seed);
        desk.note(first, 0, 240, 36);
        for (int i = 0; i < 60; i++) {
            List<Element> clips = desk.all(Kind.CLIP);
            List<Element> some = clips.subList(random.nextInt(clips.size()), clips.size());
            List<Element> members = new Families(desk.arrangement).members(desk.content(clips.getFirst()));
            Element member = members.get(random.nextInt(members.size()));
            Gesture gesture = switch (random.nextInt(6)) {
                case 0 -> families.variation(some);
                case 1 -> families.step(some, random.nextInt(5) - 2);
                case 2 -> families.rename(member, "Verse " + i);
                case 3 -> families.choose(List.of(clips.getFirst()), member);
                case 4 -> new Families(desk.arrangement).players(member).isEmpty() ? families.remove(member) : families.step(some, 1);
                default -> desk.clips.copy(some.subList(0, 1), 3840L * i, 0, random.nextBoolean());
            };
            long before = desk.arrangement.checksum();
            Journal journal = desk.apply(gesture.operations());
            long after = desk.arrangement.checksum();
            desk.apply(desk.apply(journal.inverse()).inverse());
            assertThat(desk.arrangement.checksum()).as("seed %d, step %d: %s", seed, i, gesture.label()).isEqualTo(after);
            if (gesture.made().isEmpty() && gesture.label().startsWith("family")) {
                desk.apply(journal.inverse());
                assertThat(desk.arrangement.checksum()).as("seed %d, step %d: %s", seed, i, gesture.label()).isEqualTo(before);
            }
        }
    }

    private List<String> names(Element content) {
        return new Families(desk.arrangement).members(content).stream().map(each -> each.text(Property.NAME)).toList();
    }
}
