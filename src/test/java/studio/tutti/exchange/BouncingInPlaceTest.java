package studio.tutti.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.editing.AudioGestures;
import studio.tutti.core.editing.BounceGestures;
import studio.tutti.core.editing.Gesture;

@DisplayName("Bouncing in place")
class BouncingInPlaceTest {

    @Test
    @DisplayName("makes one edit: an audio track below with the same fader, sends and inserts, a clip that plays the sound, and the track muted")
    void edit() {
        Arrangement song = new Arrangement();
        IdSequence ids = new IdSequence(5, 0);
        Id track = ids.next();
        Id bus = ids.next();
        Id insert = ids.next();
        song.apply(new Edit(ids.next(), new Id(1, 1), 0, "test", Id.NONE, List.of(
                new Operation.Add(track, Kind.TRACK, Map.of(Property.PARENT, Arrangement.ROOT, Property.NAME, "Lead", Property.ORDER, "a",
                        Property.TYPE, TrackType.INSTRUMENT.code(), Property.VOLUME, -600L, Property.PAN, 20L)),
                new Operation.Add(bus, Kind.TRACK, Map.of(Property.PARENT, Arrangement.ROOT, Property.ORDER, "b", Property.TYPE, TrackType.BUS.code())),
                new Operation.Add(insert, Kind.DEVICE, Map.of(Property.PARENT, track, Property.DEVICE, "reverb", Property.ORDER, "b")),
                new Operation.Add(ids.next(), Kind.SETTING, Map.of(Property.PARENT, insert, Property.TARGET, "mix")),
                new Operation.Add(ids.next(), Kind.DEVICE, Map.of(Property.PARENT, track, Property.DEVICE, "synth", Property.ORDER, "a")),
                new Operation.Add(ids.next(), Kind.SEND, Map.of(Property.PARENT, track, Property.DESTINATION, bus)))));

        Gesture gesture = new BounceGestures(song, new IdSequence(9, 0)).inPlace(song.alive(track),
                new AudioGestures.Recording("ab".repeat(32), "Lead", 2_000_000_000L), 3840, 150);
        song.apply(new Edit(ids.next(), new Id(1, 1), 1, gesture.label(), Id.NONE, gesture.operations()));

        Element clip = song.alive(gesture.made().getFirst());
        Element made = song.alive(clip.reference(Property.PARENT));
        assertThat(made.number(Property.TYPE)).isEqualTo(TrackType.AUDIO.code());
        assertThat(made.number(Property.VOLUME)).isEqualTo(-600);
        assertThat(made.number(Property.PAN)).isEqualTo(20);
        assertThat(made.text(Property.ORDER)).isBetween("a", "b");
        assertThat(made.children(Kind.DEVICE)).extracting(each -> each.text(Property.DEVICE)).containsExactly("reverb");
        assertThat(made.children(Kind.DEVICE).getFirst().children(Kind.SETTING)).hasSize(1);
        assertThat(made.children(Kind.SEND)).extracting(each -> each.reference(Property.DESTINATION)).containsExactly(bus);
        assertThat(clip.start()).isEqualTo(3840);
        assertThat(clip.length()).isEqualTo(3840);
        assertThat(clip.number(Property.GAIN)).isEqualTo(150);
        assertThat(song.alive(track).number(Property.MUTED)).isEqualTo(1);
    }
}
