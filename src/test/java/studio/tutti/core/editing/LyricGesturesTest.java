package studio.tutti.core.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Journal;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.lyrics.Line;
import studio.tutti.core.lyrics.LyricSheet;
import studio.tutti.core.lyrics.Melody;
import studio.tutti.core.lyrics.Places;
import studio.tutti.core.lyrics.Syllable;
import studio.tutti.core.lyrics.SyllableText.Break;

@DisplayName("Hands on words")
class LyricGesturesTest {

    private final Desk desk = new Desk();
    private Element track;
    private Element clip;
    private List<Element> notes;

    /** Eight quarters from bar 2 on, the first two doubled an octave below. */
    @BeforeEach
    void sing() {
        desk.track(TrackType.DRUMS);
        track = desk.track(TrackType.INSTRUMENT);
        clip = desk.clip(track, 3840, 7680);
        notes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            notes.add(desk.note(desk.content(clip), i * 960, 960, 60 + i));
        }
        desk.note(desk.content(clip), 0, 960, 48);
        desk.note(desk.content(clip), 960, 960, 48);
    }

    private LyricGestures lyrics() {
        return new LyricGestures(desk.arrangement, desk.ids);
    }

    private LineGestures lines() {
        return new LineGestures(desk.arrangement, desk.ids);
    }

    private List<Element> type(String text, long from) {
        return desk.does(lyrics().type(text, track, from));
    }

    /** The words in order with the beat of the song that each is sung on, from 0; tied ones have a star. */
    private String sung() {
        return Syllable.all(desk.arrangement, new Places(desk.arrangement)).stream()
                .map(each -> each.text().text() + each.start() / 960 + (each.note() == null ? "" : "*"))
                .collect(Collectors.joining(" "));
    }

    @Test
    @DisplayName("type a text under the top notes of a melody, and what is left over at quarters, tied to nothing")
    void type() {
        type("Twin-kle twin-kle lit-tle star, how I won-der", 0);
        assertThat(sung()).isEqualTo("Twin-4* kle5* twin-6* kle7* lit-8* tle9* star,10* how11* I12 won-13 der14");
        assertThat(desk.all(Kind.LYRIC)).first().matches(each -> each.reference(Property.NOTE).equals(notes.getFirst().id()));
    }

    @Test
    @DisplayName("type over what is there, and leave what lies before and after")
    void typeOver() {
        type("a b c d e f g h", 0);
        type("X Y", 6 * 960);
        assertThat(sung()).isEqualTo("a4* b5* X6* Y7* e8* f9* g10* h11*");
        assertThatThrownBy(() -> lyrics().type(" - ", track, 0)).isInstanceOf(EditRefused.class);
    }

    @Test
    @DisplayName("leave a syllable with its note: it goes where the note and its clip go, and stays where the note was removed")
    void ties() {
        type("la", 0);
        desk.does(desk.notes.move(List.of(notes.getFirst()), 480, 0));
        assertThat(new Places(desk.arrangement).start(desk.all(Kind.LYRIC).getFirst())).isEqualTo(4320);
        desk.does(desk.clips.move(List.of(clip), 3840, 0));
        assertThat(new Places(desk.arrangement).start(desk.all(Kind.LYRIC).getFirst())).isEqualTo(8160);
        desk.does(desk.notes.remove(List.of(notes.getFirst())));
        assertThat(sung()).isEqualTo("la8");
        assertThat(new Places(desk.arrangement).start(desk.all(Kind.LYRIC).getFirst())).isEqualTo(8160);
        desk.does(desk.clips.remove(List.of(clip)));
        assertThat(new Places(desk.arrangement).start(desk.all(Kind.LYRIC).getFirst()))
                .as("nothing plays the note's content any more").isEqualTo(3840);
    }

    @Test
    @DisplayName("sing the first clip of several that play one content, and put untied words under the others")
    void aliases() {
        desk.does(desk.clips.copy(List.of(clip), 7680, 0, true));
        type("a b c d e f g h i j", 0);
        assertThat(sung()).isEqualTo("a4* b5* c6* d7* e8* f9* g10* h11* i12 j13");
    }

    @Test
    @DisplayName("rewrite a syllable, in two if need be, pushing the others up to the first free note")
    void write() {
        List<Element> made = type("one two three", 0);
        type("end", 8 * 960);
        desk.does(lyrics().write(made.get(1), "twen-ty"));
        assertThat(sung()).isEqualTo("one4* twen-5* ty6* three7* end8*");
        desk.does(lyrics().write(made.get(0), "/four"));
        desk.does(lyrics().write(made.get(2), "five"));
        assertThat(sung()).isEqualTo("/four4* twen-5* ty6* five7* end8*");
        desk.does(lyrics().write(made.get(1), " "));
        assertThat(sung()).isEqualTo("/four4* ty6* five7* end8*");
    }

    @Test
    @DisplayName("insert words before a syllable and hand its line break on to them")
    void insert() {
        List<Element> made = type("a\nb c", 0);
        desk.does(lyrics().insert(made.get(1), "x y"));
        assertThat(sung()).isEqualTo("a4* /x5* y6* b7* c8*");
    }

    @Test
    @DisplayName("shift all words that follow by a note, past the last note too, but not over others")
    void shift() {
        List<Element> made = type("a b c d e f g h", 0);
        desk.does(lyrics().shift(made.get(6), 1));
        assertThat(sung()).endsWith("f9* g11* h12");
        desk.does(lyrics().shift(made.get(6), -1));
        assertThat(sung()).endsWith("f9* g10* h11*");
        assertThatThrownBy(() -> lyrics().shift(made.get(6), -1)).hasMessage("There is no free note before “g”.");
        assertThatThrownBy(() -> lyrics().shift(made.get(0), -1)).hasMessage("There is no note before “a”.");
    }

    @Test
    @DisplayName("move a syllable to another note, changing places with the one there, or between notes")
    void move() {
        List<Element> made = type("a b c", 0);
        desk.does(lyrics().nudge(List.of(made.get(0)), 1));
        assertThat(sung()).isEqualTo("b4* a5* c6*");
        desk.does(lyrics().move(made.get(0), 10 * 960 + 400));
        assertThat(sung()).isEqualTo("b4* c6* a10*");
        desk.does(lyrics().move(made.get(0), 20 * 960));
        assertThat(sung()).isEqualTo("b4* c6* a20");
        assertThat(lyrics().move(made.get(1), 4 * 960 + 10).isEmpty()).isTrue();
    }

    @Test
    @DisplayName("hand a removed syllable's line on to the next")
    void remove() {
        List<Element> made = type("a\nb c", 0);
        desk.does(lyrics().remove(List.of(made.get(1))));
        assertThat(sung()).isEqualTo("a4* /c6*");
        desk.does(lyrics().begin(made.get(2), Break.PARAGRAPH));
        desk.does(lyrics().begin(made.get(0), Break.LINE));
        assertThat(sung()).isEqualTo("/a4* \\c6*");
    }

    @Test
    @DisplayName("take the track that is tied to for the singer, else one called so, else the first with notes")
    void singer() {
        Places places = new Places(desk.arrangement);
        assertThat(Melody.singer(desk.arrangement, places)).isSameAs(track);
        Element voice = desk.track(TrackType.INSTRUMENT);
        desk.does(desk.tracks.change(voice, Desk.to(Property.NAME, "Lead vocals")));
        desk.note(desk.content(desk.clip(voice, 0, 960)), 0, 960, 60);
        assertThat(Melody.singer(desk.arrangement, new Places(desk.arrangement))).isSameAs(voice);
        type("la", 0);
        assertThat(Melody.singer(desk.arrangement, new Places(desk.arrangement))).isSameAs(track);
    }

    @Nested
    @DisplayName("in lines")
    class InLines {

        @Test
        @DisplayName("change only the words that differ")
        void sameCount() {
            List<Element> made = type("one two\nthree four", 0);
            Gesture gesture = lines().rewrite(made.get(0), "one too");
            assertThat(gesture.operations()).hasSize(1);
            desk.does(gesture);
            assertThat(sung()).isEqualTo("one4* too5* /three6* four7*");
        }

        @Test
        @DisplayName("keep words on their notes around those that go and come")
        void differentCount() {
            List<Element> made = type("I real-ly love you\nso", 0);
            desk.does(lines().rewrite(made.get(0), "I love you"));
            assertThat(sung()).isEqualTo("I4* love7* you8* /so9*");
            desk.does(lines().rewrite(made.get(0), "I do love you"));
            assertThat(sung()).isEqualTo("I4* do5* love7* you8* /so9*");
            desk.does(lines().rewrite(made.get(0), "Yes, I do tru-ly love you, love you so"));
            assertThat(sung()).as("five notes before the next line, four words beyond")
                    .startsWith("Yes,4* I5* do6* tru-7* ly8* love").endsWith("/so9*");
            assertThat(Line.all(desk.arrangement).getFirst().typed()).isEqualTo("Yes, I do tru-ly love you, love you so");
        }

        @Test
        @DisplayName("stay in their section, however many words they get")
        void inSection() {
            desk.does(desk.lanes.section(0, 8 * 960, "Verse"));
            desk.does(desk.lanes.section(8 * 960, 3840, "Chorus"));
            List<Element> made = type("how are you", 5 * 960);
            desk.does(lines().rewrite(made.get(0), "how have you been"));
            assertThat(sung()).isEqualTo("how5* have6* you7* been7");
            desk.does(lines().add("la la", track, 7 * 960 + 480, 8 * 960, false));
            assertThat(Line.all(desk.arrangement)).extracting(Line::typed).containsExactly("how have you been", "la la");
        }

        @Test
        @DisplayName("never touch one another, whoever writes in them at once")
        void apart() {
            List<Element> made = type("one two\nthree four", 0);
            Gesture anna = lines().rewrite(made.get(0), "uno due ancora");
            Gesture ben = lines().rewrite(made.get(2), "tre quattro");
            desk.does(anna);
            desk.does(ben);
            assertThat(Line.all(desk.arrangement)).extracting(Line::typed).containsExactly("uno due ancora", "tre quattro");
        }

        @Test
        @DisplayName("are removed with their last word, and said so to who still writes in them")
        void removed() {
            List<Element> made = type("one two\nthree", 0);
            desk.does(lines().rewrite(made.get(0), "  "));
            assertThat(sung()).isEqualTo("/three6*");
            assertThatThrownBy(() -> lines().rewrite(made.get(0), "again"))
                    .isInstanceOf(EditRefused.class).hasMessageContaining("again");
        }

        @Test
        @DisplayName("are added before the next section, closer together than the notes if they must")
        void added() {
            desk.does(lines().add("a b c d", track, 10 * 960, 12 * 960, false));
            assertThat(sung()).isEqualTo("/a10* b11* c11 d11");
        }

        @Test
        @DisplayName("begin with sections, and without breaks of their own after a rest")
        void cut() {
            type("a b c d", 0);
            type("e f g h", 8 * 960);
            assertThat(Line.all(desk.arrangement)).extracting(Line::read).containsExactly("a b c d e f g h");
            desk.does(desk.notes.moveEnds(List.of(notes.get(3)), -800));
            assertThat(Line.all(desk.arrangement)).as("no rest of a quarter").hasSize(1);
            desk.does(desk.lanes.section(0, 6 * 960, "Verse"));
            desk.does(desk.lanes.section(6 * 960, 6 * 960, "Chorus"));
            assertThat(Line.all(desk.arrangement)).extracting(Line::read).containsExactly("a b", "c d e f g h");
        }

        @Test
        @DisplayName("are printed under their chords and their section")
        void sheet() {
            desk.does(desk.lanes.rename("Song"));
            desk.does(desk.lanes.section(0, 3840, "Intro"));
            desk.does(desk.lanes.section(3840, 3840, "Verse"));
            type("Hel-lo my world\nla", 0);
            for (Object[] chord : new Object[][] {{0L, "C"}, {1920L, "G7"}, {3840L, "Am"}, {5760L, "Fmaj7"}, {6720L, "G"}, {8640L, "C"}}) {
                desk.does(desk.lanes.chord((Long) chord[0], 960, (String) chord[1]));
            }
            assertThat(LyricSheet.of(desk.arrangement)).isEqualTo("""
                    Song

                    [Intro]
                    C G7

                    [Verse]
                    Am    Fmaj7 G
                    Hello my    world
                       C
                    la
                    """);
        }
    }

    @Test
    @DisplayName("are taken back to the last bit by their inverse")
    void inverse() {
        List<Element> made = type("Twin-kle twin-kle\nlit-tle star", 0);
        List<Gesture> gestures = List.of(
                lyrics().type("a b", track, 5 * 960), lyrics().write(made.get(1), "x-y z"), lyrics().insert(made.get(4), "q"),
                lyrics().shift(made.get(2), 2), lyrics().nudge(made.subList(0, 2), 1), lyrics().move(made.get(3), 0),
                lyrics().begin(made.get(2), Break.LINE), lyrics().remove(made.subList(3, 5)),
                lines().rewrite(made.get(0), "one"), lines().rewrite(made.get(4), "a b c d e"),
                lines().add("new", track, 0, 9600, true));
        for (Gesture gesture : gestures) {
            String before = sung();
            Journal journal = desk.apply(gesture.operations());
            String after = sung();
            assertThat(after).as(gesture.label()).isNotEqualTo(before);
            Journal back = desk.apply(journal.inverse());
            assertThat(sung()).as(gesture.label()).isEqualTo(before);
            desk.apply(back.inverse());
            assertThat(sung()).isEqualTo(after);
            desk.apply(journal.inverse());
        }
    }
}
