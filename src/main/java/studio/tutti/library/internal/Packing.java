package studio.tutti.library.internal;

import studio.tutti.core.instrument.Preset;
import studio.tutti.core.instrument.PresetHead;
import studio.tutti.core.instrument.Sample;
import studio.tutti.core.instrument.SoundCoding;
import studio.tutti.library.PresetSound;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/** Packs a preset for browsers. */
public final class Packing {

    private Packing() {
    }

    public static PresetSound pack(Preset preset) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
            try (OutputStream out = new DigestOutputStream(new GZIPOutputStream(bytes, 1 << 16), digest)) {
                int[] head = PresetHead.write(preset);
                ByteBuffer numbers = ByteBuffer.allocate(4 + 4 * head.length).order(ByteOrder.LITTLE_ENDIAN);
                numbers.putInt(head.length).asIntBuffer().put(head);
                out.write(numbers.array());
                sound(preset, out);
            }
            return new PresetSound(HexFormat.of().formatHex(digest.digest(), 0, 16), bytes.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void sound(Preset preset, OutputStream out) throws IOException {
        SoundCoding coding = new SoundCoding();
        short[] block = new short[SoundCoding.BLOCK];
        byte[] coded = new byte[2 * SoundCoding.BLOCK];
        int filled = 0;
        for (Sample sample : PresetHead.samples(preset)) {
            for (int at = 0; at < sample.length(); ) {
                int some = Math.min(block.length - filled, sample.length() - at);
                System.arraycopy(sample.pcm(), at, block, filled, some);
                at += some;
                filled += some;
                if (filled == block.length) {
                    coding.encode(block, 0, filled, coded, 0);
                    out.write(coded);
                    filled = 0;
                }
            }
        }
        coding.encode(block, 0, filled, coded, 0);
        out.write(coded, 0, 2 * filled);
    }
}
