package studio.tutti.exchange.internal.template;

import java.util.stream.IntStream;

/**
 * The keys of the chord symbols that templates use: triads, sevenths and major sevenths, in major and minor.
 *
 * @param root pitch class, 0 for C
 * @param steps semitones above the root
 */
record Harmony(int root, int[] steps) {

    private static final String LETTERS = "C D EF G A B";

    static Harmony of(String symbol) {
        int letter = LETTERS.indexOf(symbol.charAt(0));
        boolean flat = symbol.startsWith("b", 1);
        String quality = symbol.substring(flat ? 2 : 1);
        return new Harmony(Math.floorMod(letter - (flat ? 1 : 0), 12), switch (quality) {
            case "" -> new int[] {0, 4, 7};
            case "m" -> new int[] {0, 3, 7};
            case "7" -> new int[] {0, 4, 7, 10};
            case "m7" -> new int[] {0, 3, 7, 10};
            case "maj7" -> new int[] {0, 4, 7, 11};
            default -> throw new IllegalArgumentException("No template has the chord " + symbol);
        });
    }

    /** The root within an octave from a key on. */
    int bass(int from) {
        return from + Math.floorMod(root - from, 12);
    }

    /** All keys, each within the octave from a key on: near to those of the chord before. */
    int[] close(int from) {
        return IntStream.of(steps).map(step -> from + Math.floorMod(root + step - from, 12)).sorted().toArray();
    }
}
