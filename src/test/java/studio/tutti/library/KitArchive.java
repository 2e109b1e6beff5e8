package studio.tutti.library;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip archive for tests, and sounds to put into it. */
final class KitArchive {

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    KitArchive with(String name, String text) {
        return with(name, text.getBytes(StandardCharsets.UTF_8));
    }

    KitArchive with(String name, byte[] bytes) {
        files.put(name, bytes);
        return this;
    }

    byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    Path in(Path folder) throws IOException {
        return Files.write(Files.createTempFile(folder, "kit", ".zip"), bytes());
    }

    InstrumentFile open(Path folder) throws IOException {
        return InstrumentFile.open(in(folder), "kit.zip");
    }

    /** A 16-bit WAV of a rising line, with a loop where {@code loopEnd} is above 0. */
    static byte[] wav(int channels, int frames, int loopStart, int loopEnd) {
        ByteBuffer sound = ByteBuffer.allocate(44 + 2 * channels * frames + (loopEnd > 0 ? 68 : 0)).order(ByteOrder.LITTLE_ENDIAN);
        sound.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(sound.capacity() - 8).put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII));
        sound.putInt(16).putShort((short) 1).putShort((short) channels).putInt(44_100).putInt(44_100 * 2 * channels);
        sound.putShort((short) (2 * channels)).putShort((short) 16);
        sound.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * channels * frames);
        for (int frame = 0; frame < frames; frame++) {
            for (int channel = 0; channel < channels; channel++) {
                sound.putShort((short) ((channel == 0 ? 10 : -10) * (frame % 1000)));
            }
        }
        if (loopEnd > 0) {
            sound.put("smpl".getBytes(StandardCharsets.US_ASCII)).putInt(60);
            for (int i = 0; i < 7; i++) {
                sound.putInt(0);
            }
            sound.putInt(1).putInt(0).putInt(0).putInt(0).putInt(loopStart).putInt(loopEnd - 1).putInt(0).putInt(0);
        }
        return sound.array();
    }
}
