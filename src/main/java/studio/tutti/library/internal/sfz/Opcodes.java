package studio.tutti.library.internal.sfz;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a region says, what its group, master and globals say for it among that. Values that can't be read count as not said. */
final class Opcodes {

    private static final Map<String, String> OTHER_NAMES = Map.of("loopmode", "loop_mode", "loopstart", "loop_start", "loopend", "loop_end",
            "offby", "off_by", "pitch", "tune", "filtype", "fil_type", "polyphony_group", "group");
    private static final String LETTERS = "c d ef g a b";

    private final Map<String, String> values;
    /** What was asked for. */
    private final Set<String> asked = new HashSet<>();

    Opcodes(Map<String, String> values) {
        this.values = new HashMap<>();
        values.forEach((name, value) -> {
            String plain = name.toLowerCase(Locale.ROOT);
            this.values.put(OTHER_NAMES.getOrDefault(plain, plain), value);
        });
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name, String otherwise) {
        asked.add(name);
        return values.getOrDefault(name, otherwise);
    }

    double number(String name, double otherwise) {
        try {
            double number = Double.parseDouble(text(name, ""));
            return Double.isFinite(number) ? number : otherwise;
        } catch (NumberFormatException none) {
            return otherwise;
        }
    }

    /** A number held in a range. */
    double number(String name, double otherwise, double lowest, double highest) {
        return Math.clamp(number(name, otherwise), lowest, highest);
    }

    int whole(String name, int otherwise) {
        return (int) Math.clamp((long) number(name, otherwise), Integer.MIN_VALUE / 2, Integer.MAX_VALUE / 2);
    }

    /** A key as a number or as a note such as {@code c#4}, which is 61. */
    int key(String name, int otherwise) {
        String text = text(name, "").toLowerCase(Locale.ROOT);
        int letter = text.isEmpty() ? -1 : LETTERS.indexOf(text.charAt(0));
        if (letter < 0 || text.charAt(0) == ' ') {
            return whole(name, otherwise);
        }
        int at = 1;
        if (text.length() > 1 && (text.charAt(1) == '#' || text.charAt(1) == 'b')) {
            letter += text.charAt(1) == '#' ? 1 : -1;
            at = 2;
        }
        try {
            return 12 * (Integer.parseInt(text.substring(at)) + 1) + letter;
        } catch (NumberFormatException none) {
            return otherwise;
        }
    }

    /** What was said and never asked for. */
    Set<String> unasked() {
        Set<String> left = new HashSet<>(values.keySet());
        left.removeAll(asked);
        return left;
    }

    Set<String> names() {
        return values.keySet();
    }
}
