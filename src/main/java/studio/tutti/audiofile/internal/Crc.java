package studio.tutti.audiofile.internal;

/** The check sums of FLAC frames (RFC 9639, 9.1.8 and 9.3) and of Ogg pages (RFC 3533, 6). */
final class Crc {

    private static final int[] EIGHT = table(8, 0x07);
    private static final int[] SIXTEEN = table(16, 0x8005);
    /** What a byte does to the sum of sixteen bits once one, two or three more have followed. */
    private static final int[] ONE_LATER = later(SIXTEEN);
    private static final int[] TWO_LATER = later(ONE_LATER);
    private static final int[] THREE_LATER = later(TWO_LATER);
    private static final int[] OGG = table(32, 0x04C11DB7);

    private Crc() {}

    static int eight(int crc, int value) {
        return EIGHT[(crc ^ value) & 0xFF];
    }

    static int sixteen(int crc, int value) {
        return (crc << 8 ^ SIXTEEN[(crc >>> 8 ^ value) & 0xFF]) & 0xFFFF;
    }

    /** {@link #sixteen} of the first bytes of an array, four at a time. */
    static int sixteen(byte[] bytes, int count) {
        int crc = 0;
        int i = 0;
        for (; i + 3 < count; i += 4) {
            crc = THREE_LATER[(crc >>> 8 ^ bytes[i]) & 0xFF] ^ TWO_LATER[(crc ^ bytes[i + 1]) & 0xFF]
                    ^ ONE_LATER[bytes[i + 2] & 0xFF] ^ SIXTEEN[bytes[i + 3] & 0xFF];
        }
        for (; i < count; i++) {
            crc = sixteen(crc, bytes[i] & 0xFF);
        }
        return crc;
    }

    static int ogg(int crc, byte[] bytes, int from, int count) {
        int sum = crc;
        for (int i = from; i < from + count; i++) {
            sum = sum << 8 ^ OGG[(sum >>> 24 ^ bytes[i]) & 0xFF];
        }
        return sum;
    }

    private static int[] later(int[] table) {
        int[] later = new int[256];
        for (int i = 0; i < 256; i++) {
            later[i] = (table[i] << 8 ^ SIXTEEN[table[i] >>> 8]) & 0xFFFF;
        }
        return later;
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
