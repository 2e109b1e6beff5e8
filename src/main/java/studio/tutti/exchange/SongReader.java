package studio.tutti.exchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.exchange.internal.midi.MidiImport;

/** Reads a file as a song. What a file is shows in its first bytes, whatever its name. */
public final class SongReader {

    private static final SecureRandom RANDOM = new SecureRandom();

    private SongReader() {}

    /**
     * Reads a file.
     *
     * @throws SongRefused if it is no song that can be read, or damaged, or over a limit; one sentence says why
     */
    public static Song read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new SongRefused("There is no file " + file + ".");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.getFileName().toString());
        }
    }

    /**
     * Reads a stream.
     *
     * @param in read as far as needed; not closed
     * @param fileName for a song that doesn't say its name
     * @throws SongRefused if it is no song that can be read, or damaged, or over a limit; one sentence says why
     */
    public static Song read(InputStream in, String fileName) throws IOException {
        return midi(new BufferedInputStream(in), stem(fileName));
    }

    private static Song midi(InputStream in, String name) throws IOException {
        IdSequence ids = new IdSequence(RANDOM.nextLong(), RANDOM.nextLong() >>> 2);
        MidiImport made = MidiImport.read(in, name, ids);
        Arrangement arrangement = new Arrangement();
        try {
            arrangement.apply(new Edit(ids.next(), ids.next(), 0, "song.import", Id.NONE, made.operations()));
        } catch (EditRefused refused) {
            throw new SongRefused(refused.getMessage());
        }
        return new Song(arrangement, made.remarks());
    }

    /** A file's name without folder and suffix, as the name of a song. */
    private static String stem(String fileName) {
        String name = fileName.substring(fileName.replace('\\', '/').lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        String stem = (dot > 0 ? name.substring(0, dot) : name).replace('_', ' ').strip();
        return studio.tutti.exchange.internal.Texts.cut(stem, 200);
    }
}
