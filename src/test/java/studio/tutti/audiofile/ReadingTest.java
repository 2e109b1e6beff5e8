package studio.tutti.audiofile;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("Reading files of sound")
class ReadingTest {

    @TempDir Path folder;

    @ParameterizedTest
    @DisplayName("two tones that other programs wrote come back in tune, at their level and to their frame")
    @CsvSource({"two-tones.flac,44100,22050,1e-4", "two-tones.mp3,44100,22050,0.03", "two-tones.ogg,44100,22050,0.02", "two-tones.opus,48000,24000,0.03"})
    void twoTones(String name, int rate, int frames, double error) throws IOException {
        float[][] sound = Sounds.read(Sounds.example(name));

        assertThat(sound).hasNumberOfRows(2);
        assertThat(sound[0]).hasSize(frames);
        assertThat(furthest(sound[0], 440, rate)).isLessThan(error);
        assertThat(furthest(sound[1], 660, rate)).isLessThan(error);
    }

    @Test
    @DisplayName("an MP3 of half the rate comes back at that rate")
    void lowRate() throws IOException {
        try (AudioSource source = AudioFile.open(Sounds.example("tone-22k.mp3"))) {
            assertThat(source.rate()).isEqualTo(22_050);
            assertThat(source.channels()).isEqualTo(1);
            assertThat(source.frames()).isEqualTo(11_025);
        }
        assertThat(furthest(Sounds.read(Sounds.example("tone-22k.mp3"))[0], 440, 22_050)).isLessThan(0.03);
    }

    @Test
    @DisplayName("WAV of every depth gives the numbers that were stored")
    void wavDepths() throws IOException {
        assertThat(one(wav(1, 8, new byte[] {0, (byte) 128, (byte) 192, (byte) 255}, false))).containsExactly(-1, 0, 0.5f, 127 / 128f);
        assertThat(one(wav(1, 16, little(2, -32768, 0, 16384, 32767), false))).containsExactly(-1, 0, 0.5f, 32767 / 32768f);
        assertThat(one(wav(1, 24, little(3, -8388608, 1, 4194304, 8388607), false))).containsExactly(-1, 0x1p-23f, 0.5f, 8388607 / 8388608f);
        assertThat(one(wav(1, 32, little(4, Integer.MIN_VALUE, 1 << 30), false))).containsExactly(-1, 0.5f);
        assertThat(one(wav(3, 32, little(4, Float.floatToIntBits(1.5f), Float.floatToIntBits(Float.NaN)), false))).containsExactly(1.5f, 0);
        assertThat(one(wav(1, 24, little(3, -8388608, 4194304), true))).containsExactly(-1, 0.5f);
    }

    @Test
    @DisplayName("AIFF reads the highest byte first, sowt the lowest")
    void aiff() throws IOException {
        assertThat(one(aiff("NONE", new byte[] {(byte) 0x80, 0, 0x40, 0}))).containsExactly(-1, 0.5f);
        assertThat(one(aiff("sowt", new byte[] {0, (byte) 0x80, 0, 0x40}))).containsExactly(-1, 0.5f);
    }

    @Test
    @DisplayName("what can't be read is refused with a sentence that says why")
    void refusals() throws IOException {
        refused(new byte[0], "empty");
        refused("Dear diary, today we wrote a song.".getBytes(StandardCharsets.UTF_8), "no sound file");
        refused(wav(2, 4, new byte[8], false), "compressed");
        byte[] whole = wav(1, 16, new byte[4000], false);
        refused(java.util.Arrays.copyOf(whole, whole.length - 100), "cut off");
        refused(java.util.Arrays.copyOf(whole, 30), "cut off");
        byte[] quick = wav(1, 16, new byte[40], false);
        ByteBuffer.wrap(quick).order(ByteOrder.LITTLE_ENDIAN).putInt(24, 400_000);
        refused(quick, "8,000 to 192,000");
        byte[] wide = wav(1, 16, new byte[48], false);
        ByteBuffer.wrap(wide).order(ByteOrder.LITTLE_ENDIAN).putShort(22, (short) 6).putShort(32, (short) 12);
        refused(wide, "6 channels");
    }

    private void refused(byte[] bytes, String word) throws IOException {
        Path file = write(bytes);
        assertThatThrownBy(() -> Sounds.read(file)).isInstanceOf(AudioRefused.class).hasMessageContaining(word);
    }

    private float[] one(byte[] bytes) throws IOException {
        return Sounds.read(write(bytes))[0];
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("sound"), bytes);
    }

    /** How far a tone is from the sine that it should be, the first and last hundredth of a second left out. */
    static double furthest(float[] tone, double hertz, int rate) {
        double most = 0;
        for (int i = rate / 100; i < tone.length - rate / 100; i++) {
            most = Math.max(most, Math.abs(tone[i] - 0.5 * Math.sin(2 * Math.PI * hertz * i / rate)));
        }
        return most;
    }

    private static byte[] little(int bytes, int... numbers) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int number : numbers) {
            for (int i = 0; i < bytes; i++) {
                out.write(number >> 8 * i);
            }
        }
        return out.toByteArray();
    }

    private static byte[] wav(int code, int bits, byte[] data, boolean extensible) {
        int head = extensible ? 40 : 16;
        ByteBuffer file = ByteBuffer.allocate(28 + head + data.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes()).putInt(20 + head + data.length).put("WAVE".getBytes());
        file.put("fmt ".getBytes()).putInt(head).putShort((short) (extensible ? 0xFFFE : code)).putShort((short) 1).putInt(44_100);
        file.putInt(44_100 * bits / 8).putShort((short) Math.max(1, bits / 8)).putShort((short) bits);
        if (extensible) {
            file.putShort((short) 22).putShort((short) bits).putInt(4).putShort((short) code).put(new byte[14]);
        }
        return file.put("data".getBytes()).putInt(data.length).put(data).array();
    }

    private static byte[] aiff(String kind, byte[] data) {
        ByteBuffer file = ByteBuffer.allocate(12 + 8 + 24 + 8 + 8 + data.length);
        file.put("FORM".getBytes()).putInt(0).put("AIFC".getBytes());
        file.put("COMM".getBytes()).putInt(24).putShort((short) 1).putInt(data.length / 2).putShort((short) 16);
        file.putShort((short) 0x400E).putLong(44_100L << 48).put(kind.getBytes()).putShort((short) 0);
        return file.put("SSND".getBytes()).putInt(8 + data.length).putLong(0).put(data).array();
    }
}
