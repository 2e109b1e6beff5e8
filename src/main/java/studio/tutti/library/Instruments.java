package studio.tutti.library;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import studio.tutti.core.instrument.Preset;
import studio.tutti.core.instrument.PresetHead;
import studio.tutti.library.internal.Packing;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The instruments of this node: the bank that comes with Tutti, opened when first needed; its presets decoded and packed
 * once and kept while memory lasts. Safe for many threads.
 */
@Service
public class Instruments {

    /** How many parts of presets are kept packed, about half a megabyte each. */
    private static final int PARTS = 32;

    private final Map<String, SoftReference<PresetSound>> packed = new ConcurrentHashMap<>();
    private final Map<String, SoftReference<PresetSound>> parts = Collections.synchronizedMap(new LinkedHashMap<>(PARTS, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SoftReference<PresetSound>> eldest) {
            return size() > PARTS;
        }
    });
    private final Map<String, Object> locks = new ConcurrentHashMap<>();
    private final Map<String, SoftReference<InstrumentFile>> own = new ConcurrentHashMap<>();
    private final Map<String, Path> files = new ConcurrentHashMap<>();
    private final @Nullable Media media;
    private @Nullable SoundFont bank;

    /** Those that come with Tutti, and files that {@link #file} tells of. */
    public Instruments() {
        media = null;
    }

    @Autowired
    Instruments(Media media) {
        this.media = media;
    }

    /** Where a file of one's own lies, by its SHA-256. */
    public void file(String hash, Path file) {
        files.put(hash, file);
    }

    /**
     * A SoundFont or an archive of kits of one's own.
     *
     * @param hash the SHA-256 of its file
     * @throws BrokenSoundFont if it is not here, or none
     */
    public InstrumentFile own(String hash) throws IOException {
        if (!files.containsKey(hash) && (media == null || media.find(hash).isEmpty())) {
            // before anything is remembered of it: whoever asks for what there is not must not fill the memory
            throw new BrokenSoundFont("The song's own instrument is missing: its file is not here.");
        }
        synchronized (locks.computeIfAbsent(hash, each -> new Object())) {
            SoftReference<InstrumentFile> kept = own.get(hash);
            InstrumentFile file = kept == null ? null : kept.get();
            if (file == null) {
                Medium medium = media == null ? null : media.find(hash).orElse(null);
                Path place = files.get(hash);
                if (place == null || !Files.exists(place)) {
                    place = fetched(hash, medium);
                    files.put(hash, place);
                }
                file = InstrumentFile.open(place, medium == null ? "" : medium.name());
                own.put(hash, new SoftReference<>(file));
            }
            return file;
        }
    }

    /** A medium, which several nodes may keep in their database, as a file of this one. */
    private Path fetched(String hash, @Nullable Medium medium) throws IOException {
        if (media == null || medium == null) {
            throw new BrokenSoundFont("The song's own instrument is missing: its file is not here.");
        }
        return media.file(medium);
    }

    /** The preset of one's own file that plays a bank and program: the one there, else the program of bank 0, else the first. */
    public Preset preset(String hash, int bank, int program) throws IOException {
        InstrumentFile file = own(hash);
        SoundFont.Entry entry = entry(file, bank, program);
        Preset found = file.preset(entry.bank(), entry.program());
        if (found == null) {
            throw new BrokenSoundFont("The file holds no preset.");
        }
        return found;
    }

    private static SoundFont.Entry entry(InstrumentFile file, int bank, int program) throws BrokenSoundFont {
        List<SoundFont.Entry> all = file.entries();
        return all.stream().filter(each -> each.bank() == bank && each.program() == program).findFirst()
                .or(() -> all.stream().filter(each -> each.bank() == 0 && each.program() == program).findFirst())
                .or(() -> all.stream().filter(each -> bank != Preset.DRUMS || each.bank() == bank).findFirst())
                .or(() -> all.stream().findFirst())
                .orElseThrow(() -> new BrokenSoundFont("The file holds no preset."));
    }

    /** The same preset, packed for a browser. */
    public PresetSound sound(String hash, int bank, int program) throws IOException {
        // what plays is packed once, however many places it stands in for
        SoundFont.Entry entry = entry(own(hash), bank, program);
        String tag = hash + "-" + Preset.address(entry.bank(), entry.program()) + "-" + PresetHead.VERSION;
        return packed(tag, () -> preset(hash, entry.bank(), entry.program()));
    }

    /**
     * What of it plays some keys, for a page that wants to sound soon. The last few are kept.
     *
     * @param keys as {@link #keys} reads them
     */
    public PresetSound sound(int bank, int program, String keys) throws IOException {
        String tag = tag(bank, program, keys);
        BitSet some = keys(keys);
        synchronized (locks.computeIfAbsent(tag(bank, program), each -> new Object())) {
            SoftReference<PresetSound> kept = parts.get(tag);
            PresetSound sound = kept == null ? null : kept.get();
            if (sound == null) {
                Preset whole = preset(bank, program);
                Preset part = whole.of(some::get);
                sound = part.zones().length == whole.zones().length ? sound(bank, program) : new PresetSound(tag, Packing.pack(part));
                parts.put(tag, new SoftReference<>(sound));
            }
            return sound;
        }
    }

    /** What the sound of some keys is known by, as {@link #tag(int, int)}. */
    public String tag(int bank, int program, String keys) throws IOException {
        return tag(bank, program) + "-" + keys;
    }

    /**
     * Reads keys: four numbers of eight hexadecimal digits, key 0 in the lowest bit of the first.
     *
     * @throws IllegalArgumentException with a sentence, if it is anything else
     */
    static BitSet keys(String digits) {
        if (!digits.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException("Keys are 32 hexadecimal digits.");
        }
        BitSet keys = new BitSet(128);
        for (int key = 0; key < 128; key++) {
            int part = key / 32 * 8;
            if ((Integer.parseUnsignedInt(digits.substring(part, part + 8), 16) >>> key % 32 & 1) == 1) {
                keys.set(key);
            }
        }
        return keys;
    }

    private interface Source {
        Preset preset() throws IOException;
    }

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
        return packed(tag, () -> preset(bank, program));
    }

    private PresetSound packed(String tag, Source source) throws IOException {
        synchronized (locks.computeIfAbsent(tag, each -> new Object())) {
            SoftReference<PresetSound> kept = packed.get(tag);
            PresetSound sound = kept == null ? null : kept.get();
            if (sound == null) {
                sound = new PresetSound(tag, Packing.pack(source.preset()));
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
