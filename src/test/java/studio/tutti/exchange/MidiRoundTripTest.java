package studio.tutti.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
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

@DisplayName("A MIDI file that is read, written and read again")
class MidiRoundTripTest {

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {
        "alagaesia.mid", "king-of-the-desert.mid", "d_e4m4.mid", "d_dm24.mid", "d_map14.mid", "d_map19.mid", "d_read_m.mid"
    })
    @DisplayName("is the same, no time off by more than half a tick")
    void isFaithful(String name) throws IOException {
        RoundTrip trip = RoundTrip.of(resource("/midi/" + name), name);
        assertThat(trip.notes()).isPositive();
        assertThat(trip.difference()).isEmpty();
        assertThat(trip.worst()).isLessThanOrEqualTo(RoundTrip.HALF_A_TICK);
    }

    @Test
    @EnabledIfSystemProperty(named = "tutti.data", matches = ".+", disabledReason = "set tutti.data to a folder of MIDI files")
    @DisplayName("is the same in every file of a folder")
    void allOfAFolder() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("tutti.data")))) {
            List<Path> all = files.filter(each -> each.toString().matches("(?i).*\\.midi?")).toList();
            assertThat(all).isNotEmpty().allSatisfy(file -> {
                RoundTrip trip = RoundTrip.of(Files.readAllBytes(file), file.getFileName().toString());
                assertThat(trip.difference()).isEmpty();
                assertThat(trip.worst()).isLessThanOrEqualTo(RoundTrip.HALF_A_TICK);
            });
        }
    }

    @Test
    @DisplayName("is found out where a single velocity differs")
    void theMeasureSeesADifference() throws IOException {
        byte[] one = new MidiBytes(0, 960).track(0x00, 0x90, 60, 100, 0x60, 60, 0).toBytes();
        Song song = MidiBytes.read(one);
        Element note = notes(song.arrangement()).getFirst();
        edit(song.arrangement(), new Operation.Set(note.id(), Property.VELOCITY, 99L));
        byte[] other = written(song.arrangement());
        assertThat(studio.tutti.exchange.internal.fidelity.MidiRoundTrip.compare(one, other).difference())
                .contains("velocity=100").contains("velocity=99");
    }

    @Test
    @DisplayName("writes out the turns of a loop and each clip of one content")
    void loopsAndAliases() throws IOException {
        Song song = new MidiBytes(0, 960).track(0x00, 0x90, 60, 100, 0x87, 0x40, 60, 0).read();
        Arrangement arrangement = song.arrangement();
        Element track = Elements.tracks(arrangement).getFirst();
        Element clip = track.children(Kind.CLIP).getFirst();
        edit(arrangement,
                new Operation.Set(clip.id(), Property.LOOP, 960L),
                new Operation.Set(clip.id(), Property.LENGTH, 2_400L),
                new Operation.Add(new Id(5, 5), Kind.CLIP, java.util.Map.of(
                        Property.PARENT, track.id(),
                        Property.CONTENT, clip.reference(Property.CONTENT),
                        Property.START, 9_600L,
                        Property.LENGTH, 480L)));
        Song again = MidiBytes.read(written(arrangement));
        assertThat(notes(again.arrangement())).extracting(Element::start, Element::length)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(0L, 960L),
                        org.assertj.core.api.Assertions.tuple(960L, 960L),
                        org.assertj.core.api.Assertions.tuple(1_920L, 480L),
                        org.assertj.core.api.Assertions.tuple(9_600L, 480L));
    }

    @Test
    @DisplayName("keeps tracks apart that can't share a channel, on more ports than one if need be")
    void manyTracks() throws IOException {
        MidiBytes file = new MidiBytes(1, 960);
        for (int i = 0; i < 40; i++) {
            file.track(0x00, 0xC0, i, 0x00, 0x90, 60, 100, 0x60, 60, 0);
        }
        Arrangement song = file.read().arrangement();
        Song again = MidiBytes.read(written(song));
        assertThat(Elements.tracks(again.arrangement())).extracting(each -> each.number(Property.PROGRAM))
                .containsExactlyElementsOf(Elements.tracks(song).stream().map(each -> each.number(Property.PROGRAM)).toList());
        assertThat(SongWriter.write(song, SongFormat.MIDI, MediaSource.NONE, java.io.OutputStream.nullOutputStream()))
                .containsExactly("More than sixteen channels are needed: some tracks are on a second port, which not every program knows.");
    }

    private static byte[] written(Arrangement arrangement) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SongWriter.write(arrangement, SongFormat.MIDI, MediaSource.NONE, out);
        return out.toByteArray();
    }

    private static void edit(Arrangement arrangement, Operation... operations) {
        IdSequence ids = new IdSequence(9, 9);
        arrangement.apply(new Edit(ids.next(), ids.next(), 0, "test", Id.NONE, List.of(operations)));
    }

    private static List<Element> notes(Arrangement arrangement) {
        Element clip = Elements.tracks(arrangement).getFirst().children(Kind.CLIP).getFirst();
        return Elements.sorted(arrangement.alive(clip.reference(Property.CONTENT)).children(Kind.NOTE));
    }

    static byte[] resource(String name) throws IOException {
        try (InputStream in = MidiRoundTripTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
