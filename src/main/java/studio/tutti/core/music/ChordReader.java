package studio.tutti.core.music;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what follows the root of a chord symbol, word by word, into tones and the usual spelling. */
final class ChordReader {

    private static final int ROOT = 1;
    private static final int PERFECT = 7;

    /** Ways of writing that mean another, tried first to last; longer ones stand before those that they begin with. */
    private static final String[][] SAME = {
        {"♯", "#"}, {"♭", "b"}, {"△", "Δ"}, {"^", "Δ"}, {"Δ7", "maj7"}, {"Δ9", "maj9"}, {"Δ13", "maj13"},
        {"Δ", "maj7"}, {"ø7", "m7b5"}, {"ø", "m7b5"}, {"Ø", "m7b5"},
        {"°", "dim"}, {"º", "dim"}, {"−", "-"}, {"–", "-"}, {"major", "maj"}, {"minor", "m"}, {"(", " "}, {")", " "}, {",", " "},
        {"6/9", "69"}, {"omit", "no"}
    };

    private String rest;
    /** The third, in semitones: 3, 4, of a suspended chord 2 or 5, of a power chord 0. */
    private int third = 4;
    private int fifth = PERFECT;
    private int tones;
    private final StringBuilder head = new StringBuilder();
    private final List<String> tail = new ArrayList<>();

    ChordReader(String text) {
        rest = text;
        for (String[] same : SAME) {
            rest = rest.replace(same[0], same[1]);
        }
        rest = rest.strip();
    }

    Optional<ChordQuality> read() {
        base();
        while (!rest.isEmpty()) {
            if (!next()) {
                return Optional.empty();
            }
        }
        int all = ROOT | (third > 0 ? 1 << third : 0) | (fifth > 0 ? 1 << fifth : 0) | tones;
        return Optional.of(new ChordQuality(head + String.join("", tail), all));
    }

    /** Major, minor, diminished, augmented, and how many thirds are on top of it. */
    private void base() {
        boolean major = take("maj", "Maj", "MAJ", "ma", "Ma", "M") != null;
        boolean minor = !major && take("min", "Min", "mi", "Mi", "m", "-") != null;
        if (minor && take("maj", "Maj", "Ma", "M") != null) {
            third = 3;
            head.append("m");
            extension(11, "maj", true);
        } else if (minor) {
            third = 3;
            head.append("m");
            extension(10, "", false);
        } else if (major) {
            extension(11, "maj", false);
        } else if (take("dim", "o") != null) {
            third = 3;
            fifth = 6;
            head.append("dim");
            if (take("7") != null) {
                tones |= 1 << 9;
                head.append("7");
            }
        } else if (take("aug", "+") != null) {
            fifth = 8;
            head.append("aug");
            extension(10, "", false);
        } else if (rest.equals("5")) {
            take("5");
            third = 0;
            head.append("5");
        } else {
            extension(10, "", false);
        }
    }

    /**
     * A seventh, ninth, eleventh or thirteenth, or a sixth.
     *
     * @param seventh in semitones
     * @param word what stands before the number
     * @param must whether the word alone means a seventh
     */
    private void extension(int seventh, String word, boolean must) {
        String number = take("69", "6", "7", "9", "11", "13");
        if (number == null) {
            if (must) {
                tones |= 1 << seventh;
                head.append(word).append("7");
            }
            return;
        }
        if (number.startsWith("6")) {
            tones |= 1 << 9;
            if (number.length() > 1) {
                tones |= 1 << 2;
            }
            head.append(number.equals("69") ? "6/9" : "6");
            return;
        }
        int above = Integer.parseInt(number);
        tones |= 1 << seventh;
        if (above >= 9) {
            tones |= 1 << 2;
        }
        if (above == 11) {
            tones |= 1 << 5;
        }
        if (above == 13) {
            tones |= 1 << 9;
        }
        head.append(word).append(number);
    }

    /** One more word: a suspension, an added or altered tone, one left out. */
    private boolean next() {
        rest = rest.strip();
        String word = take(
                "sus2", "sus4", "sus", "add9", "add2", "add11", "add4", "add13", "add#11", "addb9", "no3", "no5", "alt",
                "b5", "-5", "#5", "+5", "b9", "-9", "#9", "+9", "#11", "+11", "b13", "-13", "b6", "maj7", "11", "13", "9", "7", "aug", "+");
        if (word == null) {
            return false;
        }
        switch (word) {
            case "sus2" -> third = 2;
            case "sus4", "sus" -> third = 5;
            case "add9", "add2", "9" -> tones |= 1 << 2;
            case "add11", "add4", "11" -> tones |= 1 << 5;
            case "add13", "13" -> tones |= 1 << 9;
            case "add#11", "#11", "+11" -> tones |= 1 << 6;
            case "addb9", "b9", "-9" -> tones |= 1 << 1;
            case "#9", "+9" -> tones |= 1 << 3;
            case "b13", "-13", "b6" -> tones |= 1 << 8;
            case "no3" -> third = 0;
            case "no5" -> fifth = 0;
            case "b5", "-5" -> fifth = 6;
            case "#5", "+5", "aug", "+" -> fifth = 8;
            case "maj7" -> tones |= 1 << 11;
            case "7" -> tones |= 1 << 10;
            default -> {
                fifth = 8;
                tones |= 1 << 1 | 1 << 3 | 1 << 10;
            }
        }
        tail.add(usual(word));
        return true;
    }

    private static String usual(String word) {
        return switch (word) {
            case "sus" -> "sus4";
            case "add2" -> "add9";
            case "add4" -> "add11";
            case "-5" -> "b5";
            case "+5", "aug", "+" -> "#5";
            case "-9" -> "b9";
            case "+9" -> "#9";
            case "+11" -> "#11";
            case "-13" -> "b13";
            default -> word;
        };
    }

    private @Nullable String take(String... words) {
        for (String word : words) {
            if (rest.startsWith(word)) {
                rest = rest.substring(word.length());
                return word;
            }
        }
        return null;
    }
}
