package studio.tutti.collaboration.internal.store;

/** Texts as every store takes them. */
final class Words {

    private static final char REPLACEMENT = '\uFFFD';

    private Words() {}

    /** A text without what PostgreSQL refuses, zeros and halves of surrogate pairs: U+FFFD stands for each. */
    static String storable(String text) {
        StringBuilder changed = null;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            boolean pair = Character.isHighSurrogate(unit) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (unit == 0 || Character.isSurrogate(unit)) {
                changed = changed == null ? new StringBuilder(text) : changed;
                changed.setCharAt(i, REPLACEMENT);
            }
        }
        return changed == null ? text : changed.toString();
    }
}
