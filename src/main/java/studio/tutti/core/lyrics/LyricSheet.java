package studio.tutti.core.lyrics;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Property;

/** The words of a song as plain text: sections in brackets, and over each line of words one of chords. */
public final class LyricSheet {

    private final StringBuilder out = new StringBuilder();

    private LyricSheet() {}

    /** The sheet, in lines that end with a line feed. */
    public static String of(Arrangement arrangement) {
        LyricSheet sheet = new LyricSheet();
        String name = arrangement.root().text(Property.NAME);
        if (!name.isEmpty()) {
            sheet.out.append(name).append('\n');
        }
        Element section = null;
        for (ChordLine each : ChordLine.all(arrangement)) {
            if (each.section() != null && each.section() != section) {
                sheet.out.append(sheet.out.isEmpty() ? "" : "\n").append('[')
                        .append(each.section().text(Property.NAME)).append("]\n");
            } else if (each.line() != null && each.line().paragraph()) {
                sheet.out.append('\n');
            }
            section = each.section();
            sheet.add(each.line(), each.chords());
        }
        return sheet.out.toString();
    }

    private void add(@Nullable Line line, List<ChordLine.Over> chords) {
        StringBuilder above = new StringBuilder();
        StringBuilder words = new StringBuilder();
        int next = 0;
        int size = line == null ? 0 : line.syllables().size();
        for (int i = 0; i <= size; i++) {
            for (; next < chords.size() && (chords.get(next).syllable() <= i || i == size); next++) {
                // A chord longer than what is sung under it pushes the words on; spaces, or hyphens within a word.
                String symbol = chords.get(next).chord().text(Property.SYMBOL);
                if (above.length() > 0 && above.length() >= words.length()) {
                    above.append(' ');
                    widen(words, above.length(), line, i);
                }
                pad(above, words.length() + (i == size && size > 0 ? 1 : 0));
                above.append(symbol);
            }
            if (line != null && i < size) {
                words.append(line.read(i));
            }
        }
        if (!chords.isEmpty()) {
            out.append(above.toString().stripTrailing()).append('\n');
        }
        if (line != null) {
            out.append(words.toString().stripTrailing()).append('\n');
        }
    }

    private static void widen(StringBuilder words, int to, @Nullable Line line, int at) {
        boolean within = line != null && at > 0 && at < line.syllables().size() && words.length() > 0
                && words.charAt(words.length() - 1) != ' ';
        if (within && words.length() < to) {
            words.append('-');
        }
        pad(words, to);
    }

    private static void pad(StringBuilder text, int length) {
        while (text.length() < length) {
            text.append(' ');
        }
    }
}
