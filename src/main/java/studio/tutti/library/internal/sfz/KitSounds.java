package studio.tutti.library.internal.sfz;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import studio.tutti.audiofile.AudioFile;
import studio.tutti.audiofile.AudioRefused;
import studio.tutti.audiofile.AudioSource;
import studio.tutti.core.instrument.PresetHead;
import studio.tutti.core.instrument.Sample;
import studio.tutti.library.BrokenSoundFont;

/** The recordings of one kit, each decoded once: one sample, or two of a stereo file. */
final class KitSounds {

    /** The longest recording, in seconds. */
    private static final int LONGEST = 180;
    private static final int BLOCK = 1 << 14;

    private final Archive archive;
    private final Map<String, Sample[]> decoded = new HashMap<>();
    private long frames;
    private long read;

    KitSounds(Archive archive) {
        this.archive = archive;
    }

    /** The samples of a file of the archive. */
    Sample[] samples(String name) throws IOException {
        Sample[] known = decoded.get(name);
        if (known == null) {
            known = decode(name);
            decoded.put(name, known);
        }
        return known;
    }

    private Sample[] decode(String name) throws IOException {
        byte[] bytes = archive.read(name);
        read += bytes.length;
        if (read > Archive.ALL_BYTES) {
            throw Archive.tooLarge();
        }
        int[] loop = loop(bytes);
        Path file = Files.createTempFile("tutti-kit", ".sound");
        try {
            Files.write(file, bytes);
            try (AudioSource source = AudioFile.open(file)) {
                return samples(source, name, loop);
            }
        } catch (AudioRefused refused) {
            throw new BrokenSoundFont("Sample “" + Archive.shown(name) + "” of the kit can't be read: " + refused.getMessage());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private Sample[] samples(AudioSource source, String name, int[] loop) throws IOException {
        int channels = source.channels();
        float[][] block = new float[channels][BLOCK];
        short[][] pcm = new short[channels][BLOCK];
        int length = 0;
        for (int some = source.read(block, 0, BLOCK); some >= 0; some = source.read(block, 0, BLOCK)) {
            frames += (long) some * channels;
            if (length + some > LONGEST * source.rate() || frames > PresetHead.FRAMES) {
                throw new BrokenSoundFont("The kit's samples are too long: three minutes each and 256 MiB together can be played.");
            }
            for (int channel = 0; channel < channels; channel++) {
                if (length + some > pcm[channel].length) {
                    pcm[channel] = Arrays.copyOf(pcm[channel], Math.max(2 * pcm[channel].length, length + some));
                }
                for (int i = 0; i < some; i++) {
                    pcm[channel][length + i] = (short) Math.clamp(Math.round(block[channel][i] * 32768.0), -32768, 32767);
                }
            }
            length += some;
        }
        boolean loops = loop[1] > loop[0] && loop[1] <= length;
        Sample[] samples = new Sample[channels];
        for (int channel = 0; channel < channels; channel++) {
            samples[channel] = new Sample(name, Arrays.copyOf(pcm[channel], length), source.rate(), loops ? loop[0] : 0,
                    loops ? loop[1] : 0, 60, 0);
        }
        return samples;
    }

    /** First frame and end of the loop that a WAV file's part "smpl" tells, or zeros. */
    private static int[] loop(byte[] bytes) {
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int at = 12;
        while (bytes.length >= 12 && bytes[0] == 'R' && at > 0 && at <= bytes.length - 8) {
            String part = new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
            int size = file.getInt(at + 4);
            if (part.equals("smpl") && at + 8 + 60 <= bytes.length && file.getInt(at + 8 + 28) > 0) {
                int start = file.getInt(at + 8 + 44);
                int end = file.getInt(at + 8 + 48);
                return start >= 0 && end > start && end < Integer.MAX_VALUE ? new int[] {start, end + 1} : new int[2];
            }
            if (size < 0) {
                break;
            }
            at += 8 + size + (size & 1);
        }
        return new int[2];
    }
}
