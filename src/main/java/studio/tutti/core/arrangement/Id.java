package studio.tutti.core.arrangement;

/**
 * A 128-bit name for an element, an edit or a person, made by the client that needs it.
 *
 * @param high the upper 64 bits, one random value for everything a client makes in one session
 * @param low the lower 64 bits, counting up from a random start
 */
public record Id(long high, long low) implements Comparable<Id> {

    /** The id of nothing: the empty reference, and the writer of what nobody has written. */
    public static final Id NONE = new Id(0, 0);

    private static final String DIGITS = "0123456789abcdef";

    /** Whether this is {@link #NONE}. */
    public boolean isNone() {
        return high == 0 && low == 0;
    }

    /**
     * Reads the form that {@link #toString()} writes.
     *
     * @param text 32 hexadecimal digits in lower case
     * @throws IllegalArgumentException if the text is anything else
     */
    public static Id parse(String text) {
        if (text.length() != 32) {
            throw new IllegalArgumentException("An id has 32 hexadecimal digits.");
        }
        return new Id(word(text, 0), word(text, 16));
    }

    private static long word(String text, int from) {
        long word = 0;
        for (int i = from; i < from + 16; i++) {
            int digit = DIGITS.indexOf(text.charAt(i));
            if (digit < 0) {
                throw new IllegalArgumentException("An id has 32 hexadecimal digits.");
            }
            word = word << 4 | digit;
        }
        return word;
    }

    @Override
    public int compareTo(Id other) {
        int order = Long.compareUnsigned(high, other.high);
        return order != 0 ? order : Long.compareUnsigned(low, other.low);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Id id && id.high == high && id.low == low;
    }

    @Override
    public int hashCode() {
        long mixed = high * 0x9E3779B97F4A7C15L + low;
        return (int) (mixed ^ mixed >>> 32);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(32);
        for (int shift = 60; shift >= 0; shift -= 4) {
            text.append(DIGITS.charAt((int) (high >>> shift & 15)));
        }
        for (int shift = 60; shift >= 0; shift -= 4) {
            text.append(DIGITS.charAt((int) (low >>> shift & 15)));
        }
        return text.toString();
    }
}
