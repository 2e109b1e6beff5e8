package studio.tutti.core.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.effect.EffectType;
import studio.tutti.core.effect.Parameter;
import studio.tutti.core.mixer.Inserts;
import studio.tutti.core.mixer.Routing;

@DisplayName("Hands at the mixer")
class MixerGesturesTest {

    private final Desk desk = new Desk();
    private final Element bass = named("Bass", TrackType.INSTRUMENT);
    private final Element kick = named("Kick", TrackType.DRUMS);
    private final Element hall = named("Hall", TrackType.BUS);
    private final Element echo = named("Echo", TrackType.BUS);

    private Element named(String name, TrackType type) {
        return desk.does(desk.tracks.add(type, name, 0, null)).getFirst();
    }

    private Element insert(Element strip, String effect) {
        return desk.does(desk.devices.add(strip, effect, null, Map.of())).getFirst();
    }

    private double value(Element device, String name) {
        for (Parameter parameter : Inserts.parameters(Inserts.type(device))) {
            if (parameter.name().equals(name)) {
                return Inserts.value(device, parameter);
            }
        }
        throw new AssertionError(name);
    }

    @Test
    @DisplayName("put effects into a chain, before others or at its end, and move them within it and to another strip")
    void chain() {
        Element equaliser = insert(bass, "equaliser");
        Element limiter = insert(bass, "limiter");
        Element chorus = desk.does(desk.devices.add(bass, "chorus", limiter, Map.of())).getFirst();
        assertThat(Inserts.of(bass)).containsExactly(equaliser, chorus, limiter);
        desk.does(desk.devices.move(limiter, bass, equaliser));
        assertThat(Inserts.of(bass)).containsExactly(limiter, equaliser, chorus);
        desk.does(desk.devices.move(equaliser, desk.arrangement.root(), null));
        assertThat(Inserts.of(desk.arrangement.root())).containsExactly(equaliser);
        assertThat(Inserts.of(bass)).containsExactly(limiter, chorus);
        assertThat(desk.devices.move(chorus, bass, null).isEmpty()).as("it lies there already").isTrue();
        assertThat(desk.devices.move(limiter, bass, chorus).isEmpty()).isTrue();
        desk.does(desk.devices.remove(List.of(limiter)));
        assertThat(Inserts.of(bass)).containsExactly(chorus);
    }

    @Test
    @DisplayName("set parameters no further than they go, and write nothing where nothing changes")
    void parameters() {
        Element compressor = insert(bass, "compressor");
        assertThat(value(compressor, "ratio")).isEqualTo(initial("ratio"));
        assertThat(desk.devices.set(compressor, "ratio", initial("ratio")).isEmpty()).isTrue();
        desk.does(desk.devices.set(compressor, "ratio", 1e6));
        assertThat(value(compressor, "ratio")).isEqualTo(parameter("ratio").most());
        desk.does(desk.devices.set(compressor, "ratio", 3));
        assertThat(value(compressor, "ratio")).isEqualTo(3);
        assertThat(compressor.children(Kind.SETTING)).hasSize(1);
        assertThatThrownBy(() -> desk.devices.set(compressor, "sparkle", 3)).isInstanceOf(EditRefused.class)
                .hasMessage("The effect “compressor” has no parameter “sparkle”.");
        assertThatThrownBy(() -> desk.devices.add(bass, "flux", null, Map.of())).isInstanceOf(EditRefused.class)
                .hasMessage("There is no effect “flux”.");
    }

    @Test
    @DisplayName("of two settings that two people made at once, one holds, and it is the one that is written")
    void twoSettings() {
        Element compressor = insert(bass, "compressor");
        List<Operation> one = desk.devices.set(compressor, "ratio", 3).operations();
        List<Operation> other = desk.devices.set(compressor, "ratio", 5).operations();
        desk.apply(other);
        desk.apply(one);
        assertThat(value(compressor, "ratio")).isEqualTo(5);
        desk.does(desk.devices.set(compressor, "ratio", 7));
        assertThat(value(compressor, "ratio")).isEqualTo(7);
    }

    @Test
    @DisplayName("load a preset in one edit: what it doesn't name goes to its initial value")
    void presets() {
        Element compressor = insert(bass, "compressor");
        desk.does(desk.devices.set(compressor, "ratio", 3));
        Gesture preset = desk.devices.preset(compressor, Map.of("threshold", -40.0, "attack", 1.5));
        var journal = desk.apply(preset.operations());
        assertThat(List.of(value(compressor, "threshold"), value(compressor, "attack"), value(compressor, "ratio")))
                .containsExactly(-40.0, 1.5, initial("ratio"));
        desk.apply(journal.inverse());
        assertThat(List.of(value(compressor, "threshold"), value(compressor, "ratio"))).containsExactly(initial("threshold"), 3.0);
    }

    @Test
    @DisplayName("choose what a compressor listens to, unless its own sound is part of that")
    void sideChains() {
        Element onBass = insert(bass, "compressor");
        Element onKick = insert(kick, "compressor");
        desk.does(desk.devices.listen(onBass, kick));
        assertThat(value(onBass, "side-chain")).isEqualTo(1);
        assertThat(new Routing(desk.arrangement).source(onBass)).isSameAs(kick);
        assertThatThrownBy(() -> desk.devices.listen(onKick, bass)).isInstanceOf(EditRefused.class)
                .hasMessage("“Kick” can't listen to “Bass”: what it gives is part of what it would listen to.");
        assertThatThrownBy(() -> desk.devices.listen(onKick, kick)).hasMessage("“Kick” can't listen to itself.");
        assertThatThrownBy(() -> desk.devices.move(onBass, kick, null)).hasMessage("“Kick” can't listen to itself.");
        assertThatThrownBy(() -> desk.devices.listen(insert(bass, "chorus"), kick))
                .hasMessage("This effect listens to nothing but what goes through it.");
        desk.does(desk.devices.listen(insert(desk.arrangement.root(), "compressor"), bass));
        desk.does(desk.devices.listen(onBass, null));
        assertThat(value(onBass, "side-chain")).isZero();
        desk.does(desk.devices.listen(onKick, bass));
        assertThat(new Routing(desk.arrangement).leftOut()).isEmpty();
    }

    @Test
    @DisplayName("send to buses, once to each, before the fader or after, and never round in a circle")
    void sends() {
        Element send = desk.does(desk.sends.add(bass, hall, -600)).getFirst();
        assertThat(desk.does(desk.sends.add(bass, hall, 99_999))).containsExactly(send);
        assertThat(send.number(Property.VOLUME)).isEqualTo(1200);
        desk.does(desk.sends.beforeFader(send, true));
        desk.does(desk.sends.volume(send, -300));
        assertThat(Desk.read(List.of(send), Property.VOLUME, Property.PRE)).containsExactly(List.of(-300L, 1L));
        desk.does(desk.sends.add(hall, echo, 0));
        assertThatThrownBy(() -> desk.sends.add(echo, hall, 0)).isInstanceOf(EditRefused.class)
                .hasMessage("“Echo” can't send to “Hall”: what this gives is part of what would be sent.");
        assertThatThrownBy(() -> desk.sends.add(hall, hall, 0)).isInstanceOf(EditRefused.class);
        assertThatThrownBy(() -> desk.sends.add(bass, kick, 0)).hasMessage("One can send to buses only.");
        desk.does(desk.sends.remove(List.of(send)));
        assertThat(bass.children(Kind.SEND)).isEmpty();
        desk.does(desk.sends.master(-99_999));
        assertThat(desk.arrangement.root().number(Property.VOLUME)).isEqualTo(-9600);
    }

    @Test
    @DisplayName("are told what a bus's removal took from a send, and find it again when that is undone")
    void removedBus() {
        desk.does(desk.sends.add(bass, hall, 0));
        var journal = desk.apply(desk.tracks.remove(List.of(hall)).operations());
        assertThat(new Routing(desk.arrangement).sends()).isEmpty();
        desk.apply(journal.inverse());
        assertThat(new Routing(desk.arrangement).sends()).hasSize(1);
    }

    private static Parameter parameter(String name) {
        return Inserts.parameters(EffectType.COMPRESSOR).stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    private static double initial(String name) {
        return parameter(name).initial();
    }

    @Test
    @DisplayName("the master sends to no bus, and says why")
    void masterSendsNowhere() {
        Element bus = desk.track(TrackType.BUS);
        assertThatThrownBy(() -> desk.sends.add(desk.arrangement.root(), bus, 0))
                .isInstanceOf(EditRefused.class).hasMessageContaining("part of the master");
    }
}
