package studio.tutti.core.editing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * People named in what somebody says: an @ and the name, with blanks in it where the name has some. Of several names
 * that fit the longest counts, and capitals don't matter.
 */
public final class Mentions {

    private Mentions() {}

    /**
     * Where a text names people.
     *
     * @param from the @
     * @param to the first unit after the name
     * @param name as it was given among the names
     */
    public record Mention(int from, int to, String name) {}

    /**
     * All mentions of a text, in order.
     *
     * @param names of those who can be mentioned
     */
    public static List<Mention> in(String text, List<String> names) {
        List<Mention> found = new ArrayList<>();
        int at = text.indexOf('@');
        while (at >= 0) {
            Mention mention = at > 0 && isLetter(text.charAt(at - 1)) ? null : longest(text, at, names);
            if (mention != null) {
                found.add(mention);
            }
            at = text.indexOf('@', mention == null ? at + 1 : mention.to());
        }
        return found;
    }

    /** Whether a text mentions somebody of this name. */
    public static boolean names(String text, String name) {
        return !in(text, List.of(name)).isEmpty();
    }

    private static @Nullable Mention longest(String text, int at, List<String> names) {
        Mention longest = null;
        for (String name : names) {
            int end = at + 1 + name.length();
            if (!name.isEmpty() && (longest == null || end > longest.to()) && text.regionMatches(true, at + 1, name, 0, name.length())
                    && (end == text.length() || !isLetter(text.charAt(end)))) {
                longest = new Mention(at, end, name);
            }
        }
        return longest;
    }

    private static boolean isLetter(char unit) {
        return Character.isLetterOrDigit(unit);
    }
}
