package studio.tutti.exchange.internal.musicxml;

import java.util.Map;

/** Where General MIDI's drums are written on a staff, after Norman Weinberg's "Guidelines for Drumset Notation" (1994), and back. */
final class Drums {

    private static final Map<Integer, String> PLACES = Map.ofEntries(
            Map.entry(35, "E4"), Map.entry(36, "F4"), Map.entry(37, "C5"), Map.entry(38, "C5"), Map.entry(40, "C5"), Map.entry(39, "C5"),
            Map.entry(41, "G4"), Map.entry(43, "A4"), Map.entry(45, "B4"), Map.entry(47, "D5"), Map.entry(48, "D5"), Map.entry(50, "E5"),
            Map.entry(42, "G5"), Map.entry(44, "D4"), Map.entry(46, "G5"), Map.entry(49, "A5"), Map.entry(57, "B5"), Map.entry(51, "F5"),
            Map.entry(53, "F5"), Map.entry(59, "F5"), Map.entry(52, "C6"), Map.entry(55, "B5"), Map.entry(56, "E5"));

    private static final Map<String, Integer> KEYS = Map.ofEntries(
            Map.entry("E4", 35), Map.entry("F4", 36), Map.entry("C5", 38), Map.entry("G4", 41), Map.entry("A4", 43), Map.entry("B4", 45),
            Map.entry("D5", 48), Map.entry("E5", 50), Map.entry("G5", 42), Map.entry("D4", 44), Map.entry("A5", 49), Map.entry("B5", 57),
            Map.entry("F5", 51), Map.entry("C6", 52));

    private Drums() {}

    /** The step and octave that a drum is written at, such as "C5". */
    static String place(int key) {
        return PLACES.getOrDefault(key, "B4");
    }

    /** The drum written at a place, a snare where none usually is. */
    static int key(String place, String notehead) {
        int key = KEYS.getOrDefault(place, 38);
        return key == 38 && notehead.equals("x") ? 37 : key == 42 && notehead.startsWith("circle") ? 46 : key;
    }
}
