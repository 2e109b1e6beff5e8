package studio.tutti.library;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import studio.tutti.audiofile.AudioFile;
import studio.tutti.audiofile.AudioSource;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.instrument.Generator;
import studio.tutti.core.instrument.Modulator;
import studio.tutti.core.instrument.Preset;
import studio.tutti.core.instrument.PresetHead;
import studio.tutti.core.instrument.Sample;
import studio.tutti.core.instrument.Zone;
import studio.tutti.library.internal.Packing;

/**
 * The loops and sounds that come along, with whose they are. Loops are notes, made from the data packs by
 * {@code ./tutti library build}; their files lie in {@code library}, the drums' in {@code sounds}. Safe for many threads.
 */
@Service
public class SoundLibrary {

    /**
     * A sound.
     *
     * @param id its place among the program's files
     * @param pitch the MIDI key that it sounds at, −1 for drums
     */
    public record Sound(String id, String name, String category, String licence, String credit, int pitch) {}

    /**
     * A loop.
     *
     * @param tempo quarter notes a minute that it was played at
     * @param bars of four quarters
     * @param tonic 0 … 11, −1 for drums, which have no key
     * @param program General MIDI program, −1 for drums
     * @param notes tick, length, key and velocity of each; not to be changed
     */
    public record Loop(String id, String name, String category, int tempo, int bars, int tonic, boolean minor, int program,
            String licence, String credit, int[] notes) {}

    private final Media media;
    private final Map<String, SoftReference<PresetSound>> packed = new ConcurrentHashMap<>();
    private @Nullable List<Sound> sounds;
    private @Nullable List<Loop> loops;

    SoundLibrary(Media media) {
        this.media = media;
    }

    /** All sounds, drums first. */
    public synchronized List<Sound> sounds() throws IOException {
        List<Sound> read = sounds;
        if (read == null) {
            read = new ArrayList<>();
            for (List<String> row : rows("/sounds/manifest.csv", ",")) {
                read.add(new Sound("sounds/" + row.get(0), row.get(1), row.get(2), row.get(3), row.get(4), -1));
            }
            for (List<String> row : rows("/library/notes.tsv", "\t")) {
                read.add(new Sound("library/" + row.get(0), row.get(1), row.get(2), row.get(3), row.get(4), Integer.parseInt(row.get(5))));
            }
            sounds = read;
        }
        return read;
    }

    /** All loops, drums first. */
    public synchronized List<Loop> loops() throws IOException {
        List<Loop> read = loops;
        if (read == null) {
            read = new ArrayList<>();
            for (List<String> row : rows("/library/loops.tsv", "\t")) {
                read.add(new Loop(row.get(0), row.get(1), row.get(2), Integer.parseInt(row.get(3)), Integer.parseInt(row.get(4)),
                        Integer.parseInt(row.get(5)), row.get(6).equals("minor"), Integer.parseInt(row.get(7)), row.get(8), row.get(9),
                        Arrays.stream(row.get(10).split("[ ,]")).mapToInt(Integer::parseInt).toArray()));
            }
            loops = read;
        }
        return read;
    }

    /** A sound by its id. */
    public Optional<Sound> sound(String id) throws IOException {
        return sounds().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** A sound as a preset that plays it, packed for a browser. */
    public PresetSound preset(Sound sound) throws IOException {
        SoftReference<PresetSound> kept = packed.get(sound.id());
        PresetSound made = kept == null ? null : kept.get();
        if (made == null) {
            byte[] bytes = bytes(sound.id());
            made = new PresetSound(hash(bytes) + "-" + PresetHead.VERSION, Packing.pack(preset(sound, bytes)));
            packed.put(sound.id(), new SoftReference<>(made));
        }
        return made;
    }

    private static Preset preset(Sound sound, byte[] bytes) throws IOException {
        Path file = Files.createTempFile("tutti-sound", ".ogg");
        try {
            Files.write(file, bytes);
            try (AudioSource source = AudioFile.open(file)) {
                return new Preset(0, 0, sound.name(), zones(sound, source));
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static Zone[] zones(Sound sound, AudioSource source) throws IOException {
        int channels = source.channels();
        short[][] pcm = new short[channels][0];
        float[][] block = new float[channels][1 << 14];
        for (int some = source.read(block, 0, 1 << 14); some >= 0; some = source.read(block, 0, 1 << 14)) {
            for (int channel = 0; channel < channels; channel++) {
                int before = pcm[channel].length;
                pcm[channel] = Arrays.copyOf(pcm[channel], before + some);
                for (int i = 0; i < some; i++) {
                    pcm[channel][before + i] = (short) Math.clamp(Math.round(block[channel][i] * 32768.0), -32768, 32767);
                }
            }
        }
        Zone[] zones = new Zone[channels];
        for (int channel = 0; channel < channels; channel++) {
            int[] values = Generator.defaultValues();
            values[Generator.SAMPLE_MODES] = sound.pitch() < 0 ? Generator.ONE_SHOT : 0;
            values[Generator.PAN] = channels == 1 ? 0 : channel == 0 ? -500 : 500;
            Sample sample = new Sample(sound.name(), pcm[channel], source.rate(), 0, 0, sound.pitch() < 0 ? 60 : sound.pitch(), 0);
            zones[channel] = new Zone(0, 127, 0, 127, sample, values, Modulator.DEFAULTS.clone());
        }
        return zones;
    }

    /** Takes a sound in among the files that songs use. */
    public Medium take(Id person, Sound sound) throws IOException {
        byte[] bytes = bytes(sound.id());
        String hash = hash(bytes);
        Optional<Medium> known = media.find(hash);
        return known.isPresent() ? known.get() : media.keep(person, sound.name(), hash, new java.io.ByteArrayInputStream(bytes));
    }

    private static byte[] bytes(String id) throws IOException {
        try (InputStream file = SoundLibrary.class.getResourceAsStream("/" + id)) {
            if (file == null) {
                throw new IllegalStateException("The program lacks its own file " + id + ".");
            }
            return file.readAllBytes();
        }
    }

    private static List<List<String>> rows(String path, String between) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (String line : new String(bytes(path.substring(1)), StandardCharsets.UTF_8).lines().skip(1).toList()) {
            List<String> cells = new ArrayList<>();
            for (String cell : line.split(between + (between.equals(",") ? "(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)" : ""), -1)) {
                cells.add(cell.startsWith("\"") && cell.endsWith("\"") && cell.length() > 1 ? cell.substring(1, cell.length() - 1) : cell);
            }
            rows.add(cells);
        }
        return rows;
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
