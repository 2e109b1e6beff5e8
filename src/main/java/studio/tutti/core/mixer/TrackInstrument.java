package studio.tutti.core.mixer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.effect.Parameter;
import studio.tutti.core.instrument.InstrumentType;
import studio.tutti.core.instrument.drumkit.Pad;
import studio.tutti.core.media.MediaKey;

/** Reads what a track plays: the first device in it, by its order, that names an instrument; without one, its SoundFont preset. */
public final class TrackInstrument {

    private TrackInstrument() {}

    /** Whether a device is an instrument and no insert. */
    public static boolean is(Element device) {
        return InstrumentType.of(device.text(Property.DEVICE)) != null;
    }

    /** The device that is a track's instrument, or null for the preset of the track's bank and program. */
    public static @Nullable Element of(Element track) {
        Element found = null;
        if (track.kind() == Kind.TRACK) {
            for (Element device : track.children(Kind.DEVICE)) {
                if (is(device) && (found == null || comesBefore(device, found))) {
                    found = device;
                }
            }
        }
        return found;
    }

    private static boolean comesBefore(Element one, Element other) {
        int order = one.text(Property.ORDER).compareTo(other.text(Property.ORDER));
        return order < 0 || order == 0 && one.id().compareTo(other.id()) < 0;
    }

    /** Which instrument a device is; null if it is none. */
    public static @Nullable InstrumentType type(Element device) {
        return InstrumentType.of(device.text(Property.DEVICE));
    }

    /** The pads of an instrument by their keys; of those on one key the one with the last id comes last, and counts. */
    public static List<Element> pads(Element device) {
        List<Element> pads = new java.util.ArrayList<>(Elements.byId(device.children(Kind.PAD)));
        pads.sort(java.util.Comparator.comparingInt(pad -> pad.integer(Property.PITCH)));
        return pads;
    }

    /** The pad on a key of an instrument, or null. */
    public static @Nullable Element pad(Element device, int key) {
        Element found = null;
        for (Element pad : pads(device)) {
            if (pad.integer(Property.PITCH) == key) {
                found = pad;
            }
        }
        return found;
    }

    /** What can be set on a pad. */
    public static List<Parameter> padParameters() {
        return Pad.PARAMETERS;
    }

    /** The bits of a media file's {@link MediaKey}; 0 for none. */
    public static long mediaKey(String sha256) {
        MediaKey key = MediaKey.of(sha256);
        return key == null ? 0 : key.bits();
    }
}
