package studio.tutti.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;

@DisplayName("A pattern in a file")
class PatternsInFilesTest {

    private final Arrangement song = new Arrangement();
    private final IdSequence ids = new IdSequence(11, 0);
    private final Id first = ids.next();
    private final Id clip = ids.next();

    private Id add(Id id, Kind kind, Id parent, Map<Property, Object> values) {
        Map<Property, Object> all = new EnumMap<>(values);
        all.put(Property.PARENT, parent);
        edit(new Operation.Add(id, kind, all));
        return id;
    }

    private void edit(Operation... operations) {
        song.apply(new Edit(ids.next(), new Id(1, 1), 0, "test", Id.NONE, List.of(operations)));
    }

    /** A bar with a hat every three sixteenths by a row of its own, and a kick a little late that is heard on the grid. */
    private void pattern() {
        Id track = add(ids.next(), Kind.TRACK, Arrangement.ROOT, Map.of(Property.TYPE, TrackType.DRUMS.code(), Property.ORDER, "a"));
        add(first, Kind.CONTENT, Arrangement.ROOT, Map.of(Property.NAME, "A"));
        add(ids.next(), Kind.NOTE, first, Map.of(Property.PITCH, 42L, Property.START, 0L, Property.LENGTH, 120L));
        add(ids.next(), Kind.NOTE, first, Map.of(Property.PITCH, 36L, Property.START, 25L, Property.LENGTH, 120L));
        add(ids.next(), Kind.ROW, first, Map.of(Property.PITCH, 42L, Property.LENGTH, 720L, Property.STEP, 240L));
        add(clip, Kind.CLIP, track, Map.of(Property.CONTENT, first, Property.START, 960L, Property.LENGTH, 3840L, Property.QUANTISE, 240L));
    }

    @Test
    @DisplayName("is written to MIDI as it is heard: repetitions of a drum written out, hits on the grid that the clip is heard on")
    void midi() throws IOException {
        pattern();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SongWriter.write(song, SongFormat.MIDI, MediaSource.NONE, out);
        Arrangement read = SongReader.read(new ByteArrayInputStream(out.toByteArray()), "song.mid", MediaSink.NONE).arrangement();
        Element again = Elements.tracks(read).getFirst().children(Kind.CLIP).getFirst();
        List<Element> notes = Elements.sorted(read.alive(again.reference(Property.CONTENT)).children(Kind.NOTE));
        assertThat(notes.stream().filter(note -> note.number(Property.PITCH) == 42).map(note -> again.start() + note.start()))
                .containsExactly(960L, 1680L, 2400L, 3120L, 3840L, 4560L);
        assertThat(notes.stream().filter(note -> note.number(Property.PITCH) == 36).map(note -> again.start() + note.start()))
                .containsExactly(960L);
    }

    @Test
    @DisplayName("of the studio keeps its rows, its variations though the first was removed, and the grid; so does a copy into another song")
    void tutti() throws IOException {
        pattern();
        Id b = add(ids.next(), Kind.CONTENT, Arrangement.ROOT, Map.of(Property.NAME, "B", Property.FAMILY, first));
        Id c = add(ids.next(), Kind.CONTENT, Arrangement.ROOT, Map.of(Property.NAME, "C", Property.FAMILY, first));
        Arrangement whole = read();
        assertThat(whole.alive(c).reference(Property.FAMILY)).isEqualTo(first);
        assertThat(whole.alive(first).children(Kind.ROW)).hasSize(1);
        assertThat(whole.alive(clip).number(Property.QUANTISE)).isEqualTo(240);

        edit(new Operation.Set(clip, Property.CONTENT, b), new Operation.Remove(first));
        Arrangement later = read();
        assertThat(later.find(first)).isNull();
        assertThat(later.alive(c).reference(Property.FAMILY)).isEqualTo(b);
        assertThat(later.alive(b).reference(Property.FAMILY)).isEqualTo(Id.NONE);

        Arrangement target = new Arrangement();
        target.apply(new Edit(ids.next(), new Id(1, 1), 0, "test", Id.NONE, new Song(whole, List.of()).tracksFor(target, 0, ids)));
        Element copy = target.root().children(Kind.TRACK).getFirst().children(Kind.CLIP).getFirst();
        Element content = target.alive(copy.reference(Property.CONTENT));
        assertThat(content.children(Kind.ROW)).hasSize(1);
        assertThat(target.root().children(Kind.CONTENT).stream().filter(each -> each.reference(Property.FAMILY).equals(content.id()))).hasSize(2);
    }

    private Arrangement read() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SongWriter.write(song, SongFormat.TUTTI, MediaSource.NONE, out);
        return SongReader.read(new ByteArrayInputStream(out.toByteArray()), "song.tutti", MediaSink.NONE).arrangement();
    }
}
