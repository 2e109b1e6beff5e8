package studio.tutti.cli.palettes;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.tutti.core.music.ChordQuality;
import studio.tutti.core.music.ChordSymbol;
import studio.tutti.core.music.NoteName;

/**
 * Chords as numerals of a key: "bVII", "IVd7", "ii65", "V7/V" (de Clercq and Temperley, "A corpus analysis of rock harmony",
 * Popular Music 30, 2011). Capital numerals are major, small ones minor; a plain 7 is the seventh of the major scale.
 */
final class RomanChord {

    private static final Pattern NUMERAL = Pattern.compile("([b#]*)(VII|VI|V|IV|III|II|I|vii|vi|v|iv|iii|ii|i)([oxhasd]?)(b5)?(s4|s2)?(13|11|9|7|64|65|6|43|42|4|2)?(?:[+].*)?");
    private static final List<String> NUMBERS = List.of("i", "ii", "iii", "iv", "v", "vi", "vii");
    private static final int[] DEGREES = {0, 2, 4, 5, 7, 9, 11};
    /** The semitones from each degree of a major scale to the seventh note above it. */
    private static final int[] SEVENTHS = {11, 10, 10, 11, 10, 10, 10};

    private RomanChord() {}

    /**
     * The chord of a numeral.
     *
     * @param tonic of the key
     * @return empty if it is no numeral
     */
    static Optional<ChordSymbol> read(String text, NoteName tonic) {
        int slash = text.indexOf('/');
        if (slash > 0) {
            return read(text.substring(slash + 1), tonic).flatMap(of -> read(text.substring(0, slash), of.root()));
        }
        Matcher parts = NUMERAL.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int degree = NUMBERS.indexOf(parts.group(2).toLowerCase(Locale.ROOT));
        String signs = parts.group(1);
        int semitones = DEGREES[degree] + (signs.startsWith("b") ? -signs.length() : signs.length());
        NoteName root = tonic.higher(Math.floorMod(semitones, 12));
        boolean minor = Character.isLowerCase(parts.group(2).charAt(0));
        String figures = parts.group(6) == null ? "" : parts.group(6);
        String kind = parts.group(3);
        ChordQuality quality = ChordQuality.parse(letters(minor, kind, parts.group(4) != null, parts.group(5), figures, SEVENTHS[degree]))
                .orElse(minor ? ChordQuality.MINOR : ChordQuality.MAJOR);
        NoteName bass = switch (figures) {
            case "6", "65" -> root.higher(third(quality));
            case "64", "43" -> root.higher(fifth(quality));
            case "42" -> root.higher(quality.has(11) ? 11 : quality.has(9) && !quality.has(10) ? 9 : 10);
            default -> null;
        };
        return Optional.of(new ChordSymbol(root, quality, bass));
    }

    private static String letters(boolean minor, String kind, boolean flatFifth, String suspended, String figures, int seventh) {
        boolean seven = List.of("7", "65", "43", "42").contains(figures);
        boolean more = List.of("9", "11", "13").contains(figures);
        String above = seven ? "7" : more ? figures : "";
        if (suspended != null) {
            return above + (suspended.equals("s2") ? "sus2" : "sus4");
        }
        return switch (kind) {
            case "o" -> "dim";
            case "x" -> above.isEmpty() ? "dim" : "dim7";
            case "h" -> "m7b5";
            case "a" -> above.isEmpty() ? "aug" : "7#5";
            case "d" -> above.isEmpty() ? "7" : above;
            default -> minor ? "m" + above + (flatFifth ? "b5" : "") : (above.isEmpty() || seventh == 10 ? above : "maj" + above) + (flatFifth ? "b5" : "");
        };
    }

    private static int third(ChordQuality quality) {
        return quality.has(4) ? 4 : quality.has(3) ? 3 : quality.has(5) ? 5 : 2;
    }

    private static int fifth(ChordQuality quality) {
        return quality.has(7) ? 7 : quality.has(6) ? 6 : quality.has(8) ? 8 : 7;
    }
}
