package studio.tutti.proposal.internal;

import java.util.regex.Pattern;

/** Words as a database takes them: PostgreSQL refuses zeros and halves of surrogate pairs; U+FFFD stands for each. */
final class Text {

    /** A pair of surrogates is one character here, so these are halves. */
    private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\ud800-\\udfff]");

    private Text() {}

    static String storable(String words) {
        return UNSTORABLE.matcher(words).replaceAll("\uFFFD");
    }
}
