package studio.tutti.audiofile;

import studio.tutti.audiofile.internal.FlacWriter;
import studio.tutti.audiofile.internal.OpusWriter;
import studio.tutti.audiofile.internal.WavWriter;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes sound as a file: into a temporary one beside it, which takes its name when {@link #finish} is called, so that what lies
 * there is whole or untouched.
 */
public abstract class AudioWriter implements AutoCloseable {

    private final FileChannel out;
    private long end;
    /** Frames a second. */
    protected final int rate;
    /** 1 or 2. */
    protected final int channels;
    /** Frames written so far. */
    protected long frames;
    private final Path target;
    private final Path temporary;
    private boolean finished;

    /** Begins a file. */
    protected AudioWriter(Path target, int rate, int channels) throws IOException {
        this.target = target;
        this.rate = rate;
        this.channels = channels;
        Path folder = target.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        temporary = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
        out = FileChannel.open(temporary, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
    }

    /**
     * Begins a file.
     *
     * @param rate frames a second, 8,000 to 192,000
     * @param channels 1 or 2
     * @throws AudioRefused if the encoding doesn't know this rate
     */
    public static AudioWriter create(Path target, Encoding encoding, int rate, int channels) throws IOException {
        if (rate < AudioFile.LOWEST_RATE || rate > AudioFile.HIGHEST_RATE || channels < 1 || channels > 2) {
            throw new AudioRefused("Sound is written in mono or stereo at 8,000 to 192,000 frames a second.");
        }
        return switch (encoding) {
            case WAV_16, WAV_24, WAV_FLOAT -> new WavWriter(target, encoding, rate, channels);
            case FLAC_16, FLAC_24 -> new FlacWriter(target, encoding.bits(), rate, channels);
            case OPUS -> {
                if (rate != 48_000) {
                    throw new AudioRefused("Opus is written at 48 kHz only.");
                }
                yield new OpusWriter(target, channels);
            }
        };
    }

    /**
     * Writes some frames; values beyond ±1 are held there where the encoding stores integers.
     *
     * @param sound an array a channel
     * @throws AudioRefused if the file can't hold so much
     */
    public abstract void write(float[][] sound, int from, int count) throws IOException;

    /** Writes all of some bytes behind those before; if that fails, nothing is left of the file. */
    protected final void put(ByteBuffer bytes) throws IOException {
        int count = bytes.remaining();
        put(bytes, end);
        end += count;
    }

    /** Writes all of some bytes to a place of the file: on a disk that gets full, a single write may take only some. */
    protected final void put(ByteBuffer bytes, long place) throws IOException {
        long begin = place - bytes.position();
        try {
            while (bytes.hasRemaining()) {
                out.write(bytes, begin + bytes.position());
            }
        } catch (IOException full) {
            close();
            throw full;
        }
    }

    /** Writes what is left over, and what stands in the head once the sound is known. */
    protected abstract void complete() throws IOException;

    /** Closes the file and gives it its name, replacing what had it. */
    public final void finish() throws IOException {
        complete();
        out.close();
        Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        finished = true;
    }

    /** Without {@link #finish}, nothing is left. */
    @Override
    public final void close() throws IOException {
        if (!finished) {
            out.close();
            Files.deleteIfExists(temporary);
        }
    }
}
