package studio.tutti.audiofile.internal;

import studio.tutti.audiofile.AudioRefused;
import studio.tutti.audiofile.AudioWriter;
import studio.tutti.audiofile.Encoding;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Writes WAV: integers of 16 and 24 bits, floating point of 32. */
public final class WavWriter extends AudioWriter {

    private static final int BLOCK = 4096;
    private static final int HEAD = 58;

    private final int bits;
    private final int frame;
    private final Quantiser quantiser;
    private final ByteBuffer bytes;

    /** Begins a file. */
    public WavWriter(Path target, Encoding encoding, int rate, int channels) throws IOException {
        super(target, rate, channels);
        bits = encoding.bits();
        frame = bits / 8 * channels;
        quantiser = new Quantiser(bits);
        bytes = ByteBuffer.allocate(BLOCK * frame).order(ByteOrder.LITTLE_ENDIAN);
        put(ByteBuffer.allocate(HEAD));
    }

    @Override
    public void write(float[][] sound, int from, int count) throws IOException {
        frames += count;
        if (frames * frame > 0xFFFFFFFFL - HEAD - 1) {
            throw new AudioRefused("A WAV file holds at most 4 GiB, and this would be more.");
        }
        for (int at = 0; at < count; at += BLOCK) {
            bytes.clear();
            int to = Math.min(count, at + BLOCK);
            for (int i = from + at; i < from + to; i++) {
                for (float[] channel : sound) {
                    put(channel[i]);
                }
            }
            put(bytes.flip());
        }
    }

    private void put(float value) {
        switch (bits) {
            case 32 -> bytes.putFloat(value);
            case 24 -> {
                int number = quantiser.of(value);
                bytes.put((byte) number).put((byte) (number >> 8)).put((byte) (number >> 16));
            }
            default -> bytes.putShort((short) quantiser.of(value));
        }
    }

    @Override
    protected void complete() throws IOException {
        long size = frames * frame;
        if ((size & 1) == 1) {
            put(ByteBuffer.allocate(1));
        }
        ByteBuffer head = ByteBuffer.allocate(HEAD).order(ByteOrder.LITTLE_ENDIAN);
        head.put(letters("RIFF")).putInt((int) (HEAD - 8 + size + (size & 1))).put(letters("WAVE"));
        head.put(letters("fmt ")).putInt(18).putShort((short) (bits == 32 ? 3 : 1)).putShort((short) channels).putInt(rate)
                .putInt(rate * frame).putShort((short) frame).putShort((short) bits).putShort((short) 0);
        head.put(letters("fact")).putInt(4).putInt((int) frames);
        head.put(letters("data")).putInt((int) size);
        put(head.flip(), 0);
    }

    private static byte[] letters(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }
}
