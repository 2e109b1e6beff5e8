package studio.tutti.core.arrangement;

/**
 * A 64-bit sum over all registers of an arrangement, independent of their order, so that it can be kept up to date with
 * every write and compared between copies at every revision.
 *
 * <p>Each register (element, property, value, writer) is hashed with the finaliser of SplitMix64 (Steele, Lea, Flood,
 * "Fast splittable pseudorandom number generators", 2014); the sum wraps. A register that nobody has written counts
 * nothing, so that a kind may gain properties without changing the sums of older songs. It guards against defects, not
 * against attacks.
 */
final class Checksum {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Checksum() {}

    /** The share of one register. */
    static long register(Element element, int slot) {
        return register(base(element), element, slot);
    }

    /** The share of all registers of an element. */
    static long element(Element element) {
        long base = base(element);
        long sum = 0;
        for (int slot = 0; slot < element.kind().size(); slot++) {
            sum += register(base, element, slot);
        }
        return sum;
    }

    private static long base(Element element) {
        Id id = element.id();
        return mix(mix(id.high() + GOLDEN) + id.low()) + element.kind().code();
    }

    private static long register(long base, Element element, int slot) {
        Object value = element.valueAt(slot);
        Id writer = element.writerAt(slot);
        if (writer.isNone() && value.equals(element.kind().initial(slot))) {
            return 0;
        }
        long hash = mix(base + element.kind().property(slot).code() * GOLDEN ^ number(value));
        return mix(hash + writer.high() ^ writer.low() * GOLDEN);
    }

    private static long number(Object value) {
        return switch (value) {
            case Long number -> number;
            case Double number -> Double.doubleToLongBits(number + 0.0);
            case Id id -> mix(id.high()) + id.low();
            case String text -> text(text);
            default -> throw new IllegalStateException("No value of this type exists.");
        };
    }

    /** FNV-1a over the UTF-16 units. */
    private static long text(String text) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return hash;
    }

    private static long mix(long word) {
        word = (word ^ word >>> 30) * 0xBF58476D1CE4E5B9L;
        word = (word ^ word >>> 27) * 0x94D049BB133111EBL;
        return word ^ word >>> 31;
    }
}
