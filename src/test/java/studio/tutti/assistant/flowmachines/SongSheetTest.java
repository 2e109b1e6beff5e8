package studio.tutti.assistant.flowmachines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.exchange.MediaSink;
import studio.tutti.exchange.SongReader;

@DisplayName("The lead sheet of a song")
class SongSheetTest {

    private static Arrangement read(String measures) throws Exception {
        String xml = "<score-partwise><work><work-title>Sung</work-title></work><identification><creator type='composer'>Ada</creator></identification>"
                + "<part-list><score-part id='P1'><part-name>Piano</part-name></score-part><score-part id='P2'><part-name>Voice</part-name></score-part>"
                + "<score-part id='P3'><part-name>Bass</part-name></score-part></part-list><part id='P1'>" + measures.replace("NOTE", note("C", 3))
                + "</part><part id='P2'>" + measures.replaceAll("<direction>.*?</direction>|<harmony>.*?</harmony>", "").replace("NOTE", note("E", 5) + note("G", 4).replace("<note>", "<note><chord/>"))
                + "</part><part id='P3'>" + measures.replaceAll("<direction>.*?</direction>|<harmony>.*?</harmony>", "").replace("NOTE", note("C", 2)) + "</part></score-partwise>";
        return SongReader.read(new java.io.ByteArrayInputStream(xml.getBytes(java.nio.charset.StandardCharsets.UTF_8)), "a.musicxml", MediaSink.NONE).arrangement();
    }

    private static String note(String step, int octave) {
        return "<note><pitch><step>" + step + "</step><octave>" + octave + "</octave></pitch><duration>3</duration></note>";
    }

    private static final String TWO = "<measure><attributes><divisions>1</divisions><key><fifths>2</fifths><mode>minor</mode></key><time><beats>3</beats><beat-type>4</beat-type></time></attributes>"
            + "<direction><direction-type><rehearsal>Verse</rehearsal></direction-type></direction><harmony><root><root-step>B</root-step></root><kind>minor</kind></harmony>NOTE</measure>"
            + "<measure><harmony><root><root-step>F</root-step><root-alter>1</root-alter></root><kind>dominant</kind></harmony>NOTE</measure>";

    @Test
    @DisplayName("has the chords of the lane, the highest line of the track that sings, the bass, key, metre, form, title and composer")
    void whole() throws Exception {
        SongSheet read = SongSheet.of(read(TWO), SongSheet.Wanted.WHOLE);
        LeadSheet sheet = read.sheet();
        assertThat(sheet.title()).isEqualTo("Sung");
        assertThat(sheet.composer()).isEqualTo("Ada");
        assertThat(sheet.key()).isEqualTo(new Key(2, true));
        assertThat(sheet.metre()).isEqualTo(new Metre(3, 4));
        assertThat(sheet.bars()).isEqualTo(2);
        assertThat(sheet.chords()).extracting(each -> each.start() + "+" + each.length() + ":" + each.symbol()).containsExactly("0+2880:Bm", "2880+2880:F#7");
        assertThat(sheet.melody()).extracting(each -> each.start() + "+" + each.length() + ":" + each.pitch()).containsExactly("0+2880:76", "2880+2880:76");
        assertThat(sheet.bass()).extracting(SheetNote::pitch).containsExactly(36, 36);
        assertThat(sheet.sections()).containsExactly(new FormSection(0, 2, "Verse"));
        assertThat(read.remarks()).isEmpty();
    }

    @Test
    @DisplayName("is of the bars and the track that were chosen")
    void chosen() throws Exception {
        Arrangement song = read(TWO);
        var piano = Elements.tracks(song).stream().filter(each -> each.text(Property.NAME).equals("Piano")).findFirst().orElseThrow();
        LeadSheet sheet = SongSheet.of(song, new SongSheet.Wanted(3000, 5000, piano.id(), null)).sheet();
        assertThat(sheet.bars()).isEqualTo(1);
        assertThat(sheet.chords()).extracting(each -> String.valueOf(each.symbol())).containsExactly("F#7");
        assertThat(sheet.melody()).containsExactly(new SheetNote(0, 2880, 48));
    }

    @Test
    @DisplayName("ends where the metre changes, which is told, and is refused where there is nothing")
    void ends() throws Exception {
        Arrangement song = read(TWO + "<measure><attributes><time><beats>4</beats><beat-type>4</beat-type></time></attributes>NOTE<forward><duration>1</duration></forward></measure>");
        SongSheet read = SongSheet.of(song, SongSheet.Wanted.WHOLE);
        assertThat(song.root().children(Kind.METRE)).hasSize(1);
        assertThat(read.sheet().bars()).isEqualTo(2);
        assertThat(read.remarks()).containsExactly("The lead sheet ends where the song's metre changes.");
        assertThatThrownBy(() -> SongSheet.of(new Arrangement(), SongSheet.Wanted.WHOLE)).isInstanceOf(IllegalArgumentException.class).message().endsWith(".");
    }
}
