package studio.tutti.audiofile;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

@DisplayName("Writing files of sound")
class WritingTest {

    @TempDir Path folder;

    @ParameterizedTest
    @DisplayName("what was written is read again, to the step of its depth")
    @CsvSource({
        "WAV_16,44100,2,1.5", "WAV_24,96000,2,0.5", "WAV_FLOAT,48000,2,0", "WAV_16,8000,1,1.5", "WAV_24,44100,1,0.5",
        "FLAC_16,44100,2,1.5", "FLAC_24,96000,2,0.5", "FLAC_16,11025,1,1.5", "FLAC_24,192000,1,0.5"})
    void roundTrip(Encoding encoding, int rate, int channels, double steps) throws IOException {
        for (float[][] sound : new float[][][] {music(channels, 20_011), noise(channels, 9_000), new float[channels][5_000], music(channels, 3)}) {
            Path file = write(sound, encoding, rate);

            float[][] again = Sounds.read(file);

            double step = Math.scalb(1.0, encoding.bits() == 16 ? -15 : -23);
            assertThat(again).hasDimensions(channels, sound[0].length);
            assertThat(furthest(sound, again)).isLessThanOrEqualTo(steps * step);
        }
    }

    @Test
    @DisplayName("16-bit FLAC and WAV hold the same numbers, dither included")
    void sameNumbers() throws IOException {
        float[][] sound = music(2, 30_000);

        assertThat(Sounds.read(write(sound, Encoding.FLAC_16, 44_100))).isDeepEqualTo(Sounds.read(write(sound, Encoding.WAV_16, 44_100)));
    }

    @Test
    @DisplayName("full scale and beyond is held at full scale")
    void heldAtFullScale() throws IOException {
        float[][] sound = new float[2][6_000];
        for (int i = 0; i < 6_000; i++) {
            sound[0][i] = i % 2 == 0 ? 2 : -2;
            sound[1][i] = i % 2 == 0 ? -2 : 2;
        }

        float[][] again = Sounds.read(write(sound, Encoding.FLAC_24, 48_000));

        assertThat(again[0][0]).isEqualTo(8388607 / 8388608f);
        assertThat(again[1][0]).isEqualTo(-1f);
    }

    @Test
    @DisplayName("the FLAC tool of Xiph.Org finds every file sound, its MD5 included")
    void flacTool() throws Exception {
        assumeTrue(present("flac"));
        for (Encoding encoding : new Encoding[] {Encoding.FLAC_16, Encoding.FLAC_24}) {
            for (int channels = 1; channels <= 2; channels++) {
                for (float[][] sound : new float[][][] {music(channels, 700_001), noise(channels, 50_000), new float[channels][50_000], music(channels, 5)}) {
                    Path file = write(sound, encoding, 44_100);

                    Process tool = new ProcessBuilder("flac", "-t", "-s", "-w", file.toString()).redirectErrorStream(true).start();
                    String said = new String(tool.getInputStream().readAllBytes());

                    assertThat(tool.waitFor()).as(said).isZero();
                }
            }
        }
    }

    @Test
    @DisplayName("Opus comes back as long as it was, in time, and near to what it was")
    void opus() throws IOException {
        float[][] sound = new float[2][48_000 + 123];
        for (int i = 0; i < sound[0].length; i++) {
            sound[0][i] = (float) (0.5 * Math.sin(2 * Math.PI * 440 * i / 48_000));
            sound[1][i] = (float) (0.5 * Math.sin(2 * Math.PI * 660 * i / 48_000));
        }
        Path file = write(sound, Encoding.OPUS, 48_000);

        float[][] again = Sounds.read(file);

        assertThat(again).hasDimensions(2, sound[0].length);
        assertThat(ReadingTest.furthest(again[0], 440, 48_000)).isLessThan(0.03);
        assertThat(ReadingTest.furthest(again[1], 660, 48_000)).isLessThan(0.03);
        assertThat(Files.size(file)).isBetween(10_000L, 35_000L);
    }

    @Test
    @DisplayName("Opus at another rate is refused, and nothing is left of a file that wasn't finished")
    void refused() throws IOException {
        assertThatThrownBy(() -> AudioWriter.create(folder.resolve("x.opus"), Encoding.OPUS, 44_100, 2)).isInstanceOf(AudioRefused.class);
        try (AudioWriter writer = AudioWriter.create(folder.resolve("x.flac"), Encoding.FLAC_16, 44_100, 2)) {
            writer.write(music(2, 5_000), 0, 5_000);
        }
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
        assertThatThrownBy(() -> Encoding.of("a.flac", "32f")).hasMessage("A FLAC file has 16 or 24 bits, not 32f.");
    }

    private Path write(float[][] sound, Encoding encoding, int rate) throws IOException {
        Path file = folder.resolve("sound." + encoding.suffix());
        try (AudioWriter writer = AudioWriter.create(file, encoding, rate, sound.length)) {
            for (int at = 0; at < sound[0].length; at += 777) {
                writer.write(sound, at, Math.min(777, sound[0].length - at));
            }
            writer.finish();
        }
        return file;
    }

    private static boolean present(String tool) throws InterruptedException {
        try {
            return new ProcessBuilder(tool, "--version").redirectErrorStream(true).start().waitFor(10, TimeUnit.SECONDS);
        } catch (IOException absent) {
            return false;
        }
    }

    private static double furthest(float[][] one, float[][] other) {
        double most = 0;
        for (int channel = 0; channel < one.length; channel++) {
            for (int i = 0; i < one[channel].length; i++) {
                most = Math.max(most, Math.abs(one[channel][i] - other[channel][i]));
            }
        }
        return most;
    }

    /** A few tones that fade, alike on both sides but not the same. */
    static float[][] music(int channels, int frames) {
        float[][] sound = new float[channels][frames];
        for (int channel = 0; channel < channels; channel++) {
            for (int i = 0; i < frames; i++) {
                double fade = Math.exp(-(i % 20_000) / 8_000.0);
                sound[channel][i] = (float) (fade * (0.4 * Math.sin(i * 0.05) + 0.2 * Math.sin(i * 0.131 + channel) + 0.1 * Math.sin(i * 0.377)));
            }
        }
        return sound;
    }

    static float[][] noise(int channels, int frames) {
        Random random = new Random(7);
        float[][] sound = new float[channels][frames];
        for (float[] channel : sound) {
            for (int i = 0; i < frames; i++) {
                channel[i] = random.nextFloat() * 1.99f - 0.995f;
            }
        }
        return sound;
    }
}
