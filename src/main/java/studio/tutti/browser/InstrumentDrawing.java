package studio.tutti.browser;

import java.util.List;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.effect.EffectPreset;
import studio.tutti.core.instrument.InstrumentType;
import studio.tutti.core.instrument.drumkit.Pad;
import studio.tutti.core.instrument.synth.SynthPresets;
import studio.tutti.core.mixer.Inserts;
import studio.tutti.core.mixer.TrackInstrument;

/** What the page shows of tracks' instruments, as JSON. */
final class InstrumentDrawing {

    private final Handles handles;

    InstrumentDrawing(Handles handles) {
        this.handles = handles;
    }

    /** The presets of an instrument: name, family. */
    static String presets(String instrument) {
        Json json = new Json();
        if (InstrumentType.of(instrument) == InstrumentType.SYNTH) {
            SynthPresets.FAMILIES.forEach((family, presets) -> {
                for (EffectPreset preset : presets) {
                    json.next().with("name", preset.name()).with("family", family);
                }
            });
        }
        return json.toString();
    }

    /** The instrument of a track, one object or none: handle, type, media, values (of all parameters). */
    String instrument(Element track) {
        Json json = new Json();
        Element device = TrackInstrument.of(track);
        InstrumentType type = device == null ? null : TrackInstrument.type(device);
        if (device != null && type != null) {
            json.next()
                    .with("handle", handles.of(device))
                    .with("type", type.id())
                    .with("media", device.text(Property.MEDIA))
                    .with("values", Inserts.values(device, type.parameters()));
        }
        return json.toString();
    }

    /** The pads of a track's instrument by their keys: handle, key, name, media, muted, values (of all parameters). */
    String pads(Element track) {
        Json json = new Json();
        Element device = TrackInstrument.of(track);
        for (Element pad : device == null ? List.<Element>of() : TrackInstrument.pads(device)) {
            json.next()
                    .with("handle", handles.of(pad))
                    .with("key", pad.integer(Property.PITCH))
                    .with("name", pad.text(Property.NAME))
                    .with("media", pad.text(Property.MEDIA))
                    .with("muted", pad.flag(Property.MUTED))
                    .with("values", Inserts.values(pad, Pad.PARAMETERS));
        }
        return json.toString();
    }
}
