package studio.tutti.library;

import org.jspecify.annotations.Nullable;
import studio.tutti.core.instrument.Preset;
import studio.tutti.library.internal.Samples;
import studio.tutti.library.internal.Tables;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A bank of instruments: a SoundFont 2.04 file, its samples plain or, as SF3 has them, Vorbis-compressed.
 *
 * <p>Opening reads the tables; a preset's samples are decoded when it is first asked for. Safe for many threads.
 */
public final class SoundFont implements InstrumentFile {

    /** Bytes that a file may have. */
    public static final int LIMIT = 1 << 29;

    /**
     * An entry of the bank.
     *
     * @param bank 0 … 127, or 128 for drum kits
     * @param program 0 … 127
     * @param name what the file calls it
     */
    public record Entry(int bank, int program, String name) {
    }

    private final Tables tables;
    private final Samples samples;
    private final Map<Integer, Integer> rows = new TreeMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final String hash;

    private SoundFont(byte[] bytes) throws BrokenSoundFont {
        tables = new Tables(ByteBuffer.wrap(bytes));
        hash = hash(bytes);
        samples = new Samples(tables);
        for (int row = 0; row < tables.presets(); row++) {
            int bank = tables.bank(row);
            int program = tables.program(row);
            if (bank <= Preset.DRUMS && program < 128
                    && rows.putIfAbsent(Preset.address(bank, program), row) == null) {
                entries.add(new Entry(bank, program, tables.name(row)));
            }
        }
        entries.sort(Comparator.comparingInt(Entry::bank).thenComparingInt(Entry::program));
    }

    /** Reads a bank that lies in memory. */
    public static SoundFont read(byte[] bytes) throws BrokenSoundFont {
        try {
            return new SoundFont(bytes);
        } catch (IndexOutOfBoundsException | IllegalArgumentException beyond) {
            throw new BrokenSoundFont("The SoundFont is damaged: its tables point outside the file.");
        }
    }

    /** Reads a bank from a file. */
    public static SoundFont open(Path file) throws IOException {
        if (Files.size(file) > LIMIT) {
            throw new BrokenSoundFont("The SoundFont is larger than " + (LIMIT >> 20) + " MiB.");
        }
        return read(Files.readAllBytes(file));
    }

    /** Reads the bank that comes with Tutti. */
    public static SoundFont builtIn() throws IOException {
        try (InputStream stream = SoundFont.class.getResourceAsStream("/soundfonts/FluidR3_GM.sf3")) {
            if (stream == null) {
                throw new BrokenSoundFont("The SoundFont that comes with Tutti is missing from this build.");
            }
            return read(stream.readAllBytes());
        }
    }

    /** The first 16 hexadecimal digits of the file's SHA-256. */
    public String hash() {
        return hash;
    }

    /** What the bank has, by bank and program. */
    @Override
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Whether the bank has a preset there. */
    public boolean has(int bank, int program) {
        return rows.containsKey(Preset.address(bank, program));
    }

    /** A preset with its samples decoded, or null where the bank has none there. */
    @Override
    public @Nullable Preset preset(int bank, int program) throws BrokenSoundFont {
        Integer row = rows.get(Preset.address(bank, program));
        if (row == null) {
            return null;
        }
        try {
            return new Preset(bank, program, tables.name(row), tables.zones(row, samples));
        } catch (IndexOutOfBoundsException | IllegalArgumentException beyond) {
            throw new BrokenSoundFont("Preset " + bank + "/" + program + " of the SoundFont is damaged.");
        }
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
