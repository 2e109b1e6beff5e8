package studio.tutti.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.effect.EffectPreset;
import studio.tutti.core.effect.EffectType;
import studio.tutti.core.effect.Parameter;
import studio.tutti.core.instrument.InstrumentType;
import studio.tutti.core.instrument.drumkit.Pad;
import studio.tutti.core.mixer.Audibility;
import studio.tutti.core.mixer.Inserts;
import studio.tutti.core.mixer.Routing;
import studio.tutti.core.mixer.TrackInstrument;

/** What the page shows of the mixer, as JSON. */
final class MixerDrawing {

    private final Arrangement arrangement;
    private final Handles handles;

    MixerDrawing(Arrangement arrangement, Handles handles) {
        this.arrangement = arrangement;
        this.handles = handles;
    }

    /** The effects there are: id, sideChain (whether it can listen), presets (their names). */
    static String effects() {
        Json json = new Json();
        for (EffectType type : EffectType.values()) {
            List<String> presets = new ArrayList<>();
            for (EffectPreset preset : type.presets()) {
                presets.add(preset.name());
            }
            json.next().with("id", type.id()).with("sideChain", type.make().hasSideChain()).with("presets", presets);
        }
        return json.toString();
    }

    /** What can be set on an effect, an instrument or "pad"; none of an unknown one. */
    static List<Parameter> known(String id) {
        EffectType effect = Inserts.type(id);
        InstrumentType instrument = InstrumentType.of(id);
        return effect != null ? Inserts.parameters(effect) : instrument != null ? instrument.parameters()
                : id.equals("pad") ? Pad.PARAMETERS : List.of();
    }

    /** The parameters of an effect, an instrument or "pad" in its order: name, unit, least, most, initial, taper, choices; none for an unknown effect. */
    static String parameters(String effect) {
        Json json = new Json();
        for (Parameter parameter : known(effect)) {
            json.next()
                    .with("name", parameter.name())
                    .with("unit", parameter.unit().name().toLowerCase(Locale.ROOT))
                    .with("least", parameter.least())
                    .with("most", parameter.most())
                    .with("initial", parameter.initial())
                    .with("taper", parameter.taper().name().toLowerCase(Locale.ROOT))
                    .with("choices", parameter.choices());
        }
        return json.toString();
    }

    /**
     * The devices of a strip in their order: handle, effect (its id), known (whether this version has it), name, bypassed,
     * source (the track that its side-chain is set to, or −1), listens (whether it does), values (of all parameters).
     */
    String devices(Element strip) {
        Json json = new Json();
        Routing routing = new Routing(arrangement);
        for (Element device : Inserts.of(strip)) {
            EffectType type = Inserts.type(device);
            json.next()
                    .with("handle", handles.of(device))
                    .with("effect", device.text(Property.DEVICE))
                    .with("known", type != null)
                    .with("name", device.text(Property.NAME))
                    .with("bypassed", device.flag(Property.BYPASSED))
                    .with("source", handle(arrangement.alive(device.reference(Property.SOURCE))))
                    .with("listens", routing.source(device) != null)
                    .with("values", type == null ? new double[0] : Inserts.values(device, type));
        }
        return json.toString();
    }

    /**
     * The sends of a track in their order: handle, to (the bus, or −1 if it was removed), volume in hundredths of a dB, before
     * (whether before the fader), flows (false if it is left out), silent (whether mute or solo keeps it from being heard).
     */
    String sends(Element track) {
        Json json = new Json();
        Routing routing = new Routing(arrangement);
        Audibility audibility = new Audibility(arrangement, routing);
        for (Element send : Elements.ordered(track.children(Kind.SEND))) {
            json.next()
                    .with("handle", handles.of(send))
                    .with("to", handle(routing.bus(send)))
                    .with("volume", send.number(Property.VOLUME))
                    .with("before", send.flag(Property.PRE))
                    .with("flows", routing.sends().contains(send))
                    .with("silent", !audibility.sends(send));
        }
        return json.toString();
    }

    /** Where all parameters of all devices stand, three numbers each: the device's handle, the parameter's place, its value. */
    double[] parameters() {
        List<Double> all = new ArrayList<>();
        parameters(arrangement.root(), all);
        for (Element track : Elements.tracks(arrangement)) {
            parameters(track, all);
        }
        double[] numbers = new double[all.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = all.get(i);
        }
        return numbers;
    }

    private void parameters(Element strip, List<Double> all) {
        Element instrument = TrackInstrument.of(strip);
        if (instrument != null) {
            values(instrument, all);
            for (Element pad : TrackInstrument.pads(instrument)) {
                values(pad, all);
            }
        }
        for (Element device : Inserts.of(strip)) {
            values(device, all);
        }
    }

    private void values(Element device, List<Double> all) {
        List<Parameter> parameters = Inserts.parameters(device);
        double[] values = parameters == null ? new double[0] : Inserts.values(device, parameters);
        for (int i = 0; i < values.length; i++) {
            all.add((double) handles.of(device));
            all.add((double) i);
            all.add(values[i]);
        }
    }

    private int handle(@Nullable Element element) {
        return element == null ? Handles.NONE : handles.of(element);
    }
}
