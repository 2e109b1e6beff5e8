package studio.tutti.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.exchange.internal.TuttiFileWriter;
import studio.tutti.exchange.internal.midi.MidiExport;
import studio.tutti.exchange.internal.musicxml.ScoreExport;

/** Writes a song as a file. */
public final class SongWriter {

    private SongWriter() {}

    /**
     * Writes a song to a stream.
     *
     * @param media where the recordings that it plays come from
     * @param out not closed
     * @return what the song holds and the format can't, a sentence each
     * @throws SongRefused if the song is more than the format can hold; nothing was written then
     */
    public static List<String> write(Arrangement arrangement, SongFormat format, MediaSource media, OutputStream out)
            throws IOException {
        return switch (format) {
            case MIDI -> {
                MidiExport export = MidiExport.of(arrangement);
                out.write(export.bytes());
                yield export.losses();
            }
            case MUSICXML, MXL -> {
                ScoreExport export = ScoreExport.of(arrangement);
                out.write(format == SongFormat.MXL ? export.zipped() : export.bytes());
                yield export.losses();
            }
            case TUTTI -> TuttiFileWriter.write(arrangement, media, out);
        };
    }

    /** The SHA-256 of each file that a {@code .tutti} file of this song holds: recordings, own instruments, pads, the master with its reports. */
    public static List<String> media(Arrangement arrangement) {
        return TuttiFileWriter.media(arrangement);
    }

    /**
     * Writes a song to a file, in the format that its name says. A file that was there is replaced only when the new one is
     * whole.
     *
     * @return what the song holds and the format can't, a sentence each
     * @throws SongRefused if the name ends in no format that can be written, or the song is more than it can hold
     */
    public static List<String> write(Arrangement arrangement, MediaSource media, Path file) throws IOException {
        String name = file.getFileName().toString();
        SongFormat format = SongFormat.of(name).orElseThrow(() -> SongFormat.unknown(name));
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new SongRefused("There is no folder " + folder + " to write into.");
        }
        Path fresh = Files.createTempFile(folder, ".tutti", ".part");
        try {
            List<String> losses;
            try (OutputStream out = Files.newOutputStream(fresh)) {
                losses = write(arrangement, format, media, out);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
            return losses;
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
