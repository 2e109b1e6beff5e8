package studio.tutti.library;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import studio.tutti.core.instrument.Preset;
import studio.tutti.core.instrument.PresetHead;
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

    private final Map<String, SoftReference<PresetSound>> packed = new ConcurrentHashMap<>();
    private final Map<String, Object> locks = new ConcurrentHashMap<>();
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
        int address = address(bank, program);
        Preset found = bank().preset(address / 128, address % 128);
        if (found == null) {
            throw new BrokenSoundFont("The SoundFont has neither a piano nor a drum kit to fall back on.");
        }
        return found;
    }

    /** What the sound of this bank and program is known by: it changes when the sound does, and costs nothing to ask. */
    public String tag(int bank, int program) throws IOException {
        return bank().hash() + "-" + address(bank, program) + "-" + PresetHead.VERSION;
    }

    /** The same preset, packed for a browser. */
    public PresetSound sound(int bank, int program) throws IOException {
        String tag = tag(bank, program);
        Object lock = locks.computeIfAbsent(tag, each -> new Object());
        synchronized (lock) {
            SoftReference<PresetSound> kept = packed.get(tag);
            PresetSound sound = kept == null ? null : kept.get();
            if (sound == null) {
                sound = new PresetSound(tag, Packing.pack(preset(bank, program)));
                packed.put(tag, new SoftReference<>(sound));
            }
            return sound;
        }
    }

    private int address(int bank, int program) throws IOException {
        SoundFont font = bank();
        if (font.has(bank, program)) {
            return Preset.address(bank, program);
        }
        if (bank == Preset.DRUMS) {
            return Preset.address(bank, 0);
        }
        return font.has(0, program) ? Preset.address(0, program) : 0;
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
