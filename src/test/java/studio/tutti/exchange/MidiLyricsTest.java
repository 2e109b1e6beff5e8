package studio.tutti.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.lyrics.Places;
import studio.tutti.core.lyrics.Syllable;

@DisplayName("Words in MIDI files")
class MidiLyricsTest {

    /** Quarters from C up, with an event of a type before each. */
    private static byte[] melody(int type, String... words) {
        ByteArrayOutputStream track = new ByteArrayOutputStream();
        for (int i = 0; i < words.length; i++) {
            byte[] text = words[i].getBytes(StandardCharsets.UTF_8);
            track.writeBytes(new byte[] {0, (byte) 0xFF, (byte) type, (byte) text.length});
            track.writeBytes(text);
            track.writeBytes(new byte[] {0, (byte) 0x90, (byte) (60 + i), 100, 96, (byte) (60 + i), 0});
        }
        return new MidiBytes(1, 96).track(0x00, 0xFF, 0x03, 1, 'x').track(track.toByteArray()).toBytes();
    }

    /** Texts in order, with a star where they are tied to the note that sounds there. */
    private static List<String> sung(Song song) {
        List<String> sung = new ArrayList<>();
        for (Syllable each : Syllable.all(song.arrangement(), new Places(song.arrangement()))) {
            boolean right = each.note() != null && each.note().number(Property.PITCH) == 60 + each.start() / 960;
            sung.add(each.text().text() + (right ? "*" : ""));
        }
        return sung;
    }

    @Test
    @DisplayName("end with a space, lines with a return and paragraphs with a line feed, as the standard has it")
    void standard() throws IOException {
        assertThat(sung(MidiBytes.read(melody(5, "Twin", "kle ", "star, \r", "how ", "\nI ", "won", "der"))))
                .containsExactly("Twin-*", "kle*", "star,*", "/how*", "\\I*", "won-*", "der*");
    }

    @Test
    @DisplayName("have hyphens in some files, and nothing at all in others")
    void otherWays() throws IOException {
        assertThat(sung(MidiBytes.read(melody(5, "Twin-", "kle", "star")))).containsExactly("Twin-*", "kle*", "star*");
        assertThat(sung(MidiBytes.read(melody(5, "你", "好", "_")))).containsExactly("你*", "好*", "_*");
    }

    @Test
    @DisplayName("come as texts in karaoke files, with slashes before lines")
    void karaoke() throws IOException {
        Song song = MidiBytes.read(melody(1, "\\Twin", "kle", " star", "/how", " I"));
        assertThat(sung(song)).containsExactly("\\Twin-*", "kle*", "star*", "/how*", "I*");
        assertThat(song.remarks()).isEmpty();
        assertThat(sung(MidiBytes.read(melody(1, "Made", "by", "Ben")))).as("other texts are none").isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"Twin-|kle|/star,|\\how|I|won-|_|der", "/a|b-|c", "la", "la-", "你|好|\\世|界", "a-|/b", "_|_|x"})
    @DisplayName("are the same when a song was written and read again, on the same notes")
    void roundTrip(String words) throws IOException {
        String[] texts = words.split("\\|");
        Song song = MidiBytes.read(melody(5, texts));
        int at = 0;
        for (Element lyric : Elements.sorted(song.arrangement().root().children(Kind.LYRIC))) {
            set(song.arrangement(), lyric, Property.TEXT, texts[at++]);
        }
        List<String> before = sung(song);
        assertThat(before).hasSameSizeAs(texts).allMatch(each -> each.endsWith("*"));
        byte[] written = written(song.arrangement());
        assertThat(sung(MidiBytes.read(written))).isEqualTo(before);
        RoundTrip trip = RoundTrip.of(written, "again.mid");
        assertThat(trip.difference()).isEmpty();
    }

    @Test
    @DisplayName("go with their notes, and stay where those were when they are gone")
    void places() throws IOException {
        Song song = MidiBytes.read(melody(5, "a ", "b ", "c "));
        Arrangement arrangement = song.arrangement();
        List<Syllable> syllables = Syllable.all(arrangement, new Places(arrangement));
        set(arrangement, syllables.get(0).note(), Property.START, 480L);
        set(arrangement, syllables.get(2).note(), Property.START, 2_160L);
        apply(arrangement, new Operation.Remove(syllables.get(2).note().id()));
        assertThat(Syllable.all(MidiBytes.read(written(arrangement)).arrangement(), new Places(arrangement)))
                .extracting(Syllable::start).containsExactly(480L, 960L, 2_160L);
        ByteArrayOutputStream own = new ByteArrayOutputStream();
        SongWriter.write(arrangement, SongFormat.TUTTI, MediaSource.NONE, own);
        Arrangement kept = SongReader.read(new java.io.ByteArrayInputStream(own.toByteArray()), "a.tutti", MediaSink.NONE).arrangement();
        assertThat(Syllable.all(kept, new Places(kept))).extracting(Syllable::start).containsExactly(480L, 960L, 2_160L);
    }

    @Test
    @DisplayName("come with the tracks that are added to another song")
    void added() throws IOException {
        Arrangement target = new Arrangement();
        IdSequence ids = new IdSequence(3, 3);
        List<Operation> tracks = MidiBytes.read(melody(5, "Hel", "lo ")).tracksFor(target, 3_840, ids);
        target.apply(new Edit(ids.next(), ids.next(), 0, "test", Id.NONE, tracks));
        assertThat(Syllable.all(target, new Places(target))).extracting(each -> each.text().text() + each.start() + (each.note() == null ? "" : "*"))
                .containsExactly("Hel-3840*", "lo4800*");
    }

    private static void set(Arrangement arrangement, Element element, Property property, Object value) {
        apply(arrangement, new Operation.Set(element.id(), property, value));
    }

    private static void apply(Arrangement arrangement, Operation operation) {
        IdSequence ids = new IdSequence(9, arrangement.handles() * 100L + Math.abs(operation.hashCode() % 90));
        arrangement.apply(new Edit(ids.next(), ids.next(), 0, "test", Id.NONE, List.of(operation)));
    }

    private static byte[] written(Arrangement arrangement) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SongWriter.write(arrangement, SongFormat.MIDI, MediaSource.NONE, out);
        return out.toByteArray();
    }
}
