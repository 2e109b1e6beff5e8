package studio.tutti.core.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Journal;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.ModelRules;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.editing.AlternativeMerge.Choice;
import studio.tutti.core.editing.AlternativeMerge.Side;
import studio.tutti.core.proposal.Part;
import studio.tutti.core.proposal.Take;

@DisplayName("Forms of a section that end")
class MergingFormsTest {

    private static final int BAR = 3840;

    private final Desk desk = new Desk();
    private final AlternativeGestures forms = new AlternativeGestures(desk.arrangement, desk.ids);

    private Element section(Desk song, long start, long length) {
        return song.does(song.lanes.section(start, length, "Chorus")).getFirst();
    }

    private static Journal both(Desk song, Element section, Element other) {
        AlternativeMerge merge = new AlternativeMerge(song.arrangement, section, other);
        return song.apply(merge.merge(song.ids, merge.differences().stream().map(each -> new Choice(each, Side.BOTH)).toList()).operations());
    }

    private static List<Integer> pitches(Desk song) {
        return Hearing.of(song.arrangement).stream().map(Hearing.Sounding::pitch).toList();
    }

    @Test
    @DisplayName("give both sides of a difference into one clip, a loop that plays elsewhere, too, written out; one undo takes all of it back")
    void loop() {
        Element piano = desk.track(TrackType.INSTRUMENT);
        Element riff = desk.clip(piano, 0, 4 * BAR);
        desk.note(desk.content(riff), 0, 960, 60);
        desk.write(riff, Property.LOOP, BAR);
        Element section = section(desk, 0, 4 * BAR);
        Element b = desk.does(forms.keep(section, new Take("", List.of(Part.on(piano.id(), List.of(new Take.Note(BAR + 960, 480, 72, 90)))), List.of()),
                Id.NONE, 0)).getFirst();
        List<Hearing.Sounding> before = Hearing.of(desk.arrangement);
        Journal journal = both(desk, section, b);
        assertThat(pitches(desk)).containsExactly(60, 60, 72, 60, 60);
        assertThat(piano.children(Kind.CLIP)).hasSize(1);
        ModelRules.check(desk.arrangement);
        desk.apply(journal.inverse());
        assertThat(Hearing.of(desk.arrangement)).isEqualTo(before);
    }

    @Test
    @DisplayName("keep a loop's name and its family of variations where it is written out")
    void names() {
        Element piano = desk.track(TrackType.INSTRUMENT);
        Element riff = desk.clip(piano, 0, 4 * BAR);
        Element head = desk.content(riff);
        desk.note(head, 0, 960, 60);
        desk.write(riff, Property.LOOP, BAR);
        desk.apply(List.of(new Operation.Set(head.id(), Property.NAME, "Riff")));
        Element variation = desk.content(desk.clip(piano, 8 * BAR, BAR));
        desk.apply(List.of(new Operation.Set(variation.id(), Property.FAMILY, head.id())));
        Element section = section(desk, 0, 4 * BAR);
        Element b = desk.does(forms.keep(section, new Take("", List.of(Part.on(piano.id(), List.of(new Take.Note(BAR + 960, 480, 72, 90)))), List.of()),
                Id.NONE, 0)).getFirst();
        both(desk, section, b);
        Element written = desk.content(riff);
        assertThat(written).isNotEqualTo(head);
        assertThat(written.text(Property.NAME)).isEqualTo("Riff");
        assertThat(new Families(desk.arrangement).members(written)).contains(head, variation);
    }

    static List<Long> seeds() {
        return LongStream.rangeClosed(1, 60).boxed().toList();
    }

    @ParameterizedTest(name = "(seed {0})")
    @MethodSource("seeds")
    @DisplayName("merged into both, in random songs, sound all notes of both, and leave no two clips with notes over one another that did not lie so before")
    void random(long seed) {
        Desk song = RandomSong.of(seed, 200, true);
        Random random = new Random(seed);
        AlternativeGestures gestures = new AlternativeGestures(song.arrangement, song.ids);
        Element section = section(song, random.nextInt(20) * 1920L, (1 + random.nextInt(8)) * 3840L);
        gestures = new AlternativeGestures(song.arrangement, song.ids);
        List<Part> parts = new ArrayList<>();
        for (Element track : Elements.tracks(song.arrangement)) {
            if (Rows.holdsNotes(track)) {
                parts.add(Part.on(track.id(), List.of(new Take.Note(section.start() + random.nextInt((int) section.length() / 2), 240, 127, 1))));
            }
        }
        if (parts.isEmpty()) {
            return;
        }
        int overlaps = overlaps(song);
        long own = Hearing.of(song.arrangement).stream().filter(note -> !isOfTake(note)).count();
        Element b = song.does(gestures.keep(section, new Take("", parts, List.of()), Id.NONE, 0)).getFirst();
        Journal chosen = song.apply(gestures.choose(section, b).operations());
        List<Hearing.Sounding> take = Hearing.of(song.arrangement).stream().filter(MergingFormsTest::isOfTake).map(MergingFormsTest::plainly).toList();
        song.arrangement.rollBack(chosen);
        both(song, section, b);
        List<Hearing.Sounding> heard = Hearing.of(song.arrangement);
        assertThat(heard.stream().filter(note -> !isOfTake(note)).count()).isEqualTo(own);
        assertThat(heard.stream().filter(MergingFormsTest::isOfTake).map(MergingFormsTest::plainly)).isEqualTo(take);
        assertThat(overlaps(song)).isLessThanOrEqualTo(overlaps);
        ModelRules.check(song.arrangement);
    }

    private static boolean isOfTake(Hearing.Sounding note) {
        return note.pitch() == 127 && note.velocity() == 1;
    }

    /** Without its end and its loudness, which are up to the clip that it came into. */
    private static Hearing.Sounding plainly(Hearing.Sounding note) {
        return new Hearing.Sounding(note.start(), 0, note.track(), note.pitch(), note.velocity(), 0);
    }

    private static int overlaps(Desk song) {
        int overlaps = 0;
        for (Element track : Elements.tracks(song.arrangement)) {
            List<Element> clips = track.children(Kind.CLIP).stream().filter(clip -> !clip.flag(Property.MUTED) && clip.length() > 0
                    && song.arrangement.alive(clip.reference(Property.CONTENT)) instanceof Element content && !content.flag(Property.FORM)).toList();
            for (Element one : clips) {
                for (Element other : clips) {
                    overlaps += one != other && one.start() < other.end() && other.start() < one.end() ? 1 : 0;
                }
            }
        }
        return overlaps;
    }

    @Test
    @DisplayName("give back what somebody dragged out of the section while it was being parked, discarded or merged, unless something else lies there by now")
    void strays() {
        Element piano = desk.track(TrackType.INSTRUMENT);
        Element clip = desk.clip(piano, BAR, BAR);
        desk.note(desk.content(clip), 0, 960, 60);
        Element section = section(desk, 0, 4 * BAR);
        Element b = desk.does(forms.keep(section, "")).getFirst();
        Element parked = b.children(Kind.PART).stream().flatMap(part -> part.children(Kind.CLIP).stream()).findFirst().orElseThrow();
        desk.write(parked, Property.START, 6L * BAR);
        Journal discarded = desk.apply(forms.discard(section, b).operations());
        assertThat(piano.children(Kind.CLIP)).extracting(Element::start).containsExactlyInAnyOrder((long) BAR, 6L * BAR);
        desk.apply(discarded.inverse());
        assertThat(piano.children(Kind.CLIP)).hasSize(1);
        Journal merged = both(desk, section, b);
        assertThat(piano.children(Kind.CLIP)).extracting(Element::start).contains(6L * BAR);
        desk.apply(merged.inverse());
        desk.clip(piano, 6 * BAR, BAR);
        desk.apply(forms.discard(section, b).operations());
        assertThat(piano.children(Kind.CLIP)).hasSize(2);
        ModelRules.check(desk.arrangement);
    }

    @Test
    @DisplayName("kept from a take bring the tracks along that it would make, silent until they are switched to")
    void freshTracks() {
        Element piano = desk.track(TrackType.INSTRUMENT);
        Element section = section(desk, 0, 4 * BAR);
        List<Take.Note> notes = List.of(new Take.Note(BAR, 960, 40, 90), new Take.Note(9 * BAR, 960, 1, 90));
        Take take = new Take("", List.of(Part.on(piano.id(), List.of(new Take.Note(0, 960, 60, 90))),
                Part.onNew(new Part.Fresh("Bass", TrackType.INSTRUMENT, 33), notes),
                Part.onNew(new Part.Fresh("Far away", TrackType.DRUMS, 0), List.of(new Take.Note(9 * BAR, 960, 1, 90)))), List.of());
        Element b = desk.does(forms.keep(section, take, new Id(8, 8), 1)).stream().filter(each -> each.kind() == Kind.ALTERNATIVE).findFirst().orElseThrow();
        assertThat(Elements.tracks(desk.arrangement)).extracting(track -> track.text(Property.NAME)).contains("Bass").doesNotContain("Far away");
        assertThat(pitches(desk)).isEmpty();
        desk.does(forms.choose(section, b));
        assertThat(pitches(desk)).containsExactly(60, 40);
        desk.does(forms.choose(section, section));
        assertThat(pitches(desk)).isEmpty();
        ModelRules.check(desk.arrangement);
    }
}
