package studio.tutti.core.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.effect.Parameter;
import studio.tutti.core.instrument.InstrumentType;
import studio.tutti.core.instrument.drumkit.Pad;
import studio.tutti.core.mixer.TrackInstrument;

/** What hands do with a track's instrument and its pads. */
public final class InstrumentGestures {

    /** The key of a kit's first pad, as General MIDI's bass drum. */
    public static final int FIRST_KEY = 36;

    /**
     * A sound for a pad.
     *
     * @param key 0 … 127
     * @param name what people call it
     * @param media the SHA-256 of its file
     * @param values of {@link Pad#PARAMETERS} by their names; the others stand at their initial values
     */
    public record Sound(int key, String name, String media, Map<String, Double> values) {}

    private final IdSequence ids;

    public InstrumentGestures(IdSequence ids) {
        this.ids = ids;
    }

    /**
     * Gives a track an instrument in place of what it had, in one edit.
     *
     * @param type {@link InstrumentType#id()}; "" for the SoundFont's presets
     * @param values of its parameters by their names, as a preset gives them
     * @param sounds for its pads
     * @return made: the device, if there is one
     * @throws EditRefused if the track plays no notes, there is no such instrument, or it has no such parameter
     */
    public Gesture choose(Element track, String type, Map<String, Double> values, List<Sound> sounds) {
        requireTrack(track);
        Draft draft = new Draft(ids);
        for (Element device : track.children(Kind.DEVICE)) {
            if (TrackInstrument.is(device)) {
                draft.remove(device);
            }
        }
        if (type.isEmpty()) {
            return draft.as(Labels.INSTRUMENT_CHOOSE);
        }
        InstrumentType instrument = InstrumentType.of(type);
        if (instrument == null) {
            throw new EditRefused("There is no instrument “" + type + "”.");
        }
        Draft.New device = draft.make(Kind.DEVICE, track.id())
                .with(Property.DEVICE, (Object) type)
                .with(Property.ORDER, (Object) Ordering.before(List.of(), null));
        values.forEach((name, value) -> put(draft, device.id(), DeviceSettings.parameter(instrument.parameters(), type, name), value));
        sounds.forEach(sound -> pad(draft, device.id(), sound));
        return draft.as(Labels.INSTRUMENT_CHOOSE);
    }

    /**
     * Lets a track play a preset of a SoundFont or kit, in one edit.
     *
     * @param media the SHA-256 of its file; "" for the built-in bank
     * @param bank 0 … 127; drum tracks play the font's drums
     * @param program 0 … 127
     */
    public Gesture font(Element track, String media, int bank, int program) {
        requireTrack(track);
        Draft draft = new Draft(ids);
        for (Element device : track.children(Kind.DEVICE)) {
            if (TrackInstrument.is(device)) {
                draft.remove(device);
            }
        }
        if (!media.isEmpty()) {
            if (TrackInstrument.mediaKey(media) == 0) {
                throw new EditRefused("There is no such file.");
            }
            draft.make(Kind.DEVICE, track.id())
                    .with(Property.DEVICE, (Object) InstrumentType.SOUNDFONT.id())
                    .with(Property.MEDIA, (Object) media)
                    .with(Property.ORDER, (Object) Ordering.before(List.of(), null));
        }
        if (track.integer(Property.PROGRAM) != program) {
            draft.set(track, Property.PROGRAM, program);
        }
        if (track.integer(Property.BANK) != bank << 7) {
            draft.set(track, Property.BANK, bank << 7);
        }
        return draft.as(Labels.INSTRUMENT_CHOOSE);
    }

    /**
     * Puts sounds on pads; what was on the same keys goes, but keeps its settings where only the sound changes.
     *
     * @param replaces whether what else the instrument has on its keys goes, too
     */
    public Gesture sounds(Element device, List<Sound> sounds, boolean replaces) {
        requireInstrument(device);
        Draft draft = new Draft(ids);
        List<Element> before = TrackInstrument.pads(device);
        for (Sound sound : sounds) {
            Element there = replaces ? null : TrackInstrument.pad(device, sound.key());
            if (there == null) {
                pad(draft, device.id(), sound);
            } else {
                draft.set(there, Property.MEDIA, (Object) sound.media());
                draft.set(there, Property.NAME, (Object) sound.name());
                for (Parameter parameter : Pad.PARAMETERS) {
                    Double value = sound.values().get(parameter.name());
                    if (value != null) {
                        DeviceSettings.put(draft, there, parameter, value);
                    }
                }
            }
        }
        if (replaces) {
            before.forEach(draft::remove);
        }
        return draft.as(Labels.PAD_SOUND);
    }

    /** Takes sounds off their pads. */
    public Gesture clear(List<Element> pads) {
        Draft draft = new Draft(ids);
        Chosen.of(Kind.PAD, pads).forEach(draft::remove);
        return draft.as(Labels.PAD_CLEAR);
    }

    /** Lets pads be silent, or heard again. */
    public Gesture mute(List<Element> pads, boolean on) {
        Draft draft = new Draft(ids);
        for (Element pad : Chosen.of(Kind.PAD, pads)) {
            draft.set(pad, Property.MUTED, on ? 1 : 0);
        }
        return draft.as(Labels.PAD_MUTE);
    }

    /** Calls a pad something else. */
    public Gesture name(Element pad, String name) {
        Draft draft = new Draft(ids);
        if (pad.isAlive() && pad.kind() == Kind.PAD) {
            draft.set(pad, Property.NAME, (Object) name);
        }
        return draft.as(Labels.PAD_NAME);
    }

    /** Moves a pad to another key; what lies there comes to its place. */
    public Gesture move(Element pad, int key) {
        Draft draft = new Draft(ids);
        Element device = pad.parent();
        if (pad.isAlive() && pad.kind() == Kind.PAD && device != null && key >= 0 && key < 128) {
            Element there = TrackInstrument.pad(device, key);
            if (there != null && there != pad) {
                draft.set(there, Property.PITCH, pad.integer(Property.PITCH));
            }
            draft.set(pad, Property.PITCH, key);
        }
        return draft.as(Labels.PAD_MOVE);
    }

    private static void pad(Draft draft, Id device, Sound sound) {
        Draft.New pad = draft.make(Kind.PAD, device)
                .with(Property.PITCH, sound.key())
                .with(Property.MEDIA, (Object) sound.media())
                .with(Property.NAME, (Object) sound.name());
        sound.values().forEach((name, value) -> put(draft, pad.id(), DeviceSettings.parameter(Pad.PARAMETERS, "pad", name), value));
    }

    private static void put(Draft draft, Id device, Parameter parameter, double value) {
        if (parameter.held(value) != parameter.initial()) {
            DeviceSettings.make(draft, device, parameter.name(), parameter.held(value));
        }
    }

    private static void requireTrack(@Nullable Element track) {
        if (track == null || track.kind() != Kind.TRACK || !track.isAlive()) {
            throw new EditRefused("The track is not there any more.");
        }
        TrackType type = TrackType.of(track.number(Property.TYPE));
        if (type != TrackType.INSTRUMENT && type != TrackType.DRUMS) {
            throw new EditRefused("Only tracks that play notes have an instrument.");
        }
    }

    private static void requireInstrument(Element device) {
        if (device.kind() != Kind.DEVICE || !device.isAlive() || !TrackInstrument.is(device)) {
            throw new EditRefused("This instrument is not there any more.");
        }
    }

    /** Slices of a loop on keys in a row: where each begins, in hundredths of the whole, the first at 0. */
    public static List<Sound> slices(String name, String media, double[] starts, int firstKey) {
        List<Sound> sounds = new ArrayList<>();
        for (int i = 0; i < starts.length && firstKey + i < 128; i++) {
            double end = i + 1 < starts.length ? starts[i + 1] : 100;
            sounds.add(new Sound(firstKey + i, name + " " + (i + 1), media, Map.of("start", starts[i], "end", end)));
        }
        return sounds;
    }
}
