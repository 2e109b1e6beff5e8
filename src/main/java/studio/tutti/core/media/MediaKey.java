package studio.tutti.core.media;

import org.jspecify.annotations.Nullable;

/**
 * What a recording is known by in a score: the first 8 bytes of its file's SHA-256.
 *
 * @param bits those bytes, the first of them the highest
 */
public record MediaKey(long bits) {

    /** Hexadecimal digits of a SHA-256. */
    public static final int DIGITS = 64;

    private static final int KEY_DIGITS = 16;

    /**
     * The key of a file.
     *
     * @param hash SHA-256 in hexadecimal, as {@link studio.tutti.core.arrangement.Property#MEDIA} holds it
     * @return null if it is no such thing
     */
    public static @Nullable MediaKey of(String hash) {
        if (hash.length() != DIGITS) {
            return null;
        }
        long bits = 0;
        for (int i = 0; i < DIGITS; i++) {
            int digit = Character.digit(hash.charAt(i), 16);
            if (digit < 0) {
                return null;
            }
            if (i < KEY_DIGITS) {
                bits = bits << 4 | digit;
            }
        }
        return new MediaKey(bits);
    }

    /** The key whose halves lie in a score. */
    public static MediaKey of(int high, int low) {
        return new MediaKey((long) high << 32 | low & 0xFFFFFFFFL);
    }

    /** The upper half. */
    public int high() {
        return (int) (bits >> 32);
    }

    /** The lower half. */
    public int low() {
        return (int) bits;
    }
}
