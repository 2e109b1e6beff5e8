package studio.tutti.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Controllers;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;

@DisplayName("A MIDI file")
class MidiImportTest {

    @Test
    @DisplayName("ends the note of a key that has sounded longest, where two overlap")
    void overlappingNotes() throws IOException {
        Song song = new MidiBytes(0, 960).track(
                0x00, 0x90, 60, 100, 0x60, 60, 90, 0x60, 0x80, 60, 10, 0x60, 60, 20).read();
        assertThat(notes(song, 0)).extracting(Element::start, Element::length, each -> each.number(Property.VELOCITY),
                        each -> each.number(Property.RELEASE))
                .containsExactly(tuple(0L, 192L, 100L, 10L), tuple(96L, 192L, 90L, 20L));
    }

    @Test
    @DisplayName("keeps notes without length, and ends a note without end with its track")
    void oddNotes() throws IOException {
        Song song = new MidiBytes(0, 960).track(
                0x00, 0x99, 36, 100, 0x00, 36, 0, 0x10, 38, 100, 0x70, 0xFF, 0x2F, 0).read();
        assertThat(notes(song, 0)).extracting(Element::start, Element::length)
                .containsExactly(tuple(0L, 0L), tuple(16L, 112L));
        assertThat(song.remarks()).containsExactly("1 note had no end and ends with its track.");
    }

    @Test
    @DisplayName("gives each channel of a type 0 file a track, called as its instrument, and the tenth channel drums")
    void channelsBecomeTracks() throws IOException {
        Song song = new MidiBytes(0, 480).track(
                0x00, 0xC0, 33, 0x00, 0x90, 40, 100, 0x60, 40, 0, 0x00, 0x99, 36, 100, 0x10, 36, 0).read();
        assertThat(Elements.tracks(song.arrangement())).extracting(
                        each -> each.text(Property.NAME),
                        each -> TrackType.of(each.number(Property.TYPE)),
                        each -> each.number(Property.PROGRAM))
                .containsExactly(tuple("Fingered Bass", TrackType.INSTRUMENT, 33L), tuple("Drums", TrackType.DRUMS, 0L));
    }

    @Test
    @DisplayName("lies in clips that begin and end at bar lines of its metre")
    void clipsKeepToBars() throws IOException {
        Song song = new MidiBytes(0, 480).track(
                0x00, 0xFF, 0x58, 4, 3, 2, 24, 8, 0x8C, 0x00, 0x90, 60, 100, 0x60, 60, 0).read();
        Element clip = Elements.tracks(song.arrangement()).getFirst().children(Kind.CLIP).getFirst();
        // 3/4 has bars of 2,880 ticks; the note begins at 3,072.
        assertThat(clip.start()).isEqualTo(2_880);
        assertThat(clip.length()).isEqualTo(2_880);
        assertThat(notes(song, 0).getFirst().start()).isEqualTo(192);
    }

    @Test
    @DisplayName("sets the fader and pan where they are said once, and leaves them with the notes where they move")
    void faders() throws IOException {
        Song song = new MidiBytes(1, 960)
                .track(0x00, 0xB0, 7, 80, 0x00, 10, 0, 0x00, 0x90, 60, 100, 0x10, 60, 0)
                .track(0x00, 0xB1, 7, 80, 0x00, 0x91, 60, 100, 0x10, 0xB1, 7, 70, 0x10, 0x91, 60, 0).read();
        List<Element> tracks = Elements.tracks(song.arrangement());
        assertThat(tracks.get(0).number(Property.VOLUME)).isEqualTo(-388);
        assertThat(tracks.get(0).number(Property.PAN)).isEqualTo(-1000);
        assertThat(controls(song, 0)).isEmpty();
        assertThat(tracks.get(1).number(Property.VOLUME)).isZero();
        assertThat(controls(song, 1)).extracting(Element::start, each -> each.number(Property.AMOUNT))
                .containsExactly(tuple(0L, 80L), tuple(16L, 70L));
    }

    @Test
    @DisplayName("keeps bends, pressures, the pedal and later programs with the notes")
    void channelMessages() throws IOException {
        Song song = new MidiBytes(0, 960).track(
                0x00, 0xC0, 4, 0x00, 0x90, 60, 100, 0x01, 0xE0, 1, 65, 0x01, 0xD0, 33, 0x01, 0xA0, 60, 44, 0x01, 0xB0, 64, 127,
                0x01, 0xC0, 7, 0x01, 0x80, 60, 0).read();
        assertThat(Elements.tracks(song.arrangement()).getFirst().number(Property.PROGRAM)).isEqualTo(4);
        assertThat(controls(song, 0)).extracting(Element::start, each -> each.integer(Property.CONTROLLER),
                        each -> each.number(Property.PITCH), each -> each.number(Property.AMOUNT))
                .containsExactly(
                        tuple(1L, Controllers.PITCH_BEND, 0L, 65L << 7 | 1),
                        tuple(2L, Controllers.CHANNEL_PRESSURE, 0L, 33L),
                        tuple(3L, Controllers.KEY_PRESSURE, 60L, 44L),
                        tuple(4L, Controllers.SUSTAIN, 0L, 127L),
                        tuple(5L, Controllers.PROGRAM, 0L, 7L));
    }

    @Test
    @DisplayName("that counts frames of film comes to stand at the right seconds")
    void smpte() throws IOException {
        // 25 frames a second of 40 ticks: a thousand ticks a second. At 120 quarters a minute that is 1,920 of ours.
        Song song = new MidiBytes(0, (-25 & 0xFF) << 8 | 40).track(
                0x87, 0x68, 0x90, 60, 100, 0x83, 0x74, 60, 0).read();
        assertThat(notes(song, 0).getFirst().length()).isEqualTo(960);
        Element clip = Elements.tracks(song.arrangement()).getFirst().children(Kind.CLIP).getFirst();
        assertThat(clip.start() + notes(song, 0).getFirst().start()).isEqualTo(1_920);
    }

    @Test
    @DisplayName("hears on each track what another track tells their channel")
    void sharedChannel() throws IOException {
        Song song = new MidiBytes(1, 960)
                .track(0x00, 0xC0, 48, 0x00, 0xB0, 64, 127, 0x00, 0x90, 60, 100, 0x10, 60, 0)
                .track(0x00, 0x90, 72, 100, 0x10, 72, 0).read();
        assertThat(Elements.tracks(song.arrangement())).extracting(each -> each.number(Property.PROGRAM)).containsExactly(48L, 48L);
        assertThat(controls(song, 1)).extracting(each -> each.integer(Property.CONTROLLER)).containsExactly(Controllers.SUSTAIN);
    }

    @Test
    @DisplayName("has sections where its markers name them, and markers where they don't")
    void sections() throws IOException {
        Song song = new MidiBytes(1, 960)
                .track(concat(MidiBytes.text(0x06, "Verse 1"), MidiBytes.text(0x06, "loopStart"),
                        new int[] {0xBC, 0x00, 0xFF, 0x06, 6, 'C', 'h', 'o', 'r', 'u', 's'}))
                .track(0x00, 0x90, 60, 100, 0xF8, 0x00, 60, 0).read();
        assertThat(song.arrangement().root().children(Kind.SECTION))
                .extracting(each -> each.text(Property.NAME), Element::start, Element::length)
                .containsExactlyInAnyOrder(tuple("Verse 1", 0L, 7_680L), tuple("Chorus", 7_680L, 7_680L));
        assertThat(song.arrangement().root().children(Kind.MARKER)).extracting(each -> each.text(Property.TEXT))
                .containsExactly("loopStart");
    }

    @Test
    @DisplayName("adds its tracks below those of a song that is there, and changes nothing else of it")
    void intoASong() throws IOException {
        Arrangement song = DemoSong.song().arrangement();
        long tempo = song.root().number(Property.TEMPO);
        Song file = new MidiBytes(0, 960).track(
                0x00, 0xFF, 0x51, 3, 0x0F, 0x42, 0x40, 0x00, 0x90, 60, 100, 0x60, 60, 0).read();
        IdSequence ids = new IdSequence(7, 7);
        song.apply(new studio.tutti.core.arrangement.Edit(ids.next(), ids.next(), 0, "song.import",
                studio.tutti.core.arrangement.Id.NONE, file.tracksFor(song, 3_840, ids)));
        List<Element> tracks = Elements.tracks(song);
        assertThat(tracks).hasSize(7);
        assertThat(tracks.getLast().text(Property.NAME)).isEqualTo("Grand Piano");
        assertThat(tracks.getLast().children(Kind.CLIP).getFirst().start()).isEqualTo(3_840);
        assertThat(song.root().number(Property.TEMPO)).isEqualTo(tempo);
    }

    private static int[] concat(int[]... parts) {
        return java.util.Arrays.stream(parts).flatMapToInt(java.util.Arrays::stream).toArray();
    }

    private static List<Element> notes(Song song, int track) {
        return content(song, track, Kind.NOTE);
    }

    private static List<Element> controls(Song song, int track) {
        return content(song, track, Kind.CONTROL);
    }

    private static List<Element> content(Song song, int track, Kind kind) {
        Element clip = Elements.tracks(song.arrangement()).get(track).children(Kind.CLIP).getFirst();
        Element content = song.arrangement().alive(clip.reference(Property.CONTENT));
        assertThat(content).isNotNull();
        return Elements.sorted(content.children(kind));
    }
}
