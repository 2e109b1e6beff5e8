package studio.tutti.core.lyrics;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.core.lyrics.SyllableText.Break;

/**
 * Between words as people type them and syllables: spaces part words, hyphens part syllables, each Chinese or Japanese
 * character and each Korean block is a syllable by itself, and underscores hold a syllable over further notes.
 */
public final class TypedWords {

    private static final String CLOSING = "，。！？、；：）」』》】”’…・～";
    private static final String OPENING = "（「『《【“‘";
    private static final String SMALL_KANA = "ぁぃぅぇぉゃゅょゎァィゥェォャュョヮ";

    private TypedWords() {}

    /** The syllables of a text; later lines begin with {@link Break#LINE}, after an empty line with {@link Break#PARAGRAPH}. */
    public static List<SyllableText> syllables(String text) {
        List<SyllableText> syllables = new ArrayList<>();
        Break before = Break.NONE;
        for (String line : text.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1)) {
            int first = syllables.size();
            for (String word : line.strip().split("\\s+")) {
                addWord(word, syllables);
            }
            if (syllables.size() > first) {
                SyllableText begun = syllables.get(first);
                syllables.set(first, begun.before() == Break.PARAGRAPH ? begun : begun.with(stronger(before, begun.before())));
                before = Break.LINE;
            } else if (!syllables.isEmpty()) {
                before = Break.PARAGRAPH;
            }
        }
        return syllables;
    }

    private static Break stronger(Break one, Break other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static void addWord(String word, List<SyllableText> syllables) {
        SyllableText marked = SyllableText.of(word);
        Break before = marked.before();
        String rest = word.substring(before == Break.NONE ? 0 : word.indexOf(before.mark()) + 1);
        int from = 0;
        int at = 0;
        List<SyllableText> found = new ArrayList<>();
        while (at < rest.length()) {
            int next = at + Character.charCount(rest.codePointAt(at));
            char each = rest.charAt(at);
            if (each == '-') {
                add(rest.substring(from, at), true, found);
                from = next;
            } else if (each == '_') {
                add(rest.substring(from, at), false, found);
                found.add(new SyllableText(Break.NONE, SyllableText.HELD, false));
                from = next;
            } else if (from < at && parts(rest, from, at)) {
                add(rest.substring(from, at), isHangul(rest.codePointBefore(at)) && isHangul(rest.codePointAt(at)), found);
                from = at;
            }
            at = next;
        }
        add(rest.substring(from), false, found);
        if (!found.isEmpty()) {
            found.set(0, found.getFirst().with(before));
        }
        syllables.addAll(found);
    }

    private static void add(String part, boolean goesOn, List<SyllableText> found) {
        if (!part.isEmpty()) {
            found.add(new SyllableText(Break.NONE, part, goesOn));
        } else if (goesOn && !found.isEmpty() && !found.getLast().isHeld()) {
            found.set(found.size() - 1, found.getLast().goingOn(true));
        }
    }

    /** Whether a syllable ends before a place of a word that isn't marked. */
    private static boolean parts(String word, int from, int at) {
        int before = word.codePointBefore(at);
        int after = word.codePointAt(at);
        if (CLOSING.indexOf(after) >= 0 || SMALL_KANA.indexOf(after) >= 0 || OPENING.indexOf(before) >= 0) {
            return false;
        }
        if (OPENING.indexOf(after) >= 0 || CLOSING.indexOf(before) >= 0) {
            return true;
        }
        boolean written = isCharacter(before) || from < at && endsWithCharacter(word, from, at);
        return written && Character.isLetterOrDigit(after) || isCharacter(after) && Character.isLetterOrDigit(before);
    }

    private static boolean endsWithCharacter(String word, int from, int at) {
        int last = at;
        while (last > from && CLOSING.indexOf(word.codePointBefore(last)) >= 0) {
            last -= Character.charCount(word.codePointBefore(last));
        }
        return last > from && isCharacter(word.codePointBefore(last));
    }

    /** Syllables as one line to be typed on: the way back from {@link #syllables}, without breaks. */
    public static String typed(List<SyllableText> line) {
        StringBuilder out = new StringBuilder();
        SyllableText last = null;
        for (int i = 0; i < line.size(); i++) {
            SyllableText each = line.get(i);
            if (each.isHeld()) {
                out.append(last != null && last.goesOn() && line.get(i - 1) == last ? "-_" : "_");
                continue;
            }
            if (last != null && last.goesOn()) {
                out.append(isSeamless(last, each) || line.get(i - 1).isHeld() ? "" : "-");
            } else if (last != null && !isSeamless(last, each)) {
                out.append(' ');
            }
            out.append(each.words());
            last = each;
        }
        return last != null && last == line.getLast() && last.goesOn() ? out.append('-').toString() : out.toString();
    }

    /** What stands between two syllables when they are read: nothing within a word or between Chinese characters, else a space. */
    public static String seam(SyllableText before, SyllableText after) {
        return before.goesOn() || isSeamless(before, after) ? "" : " ";
    }

    private static boolean isSeamless(SyllableText before, SyllableText after) {
        if (before.words().isEmpty() || after.words().isEmpty()) {
            return false;
        }
        int last = before.words().codePointBefore(before.words().length());
        int first = after.words().codePointAt(0);
        boolean one = isCharacter(last) || CLOSING.indexOf(last) >= 0;
        boolean other = isCharacter(first) || OPENING.indexOf(first) >= 0;
        return one && other && (before.goesOn() || !(isHangul(last) || isHangul(first)));
    }

    private static boolean isCharacter(int each) {
        return isHangul(each) || each >= 0x3040 && each <= 0x30FF || each >= 0x3400 && each <= 0x9FFF
                || each >= 0xF900 && each <= 0xFAFF || each >= 0x20000 && each <= 0x3FFFF;
    }

    private static boolean isHangul(int each) {
        return each >= 0xAC00 && each <= 0xD7AF;
    }
}
