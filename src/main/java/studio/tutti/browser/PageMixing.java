package studio.tutti.browser;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.teavm.jso.JSExport;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.editing.DeviceGestures;
import studio.tutti.core.editing.Gesture;
import studio.tutti.core.editing.SendGestures;
import studio.tutti.core.effect.EffectPreset;
import studio.tutti.core.effect.EffectType;
import studio.tutti.core.effect.Equaliser;
import studio.tutti.core.effect.Parameter;
import studio.tutti.core.instrument.InstrumentType;
import studio.tutti.core.mixer.Inserts;
import studio.tutti.core.mixer.Routing;

/**
 * The mixer of the open song: inserts, sends, the master. A strip is a track's handle, or −1 for the master. A broken rule is
 * an exception whose message is for the person.
 */
public final class PageMixing {

    /** The rate in Hz that an equaliser's curve is drawn for. */
    private static final int DRAWN_RATE = 48_000;

    private PageMixing() {}

    private static DeviceGestures devices() {
        return new DeviceGestures(Page.song().arrangement(), Page.song().ids());
    }

    private static SendGestures sends() {
        return new SendGestures(Page.song().arrangement(), Page.song().ids());
    }

    private static MixerDrawing drawing() {
        return new MixerDrawing(Page.song().arrangement(), Page.song().handles());
    }

    private static Element strip(int handle) {
        return handle == Handles.NONE ? Page.song().arrangement().root() : Page.element(handle);
    }

    private static int[] edit(Supplier<Gesture> gesture) {
        return Page.told(() -> Page.song().edit(gesture.get()));
    }

    /** The gain in dB of an equaliser with some values, at some frequencies in Hz; of one band from 0, or −1 for all. */
    @JSExport
    public static double[] equaliserResponse(double[] values, int band, double[] hertz) {
        Equaliser equaliser = new Equaliser();
        for (int i = 0; i < values.length; i++) {
            equaliser.set(i, values[i]);
        }
        equaliser.prepare(DRAWN_RATE);
        equaliser.settle();
        double[] gains = new double[hertz.length];
        for (int i = 0; i < gains.length; i++) {
            gains[i] = band < 0 ? equaliser.response(hertz[i]) : equaliser.response(band, hertz[i]);
        }
        return gains;
    }

    /** Puts every parameter of a device where some values say. */
    @JSExport
    public static void setParameters(int device, double[] values) {
        edit(() -> {
            Element element = Page.element(device);
            List<Parameter> parameters = Inserts.parameters(element);
            if (parameters == null || values.length != parameters.size()) {
                throw new EditRefused("These values are of another effect.");
            }
            Map<String, Double> named = new LinkedHashMap<>();
            for (int i = 0; i < values.length; i++) {
                named.put(parameters.get(i).name(), values[i]);
            }
            return devices().preset(element, named);
        });
    }

    /** {@link MixerDrawing#effects}. */
    @JSExport
    public static String effects() {
        return MixerDrawing.effects();
    }

    /** {@link MixerDrawing#parameters}. */
    @JSExport
    public static String effectParameters(String effect) {
        return MixerDrawing.parameters(effect);
    }

    /** {@link MixerDrawing#devices}. */
    @JSExport
    public static String devices(int strip) {
        return drawing().devices(strip(strip));
    }

    /** {@link MixerDrawing#sends}. */
    @JSExport
    public static String sends(int track) {
        return drawing().sends(Page.element(track));
    }

    /** {@link MixerDrawing#parameters()}. */
    @JSExport
    public static double[] parameters() {
        return drawing().parameters();
    }

    /** What is left out because it closes a circle, a sentence each. */
    @JSExport
    public static String[] leftOut() {
        return new Routing(Page.song().arrangement()).leftOut().toArray(new String[0]);
    }

    /** The master's volume in hundredths of a dB. */
    @JSExport
    public static int masterVolume() {
        return Page.song().arrangement().root().integer(Property.VOLUME);
    }

    /** The song's handle, by which the engine calls the master. */
    @JSExport
    public static int masterHandle() {
        return Page.song().handles().of(Page.song().arrangement().root());
    }

    /** Where a value lies on a knob's way, 0 … 1. */
    @JSExport
    public static double knobPlace(String effect, int parameter, double value) {
        return MixerDrawing.known(effect).get(parameter).place(value);
    }

    /** The value at a place of a knob's way. */
    @JSExport
    public static double knobValue(String effect, int parameter, double place) {
        return MixerDrawing.known(effect).get(parameter).at(place);
    }

    /** {@link DeviceGestures#add}, as a preset sets it, or at its initial values if that is "". */
    @JSExport
    public static int addDevice(int strip, String effect, String preset, int before) {
        return edit(() -> devices().add(strip(strip), effect, Page.song().handles().at(before), preset(effect, preset)))[0];
    }

    /** {@link DeviceGestures#move}. */
    @JSExport
    public static void moveDevice(int device, int strip, int before) {
        edit(() -> devices().move(Page.element(device), strip(strip), Page.song().handles().at(before)));
    }

    /** {@link DeviceGestures#remove}. */
    @JSExport
    public static void removeDevices(int[] devices) {
        edit(() -> devices().remove(Page.song().handles().all(devices)));
    }

    /** {@link DeviceGestures#bypass}. */
    @JSExport
    public static void bypassDevices(int[] devices, boolean on) {
        edit(() -> devices().bypass(Page.song().handles().all(devices), on));
    }

    /** {@link DeviceGestures#set}. */
    @JSExport
    public static void setParameter(int device, String parameter, double value) {
        edit(() -> devices().set(Page.element(device), parameter, value));
    }

    /** {@link DeviceGestures#preset}, by the preset's name; "" for the initial values. */
    @JSExport
    public static void loadPreset(int device, String preset) {
        edit(() -> {
            Element element = Page.element(device);
            return devices().preset(element, preset(element.text(Property.DEVICE), preset));
        });
    }

    /** {@link DeviceGestures#listen}; −1 for nothing. */
    @JSExport
    public static void listen(int device, int track) {
        edit(() -> devices().listen(Page.element(device), Page.song().handles().at(track)));
    }

    /** {@link SendGestures#add}. */
    @JSExport
    public static int addSend(int track, int bus, int volume) {
        return edit(() -> sends().add(Page.element(track), Page.element(bus), volume))[0];
    }

    /** {@link SendGestures#volume}. */
    @JSExport
    public static void setSendVolume(int send, int volume) {
        edit(() -> sends().volume(Page.element(send), volume));
    }

    /** {@link SendGestures#beforeFader}. */
    @JSExport
    public static void sendBeforeFader(int send, boolean before) {
        edit(() -> sends().beforeFader(Page.element(send), before));
    }

    /** {@link SendGestures#remove}. */
    @JSExport
    public static void removeSends(int[] sends) {
        edit(() -> sends().remove(Page.song().handles().all(sends)));
    }

    /** {@link SendGestures#master}. */
    @JSExport
    public static void setMasterVolume(int volume) {
        edit(() -> sends().master(volume));
    }

    private static EffectType type(String effect) {
        EffectType type = Inserts.type(effect);
        if (type == null) {
            throw new IllegalArgumentException("There is no effect “" + effect + "”.");
        }
        return type;
    }

    static Map<String, Double> preset(String effect, String name) {
        Map<String, Double> values = new HashMap<>();
        EffectType type = Inserts.type(effect);
        InstrumentType instrument = InstrumentType.of(effect);
        List<EffectPreset> presets = type != null ? type.presets() : instrument != null ? instrument.presets() : List.of();
        for (EffectPreset preset : presets) {
            if (preset.name().equals(name)) {
                for (int i = 0; i < preset.parameters().length; i++) {
                    values.put(preset.parameters()[i], preset.values()[i]);
                }
                return values;
            }
        }
        if (!name.isEmpty()) {
            throw new EditRefused("The effect has no preset “" + name + "”.");
        }
        return values;
    }
}
