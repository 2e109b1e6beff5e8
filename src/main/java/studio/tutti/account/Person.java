package studio.tutti.account;

import java.util.Locale;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.protocol.Message;

/**
 * Someone who writes music here.
 *
 * @param id derived from the browser's {@link Secret}
 * @param name what the others read: 1 to {@value Message#LONGEST_NAME} characters, without line breaks
 * @param colour 24-bit RGB, marks everything of theirs
 */
public record Person(Id id, String name, int colour) {

    /** The colours to choose from, the numbers 1 to 12 of the theme in their order. */
    public static final int[] COLOURS = {
        0x6ea8fe, 0x5fd0b3, 0xf2906b, 0xb798f5, 0xe6c95c, 0xf283b6, 0x8fcf6a, 0x62c7e8, 0xe08aef, 0xc9b18f, 0x94a6ff, 0xf2757b
    };

    /**
     * @throws IllegalArgumentException with a sentence for the person, if the name is empty or too long
     */
    public Person {
        name = name.strip().replaceAll("\\s+", " ");
        if (name.isEmpty()) {
            throw new IllegalArgumentException("A name needs at least one letter.");
        }
        if (name.length() > Message.LONGEST_NAME) {
            throw new IllegalArgumentException("A name has at most " + Message.LONGEST_NAME + " characters.");
        }
        if (colour < 0 || colour > 0xffffff) {
            throw new IllegalArgumentException("A colour is 24 bits of red, green and blue.");
        }
    }

    /** The colour as CSS writes it, {@code #rrggbb}. */
    public String cssColour() {
        return "#" + Integer.toHexString(0x1000000 | colour).substring(1);
    }

    /** At most two letters that stand for the name. */
    public String initials() {
        String[] words = name.split(" ");
        String first = letter(words[0]);
        return words.length == 1 ? first : first + letter(words[words.length - 1]);
    }

    private static String letter(String word) {
        return word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    }
}
