package studio.tutti.core.arrangement;

/**
 * A 64-bit sum over all registers of an arrangement, independent of their order, so that it can be kept up to date with
 * every write and compared between copies at every revision.
 *
 * <p>Each register (element, property, value, writer) is hashed with the finaliser of SplitMix64 (Steele, Lea, Flood,
 * "Fast splittable pseudorandom number generators", 2014); the sum wraps. It guards against defects, not against
 * attacks.
 */
final class Checksum {

    private Checksum() {}

    static long register(Element element, int slot) {
        Id id = element.id();
        long hash = mix(id.high() + 0x9E3779B97F4A7C15L);
        hash = mix(hash + id.low());
        hash = mix(hash + (long) element.kind().code() * 64 + element.kind().property(slot).code());
        hash = mix(hash + value(element.valueAt(slot)));
        Id writer = element.writerAt(slot);
        return mix(mix(hash + writer.high()) + writer.low());
    }

    private static long value(Object value) {
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
