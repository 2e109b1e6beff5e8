package studio.tutti.audiofile.internal;

import org.jspecify.annotations.Nullable;

/**
 * The head of an MPEG audio frame (ISO 11172-3, 2.4.1.3; 13818-3 for the lower rates).
 *
 * @param layer 1 to 3
 * @param rate frames of sound a second
 * @param channels 1 or 2
 * @param samples frames of sound in it
 * @param bytes its length, head included
 * @param side bytes between the head and the main data of layer 3, where Xing's tag stands
 */
record Mp3Header(int layer, int rate, int channels, int samples, int bytes, int side) {

    private static final int[][] KILOBITS = {
            {32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448},
            {32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384},
            {32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320},
            {32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256},
            {8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160}};

    private static final int[] RATES = {44_100, 48_000, 32_000};

    /** Reads four bytes; null if they are no such head. */
    static @Nullable Mp3Header of(int word) {
        int version = word >>> 19 & 3;
        int layer = 4 - (word >>> 17 & 3);
        int bitrate = word >>> 12 & 15;
        int rateCode = word >>> 10 & 3;
        if (word >>> 21 != 0x7FF || version == 1 || layer == 4 || bitrate == 0 || bitrate == 15 || rateCode == 3) {
            return null;
        }
        boolean first = version == 3;
        int rate = RATES[rateCode] >> (first ? 0 : version == 2 ? 1 : 2);
        int row = first ? layer - 1 : layer == 1 ? 3 : 4;
        int bits = KILOBITS[row][bitrate - 1] * 1000;
        int padding = word >>> 9 & 1;
        int samples = layer == 1 ? 384 : layer == 3 && !first ? 576 : 1152;
        int bytes = layer == 1 ? (12 * bits / rate + padding) * 4 : samples / 8 * bits / rate + padding;
        int channels = (word >>> 6 & 3) == 3 ? 1 : 2;
        int side = first ? channels == 2 ? 32 : 17 : channels == 2 ? 17 : 9;
        return bytes < 24 ? null : new Mp3Header(layer, rate, channels, samples, bytes, side);
    }

    /** Whether both can be frames of one stream. */
    boolean goesWith(@Nullable Mp3Header other) {
        return other != null && layer == other.layer && rate == other.rate && channels == other.channels;
    }
}
