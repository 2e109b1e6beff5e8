package studio.tutti.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.lyrics.LyricSheet;
import studio.tutti.core.lyrics.Places;
import studio.tutti.core.lyrics.Syllable;

@DisplayName("A MusicXML file")
class MusicXmlTest {

    private static final String HEAD = "<score-partwise version='4.0'><part-list><score-part id='P1'><part-name>Voice</part-name>"
            + "</score-part></part-list><part id='P1'>";
    private static final String FOUR = "<attributes><divisions>2</divisions><time><beats>4</beats><beat-type>4</beat-type></time></attributes>";

    private static Song read(String xml) throws IOException {
        return read(xml.getBytes(StandardCharsets.UTF_8), "a song.musicxml");
    }

    private static Song read(byte[] file, String name) throws IOException {
        return SongReader.read(new ByteArrayInputStream(file), name, MediaSink.NONE);
    }

    private static Song part(String measures) throws IOException {
        return read(HEAD + measures + "</part></score-partwise>");
    }

    private static String note(String step, int duration, String more) {
        return "<note><pitch><step>" + step + "</step><octave>4</octave></pitch><duration>" + duration + "</duration>" + more + "</note>";
    }

    private static String word(int verse, String syllabic, String text) {
        return "<lyric number='" + verse + "'><syllabic>" + syllabic + "</syllabic><text>" + text + "</text></lyric>";
    }

    /** Start, length and pitch of each note, in order. */
    private static String notes(Song song, int track) {
        Arrangement arrangement = song.arrangement();
        Element clip = Elements.tracks(arrangement).get(track).children(Kind.CLIP).getFirst();
        return Elements.sorted(arrangement.alive(clip.reference(Property.CONTENT)).children(Kind.NOTE)).stream()
                .map(each -> clip.start() + each.start() + "+" + each.length() + ":" + each.number(Property.PITCH))
                .collect(Collectors.joining(" "));
    }

    private static String sung(Song song) {
        return Syllable.all(song.arrangement(), new Places(song.arrangement())).stream()
                .map(each -> each.text().text() + each.start() / 480)
                .collect(Collectors.joining(" "));
    }

    @Test
    @DisplayName("has voices, chords, rests, ties and tuplets, which become notes at their times")
    void notes() throws IOException {
        Song song = part("<measure>" + FOUR + note("C", 2, "<voice>1</voice>") + "<note><chord/><pitch><step>E</step><alter>-1</alter>"
                + "<octave>4</octave></pitch><duration>2</duration></note><note><rest/><duration>2</duration></note>"
                + note("G", 4, "<tie type='start'/><voice>1</voice>") + "<backup><duration>8</duration></backup><forward><duration>4</duration></forward>"
                + note("A", 4, "<voice>2</voice>") + "</measure><measure>" + note("G", 2, "<tie type='stop'/><voice>1</voice>")
                + "<attributes><divisions>3</divisions></attributes>" + note("D", 1, "") + note("D", 1, "") + note("D", 1, "") + "</measure>");
        assertThat(notes(song, 0)).isEqualTo(
                "0+960:60 0+960:63 1920+2880:67 1920+1920:69 4800+320:62 5120+320:62 5440+320:62");
    }

    @Test
    @DisplayName("is read with its repeats and endings written out, each verse to its pass")
    void repeats() throws IOException {
        Song song = part("<measure>" + FOUR + "<barline location='left'><repeat direction='forward'/></barline>"
                + note("C", 8, word(1, "single", "one") + word(2, "single", "two")) + "</measure>"
                + "<measure><barline location='left'><ending number='1' type='start'/></barline>" + note("D", 8, word(1, "single", "first"))
                + "<barline><ending number='1' type='stop'/><repeat direction='backward'/></barline></measure>"
                + "<measure><barline location='left'><ending number='2' type='start'/></barline>" + note("E", 8, word(1, "single", "last"))
                + "<barline><ending number='2' type='stop'/></barline></measure><measure>" + note("F", 8, word(1, "single", "end")) + "</measure>");
        assertThat(notes(song, 0)).isEqualTo("0+3840:60 3840+3840:62 7680+3840:60 11520+3840:64 15360+3840:65");
        assertThat(sung(song)).isEqualTo("one0 first8 two16 last24 end32");
        assertThat(song.remarks()).containsExactly("Repeats are written out: 4 measures became 5.");
    }

    @Test
    @DisplayName("goes from the sign to the coda without repeats")
    void dalSegno() throws IOException {
        Song song = part("<measure>" + FOUR + note("C", 8, "") + "</measure><measure><sound segno='s'/>" + note("D", 8, "")
                + "<barline><repeat direction='backward' times='3'/></barline></measure><measure>" + note("E", 8, "") + "<sound tocoda='c'/></measure>"
                + "<measure>" + note("F", 8, "") + "<sound dalsegno='s'/></measure><measure><sound coda='c'/>" + note("G", 8, "") + "</measure>");
        assertThat(notes(song, 0).replaceAll("\\d+\\+3840:", "")).isEqualTo("60 62 60 62 60 62 64 65 62 64 67");
        Song inWords = part("<measure>" + FOUR + note("C", 8, "") + "<direction><direction-type><words>Fine</words></direction-type></direction></measure>"
                + "<measure>" + note("D", 8, "") + "<direction><direction-type><words>D.C. al Fine</words></direction-type></direction></measure>");
        assertThat(notes(inWords, 0)).isEqualTo("0+3840:60 3840+3840:62 7680+3840:60");
        assertThat(inWords.arrangement().count(Kind.MARKER)).isZero();
    }

    @Test
    @DisplayName("has words with hyphens, held notes, lines and elisions, and verses that nobody sings are told")
    void words() throws IOException {
        Song song = part("<measure>" + FOUR + note("C", 1, word(1, "begin", "Glo")) + note("D", 1, "<lyric><extend type='stop'/></lyric>")
                + note("E", 1, word(1, "end", "ria,").replace("</lyric>", "<end-line/></lyric>") + word(3, "single", "3"))
                + note("F", 1, "<lyric><syllabic>single</syllabic><text>e</text><elision>_</elision><text>in</text><extend/></lyric>")
                + note("G", 2, "") + "<note><rest/><duration>1</duration></note>" + note("A", 1, "") + "</measure>");
        assertThat(sung(song)).isEqualTo("Glo-0 _1 ria,2 /e in3 _4");
        assertThat(song.remarks()).singleElement().asString().startsWith("2 further verses are left out");
    }

    @Test
    @DisplayName("has tempo, key, dynamics, chords, sections, names, programs and a transposing part")
    void signs() throws IOException {
        Song song = read("<score-partwise><work><work-title>Work</work-title></work><identification><creator type='composer'>Ada</creator>"
                + "<rights>Public domain</rights></identification><part-list><score-part id='P1'><part-name>Horn</part-name>"
                + "<midi-instrument id='I'><midi-channel>2</midi-channel><midi-program>61</midi-program><pan>-90</pan></midi-instrument></score-part></part-list>"
                + "<part id='P1'><measure><attributes><divisions>1</divisions><key><fifths>-2</fifths><mode>minor</mode></key><time><beats>3+2</beats>"
                + "<beat-type>8</beat-type></time><transpose><chromatic>-7</chromatic></transpose></attributes>"
                + "<direction><direction-type><rehearsal>Verse</rehearsal></direction-type></direction>"
                + "<direction><direction-type><metronome><beat-unit>quarter</beat-unit><beat-unit-dot/><per-minute>60</per-minute></metronome></direction-type></direction>"
                + "<direction><direction-type><dynamics><p/></dynamics></direction-type></direction>"
                + "<harmony><root><root-step>B</root-step><root-alter>-1</root-alter></root><kind>minor-seventh</kind>"
                + "<bass><bass-step>F</bass-step></bass></harmony>" + note("C", 1, "")
                + "<harmony><root><root-step>F</root-step></root><kind>dominant</kind><degree><degree-value>9</degree-value><degree-alter>-1</degree-alter>"
                + "<degree-type>add</degree-type></degree></harmony><note dynamics='100'><pitch><step>C</step><octave>5</octave></pitch><duration>1.5</duration></note>"
                + "</measure></part></score-partwise>");
        Element root = song.arrangement().root();
        assertThat(List.of(root.text(Property.NAME), root.text(Property.CREDITS), root.number(Property.FIFTHS), root.number(Property.MODE),
                root.number(Property.NUMERATOR), root.number(Property.DENOMINATOR), root.number(Property.TEMPO)))
                .containsExactly("Work", "Public domain\nComposer: Ada", -2L, 1L, 5L, 3L, 666_667L);
        assertThat(notes(song, 0)).isEqualTo("0+960:53 960+1440:65");
        Element track = Elements.tracks(song.arrangement()).getFirst();
        assertThat(List.of(track.text(Property.NAME), track.number(Property.PROGRAM), track.number(Property.PAN))).containsExactly("Horn", 60L, -1000L);
        assertThat(Elements.sorted(root.children(Kind.CHORD))).extracting(each -> each.text(Property.SYMBOL) + each.start() + "+" + each.length())
                .containsExactly("Bbm7/F0+960", "F7b9960+1440");
        assertThat(root.children(Kind.SECTION)).extracting(each -> each.text(Property.NAME)).containsExactly("Verse");
    }

    @Test
    @DisplayName("has drums by their place on the staff or by their instrument")
    void drums() throws IOException {
        String staff = "<note><unpitched><display-step>F</display-step><display-octave>4</display-octave></unpitched><duration>2</duration></note>";
        assertThat(Elements.tracks(part("<measure>" + FOUR + staff + "</measure>").arrangement()).getFirst().number(Property.TYPE))
                .isEqualTo(TrackType.DRUMS.code());
        String named = "<score-partwise><part-list><score-part id='P1'><part-name/><score-instrument id='X'><instrument-name>Hat</instrument-name>"
                + "</score-instrument><midi-instrument id='X'><midi-unpitched>43</midi-unpitched></midi-instrument></score-part></part-list><part id='P1'>"
                + "<measure>" + FOUR + staff.replace("</note>", "<instrument id='X'/></note>") + "</measure></part></score-partwise>";
        assertThat(notes(read(named), 0)).isEqualTo("0+960:42");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"alouette.mxl", "beautiful-dreamer.mxl", "down-by-the-riverside.mxl", "jingle-bells.mxl"})
    @DisplayName("of a lead sheet is the same when it was written and read again")
    void leadSheets(String name) throws IOException {
        Song song = read(MidiRoundTripTest.resource("/musicxml/" + name), name);
        assertThat(song.arrangement().count(Kind.CHORD)).isPositive();
        assertThat(RoundTrip.throughScore(song.arrangement()).difference()).isEmpty();
    }

    @Test
    @DisplayName("of a lead sheet is sung under its chords")
    void sheet() throws IOException {
        Song song = read(MidiRoundTripTest.resource("/musicxml/alouette.mxl"), "alouette.mxl");
        assertThat(LyricSheet.of(song.arrangement())).startsWith("Alouette\nF").contains("Alouette gentille Alouette, Alouette,");
    }

    @ParameterizedTest(name = "(seed {0})")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    @DisplayName("keeps every note of a played song to the tick, its velocity, words, chords, metre and tempo")
    void generated(long seed) throws IOException {
        Arrangement song = RandomSong.of(new Random(seed));
        assertThat(RoundTrip.throughScore(song).difference()).as("seed %d", seed).isEmpty();
    }

    @Test
    @DisplayName("says what of a song a score can't hold")
    void losses() throws IOException {
        Arrangement song = DemoSong.song().arrangement();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> losses = SongWriter.write(song, SongFormat.MUSICXML, MediaSource.NONE, out);
        assertThat(losses).anyMatch(each -> each.contains("controllers, pedals and bends are left out"))
                .last().asString().startsWith("Clips, aliases and loops are written out");
        assertThat(read(out.toByteArray(), "demo.musicxml").arrangement().count(Kind.NOTE)).isGreaterThan(1_000);
        assertThatThrownBy(() -> SongWriter.write(new Arrangement(), SongFormat.MXL, MediaSource.NONE, out))
                .isInstanceOf(SongRefused.class).hasMessageContaining("no notes yet");
    }

    static Stream<Arguments> bad() throws IOException {
        String note = "<measure>" + FOUR + note("C", 8, "") + "</measure></part></score-partwise>";
        return Stream.of(
                Arguments.of("nothing", "", "damaged"),
                Arguments.of("a web page", "<html><body>Hello</body></html>", "no MusicXML score"),
                Arguments.of("no XML", "Dear diary", "damaged"),
                Arguments.of("half of it", HEAD + "<measure>" + FOUR + "<note><pitch>", "damaged"),
                Arguments.of("no notes", HEAD + "<measure>" + FOUR + "</measure></part></score-partwise>", "holds no notes"),
                Arguments.of("by time", "<score-timewise><measure/></score-timewise>", "score-partwise"),
                Arguments.of("no divisions", HEAD + note.replace("<divisions>2", "<divisions>0"), "at least one division"),
                Arguments.of("no end", HEAD + note.replace("<duration>8", "<duration>999999999"), "too long"),
                Arguments.of("entities", "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>" + HEAD + note.replace("Voice", "&b;").replace("C</step>", "&b;</step>"), "entities"),
                Arguments.of("a file of this machine", "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" + HEAD + note.replace("C</step>", "&a;</step>"), "entities"),
                Arguments.of("endless repeats", HEAD + ("<measure>" + FOUR + note("C", 8, "") + "<barline><repeat direction='backward' times='100'/></barline></measure>").repeat(300)
                        + "</part></score-partwise>", "measures"),
                Arguments.of("too deep", HEAD + "<measure>" + "<a>".repeat(100) + "</a>".repeat(100) + "</measure></part></score-partwise>", "more lies in one measure"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    @DisplayName("that is broken or hostile is refused with one sentence:")
    void bad(String what, String xml, String reason) {
        assertThatThrownBy(() -> read(xml)).as(what).isInstanceOf(SongRefused.class).hasMessageContaining(reason)
                .extracting(Throwable::getMessage).asString().doesNotContain("\n").endsWith(".");
    }

    @Test
    @DisplayName("that unpacks to more than it should is refused")
    void bomb() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("a.xml"));
            byte[] spaces = new byte[1 << 20];
            java.util.Arrays.fill(spaces, (byte) ' ');
            for (int i = 0; i < 70; i++) {
                zip.write(spaces);
            }
        }
        assertThatThrownBy(() -> read(out.toByteArray(), "bomb.mxl")).isInstanceOf(SongRefused.class).hasMessageContaining("64 MiB");
        ByteArrayOutputStream none = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(none)) {
            zip.putNextEntry(new ZipEntry("readme.txt"));
        }
        assertThatThrownBy(() -> read(none.toByteArray(), "none.mxl")).hasMessage("The .mxl file holds no score.");
    }

    @Test
    @DisplayName("is found in its zip even where the container names it in a way that XML doesn't allow")
    void brokenContainer() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("META-INF/container.xml"));
            zip.write("<container><rootfiles><rootfile full-path='Ol' Man.xml'/></rootfiles></container>".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("Ol' Man.xml"));
            zip.write((HEAD + "<measure>" + FOUR + note("C", 8, "") + "</measure></part></score-partwise>").getBytes(StandardCharsets.UTF_8));
        }
        assertThat(notes(read(out.toByteArray(), "a.mxl"), 0)).isEqualTo("0+3840:60");
    }

    @Test
    @DisplayName("that declares a document type of the web is read without looking there")
    void documentType() throws IOException {
        String type = "<!DOCTYPE score-partwise PUBLIC '-//Recordare//DTD MusicXML 4.0 Partwise//EN' 'http://127.0.0.1:1/partwise.dtd'>";
        assertThat(read(type + HEAD + "<measure>" + FOUR + note("C", 8, "") + "</measure></part></score-partwise>").arrangement().count(Kind.NOTE)).isOne();
        byte[] wide = ("<?xml version='1.0' encoding='UTF-16'?>" + HEAD + "<measure>" + FOUR + note("C", 8, "") + "</measure></part></score-partwise>")
                .getBytes(StandardCharsets.UTF_16);
        assertThat(read(wide, "wide.musicxml").arrangement().count(Kind.NOTE)).isOne();
    }

    @Test
    @DisplayName("that is damaged anywhere is read or refused, and never anything else")
    void fuzz() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Song song = read(MidiRoundTripTest.resource("/musicxml/jingle-bells.mxl"), "a.mxl");
        SongWriter.write(song.arrangement(), SongFormat.MUSICXML, MediaSource.NONE, out);
        byte[] zipped = MidiRoundTripTest.resource("/musicxml/jingle-bells.mxl");
        Random random = new Random(5);
        int refused = 0;
        for (int i = 0; i < 300; i++) {
            byte[] file = (i % 3 == 0 ? zipped : out.toByteArray()).clone();
            for (int change = 0; change < 1 + random.nextInt(4); change++) {
                int at = random.nextInt(file.length);
                file[at] = i % 2 == 0 ? (byte) ('0' + random.nextInt(75)) : (byte) random.nextInt();
            }
            try {
                read(file, i % 3 == 0 ? "a.mxl" : "a.musicxml");
            } catch (SongRefused reason) {
                refused++;
                assertThat(reason.getMessage()).endsWith(".").doesNotContain("\n");
            }
        }
        assertThat(refused).isBetween(50, 299);
    }

    @Test
    @EnabledIfSystemProperty(named = "tutti.data", matches = ".+", disabledReason = "set tutti.data to a folder of MusicXML files")
    @DisplayName("is the same in every file of a folder")
    void allOfAFolder() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("tutti.data")))) {
            List<Path> all = files.filter(each -> each.toString().matches("(?i).*\\.(mxl|musicxml)")).toList();
            assertThat(all).allSatisfy(file -> {
                Song song = read(Files.readAllBytes(file), file.getFileName().toString());
                assertThat(RoundTrip.throughScore(song.arrangement()).difference()).isEmpty();
            });
        }
    }
}
