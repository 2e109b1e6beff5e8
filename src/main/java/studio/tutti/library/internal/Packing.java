package studio.tutti.library.internal;

import studio.tutti.core.instrument.Preset;
import studio.tutti.core.instrument.PresetHead;
import studio.tutti.core.instrument.Sample;
import studio.tutti.core.instrument.SoundCoding;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.GZIPOutputStream;

/** Packs a preset for browsers. */
public final class Packing {

    private Packing() {
    }

    /** See {@link studio.tutti.library.PresetSound#packed()}. */
    public static byte[] pack(Preset preset) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
            try (OutputStream out = new GZIPOutputStream(bytes, 1 << 16)) {
                int[] head = PresetHead.write(preset);
                ByteBuffer numbers = ByteBuffer.allocate(4 + 4 * head.length).order(ByteOrder.LITTLE_ENDIAN);
                numbers.putInt(head.length).asIntBuffer().put(head);
                out.write(numbers.array());
                sound(preset, out);
            }
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
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
