package studio.tutti.core.lyrics;

/**
 * What the text of a lyric says. One lyric is one syllable, sung on one note.
 *
 * <ul>
 *   <li>{@code /} in front of it begins a new line, {@code \} a new paragraph, as in karaoke files;
 *   <li>{@code -} after it says that the word goes on in the next syllable;
 *   <li>{@code _} alone holds the syllable before it over one more note (a melisma);
 *   <li>{@code =} within it is a hyphen that is read and not a seam between syllables.
 * </ul>
 *
 * @param before what begins with it
 * @param words the syllable without marks, or {@link #HELD}
 * @param goesOn whether the word goes on
 */
public record SyllableText(Break before, String words, boolean goesOn) {

    /** The syllable that is none: the one before it sounds on. */
    public static final String HELD = "_";

    /** What begins with a syllable. */
    public enum Break {
        /** Nothing: the line goes on. */
        NONE(""),
        /** A line. */
        LINE("/"),
        /** A paragraph, and with it a line. */
        PARAGRAPH("\\");

        private final String mark;

        Break(String mark) {
            this.mark = mark;
        }

        /** What stands for it in a lyric's text. */
        public String mark() {
            return mark;
        }
    }

    /** Reads a lyric's text; white space around it is nothing. */
    public static SyllableText of(String text) {
        String rest = text.strip();
        Break before = Break.NONE;
        while (!rest.isEmpty() && (rest.charAt(0) == '/' || rest.charAt(0) == '\\')) {
            if (before != Break.PARAGRAPH) {
                before = rest.charAt(0) == '/' ? Break.LINE : Break.PARAGRAPH;
            }
            rest = rest.substring(1).strip();
        }
        boolean goesOn = rest.length() > 1 && rest.endsWith("-");
        return new SyllableText(before, goesOn ? rest.substring(0, rest.length() - 1) : rest, goesOn);
    }

    /** The lyric's text that says this. */
    public String text() {
        return before.mark + words + (goesOn ? "-" : "");
    }

    /** Whether it holds the syllable before it. */
    public boolean isHeld() {
        return words.equals(HELD);
    }

    /** The syllable as it is read. */
    public String read() {
        return isHeld() ? "" : words.replace('=', '-');
    }

    /** The same with another beginning. */
    public SyllableText with(Break other) {
        return new SyllableText(other, words, goesOn);
    }

    /** The same without the word going on, or with it. */
    public SyllableText goingOn(boolean on) {
        return new SyllableText(before, words, on && !isHeld());
    }
}
