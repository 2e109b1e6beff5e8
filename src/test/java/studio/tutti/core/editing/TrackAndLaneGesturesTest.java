package studio.tutti.core.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TimeMaps;
import studio.tutti.core.arrangement.TrackType;

@DisplayName("Hands on tracks and lanes")
class TrackAndLaneGesturesTest {

    private final Desk desk = new Desk();

    @Test
    @DisplayName("add tracks at the end and after another, each in a colour of its own")
    void addTracks() {
        Element first = desk.track(TrackType.INSTRUMENT);
        Element last = desk.track(TrackType.DRUMS);
        Element middle = desk.does(desk.tracks.add(TrackType.AUDIO, "Voice", 0, first)).getFirst();
        assertThat(Elements.tracks(desk.arrangement)).containsExactly(first, middle, last);
        assertThat(List.of(first.number(Property.COLOUR), last.number(Property.COLOUR), middle.number(Property.COLOUR)))
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("move a track before another and to the end, and leave one that is there already")
    void moveTracks() {
        Element a = desk.track(TrackType.INSTRUMENT);
        Element b = desk.track(TrackType.INSTRUMENT);
        Element c = desk.track(TrackType.INSTRUMENT);
        desk.does(desk.tracks.move(c, a));
        assertThat(Elements.tracks(desk.arrangement)).containsExactly(c, a, b);
        desk.does(desk.tracks.move(a, null));
        assertThat(Elements.tracks(desk.arrangement)).containsExactly(c, b, a);
        assertThat(desk.tracks.move(b, a).isEmpty()).isTrue();
        assertThat(desk.tracks.move(a, null).isEmpty()).isTrue();
    }

    @Test
    @DisplayName("duplicate a track with its clips, notes, devices, sends and automation right below it, which then go their own way")
    void duplicateTrack() {
        Element first = desk.track(TrackType.INSTRUMENT);
        Element bus = desk.track(TrackType.BUS);
        Element clip = desk.clip(first, 0, 3840);
        desk.does(desk.clips.copy(List.of(clip), 3840, 0, true));
        Element note = desk.note(desk.content(clip), 0, 960, 60);
        desk.does(desk.devices.add(first, "compressor", null, Map.of("threshold", -30.0)));
        desk.does(desk.sends.add(first, bus, -600));
        desk.does(desk.tracks.change(first, Map.of(Property.VOLUME, -600L, Property.NAME, "Bass")));

        Element copy = desk.does(desk.tracks.duplicate(List.of(first))).getFirst();
        assertThat(Elements.tracks(desk.arrangement)).containsExactly(first, copy, bus);
        assertThat(copy.text(Property.NAME)).isEqualTo("Bass");
        assertThat(copy.number(Property.VOLUME)).isEqualTo(-600);
        List<Element> clips = copy.children(Kind.CLIP);
        assertThat(clips).extracting(Element::start).containsExactlyInAnyOrder(0L, 3840L);
        assertThat(desk.content(clips.get(0))).as("aliases of each other still").isEqualTo(desk.content(clips.get(1))).isNotEqualTo(desk.content(clip));
        assertThat(desk.content(clips.getFirst()).children(Kind.NOTE)).hasSize(1).doesNotContain(note);
        assertThat(copy.children(Kind.DEVICE)).singleElement().satisfies(device -> {
            assertThat(device.text(Property.DEVICE)).isEqualTo("compressor");
            assertThat(device.children(Kind.SETTING)).hasSize(1);
        });
        assertThat(copy.children(Kind.SEND)).singleElement().satisfies(send -> assertThat(send.reference(Property.DESTINATION)).isEqualTo(bus.id()));

        desk.does(desk.notes.add(desk.content(clips.getFirst()), 960, 960, 64, 90));
        assertThat(desk.content(clip).children(Kind.NOTE)).containsExactly(note);
        Element folder = desk.track(TrackType.FOLDER);
        assertThatThrownBy(() -> desk.tracks.duplicate(List.of(folder))).isInstanceOf(EditRefused.class);
    }

    @Test
    @DisplayName("turn a track's knobs no further than they go, and refuse a name without end")
    void changeTrack() {
        Element track = desk.track(TrackType.INSTRUMENT);
        desk.does(desk.tracks.change(track, Map.of(Property.VOLUME, 99_999L, Property.PAN, -5_000L, Property.NAME, "Bass")));
        assertThat(track.number(Property.VOLUME)).isEqualTo(1200);
        assertThat(track.number(Property.PAN)).isEqualTo(-1000);
        assertThat(track.text(Property.NAME)).isEqualTo("Bass");
        Gesture tooLong = desk.tracks.change(track, Map.of(Property.NAME, "x".repeat(201)));
        assertThatThrownBy(() -> desk.does(tooLong)).isInstanceOf(EditRefused.class);
    }

    @Test
    @DisplayName("remove a folder and keep what lay in it, in the folder around it")
    void removeFolder() {
        Element outer = desk.track(TrackType.FOLDER);
        Element inner = desk.track(TrackType.FOLDER);
        Element track = desk.track(TrackType.INSTRUMENT);
        desk.does(desk.tracks.change(inner, Desk.to(Property.FOLDER, outer.id())));
        desk.does(desk.tracks.change(track, Desk.to(Property.FOLDER, inner.id())));
        Element clip = desk.clip(track, 0, 960);
        desk.does(desk.tracks.remove(List.of(inner)));
        assertThat(track.reference(Property.FOLDER)).isEqualTo(outer.id());
        desk.does(desk.tracks.remove(List.of(outer)));
        assertThat(track.reference(Property.FOLDER)).isEqualTo(Id.NONE);
        desk.does(desk.tracks.remove(List.of(track)));
        assertThat(clip.isAlive()).isFalse();
    }

    @Test
    @DisplayName("set the tempo at the start in the song itself, and elsewhere once a tick")
    void tempo() {
        desk.does(desk.lanes.tempo(0, 90));
        desk.does(desk.lanes.tempo(3840, 140));
        desk.does(desk.lanes.tempo(3840, 150));
        assertThat(desk.all(Kind.TEMPO)).hasSize(1);
        assertThat(TimeMaps.tempo(desk.arrangement).seconds(3840 + 960))
                .as("to the microsecond a quarter, as in MIDI")
                .isCloseTo(4 * 60.0 / 90 + 60.0 / 150, within(5e-6));
        desk.does(desk.lanes.tempo(0, 1e9));
        assertThat(desk.arrangement.root().number(Property.TEMPO)).isEqualTo(10_000);
        assertThatThrownBy(() -> desk.lanes.tempo(0, Double.NaN)).isInstanceOf(EditRefused.class);
    }

    @Test
    @DisplayName("set a metre by its note value and refuse thirds")
    void metre() {
        desk.does(desk.lanes.metre(0, 6, 8));
        assertThat(TimeMaps.metre(desk.arrangement).barStart(1)).isEqualTo(2880);
        for (int denominator : new int[] {0, -4, 3, 256}) {
            assertThatThrownBy(() -> desk.lanes.metre(0, 4, denominator)).isInstanceOf(EditRefused.class);
        }
    }

    @Test
    @DisplayName("name sections, chords and markers, change and remove them")
    void lanes() {
        Element section = desk.does(desk.lanes.section(0, 3840, "Verse")).getFirst();
        Element chord = desk.does(desk.lanes.chord(960, 960, "Am7")).getFirst();
        Element marker = desk.does(desk.lanes.marker(100, "here")).getFirst();
        desk.does(desk.lanes.change(section, Map.of(Property.NAME, "Chorus", Property.LENGTH, 7680L)));
        desk.does(desk.lanes.change(chord, Desk.to(Property.SYMBOL, "F")));
        assertThat(section.text(Property.NAME)).isEqualTo("Chorus");
        assertThat(section.length()).isEqualTo(7680);
        assertThat(chord.text(Property.SYMBOL)).isEqualTo("F");
        desk.does(desk.lanes.remove(List.of(desk.arrangement.root(), section, chord, marker)));
        assertThat(desk.all(Kind.SECTION)).isEmpty();
        assertThat(desk.all(Kind.MARKER)).isEmpty();
        assertThat(desk.arrangement.root().isAlive()).isTrue();
    }
}
