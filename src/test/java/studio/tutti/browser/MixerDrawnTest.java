package studio.tutti.browser;

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
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.editing.DeviceGestures;
import studio.tutti.core.editing.Gesture;
import studio.tutti.core.editing.SendGestures;
import studio.tutti.core.editing.TrackGestures;
import studio.tutti.core.effect.EffectType;
import studio.tutti.core.effect.Parameter;
import studio.tutti.core.mixer.Inserts;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The mixer as the page draws it")
class MixerDrawnTest {

    private final Arrangement song = new Arrangement();
    private final IdSequence ids = new IdSequence(3, 0);
    private final DeviceGestures devices = new DeviceGestures(song, ids);
    private final SendGestures sends = new SendGestures(song, ids);
    private final Element bass = track("Bass", TrackType.INSTRUMENT);
    private final Element kick = track("Kick", TrackType.DRUMS);
    private final Element hall = track("Hall", TrackType.BUS);

    private Element track(String name, TrackType type) {
        return does(new TrackGestures(song, ids).add(type, name, 0, null));
    }

    private Element does(Gesture gesture) {
        song.apply(new Edit(ids.next(), new Id(1, 1), 0, "test", Id.NONE, gesture.operations()));
        return gesture.made().isEmpty() ? song.root() : song.find(gesture.made().getFirst());
    }

    private MixerDrawing drawing() {
        Handles handles = new Handles();
        handles.follow(song);
        return new MixerDrawing(song, handles);
    }

    private static List<Map<String, Object>> read(String json) {
        return JsonMapper.shared().readValue(json, new TypeReference<>() {});
    }

    @Test
    @DisplayName("has every effect with its presets and what can be set on it")
    void effects() {
        List<Map<String, Object>> effects = read(MixerDrawing.effects());
        assertThat(effects).hasSize(EffectType.values().length);
        for (Map<String, Object> effect : effects) {
            String id = (String) effect.get("id");
            List<Map<String, Object>> parameters = read(MixerDrawing.parameters(id));
            assertThat(parameters).extracting(each -> each.get("name")).containsExactlyElementsOf(
                    Inserts.parameters(Inserts.type(id)).stream().map(Parameter::name).toList());
            assertThat((List<?>) effect.get("presets")).as(id).isNotEmpty();
        }
        assertThat(effects).filteredOn(each -> each.get("sideChain").equals(true)).extracting(each -> each.get("id"))
                .contains("compressor");
        assertThat(MixerDrawing.parameters("flux")).isEqualTo("[]");
    }

    @Test
    @DisplayName("has the devices of a strip with their values, and the sends of a track with where they go")
    void strips() {
        Element compressor = does(devices.add(bass, "compressor", null, Map.of("threshold", -31.5)));
        does(devices.listen(compressor, kick));
        does(devices.bypass(List.of(compressor), true));
        Element send = does(sends.add(bass, hall, -600));
        Map<String, Object> device = read(drawing().devices(bass)).getFirst();
        assertThat(device).containsEntry("handle", compressor.handle()).containsEntry("effect", "compressor")
                .containsEntry("known", true).containsEntry("bypassed", true)
                .containsEntry("source", kick.handle()).containsEntry("listens", true);
        assertThat(((List<?>) device.get("values")).getFirst()).isEqualTo(-31.5);
        assertThat(read(drawing().sends(bass)).getFirst()).containsEntry("handle", send.handle()).containsEntry("to", hall.handle())
                .containsEntry("volume", -600).containsEntry("before", false).containsEntry("flows", true).containsEntry("silent", false);
        assertThat(drawing().devices(song.root())).isEqualTo("[]");
        double[] parameters = drawing().parameters();
        assertThat(parameters).hasSize(3 * Inserts.parameters(EffectType.COMPRESSOR).size())
                .startsWith(compressor.handle(), 0, -31.5);
    }
}
