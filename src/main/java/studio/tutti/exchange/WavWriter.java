package studio.tutti.exchange;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes stereo sound as a WAV file: into a temporary file beside it, which takes its name when {@link #finish} is called,
 * so that what lies there is whole or untouched.
 */
public final class WavWriter implements AutoCloseable {

    /** How a frame is stored. */
    public enum Depth {
        /** 16-bit integers, with triangular dither of one step. */
        PCM16(16, 1),
        /** 24-bit integers. */
        PCM24(24, 1),
        /** 32-bit floating point, full scale ±1. */
        FLOAT32(32, 3);

        private final int bits;
        private final int code;

        Depth(int bits, int code) {
            this.bits = bits;
            this.code = code;
        }

        /** Bytes of a stereo frame. */
        int frame() {
            return bits / 4;
        }

        /** Reads {@code 16}, {@code 24} or {@code 32f}. */
        public static Depth of(String text) {
            return switch (text) {
                case "16" -> PCM16;
                case "24" -> PCM24;
                case "32f" -> FLOAT32;
                default -> throw new IllegalArgumentException("A WAV file has 16, 24 or 32f bits, not " + text + ".");
            };
        }
    }

    private static final int BLOCK = 4096;
    private static final int HEAD = 58;

    private final Path target;
    private final Path temporary;
    private final int rate;
    private final FileChannel out;
    private final Depth depth;
    private final ByteBuffer bytes;
    private long dither = 0x9E3779B97F4A7C15L;
    private long written;
    private boolean finished;

    /**
     * Begins a file.
     *
     * @param rate frames a second
     */
    public WavWriter(Path target, int rate, Depth depth) throws IOException {
        this.target = target;
        this.rate = rate;
        this.depth = depth;
        bytes = ByteBuffer.allocate(BLOCK * depth.frame()).order(ByteOrder.LITTLE_ENDIAN);
        Path folder = target.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        temporary = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
        out = FileChannel.open(temporary, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        out.write(ByteBuffer.allocate(HEAD));
    }

    /**
     * Writes some frames; values beyond ±1 are held there in the integer depths.
     *
     * @throws SongRefused if a WAV file can't hold so much
     */
    public void write(float[] left, float[] right, int from, int frames) throws IOException {
        written += frames;
        if (written * depth.frame() > 0xFFFFFFFFL - HEAD - 1) {
            throw new SongRefused("A WAV file holds at most 4 GiB, and this would be more.");
        }
        for (int at = 0; at < frames; at += BLOCK) {
            bytes.clear();
            int to = Math.min(frames, at + BLOCK);
            for (int i = from + at; i < from + to; i++) {
                put(left[i]);
                put(right[i]);
            }
            out.write(bytes.flip());
        }
    }

    /**
     * Closes the file and gives it its name, replacing what had it.
     *
     * @param frames how many of the frames written are kept
     */
    public void finish(long frames) throws IOException {
        long size = frames * depth.frame();
        out.truncate(HEAD + size);
        if ((size & 1) == 1) {
            out.write(ByteBuffer.allocate(1), HEAD + size);
        }
        out.write(head(size, frames), 0);
        out.close();
        Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        finished = true;
    }

    /** Without {@link #finish}, nothing is left. */
    @Override
    public void close() throws IOException {
        if (!finished) {
            out.close();
            Files.deleteIfExists(temporary);
        }
    }

    private void put(float value) {
        switch (depth) {
            case FLOAT32 -> bytes.putFloat(value);
            case PCM24 -> {
                int number = (int) Math.clamp(Math.round(value * 8388608.0), -8388608, 8388607);
                bytes.put((byte) number).put((byte) (number >> 8)).put((byte) (number >> 16));
            }
            case PCM16 -> {
                double noise = random() - random();
                bytes.putShort((short) Math.clamp(Math.round(value * 32768.0 + noise), -32768, 32767));
            }
        }
    }

    /** 0 up to 1, the same row of numbers for every file. */
    private double random() {
        dither ^= dither << 13;
        dither ^= dither >>> 7;
        dither ^= dither << 17;
        return (dither >>> 11) * 0x1p-53;
    }

    private ByteBuffer head(long size, long frames) {
        ByteBuffer head = ByteBuffer.allocate(HEAD).order(ByteOrder.LITTLE_ENDIAN);
        head.put(letters("RIFF")).putInt((int) (HEAD - 8 + size + (size & 1))).put(letters("WAVE"));
        head.put(letters("fmt ")).putInt(18).putShort((short) depth.code).putShort((short) 2).putInt(rate)
                .putInt(rate * depth.frame()).putShort((short) depth.frame()).putShort((short) depth.bits).putShort((short) 0);
        head.put(letters("fact")).putInt(4).putInt((int) frames);
        head.put(letters("data")).putInt((int) size);
        return head.flip();
    }

    private static byte[] letters(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }
}
