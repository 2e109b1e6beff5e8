package studio.tutti.assistant.flowmachines.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import studio.tutti.assistant.flowmachines.ChordSpan;
import studio.tutti.assistant.flowmachines.FormSection;
import studio.tutti.assistant.flowmachines.Key;
import studio.tutti.assistant.flowmachines.LeadSheet;
import studio.tutti.assistant.flowmachines.Metre;
import studio.tutti.assistant.flowmachines.SheetNote;
import studio.tutti.core.music.ChordSymbol;

@DisplayName("A lead sheet as MusicXML")
class LeadSheetFileTest {

    private static final String HEAD = "<score-partwise version='4.0'><work><work-title>Old Song</work-title></work><identification>"
            + "<creator type='composer'>Ada</creator></identification><part-list><score-part id='P1'><part-name/></score-part></part-list><part id='P1'>";
    private static final String THREE = "<attributes><divisions>2</divisions><key><fifths>-2</fifths><mode>minor</mode></key>"
            + "<time><beats>3</beats><beat-type>4</beat-type></time></attributes>";

    private static ScoreSheet read(String measures) throws IOException {
        return LeadSheetFile.read((HEAD + measures + "</part></score-partwise>").getBytes(StandardCharsets.UTF_8));
    }

    private static String note(String step, int duration, String more) {
        return "<note><pitch><step>" + step + "</step><octave>4</octave></pitch><duration>" + duration + "</duration>" + more + "</note>";
    }

    private static String harmony(String root, String kind) {
        return "<harmony><root><root-step>" + root + "</root-step></root>" + kind + "</harmony>";
    }

    private static String notes(LeadSheet sheet) {
        return String.join(" ", sheet.melody().stream().map(each -> each.start() + "+" + each.length() + ":" + each.pitch()).toList());
    }

    private static String chords(LeadSheet sheet) {
        return String.join(" ", sheet.chords().stream().map(each -> each.start() + "+" + each.length() + ":" + each.symbol()).toList());
    }

    @Test
    @DisplayName("has a title, a composer, a key, a metre, a pickup, chords until the next, and tied notes as one")
    void reads() throws IOException {
        ScoreSheet written = read("<measure number='0'>" + THREE + note("D", 2, "") + "</measure><measure number='1'>"
                + harmony("G", "<kind>minor-seventh</kind>") + note("G", 6, "<tie type='start'/>") + "</measure><measure number='2'>"
                + note("G", 2, "<tie type='stop'/>") + harmony("D", "<kind text='7'>dominant</kind><degree><degree-value>9</degree-value>"
                + "<degree-alter>-1</degree-alter><degree-type>add</degree-type></degree>") + note("A", 4, "") + "</measure>");
        LeadSheet sheet = written.played();
        assertThat(List.of(sheet.title(), sheet.composer(), sheet.key(), sheet.metre(), sheet.pickup(), sheet.bars()))
                .containsExactly("Old Song", "Ada", new Key(-2, true), new Metre(3, 4), 960, 2);
        assertThat(notes(sheet)).isEqualTo("-960+960:62 0+3840:67 3840+1920:69");
        assertThat(chords(sheet)).isEqualTo("0+3840:Gm7 3840+1920:D7b9");
    }

    @Test
    @DisplayName("keeps its repeats as signs, and writes them out when it is played")
    void repeats() throws IOException {
        ScoreSheet written = read("<measure>" + THREE + "<barline location='left'><repeat direction='forward'/></barline>"
                + harmony("G", "<kind>major</kind>") + note("C", 6, "") + "</measure><measure><barline location='left'><ending number='1' type='start'/></barline>"
                + note("D", 6, "") + "<barline location='right'><ending number='1' type='stop'/><repeat direction='backward'/></barline></measure>"
                + "<measure><barline location='left'><ending number='2' type='start'/></barline>" + note("E", 6, "")
                + "<barline location='right'><ending number='2' type='discontinue'/></barline></measure><measure>" + note("F", 6, "") + "</measure>");
        assertThat(notes(written.played()).replaceAll("\\d+\\+2880:", "")).isEqualTo("60 62 60 64 65");
        ScoreSheet again = LeadSheetFile.read(LeadSheetFile.musicXml(written, false));
        assertThat(again).isEqualTo(written);
        assertThat(LeadSheetFile.read(LeadSheetFile.mxl(written, false))).isEqualTo(written);
    }

    @Test
    @DisplayName("is folded where the same bars are played twice, with two endings if only the end differs, and is played as before")
    void folds() {
        List<SheetNote> melody = new ArrayList<>();
        List<ChordSpan> chords = new ArrayList<>();
        for (int bar = 0; bar < 20; bar++) {
            int pitch = bar < 16 ? 60 + bar % 8 + (bar == 15 ? 5 : 0) : 72;
            melody.add(new SheetNote(bar * 3840, 1920, pitch));
            chords.add(new ChordSpan(bar * 3840, 3840, ChordSymbol.parse(bar % 2 == 0 ? "C" : "G7").orElseThrow()));
        }
        LeadSheet sheet = new LeadSheet("Twice", "", Key.C, Metre.COMMON, 0, 20, chords, melody, List.of(), List.of());
        ScoreSheet folded = ScoreSheet.of(sheet, 120);
        assertThat(folded.bars()).hasSize(13);
        assertThat(folded.bars().get(7).signs().times()).isEqualTo(2);
        assertThat(folded.bars().get(8).signs().endings()).containsExactly(2);
        assertThat(folded.played()).isEqualTo(sheet);
    }

    @Test
    @DisplayName("comes back as it was: 200 random ones with triplets, syncopation, pickups, sections, basses and every kind of chord")
    void random() throws IOException {
        Random random = new Random(7);
        List<String> symbols = List.of("C", "F#m7b5", "Bbmaj7", "E7#9", "Ab6/9", "Dm(maj7)", "G13", "A7sus4", "Eb/G", "Bdim7", "Caug", "D5", "Gm9", "F7b9");
        for (int i = 0; i < 200; i++) {
            Metre metre = List.of(Metre.COMMON, new Metre(3, 4), new Metre(6, 8), new Metre(2, 2)).get(random.nextInt(4));
            int pickup = random.nextInt(3) == 0 ? 960 : 0;
            int bars = 1 + random.nextInt(24);
            int end = bars * metre.bar();
            List<ChordSpan> chords = new ArrayList<>();
            for (int at = 0; at < end; ) {
                int length = Math.min(end - at, 480 * (1 + random.nextInt(12)));
                chords.add(new ChordSpan(at, length, random.nextInt(12) == 0 ? null : ChordSymbol.parse(symbols.get(random.nextInt(symbols.size()))).orElseThrow()));
                at += length;
            }
            LeadSheet sheet = new LeadSheet("Nr. " + i, "Ada & Ben", new Key(random.nextInt(15) - 7, random.nextBoolean()), metre, pickup, bars,
                    joined(chords), line(random, -pickup, end, 60), line(random, 0, end, 36), List.of(new FormSection(0, bars, "A")));
            LeadSheet back = LeadSheetFile.read(LeadSheetFile.musicXml(ScoreSheet.of(sheet, 96), true)).played();
            assertThat(back).isEqualTo(sheet);
        }
    }

    /** Two spans of one chord are one on paper. */
    private static List<ChordSpan> joined(List<ChordSpan> spans) {
        List<ChordSpan> joined = new ArrayList<>();
        for (ChordSpan span : spans) {
            ChordSpan before = joined.isEmpty() ? null : joined.getLast();
            if (before != null && java.util.Objects.equals(before.symbol(), span.symbol())) {
                joined.set(joined.size() - 1, new ChordSpan(before.start(), before.length() + span.length(), span.symbol()));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }

    private static List<SheetNote> line(Random random, int from, int end, int lowest) {
        List<SheetNote> line = new ArrayList<>();
        for (int at = from; at < end; ) {
            int[] lengths = at % 480 == 0 ? new int[] {240, 480, 720, 960, 1440, 1920, 3840, 320, 160} : at % 160 == 0 && at % 240 != 0 ? new int[] {160} : new int[] {240};
            int length = Math.min(end - at, lengths[random.nextInt(lengths.length)]);
            if (random.nextInt(5) > 0) {
                line.add(new SheetNote(at, length, lowest + random.nextInt(24)));
            }
            at += length;
        }
        return line;
    }

    @Test
    @DisplayName("survives reading, writing and reading, with every lead sheet that lies here")
    void files() throws IOException {
        int count = 0;
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/musicxml"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".mxl")).sorted().toList()) {
                ScoreSheet sheet = LeadSheetFile.read(Files.readAllBytes(file));
                assertThat(LeadSheetFile.read(LeadSheetFile.musicXml(sheet, false))).as(file.toString()).isEqualTo(sheet);
                assertThat(sheet.played().chords()).isNotEmpty();
                count++;
            }
        }
        assertThat(count).isPositive();
    }

    @Test
    @EnabledIfSystemProperty(named = "tutti.data", matches = ".+", disabledReason = "set tutti.data to a folder of MusicXML files")
    @DisplayName("is the same in every file of a folder, as written and as played")
    void allOfAFolder() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("tutti.data")))) {
            List<Path> all = files.filter(each -> each.toString().matches("(?i).*\\.(mxl|musicxml)")).toList();
            assertThat(all).allSatisfy(file -> {
                ScoreSheet sheet = LeadSheetFile.read(Files.readAllBytes(file));
                assertThat(LeadSheetFile.read(LeadSheetFile.mxl(sheet, false))).isEqualTo(sheet);
                LeadSheet played = sheet.played();
                LeadSheet again = LeadSheetFile.read(LeadSheetFile.mxl(ScoreSheet.of(played, 0), true)).played();
                assertThat(again.melody()).isEqualTo(played.melody());
                assertThat(again.key()).isEqualTo(played.key());
            });
        }
    }

    @Test
    @DisplayName("is refused before it costs memory, if it unpacks to more than a lead sheet, before the score too, or has too many elements")
    void bombs() throws IOException {
        byte[] score = LeadSheetFile.musicXml(read("<measure>" + THREE + note("C", 6, "") + "</measure>"), false);
        assertThat(LeadSheetFile.read(zip(new byte[1 << 20], score)).bars()).hasSize(1);
        byte[] crowded = (HEAD + "<measure>" + "<note/>".repeat(250_000) + "</measure></part></score-partwise>").getBytes(StandardCharsets.UTF_8);
        byte[] large = (HEAD + "<measure>" + " ".repeat(5 << 20) + "</measure></part></score-partwise>").getBytes(StandardCharsets.UTF_8);
        for (byte[] file : List.of(zip(new byte[5 << 20], score), zip(new byte[0], crowded), zip(new byte[0], large))) {
            assertThat(file.length).isLessThan(100_000);
            assertThatThrownBy(() -> LeadSheetFile.read(file)).isInstanceOf(IOException.class).message().contains("too large");
        }
    }

    private static byte[] zip(byte[] before, byte[] score) throws IOException {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        try (java.util.zip.ZipOutputStream zip = new java.util.zip.ZipOutputStream(out)) {
            zip.putNextEntry(new java.util.zip.ZipEntry("META-INF/picture.png"));
            zip.write(before);
            zip.putNextEntry(new java.util.zip.ZipEntry("score.xml"));
            zip.write(score);
        }
        return out.toByteArray();
    }

    @Test
    @DisplayName("is refused with a sentence if it is none")
    void refused() throws IOException {
        byte[] whole = LeadSheetFile.mxl(read("<measure>" + THREE + note("C", 6, "") + "</measure>"), false);
        for (byte[] file : List.of(new byte[0], "<html/>".getBytes(StandardCharsets.UTF_8), "<score-partwise>".getBytes(StandardCharsets.UTF_8),
                java.util.Arrays.copyOf(whole, whole.length / 2),
                ("<!DOCTYPE score-partwise [<!ENTITY a 'x'>]>" + HEAD + "<measure>&a;</measure></part></score-partwise>").getBytes(StandardCharsets.UTF_8),
                ("<a>".repeat(100) + "</a>".repeat(100)).getBytes(StandardCharsets.UTF_8))) {
            assertThatThrownBy(() -> LeadSheetFile.read(file)).isInstanceOf(IOException.class).message().endsWith(".");
        }
    }
}
