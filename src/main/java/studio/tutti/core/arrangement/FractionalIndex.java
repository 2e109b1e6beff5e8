package studio.tutti.core.arrangement;

/**
 * Texts that sort, between any two of which there is another: the order of tracks, where two people may insert at one
 * place without renumbering anything. After Evan Wallace, "Realtime editing of ordered sequences" (2017).
 */
public final class FractionalIndex {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private FractionalIndex() {}

    /**
     * A text that sorts between two others.
     *
     * @param before the lower text, or "" for the beginning
     * @param after the upper text, or "" for the end
     * @return a text of digits and letters that doesn't end in 0; if the two are not in order, one just above the lower
     */
    public static String between(String before, String after) {
        boolean open = after.isEmpty() || after.compareTo(before) <= 0;
        StringBuilder text = new StringBuilder();
        int place = 0;
        while (true) {
            int low = digit(before, place, 0);
            int high = open ? DIGITS.length() : digit(after, place, DIGITS.length());
            if (high - low > 1) {
                // At the open end step by one, so that appending again and again stays short.
                int next = open && low > 0 && low + 1 < DIGITS.length() ? low + 1 : (low + high) / 2;
                return text.append(DIGITS.charAt(next)).toString();
            }
            text.append(DIGITS.charAt(low));
            if (high > low) {
                open = true;
            }
            place++;
        }
    }

    private static int digit(String text, int place, int otherwise) {
        if (place >= text.length()) {
            return otherwise;
        }
        int digit = DIGITS.indexOf(text.charAt(place));
        return digit < 0 ? 0 : digit;
    }
}
