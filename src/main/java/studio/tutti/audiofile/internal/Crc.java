package studio.tutti.audiofile.internal;

/** The check sums of FLAC frames (RFC 9639, 9.1.8 and 9.3) and of Ogg pages (RFC 3533, 6). */
final class Crc {

    private static final int[] EIGHT = table(8, 0x07);
    private static final int[] SIXTEEN = table(16, 0x8005);
    private static final int[] OGG = table(32, 0x04C11DB7);

    private Crc() {}

    static int eight(int crc, int value) {
        return EIGHT[(crc ^ value) & 0xFF];
    }

    static int sixteen(int crc, int value) {
        return (crc << 8 ^ SIXTEEN[(crc >>> 8 ^ value) & 0xFF]) & 0xFFFF;
    }

    static int ogg(int crc, byte[] bytes, int from, int count) {
        int sum = crc;
        for (int i = from; i < from + count; i++) {
            sum = sum << 8 ^ OGG[(sum >>> 24 ^ bytes[i]) & 0xFF];
        }
        return sum;
    }

    private static int[] table(int width, int polynomial) {
        int[] table = new int[256];
        int top = 1 << width - 1;
        int mask = width == 32 ? -1 : (1 << width) - 1;
        for (int i = 0; i < 256; i++) {
            int value = i << width - 8;
            for (int bit = 0; bit < 8; bit++) {
                value = (value & top) != 0 ? value << 1 ^ polynomial : value << 1;
            }
            table[i] = value & mask;
        }
        return table;
    }
}
