package studio.tutti.audiofile.internal;

import studio.tutti.audiofile.AudioRefused;
import studio.tutti.audiofile.AudioSource;

import java.io.IOException;

/** FLAC as RFC 9639 defines it: all block sizes, 4 to 32 bits, up to eight channels. Each frame's check sums are held to. */
public final class FlacReader implements AudioSource {

    private static final int[] RATES = {0, 88_200, 176_400, 192_000, 8_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 96_000};
    private static final int[] DEPTHS = {0, 8, 12, -1, 16, 20, 24, 32};

    private final FileBytes bytes;
    private final FlacBits bits;
    private int rate;
    private int channels;
    private int depth;
    private int largest;
    private long frames;
    private long done;
    private final FlacSubframe subframe;
    private long[][] block;
    private int size;
    private int given;

    /** Reads the head. */
    public FlacReader(FileBytes bytes) throws IOException {
        this.bytes = bytes;
        bits = new FlacBits(bytes);
        subframe = new FlacSubframe(bits);
        bytes.bigEndian();
        bytes.skip(4);
        boolean last = false;
        boolean first = true;
        while (!last) {
            int type = bytes.u8();
            last = (type & 0x80) != 0;
            int length = bytes.u8() << 16 | bytes.u16();
            if (first) {
                if ((type & 0x7F) != 0 || length < 34) {
                    throw damaged();
                }
                information();
                bytes.skip(length - 34);
                first = false;
            } else {
                bytes.skip(length);
            }
        }
        block = new long[channels][0];
    }

    private void information() throws IOException {
        bytes.skip(2);
        largest = bytes.u16();
        bytes.skip(6);
        long packed = bytes.s64();
        rate = (int) (packed >>> 44);
        channels = (int) (packed >>> 41 & 7) + 1;
        depth = (int) (packed >>> 36 & 31) + 1;
        frames = packed & (1L << 36) - 1;
        if (frames == 0) {
            frames = -1;
        }
        if (largest < 16 || depth < 4) {
            throw damaged();
        }
        bytes.skip(16);
    }

    @Override
    public int rate() {
        return rate;
    }

    @Override
    public int channels() {
        return channels;
    }

    @Override
    public long frames() {
        return frames;
    }

    @Override
    public int bits() {
        return depth <= 8 ? 8 : depth <= 16 ? 16 : depth <= 24 ? 24 : 32;
    }

    @Override
    public int read(float[][] into, int from, int wanted) throws IOException {
        if (given == size && !nextFrame()) {
            return -1;
        }
        int some = Math.min(wanted, size - given);
        double scale = Math.scalb(1.0, 1 - depth);
        for (int channel = 0; channel < channels; channel++) {
            long[] values = block[channel];
            for (int i = 0; i < some; i++) {
                into[channel][from + i] = (float) (values[given + i] * scale);
            }
        }
        given += some;
        return some;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    private boolean nextFrame() throws IOException {
        if (frames >= 0 && done == frames) {
            return false;
        }
        if (bytes.left() == 0) {
            if (frames >= 0) {
                throw FileBytes.cut();
            }
            return false;
        }
        frame();
        if (frames >= 0 && size > frames - done) {
            size = (int) (frames - done);
        }
        done += size;
        given = 0;
        return true;
    }

    private void frame() throws IOException {
        bits.begin();
        if (bits.unsigned(15) != 0x7FFC) {
            throw damaged();
        }
        bits.unsigned(1);
        int sizeCode = (int) bits.unsigned(4);
        int rateCode = (int) bits.unsigned(4);
        int assignment = (int) bits.unsigned(4);
        int depthCode = (int) bits.unsigned(3);
        bits.unsigned(1);
        number();
        int length = blockSize(sizeCode);
        int stated = switch (rateCode) {
            case 12 -> (int) bits.unsigned(8) * 1000;
            case 13 -> (int) bits.unsigned(16);
            case 14 -> (int) bits.unsigned(16) * 10;
            case 15 -> throw damaged();
            default -> RATES[rateCode];
        };
        int sum = bits.crc8();
        int sides = assignment < 8 ? assignment + 1 : 2;
        if (bits.unsigned(8) != sum || assignment > 10 || sides != channels || length > largest
                || stated != 0 && stated != rate || DEPTHS[depthCode] != 0 && DEPTHS[depthCode] != depth) {
            throw damaged();
        }
        if (block[0].length < length) {
            block = new long[channels][length];
        }
        for (int channel = 0; channel < channels; channel++) {
            boolean side = assignment == 8 && channel == 1 || assignment == 9 && channel == 0 || assignment == 10 && channel == 1;
            subframe.read(block[channel], length, depth + (side ? 1 : 0));
        }
        bits.align();
        int whole = bits.crc16();
        if (bits.unsigned(16) != whole) {
            throw damaged();
        }
        restore(assignment, length);
        size = length;
    }

    private int blockSize(int code) throws IOException {
        return switch (code) {
            case 0 -> throw damaged();
            case 1 -> 192;
            case 2, 3, 4, 5 -> 144 << code;
            case 6 -> (int) bits.unsigned(8) + 1;
            case 7 -> (int) bits.unsigned(16) + 1;
            default -> 1 << code;
        };
    }

    /** The number of the frame or of its first sample, coded like UTF-8; the order of the file says the same. */
    private void number() throws IOException {
        int first = (int) bits.unsigned(8);
        int more = Integer.numberOfLeadingZeros(~(first << 24)) - 1;
        if (more == 0 || more > 6) {
            throw damaged();
        }
        for (int i = 0; i < more; i++) {
            if (bits.unsigned(8) >>> 6 != 2) {
                throw damaged();
            }
        }
    }

    private void restore(int assignment, int length) {
        if (assignment < 8) {
            return;
        }
        long[] first = block[0];
        long[] second = block[1];
        for (int i = 0; i < length; i++) {
            switch (assignment) {
                case 8 -> second[i] = first[i] - second[i];
                case 9 -> first[i] += second[i];
                default -> {
                    long middle = first[i] << 1 | second[i] & 1;
                    long side = second[i];
                    first[i] = middle + side >> 1;
                    second[i] = middle - side >> 1;
                }
            }
        }
    }

    static AudioRefused damaged() {
        return new AudioRefused("The FLAC file is damaged.");
    }
}
