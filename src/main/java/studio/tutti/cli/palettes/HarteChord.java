package studio.tutti.cli.palettes;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.tutti.core.music.ChordQuality;
import studio.tutti.core.music.ChordSymbol;
import studio.tutti.core.music.NoteName;

/**
 * Chords as annotators of recordings write them: "Ab:maj7/5", "G:sus4(b7)" (Harte, Sandler, Abdallah and Gómez, "Symbolic
 * representation of musical chords", ISMIR 2005).
 */
final class HarteChord {

    private static final Pattern LABEL = Pattern.compile("([A-G][b#]*)(?::([^/]*))?(?:/([b#]*)(\\d+))?");

    /** What they write after the colon and lead sheets write otherwise. */
    private static final Map<String, String> QUALITIES = Map.ofEntries(
            Map.entry("maj", ""), Map.entry("min", "m"), Map.entry("7", "7"), Map.entry("maj7", "maj7"), Map.entry("min7", "m7"),
            Map.entry("1", "5"), Map.entry("5", "5"), Map.entry("sus4", "sus4"), Map.entry("sus2", "sus2"), Map.entry("maj6", "6"),
            Map.entry("min6", "m6"), Map.entry("9", "9"), Map.entry("maj9", "maj9"), Map.entry("min9", "m9"), Map.entry("11", "11"),
            Map.entry("min11", "m11"), Map.entry("13", "13"), Map.entry("maj13", "maj13"), Map.entry("min13", "m13"), Map.entry("dim", "dim"),
            Map.entry("dim7", "dim7"), Map.entry("hdim7", "m7b5"), Map.entry("aug", "aug"), Map.entry("minmaj7", "m(maj7)"),
            Map.entry("maj(9)", "add9"), Map.entry("min(9)", "madd9"), Map.entry("sus4(b7)", "7sus4"), Map.entry("sus4(b7,9)", "9sus4"),
            Map.entry("sus4(b7,9,13)", "13sus4"), Map.entry("sus4(9)", "sus4"), Map.entry("sus2(b7)", "7sus2"), Map.entry("5(b7)", "7no3"),
            Map.entry("7(#9)", "7#9"), Map.entry("7(b9)", "7b9"), Map.entry("7(#11)", "7#11"), Map.entry("maj6(9)", "6/9"),
            Map.entry("aug(b7)", "7#5"), Map.entry("min7(11)", "m11"), Map.entry("maj7(#11)", "maj7#11"), Map.entry("min(11)", "m"),
            Map.entry("maj(11)", ""), Map.entry("min(b13)", "m"), Map.entry("1(b7)", "7no3"), Map.entry("1(b3,b7)", "m7"));

    private static final int[] DEGREES = {0, 2, 4, 5, 7, 9, 11};

    private HarteChord() {}

    /** The chord of a label; empty if it names none. What a lead sheet has no word for is left out of its colours: "9(b13)" is a 9. */
    static Optional<ChordSymbol> read(String label) {
        Matcher parts = LABEL.matcher(label);
        if (!parts.matches()) {
            return Optional.empty();
        }
        NoteName root = NoteName.at(parts.group(1)).orElseThrow();
        String quality = parts.group(2) == null ? "maj" : parts.group(2);
        String usual = QUALITIES.get(quality);
        if (usual == null) {
            usual = QUALITIES.getOrDefault(quality.replaceFirst("\\(.*", ""), "");
        }
        ChordQuality known = ChordQuality.parse(usual).orElse(ChordQuality.MAJOR);
        NoteName bass = null;
        if (parts.group(4) != null) {
            int degree = Integer.parseInt(parts.group(4));
            String signs = parts.group(3);
            int semitones = DEGREES[Math.floorMod(degree - 1, 7)] + (signs.startsWith("b") ? -signs.length() : signs.length());
            bass = Math.floorMod(semitones, 12) == 0 ? null : root.higher(Math.floorMod(semitones, 12));
        }
        return Optional.of(new ChordSymbol(root, known, bass));
    }
}
