package studio.tutti.exchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.exchange.internal.Recreation;
import studio.tutti.exchange.internal.Texts;
import studio.tutti.exchange.internal.TuttiFileReader;
import studio.tutti.exchange.internal.Turnstile;
import studio.tutti.exchange.internal.midi.MidiImport;
import studio.tutti.exchange.internal.midi.MidiLimits;
import studio.tutti.exchange.internal.musicxml.ScoreImport;
import studio.tutti.exchange.internal.musicxml.ScoreLimits;

/** Reads a file as a song. A MIDI file is known by its first bytes, whatever its name. */
public final class SongReader {

    private static final SecureRandom RANDOM = new SecureRandom();

    private SongReader() {}

    /**
     * Reads a file; recordings in it are passed over.
     *
     * @throws SongRefused if it is no song that can be read, or damaged, or over a limit; one sentence says why
     */
    public static Song read(Path file) throws IOException {
        return read(file, MediaSink.NONE);
    }

    /**
     * Reads a file.
     *
     * @param media where the recordings go that come with a {@code .tutti} file
     * @throws SongRefused if it is no song that can be read, or damaged, or over a limit; one sentence says why
     */
    public static Song read(Path file, MediaSink media) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new SongRefused("There is no file " + file + ".");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.getFileName().toString(), media);
        }
    }

    /**
     * Reads a stream.
     *
     * @param in read as far as needed; not closed
     * @param fileName for a song that doesn't say its name
     * @param media where the recordings go that come with a {@code .tutti} file
     * @throws SongRefused if it is no song that can be read, or damaged, or over a limit; one sentence says why
     */
    public static Song read(InputStream in, String fileName, MediaSink media) throws IOException {
        BufferedInputStream whole = new BufferedInputStream(in);
        whole.mark(4);
        byte[] first = whole.readNBytes(4);
        whole.reset();
        if (first.length == 4 && first[0] == 'P' && first[1] == 'K' && first[2] == 3 && first[3] == 4) {
            return switch (SongFormat.of(fileName).orElse(SongFormat.MIDI)) {
                case TUTTI -> new Song(TuttiFileReader.read(whole, media), List.of());
                case MXL, MUSICXML -> score(whole, stem(fileName));
                case MIDI -> throw SongFormat.unknown(fileName);
            };
        }
        if (isScore(first, fileName)) {
            return score(whole, stem(fileName));
        }
        boolean midi = first.length == 0 || first[0] == 'M' || first[0] == 'R' || SongFormat.of(fileName).isPresent();
        if (!midi) {
            throw SongFormat.unknown(fileName);
        }
        return midi(whole, stem(fileName));
    }

    private static Song midi(InputStream in, String name) throws IOException {
        byte[] bytes = in.readNBytes(MidiLimits.BYTES + 1);
        return Turnstile.pass(() -> {
            IdSequence ids = new IdSequence(RANDOM.nextLong(), RANDOM.nextLong() >>> 2);
            MidiImport made = MidiImport.read(bytes, name, ids);
            try {
                return new Song(Recreation.make(made.operations(), ids.next()), made.remarks());
            } catch (EditRefused refused) {
                throw new SongRefused(refused.getMessage());
            }
        });
    }

    /** Whether a file is MusicXML by its name, or, where its name says nothing, begins as XML does. */
    private static boolean isScore(byte[] first, String fileName) {
        Optional<SongFormat> named = SongFormat.of(fileName);
        return named.isPresent()
                ? named.get() == SongFormat.MUSICXML || named.get() == SongFormat.MXL
                : first.length > 0 && first[0] == '<';
    }

    private static Song score(InputStream in, String name) throws IOException {
        byte[] bytes = in.readNBytes(ScoreLimits.BYTES + 1);
        return Turnstile.pass(() -> {
            IdSequence ids = new IdSequence(RANDOM.nextLong(), RANDOM.nextLong() >>> 2);
            ScoreImport made = ScoreImport.read(bytes, name, ids);
            try {
                return new Song(Recreation.make(made.operations(), ids.next()), made.remarks());
            } catch (EditRefused refused) {
                throw new SongRefused(refused.getMessage());
            }
        });
    }

    /** A file's name without folder and suffix, as the name of a song. */
    private static String stem(String fileName) {
        String name = fileName.substring(fileName.replace('\\', '/').lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        String stem = (dot > 0 ? name.substring(0, dot) : name).replace('_', ' ').strip();
        return Texts.cut(stem, 200);
    }
}
