package studio.tutti.audiofile.internal;

import studio.tutti.audiofile.AudioWriter;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Writes FLAC (RFC 9639): blocks of 4,096 frames, fixed and linear predictors up to order 12, Rice codes in up to 64 parts, left and
 * right, middle and side or one of both as it comes out shortest, the MD5 of the sound in the head.
 */
public final class FlacWriter extends AudioWriter {

    private static final int BLOCK = 4096;
    private static final int HEAD = 4 + 4 + 34;
    private static final byte[] MAKER = "Tutti".getBytes(StandardCharsets.UTF_8);

    private final int depth;
    private final Quantiser quantiser;
    private final MessageDigest digest;
    private final int[][] block;
    private final int[] middle = new int[BLOCK];
    private final int[] side = new int[BLOCK];
    private final FlacChannel[] ways = {new FlacChannel(), new FlacChannel(), new FlacChannel(), new FlacChannel()};
    private final FlacOutput bits = new FlacOutput();
    private final byte[] plain;
    private int held;
    private long number;
    private int shortest = Integer.MAX_VALUE;
    private int longest;

    /**
     * Begins a file.
     *
     * @param depth 16 or 24
     */
    public FlacWriter(Path target, int depth, int rate, int channels) throws IOException {
        super(target, rate, channels);
        this.depth = depth;
        quantiser = new Quantiser(depth);
        block = new int[channels][BLOCK];
        plain = new byte[BLOCK * channels * depth / 8];
        try {
            digest = MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
        put(head(new byte[16]));
    }

    @Override
    public void write(float[][] sound, int from, int count) throws IOException {
        for (int i = from; i < from + count; i++) {
            for (int channel = 0; channel < channels; channel++) {
                block[channel][held] = quantiser.of(sound[channel][i]);
            }
            if (++held == BLOCK) {
                frame();
            }
        }
        frames += count;
    }

    @Override
    protected void complete() throws IOException {
        if (held > 0) {
            frame();
        }
        put(head(digest.digest()), 0);
    }

    private void frame() throws IOException {
        int length = held;
        digest(length);
        int assignment = channels == 1 ? 0 : assignment(length);
        if (channels == 1) {
            ways[0].weigh(block[0], length, depth);
        }
        bits.begin();
        bits.put(0xFFF8, 16);
        bits.put(length == BLOCK ? 12 : 7, 4);
        bits.put(rateCode(), 4);
        bits.put(assignment, 4);
        bits.put(depth == 16 ? 4 : 6, 3);
        bits.put(0, 1);
        number(number++);
        if (length != BLOCK) {
            bits.put(length - 1, 16);
        }
        bits.crc8();
        switch (assignment) {
            case 0 -> ways[0].write(bits);
            case 1 -> both(0, 1);
            case 8 -> both(0, 3);
            case 9 -> both(3, 1);
            default -> both(2, 3);
        }
        bits.align();
        bits.crc16();
        put(ByteBuffer.wrap(bits.bytes(), 0, bits.size()));
        shortest = Math.min(shortest, bits.size());
        longest = Math.max(longest, bits.size());
        held = 0;
    }

    private void both(int first, int second) {
        ways[first].write(bits);
        ways[second].write(bits);
    }

    /** Which pair of left, right, middle and side comes out shortest. */
    private int assignment(int length) {
        for (int i = 0; i < length; i++) {
            middle[i] = block[0][i] + block[1][i] >> 1;
            side[i] = block[0][i] - block[1][i];
        }
        long left = ways[0].weigh(block[0], length, depth);
        long right = ways[1].weigh(block[1], length, depth);
        long centre = ways[2].weigh(middle, length, depth);
        long difference = ways[3].weigh(side, length, depth + 1);
        long fewest = Math.min(Math.min(left + right, left + difference), Math.min(difference + right, centre + difference));
        return fewest == left + right ? 1 : fewest == left + difference ? 8 : fewest == difference + right ? 9 : 10;
    }

    /** The MD5 is of the integers, lowest byte first, channel by channel in each frame. */
    private void digest(int length) {
        int at = 0;
        for (int i = 0; i < length; i++) {
            for (int[] channel : block) {
                for (int shift = 0; shift < depth; shift += 8) {
                    plain[at++] = (byte) (channel[i] >> shift);
                }
            }
        }
        digest.update(plain, 0, at);
    }

    /** The frame's number, coded like UTF-8 up to 36 bits. */
    private void number(long value) {
        if (value < 0x80) {
            bits.put(value, 8);
            return;
        }
        int more = 1;
        while (value >= 1L << 6 * more + 6 - more) {
            more++;
        }
        bits.put(0xFF00 >> more + 1 & 0xFF | value >> 6 * more, 8);
        for (int i = more - 1; i >= 0; i--) {
            bits.put(0x80 | value >> 6 * i & 0x3F, 8);
        }
    }

    private int rateCode() {
        return switch (rate) {
            case 88_200 -> 1;
            case 176_400 -> 2;
            case 192_000 -> 3;
            case 8_000 -> 4;
            case 16_000 -> 5;
            case 22_050 -> 6;
            case 24_000 -> 7;
            case 32_000 -> 8;
            case 44_100 -> 9;
            case 48_000 -> 10;
            case 96_000 -> 11;
            default -> 0;
        };
    }

    private ByteBuffer head(byte[] md5) {
        ByteBuffer head = ByteBuffer.allocate(HEAD + 4 + 8 + MAKER.length);
        head.put("fLaC".getBytes(StandardCharsets.US_ASCII));
        head.putInt(34);
        head.putShort((short) BLOCK).putShort((short) BLOCK);
        three(head, longest == 0 ? 0 : shortest);
        three(head, longest);
        head.putLong((long) rate << 44 | (long) (channels - 1) << 41 | (long) (depth - 1) << 36 | frames);
        head.put(md5);
        head.putInt(0x84000000 | 8 + MAKER.length);
        head.putInt(Integer.reverseBytes(MAKER.length)).put(MAKER).putInt(0);
        return head.flip();
    }

    private static void three(ByteBuffer head, int value) {
        head.put((byte) (value >> 16)).putShort((short) value);
    }
}
