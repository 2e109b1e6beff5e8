package studio.tutti.core.mixer;

import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.instrument.InstrumentType;
import studio.tutti.core.instrument.Preset;

/**
 * A preset of a SoundFont or kit of one's own.
 *
 * @param media the SHA-256 of its file
 * @param bank 0 … 127, 128 for drums
 * @param program 0 … 127
 */
public record OwnFont(String media, int bank, int program) {

    /** The highest bits of an address of one's own: no address of the built-in bank has them. */
    private static final int MARK = 0x80000000;
    private static final int WITHIN = 0x3FFFFFFF;

    /** The file that a track plays presets of, or null for the built-in bank. */
    public static @Nullable String media(Element track) {
        Element device = TrackInstrument.of(track);
        if (device == null || TrackInstrument.type(device) != InstrumentType.SOUNDFONT) {
            return null;
        }
        String media = device.text(Property.MEDIA);
        return TrackInstrument.mediaKey(media) == 0 ? null : media;
    }

    /** The bank of a track's presets. */
    public static int bank(Element track) {
        return TrackType.of(track.number(Property.TYPE)) == TrackType.DRUMS ? Preset.DRUMS : Math.min(127, track.integer(Property.BANK) >> 7);
    }

    /** The number by which scores and engines know the preset; below 0, and for all that songs hold a different one for each. */
    public int address() {
        long mixed = TrackInstrument.mediaKey(media) * 0x9E3779B97F4A7C15L + Preset.address(bank, program) * 0xC2B2AE3D27D4EB4FL;
        mixed ^= mixed >>> 31;
        mixed *= 0xBF58476D1CE4E5B9L;
        return (int) (mixed >>> 33) & WITHIN | MARK;
    }

    /** Whether an address is one of these. */
    public static boolean isOwn(int address) {
        return (address & ~WITHIN) == MARK;
    }

    /** Which preset of the song's own files an address stands for, or null if of none. */
    public static @Nullable OwnFont at(Element song, int address) {
        for (Element track : Elements.byId(song.children(Kind.TRACK))) {
            String media = media(track);
            for (int program = 0; media != null && program < 128; program++) {
                OwnFont font = new OwnFont(media, bank(track), program);
                if (font.address() == address) {
                    return font;
                }
            }
        }
        return null;
    }
}
