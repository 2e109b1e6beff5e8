package studio.tutti.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.instrument.Preset;
import studio.tutti.library.internal.sfz.Archive;
import studio.tutti.library.internal.sfz.Kits;

/** A file of instruments: a SoundFont, or a zip archive of SFZ kits with their sounds. Safe for many threads. */
public interface InstrumentFile {

    /** What there is, by bank and program. */
    List<SoundFont.Entry> entries();

    /** A preset with its samples decoded, or null where there is none. */
    @Nullable Preset preset(int bank, int program) throws IOException;

    /** The names of what the file says and the sampler does not play, rising; they are passed over. */
    default List<String> notPlayed() {
        return List.of();
    }

    /**
     * Opens a file by what its first bytes are.
     *
     * @param name what people call it
     * @throws BrokenSoundFont if it is neither a SoundFont nor an archive with a kit, or damaged
     */
    static InstrumentFile open(Path file, String name) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(4);
        }
        if (head.length == 4 && head[0] == 'P' && head[1] == 'K') {
            return Kits.read(Archive.open(file), name);
        }
        return SoundFont.open(file);
    }
}
