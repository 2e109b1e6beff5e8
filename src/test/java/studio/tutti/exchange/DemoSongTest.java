package studio.tutti.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TimeMaps;

@DisplayName("The demo song")
class DemoSongTest {

    private final Arrangement song = DemoSong.song().arrangement();

    @Test
    @DisplayName("has named tracks of real instruments in colours of their own, and says whose it is")
    void tracks() {
        List<Element> tracks = Elements.tracks(song);
        assertThat(tracks).extracting(each -> each.text(Property.NAME))
                .containsExactly("Drums", "Bass", "Acoustic Guitar", "Electric Piano", "Harp", "Strings");
        assertThat(tracks).extracting(each -> each.number(Property.COLOUR)).doesNotHaveDuplicates().doesNotContain(-1L);
        assertThat(song.root().text(Property.CREDITS)).contains("Tanner Helland").contains("CC BY 4.0");
    }

    @Test
    @DisplayName("is made of clips at phrases, many of one content, none over another")
    void clips() {
        assertThat(song.count(Kind.CLIP)).isGreaterThan(50);
        assertThat(song.count(Kind.CONTENT)).isLessThan(song.count(Kind.CLIP) * 2 / 3);
        for (Element track : Elements.tracks(song)) {
            long end = 0;
            for (Element clip : Elements.sorted(track.children(Kind.CLIP))) {
                assertThat(clip.start()).isGreaterThanOrEqualTo(end);
                end = clip.end();
            }
        }
    }

    @Test
    @DisplayName("has sections and chords from its first bar to its last, without gaps")
    void sectionsAndChords() {
        for (Kind kind : List.of(Kind.SECTION, Kind.CHORD)) {
            long end = 0;
            for (Element each : Elements.sorted(song.root().children(kind))) {
                assertThat(each.start()).isEqualTo(end);
                end = each.end();
            }
            assertThat(end).isEqualTo(107 * 3_840);
        }
        assertThat(TimeMaps.tempo(song).seconds(107 * 3_840)).isBetween(200.0, 240.0);
    }

    @Test
    @DisplayName("plays every note of its file, none later or earlier")
    void playsTheFile() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SongWriter.write(song, SongFormat.MIDI, MediaSource.NONE, out);
        assertThat(notes(MidiBytes.read(out.toByteArray()).arrangement()))
                .isEqualTo(notes(MidiBytes.read(MidiRoundTripTest.resource("/demo/familiar-roads.mid")).arrangement()));
    }

    @Test
    @DisplayName("is the same under the same ids every time")
    void isTheSame() {
        assertThat(DemoSong.song().arrangement().checksum()).isEqualTo(song.checksum());
    }

    /** Where which key is struck how hard; lengths aside, because a ringing guitar is cut by up to a sixteenth at a phrase's end. */
    private static Set<List<Long>> notes(Arrangement song) {
        Set<List<Long>> notes = new HashSet<>();
        for (Element track : Elements.tracks(song)) {
            for (Element clip : track.children(Kind.CLIP)) {
                Id content = clip.reference(Property.CONTENT);
                for (Element note : song.alive(content).children(Kind.NOTE)) {
                    notes.add(List.of(track.number(Property.CHANNEL), clip.start() + note.start(),
                            note.number(Property.PITCH), note.number(Property.VELOCITY)));
                }
            }
        }
        return notes;
    }
}
