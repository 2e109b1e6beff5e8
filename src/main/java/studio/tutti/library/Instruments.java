package studio.tutti.library;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import studio.tutti.core.instrument.Preset;
import studio.tutti.library.internal.Packing;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The instruments of this node: the bank that comes with Tutti, opened when first needed; its presets decoded and packed
 * once and kept while memory lasts. Safe for many threads.
 */
@Service
public class Instruments {

    private final Map<Integer, SoftReference<PresetSound>> packed = new ConcurrentHashMap<>();
    private @Nullable SoundFont bank;

    /** What there is, by bank and program. */
    public List<SoundFont.Entry> entries() throws IOException {
        return bank().entries();
    }

    /**
     * The preset that plays what a track asks for: the one at that place, else the program of bank 0, else, for drums, the
     * standard kit, else the piano.
     *
     * @param bank 0 … 127, 128 for drums
     * @param program 0 … 127
     */
    public Preset preset(int bank, int program) throws IOException {
        SoundFont font = bank();
        Preset found = font.preset(bank, program);
        if (found == null && bank != Preset.DRUMS) {
            found = font.preset(0, program);
        }
        if (found == null) {
            found = font.preset(bank == Preset.DRUMS ? Preset.DRUMS : 0, 0);
        }
        if (found == null) {
            throw new BrokenSoundFont("The SoundFont has neither a piano nor a drum kit to fall back on.");
        }
        return found;
    }

    /** The same preset, packed for a browser. */
    public PresetSound sound(int bank, int program) throws IOException {
        Preset preset = preset(bank, program);
        SoftReference<PresetSound> kept = packed.get(preset.address());
        PresetSound sound = kept == null ? null : kept.get();
        if (sound == null) {
            sound = Packing.pack(preset);
            packed.put(preset.address(), new SoftReference<>(sound));
        }
        return sound;
    }

    private synchronized SoundFont bank() throws IOException {
        SoundFont opened = bank;
        if (opened == null) {
            opened = SoundFont.builtIn();
            bank = opened;
        }
        return opened;
    }
}
