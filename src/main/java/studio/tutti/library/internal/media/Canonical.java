package studio.tutti.library.internal.media;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import studio.tutti.audiofile.AudioFile;
import studio.tutti.audiofile.AudioRefused;
import studio.tutti.audiofile.AudioSource;
import studio.tutti.library.MediaRefused;

/**
 * The sound of a file as everybody plays it: 16 bits at the file's own rate, frame by frame, left before right, lower bytes first.
 * What the file has in more bits is rounded with triangular dither of one step either way, from a fixed seed, so that one
 * file gives the same numbers on every node.
 */
public final class Canonical {

    /** The longest sound that is taken in, in seconds. */
    public static final int MOST_SECONDS = 30 * 60;

    private static final long SEED = 0x5475747469L;
    private static final int BLOCK = 1 << 14;

    private Canonical() {}

    /**
     * What was made.
     *
     * @param peaks as {@link Peaks} lays them out
     */
    public record Made(int rate, int channels, int frames, byte[] peaks) {}

    /**
     * Decodes a file into a place of the vault.
     *
     * @throws MediaRefused if it is no sound, damaged or too long
     */
    public static Made decode(Path file, Vault vault, String place) throws IOException {
        try (AudioSource source = AudioFile.open(file)) {
            if (source.frames() > most(source)) {
                throw tooLong(source.frames() / source.rate());
            }
            return decode(source, vault, place, frames -> {});
        } catch (AudioRefused refused) {
            throw new MediaRefused(String.valueOf(refused.getMessage()));
        }
    }

    /** Whether a file is one of sound, as far as its beginning tells. */
    public static boolean isSound(Path file) throws IOException {
        try (AudioSource source = AudioFile.open(file)) {
            return source.rate() > 0;
        } catch (AudioRefused refused) {
            return false;
        }
    }

    /** The most frames that are taken in. */
    static long most(AudioSource source) {
        return (long) MOST_SECONDS * source.rate();
    }

    /** The same, telling how many frames are in the place as it goes on. */
    static Made decode(AudioSource source, Vault vault, String place, IntConsumer made) throws IOException {
        long most = most(source);
        int channels = source.channels();
        float[][] block = new float[channels][BLOCK];
        byte[] bytes = new byte[2 * channels * BLOCK];
        Peaks peaks = new Peaks();
        SplittableRandom dice = source.bits() > 16 ? new SplittableRandom(SEED) : null;
        long frames = 0;
        long at = 0;
        for (int some = source.read(block, 0, BLOCK); some >= 0; some = source.read(block, 0, BLOCK)) {
            int to = 0;
            for (int i = 0; i < some; i++) {
                int lowest = Short.MAX_VALUE;
                int highest = Short.MIN_VALUE;
                for (int channel = 0; channel < channels; channel++) {
                    double wave = block[channel][i] * 32768.0;
                    if (dice != null) {
                        wave += dice.nextDouble() - dice.nextDouble();
                    }
                    int sample = (int) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.rint(wave)));
                    lowest = Math.min(lowest, sample);
                    highest = Math.max(highest, sample);
                    bytes[to++] = (byte) sample;
                    bytes[to++] = (byte) (sample >> 8);
                }
                peaks.add(lowest, highest);
            }
            frames += some;
            if (frames > most) {
                throw tooLong(frames / source.rate());
            }
            vault.write(place, at, bytes, to);
            at += to;
            made.accept((int) frames);
        }
        if (frames == 0) {
            throw new MediaRefused("The file holds no sound.");
        }
        return new Made(source.rate(), channels, (int) frames, peaks.bytes());
    }

    private static MediaRefused tooLong(long seconds) {
        return new MediaRefused("This sound lasts " + (seconds >= 7200 ? seconds / 3600 + " hours" : (seconds + 59) / 60 + " minutes")
                + "; at most " + MOST_SECONDS / 60 + " minutes can be taken in: cut it first.");
    }
}
