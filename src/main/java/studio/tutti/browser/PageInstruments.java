package studio.tutti.browser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.teavm.jso.JSExport;
import studio.tutti.core.dsp.Onsets;
import studio.tutti.core.editing.Gesture;
import studio.tutti.core.editing.InstrumentGestures;
import studio.tutti.core.editing.InstrumentGestures.Sound;
import studio.tutti.core.editing.SliceGestures;
import studio.tutti.core.effect.Parameter;

/** The instruments of the open song's tracks. A broken rule is an exception whose message is for the person. */
public final class PageInstruments {

    private PageInstruments() {}

    private static InstrumentGestures gestures() {
        return new InstrumentGestures(Page.song().ids());
    }

    private static int[] edit(Supplier<Gesture> gesture) {
        return Page.told(() -> Page.song().edit(gesture.get()));
    }

    /** {@link InstrumentDrawing#presets}. */
    @JSExport
    public static String instrumentPresets(String instrument) {
        return InstrumentDrawing.presets(instrument);
    }

    /** Where a preset puts all parameters of an instrument. */
    @JSExport
    public static double[] presetValues(String instrument, String preset) {
        Map<String, Double> named = PageMixing.preset(instrument, preset);
        List<Parameter> parameters = MixerDrawing.known(instrument);
        double[] values = new double[parameters.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = named.getOrDefault(parameters.get(i).name(), parameters.get(i).initial());
        }
        return values;
    }

    /** {@link InstrumentDrawing#instrument}. */
    @JSExport
    public static String instrument(int track) {
        return new InstrumentDrawing(Page.song().handles()).instrument(Page.element(track));
    }

    /** {@link InstrumentDrawing#pads}. */
    @JSExport
    public static String pads(int track) {
        return new InstrumentDrawing(Page.song().handles()).pads(Page.element(track));
    }

    /**
     * {@link InstrumentGestures#choose}, with a preset by its name or "", and sounds for pads: the key, name, media and choke group of each.
     * Returns the device, or −1 for the SoundFont's presets.
     */
    @JSExport
    public static int chooseInstrument(int track, String type, String preset, int[] keys, String[] names, String[] media, int[] chokes) {
        int[] made = edit(() -> gestures().choose(Page.element(track), type, PageMixing.preset(type, preset),
                sounds(keys, names, media, chokes)));
        return made.length == 0 ? Handles.NONE : made[0];
    }

    /** {@link InstrumentGestures#sounds}. */
    @JSExport
    public static void putSounds(int device, int[] keys, String[] names, String[] media, int[] chokes, boolean replaces) {
        edit(() -> gestures().sounds(Page.element(device), sounds(keys, names, media, chokes), replaces));
    }

    private static List<Sound> sounds(int[] keys, String[] names, String[] media, int[] chokes) {
        List<Sound> sounds = new ArrayList<>();
        for (int i = 0; i < keys.length; i++) {
            Map<String, Double> values = new HashMap<>();
            if (chokes[i] > 0) {
                values.put("choke", (double) chokes[i]);
            }
            sounds.add(new Sound(keys[i], names[i], media[i], values));
        }
        return sounds;
    }

    /** Puts the slices of a loop on keys in a row, in place of what was there; {@code starts} in hundredths of the whole, the first at 0. */
    @JSExport
    public static void putSlices(int device, String name, String media, double[] starts, int firstKey) {
        edit(() -> gestures().sounds(Page.element(device), InstrumentGestures.slices(name, media, starts, firstKey), true));
    }

    /** {@link SliceGestures#write}. Returns the clip. */
    @JSExport
    public static int writeSlices(int device, int start, double seconds) {
        return edit(() -> new SliceGestures(Page.song().arrangement(), Page.song().ids()).write(Page.element(device), start, seconds))[0];
    }

    /** {@link InstrumentGestures#clear}. */
    @JSExport
    public static void clearPads(int[] pads) {
        edit(() -> gestures().clear(Page.song().handles().all(pads)));
    }

    /** {@link InstrumentGestures#mute}. */
    @JSExport
    public static void mutePads(int[] pads, boolean on) {
        edit(() -> gestures().mute(Page.song().handles().all(pads), on));
    }

    /** {@link InstrumentGestures#name}. */
    @JSExport
    public static void namePad(int pad, String name) {
        edit(() -> gestures().name(Page.element(pad), name));
    }

    /** {@link InstrumentGestures#move}. */
    @JSExport
    public static void movePad(int pad, int key) {
        edit(() -> gestures().move(Page.element(pad), key));
    }

    /** {@link Onsets#find}, of 16-bit sound of one or two channels, the lower byte first. */
    @JSExport
    public static int[] onsets(byte[] sound, int channels, int rate, double sensitivity) {
        int frames = sound.length / (2 * channels);
        double[] mono = new double[frames];
        for (int i = 0; i < frames; i++) {
            for (int channel = 0; channel < channels; channel++) {
                int at = 2 * (i * channels + channel);
                mono[i] += (short) (sound[at] & 0xFF | sound[at + 1] << 8) / (32768.0 * channels);
            }
        }
        return Onsets.find(mono, rate, sensitivity);
    }
}
