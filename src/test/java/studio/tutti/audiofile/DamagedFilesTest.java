package studio.tutti.audiofile;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/** Files cut at many lengths and changed at random: each is read to its end or refused with a sentence, never anything else. */
@DisplayName("A damaged file of sound")
class DamagedFilesTest {

    private static final long MOST_FRAMES = 10_000_000;

    @TempDir Path folder;

    @ParameterizedTest
    @Timeout(120)
    @ValueSource(strings = {"two-tones.flac", "two-tones.mp3", "tone-22k.mp3", "two-tones.ogg", "two-tones.opus", "wav", "aiff"})
    @DisplayName("is refused with a sentence wherever it was cut")
    void cut(String name) throws IOException {
        byte[] whole = bytes(name);
        int refused = 0;
        int tries = 60;
        for (int i = 0; i < tries; i++) {
            refused += read(Arrays.copyOf(whole, (int) ((long) whole.length * i / tries))) ? 0 : 1;
        }
        assertThat(refused).isEqualTo(tries);
    }

    @ParameterizedTest
    @Timeout(240)
    @ValueSource(strings = {"two-tones.flac", "two-tones.mp3", "two-tones.ogg", "two-tones.opus", "wav", "aiff"})
    @DisplayName("is read or refused with a sentence whatever was changed in it")
    void changed(String name) throws IOException {
        byte[] whole = bytes(name);
        long seed = Long.getLong("tutti.seed", 20_261_126);
        for (int i = 0; i < 250; i++) {
            Random random = new Random(seed + i);
            byte[] damaged = whole.clone();
            int near = random.nextBoolean() ? Math.min(400, whole.length) : whole.length;
            for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
                damaged[random.nextInt(near)] = (byte) random.nextInt();
            }
            try {
                read(damaged);
            } catch (IOException | RuntimeException | Error unexpected) {
                throw new AssertionError("seed " + (seed + i) + " of " + name, unexpected);
            }
        }
    }

    /** Whether the bytes were read to their end; false if they were refused. */
    private boolean read(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("damaged"), bytes);
        try (AudioSource source = AudioFile.open(file)) {
            float[][] block = new float[source.channels()][4096];
            long frames = 0;
            int some;
            while ((some = source.read(block, 0, 4096)) > 0 && frames < MOST_FRAMES) {
                frames += some;
            }
            return true;
        } catch (AudioRefused refused) {
            assertThat(refused.getMessage()).isNotBlank().endsWith(".");
            return false;
        }
    }

    private byte[] bytes(String name) throws IOException {
        if (name.equals("wav")) {
            Path file = folder.resolve("whole.wav");
            try (AudioWriter writer = AudioWriter.create(file, Encoding.WAV_24, 44_100, 2)) {
                writer.write(WritingTest.music(2, 5_000), 0, 5_000);
                writer.finish();
            }
            return Files.readAllBytes(file);
        }
        return Files.readAllBytes(Sounds.example(name.equals("aiff") ? "two-tones.aiff" : name));
    }
}
