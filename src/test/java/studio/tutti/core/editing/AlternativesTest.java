package studio.tutti.core.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Journal;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.ModelRules;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.editing.AlternativeMerge.Choice;
import studio.tutti.core.editing.AlternativeMerge.Difference;
import studio.tutti.core.editing.AlternativeMerge.Side;
import studio.tutti.core.proposal.Part;
import studio.tutti.core.proposal.Take;

@DisplayName("Alternatives of a section")
class AlternativesTest {

    private static final int BAR = 3840;

    private final Desk desk = new Desk();
    private final AlternativeGestures forms = new AlternativeGestures(desk.arrangement, desk.ids);
    private final Element piano = desk.track(TrackType.INSTRUMENT);
    private final Element drums = desk.track(TrackType.DRUMS);
    private final Element clip = desk.clip(piano, 0, 8 * BAR);
    private final Element section = desk.does(desk.lanes.section(2 * BAR, 4 * BAR, "Chorus")).getFirst();

    AlternativesTest() {
        for (int bar = 0; bar < 8; bar++) {
            desk.note(desk.content(clip), (long) bar * BAR, 960, 60 + bar);
        }
        desk.does(desk.lanes.chord(2 * BAR, BAR, "C"));
    }

    private List<Integer> pitches(int from, int to) {
        return Hearing.of(desk.arrangement).stream().filter(note -> note.start() >= from * BAR && note.start() < to * BAR)
                .map(Hearing.Sounding::pitch).toList();
    }

    private Element kept() {
        return desk.does(forms.keep(section, "")).getFirst();
    }

    private Element takeOf(int pitch) {
        List<Take.Note> notes = List.of(new Take.Note(2 * BAR, 960, pitch, 90), new Take.Note(7 * BAR, 960, 1, 90));
        return desk.does(forms.keep(section, new Take("", List.of(Part.on(drums.id(), notes)), List.of()), new Id(8, 8), 1)).getFirst();
    }

    @Test
    @DisplayName("are kept beside what is heard, which stays as it is and goes its own way from then on")
    void keep() {
        List<Hearing.Sounding> before = Hearing.of(desk.arrangement);
        Element b = kept();
        assertThat(b.text(Property.NAME)).isEqualTo("B");
        assertThat(kept().text(Property.NAME)).isEqualTo("C");
        assertThat(Hearing.of(desk.arrangement)).isEqualTo(before);
        desk.does(desk.notes.move(desk.content(clip).children(Kind.NOTE), 0, 10));
        assertThat(pitches(0, 8)).containsExactly(70, 71, 72, 73, 74, 75, 76, 77);
        desk.does(forms.choose(section, b));
        assertThat(pitches(0, 8)).containsExactly(70, 71, 62, 63, 64, 65, 76, 77);
        desk.does(forms.choose(section, section));
        assertThat(pitches(0, 8)).containsExactly(70, 71, 72, 73, 74, 75, 76, 77);
        ModelRules.check(desk.arrangement);
    }

    @Test
    @DisplayName("hold their chords too, and nothing of them is heard or counted among the song's while they are not")
    void chords() {
        Element b = kept();
        desk.does(desk.lanes.remove(List.copyOf(desk.arrangement.root().children(Kind.CHORD))));
        assertThat(desk.arrangement.root().children(Kind.CHORD)).isEmpty();
        desk.does(forms.choose(section, b));
        assertThat(desk.arrangement.root().children(Kind.CHORD)).extracting(chord -> chord.text(Property.SYMBOL)).containsExactly("C");
    }

    @Test
    @DisplayName("kept from a take are about its tracks alone: the others stay what they are, whatever form is heard")
    void takes() {
        Element b = takeOf(36);
        Element c = takeOf(38);
        desk.does(forms.choose(section, b));
        assertThat(pitches(2, 6)).containsExactlyInAnyOrder(36, 62, 63, 64, 65);
        desk.does(desk.notes.move(desk.content(clip).children(Kind.NOTE), 0, 1));
        desk.does(forms.choose(section, c));
        assertThat(pitches(2, 6)).containsExactlyInAnyOrder(38, 63, 64, 65, 66);
        desk.does(forms.choose(section, section));
        assertThat(pitches(2, 6)).containsExactly(63, 64, 65, 66);
        Take elsewhere = new Take("", List.of(Part.on(drums.id(), List.of(new Take.Note(0, 960, 36, 90)))), List.of());
        assertThatThrownBy(() -> forms.keep(section, elsewhere, Id.NONE, 1)).isInstanceOf(EditRefused.class);
    }

    @Test
    @DisplayName("are switched by one edit: undone, all is as before to the last value")
    void undo() {
        Element b = takeOf(36);
        List<String> before = GesturesTogetherTest.values(desk);
        Journal journal = desk.apply(forms.choose(section, b).operations());
        desk.apply(journal.inverse());
        assertThat(GesturesTogetherTest.values(desk)).isEqualTo(before);
    }

    @Test
    @DisplayName("two switches at once never mix: the later one passes whole, and so does an undo of one that was switched on")
    void together() {
        Element b = takeOf(36);
        Element c = takeOf(38);
        List<studio.tutti.core.arrangement.Operation> annas = forms.choose(section, b).operations();
        List<studio.tutti.core.arrangement.Operation> bens = forms.choose(section, c).operations();
        Journal anna = desk.apply(annas);
        Journal ben = desk.arrangement.apply(new Edit(desk.ids.next(), new Id(2, 2), 0, "test", Id.NONE, bens));
        assertThat(ben.isEmpty()).isTrue();
        assertThat(ben.passed()).isEqualTo(bens.size());
        assertThat(pitches(2, 6)).contains(36).doesNotContain(38);
        desk.does(forms.choose(section, c));
        Journal late = desk.apply(anna.inverse());
        assertThat(late.isEmpty()).isTrue();
        assertThat(pitches(2, 6)).contains(38).doesNotContain(36);
    }

    @Test
    @DisplayName("lose nothing that is dragged out of the section's bars while it is parked: it comes back with its form")
    void draggedOut() {
        desk.does(desk.clips.remove(List.of(clip)));
        Element mine = desk.clip(piano, 2 * BAR, BAR);
        desk.note(desk.content(mine), 0, 960, 72);
        Element across = desk.clip(piano, 3 * BAR, BAR);
        desk.note(desk.content(across), 0, 960, 73);
        Element b = kept();
        List<studio.tutti.core.arrangement.Operation> bens = desk.clips.move(List.of(mine), 7 * BAR, 0).operations();
        desk.does(forms.choose(section, b));
        desk.apply(bens);
        desk.write(across, Property.START, 5 * BAR + BAR / 2);
        assertThat(pitches(0, 12)).containsExactly(72, 73);
        desk.does(forms.choose(section, section));
        assertThat(mine.parent()).isEqualTo(piano);
        assertThat(pitches(2, 6)).containsExactly(73);
        assertThat(pitches(9, 10)).containsExactly(72);
        assertThat(across.length()).isEqualTo(BAR);
        ModelRules.check(desk.arrangement);
    }

    @Test
    @DisplayName("leave the bars alone that their section no longer has, where something else is played")
    void shortened() {
        Element b = kept();
        desk.does(desk.notes.move(desk.content(clip).children(Kind.NOTE), 0, 10));
        desk.does(forms.choose(section, b));
        desk.write(section, Property.LENGTH, 2 * BAR);
        desk.does(forms.choose(section, section));
        assertThat(pitches(0, 8)).containsExactly(70, 71, 72, 73, 64, 65, 76, 77);
    }

    @Test
    @DisplayName("are discarded while another form is heard; without its own form the section goes on with the one that is")
    void discard() {
        Element b = takeOf(36);
        Element c = takeOf(38);
        desk.does(forms.choose(section, b));
        assertThatThrownBy(() -> forms.discard(section, b)).hasMessageContaining("switch to another one first");
        desk.does(forms.discard(section, c));
        assertThat(Forms.alternatives(section)).containsExactly(b);
        desk.does(forms.discard(section, section));
        assertThat(Forms.alternatives(section)).isEmpty();
        assertThat(section.children(Kind.PART)).isEmpty();
        assertThat(pitches(2, 6)).contains(36);
        assertThatThrownBy(() -> forms.choose(section, c)).hasMessageContaining("was discarded");
    }

    @Test
    @DisplayName("merge by one edit: for each run of bars that differ one side, the other, or both")
    void merge() {
        Element b = kept();
        Element content = desk.content(clip);
        for (Element note : Elements.sorted(content.children(Kind.NOTE))) {
            if (note.start() == 2 * BAR || note.start() == 3 * BAR || note.start() == 5 * BAR) {
                desk.write(note, Property.PITCH, 100);
            }
        }
        AlternativeMerge merge = new AlternativeMerge(desk.arrangement, section, b);
        List<Difference> differences = merge.differences();
        assertThat(differences).containsExactly(
                new Difference(piano.id(), 2 * BAR, 4 * BAR), new Difference(piano.id(), 5 * BAR, 6 * BAR));
        Journal journal = desk.apply(merge.merge(desk.ids, List.of(
                new Choice(differences.getFirst(), Side.OTHER), new Choice(differences.getLast(), Side.BOTH))).operations());
        assertThat(pitches(0, 8)).containsExactlyInAnyOrder(60, 61, 62, 63, 64, 65, 100, 66, 67);
        assertThat(Forms.alternatives(section)).isEmpty();
        desk.apply(journal.inverse());
        assertThat(pitches(0, 8)).containsExactly(60, 61, 100, 100, 64, 100, 66, 67);
        assertThat(Forms.alternatives(section)).containsExactly(b);
    }

    @Test
    @DisplayName("go with their bars when these are moved, and a copy of the section begins without them")
    void bars() {
        Element b = takeOf(36);
        desk.does(desk.bars.insert(0, 2));
        desk.does(forms.choose(section, b));
        assertThat(pitches(4, 8)).containsExactlyInAnyOrder(36, 62, 63, 64, 65);
        Element copy = desk.does(desk.bars.copy(section, section.end(), false)).getFirst();
        assertThat(Forms.alternatives(copy)).isEmpty();
        assertThat(copy.reference(Property.CHOSEN).isNone()).isTrue();
    }

    static List<Long> seeds() {
        List<Long> seeds = new ArrayList<>();
        for (long seed = 1; seed <= 60; seed++) {
            seeds.add(seed);
        }
        return seeds;
    }

    @ParameterizedTest(name = "(seed {0})")
    @MethodSource("seeds")
    @DisplayName("of random songs sound as they were kept, and the section's own form as it was, however often one switches")
    void random(long seed) {
        Desk song = RandomSong.of(seed, 200, true);
        Random random = new Random(seed);
        AlternativeGestures gestures = new AlternativeGestures(song.arrangement, song.ids);
        for (Element each : song.all(Kind.CLIP)) {
            song.write(each, Property.QUANTISE, 0);
        }
        Element chosen = song.does(song.lanes.section(random.nextInt(40) * 1920L, (1 + random.nextInt(8)) * 3840L, "X")).getFirst();
        song.does(gestures.keep(chosen, ""));
        Element kept = Forms.alternatives(chosen).getFirst();
        song.does(gestures.choose(chosen, kept));
        List<String> other = sounds(song);
        song.does(gestures.choose(chosen, chosen));
        List<String> own = sounds(song);
        for (int i = 0; i < 4; i++) {
            song.does(gestures.choose(chosen, kept));
            assertThat(sounds(song)).isEqualTo(other);
            song.does(gestures.choose(chosen, chosen));
            assertThat(sounds(song)).isEqualTo(own);
        }
        assertThat(new AlternativeMerge(song.arrangement, chosen, kept).differences()).isEmpty();
        ModelRules.check(song.arrangement);
    }

    private static List<String> sounds(Desk song) {
        return Hearing.of(song.arrangement).stream().map(Hearing.Sounding::toString).toList();
    }
}
