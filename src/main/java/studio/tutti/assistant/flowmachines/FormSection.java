package studio.tutti.assistant.flowmachines;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A part of the form.
 *
 * @param bar its first bar, from 0
 * @param bars how many it has, at least 1
 * @param label what it is called: "A", "B", "verse"; sections of one label are alike; one with a stroke, "A'", varies the one without
 */
public record FormSection(int bar, int bars, String label) {

    public FormSection {
        if (bar < 0 || bars < 1) {
            throw new IllegalArgumentException("A section has at least one bar and begins in bar 0 or later.");
        }
    }

    /**
     * Sections of equal length by their letters, such as "AABA" or "AA'BA'".
     *
     * @throws IllegalArgumentException with a sentence, if it has no letters or the bars can't be divided
     */
    public static List<FormSection> of(String letters, int bars) {
        List<String> labels = new ArrayList<>();
        for (char each : letters.strip().toUpperCase(Locale.ROOT).toCharArray()) {
            if (Character.isWhitespace(each)) {
                continue;
            }
            if ("'’′´`".indexOf(each) < 0) {
                labels.add(String.valueOf(each));
            } else if (!labels.isEmpty()) {
                labels.add(labels.removeLast() + "'");
            }
        }
        if (labels.isEmpty()) {
            throw new IllegalArgumentException("A form has letters, such as AABA.");
        }
        if (bars % labels.size() != 0) {
            throw new IllegalArgumentException("The " + bars + " bars can't be divided into " + labels.size() + " equal sections: change the form or the bars.");
        }
        int each = bars / labels.size();
        List<FormSection> sections = new ArrayList<>();
        for (String label : labels) {
            sections.add(new FormSection(sections.size() * each, each, label));
        }
        return sections;
    }

    /** The label of what it varies; empty if it varies nothing. */
    public String varies() {
        int strokes = label.length();
        while (strokes > 0 && label.charAt(strokes - 1) == '\'') {
            strokes--;
        }
        return strokes < label.length() ? label.substring(0, strokes) : "";
    }
}
