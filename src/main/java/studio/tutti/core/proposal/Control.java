package studio.tutti.core.proposal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something about an assistant that can be set. A panel is made from these, in their order; what nobody sets has its initial value, with
 * which each assistant gives a good first take. Values travel as texts.
 */
public sealed interface Control {

    /** Its name in cards and scripts: lower-case letters, digits and hyphens. Never changes its meaning. */
    String name();

    /** What people call it. */
    String words();

    /** One sentence that says what it does; may be empty. */
    String hint();

    /** What it is set to unless somebody sets it. */
    String initial();

    /** Why it can't be set to a value, a sentence; null if it can. */
    @Nullable String fault(String value);

    /**
     * A number on a scale.
     *
     * @param low the least
     * @param high the most
     * @param step from value to value; 1 for whole numbers, 0 for any
     * @param first the initial number
     * @param unit what is counted, such as "bars"; {@link #NOTE} for keys of the MIDI standard; empty for a bare number
     * @param resting what people read in place of the initial number, such as "as the style has it"; empty for the number itself
     */
    record Slider(String name, String words, String hint, double low, double high, double step, double first, String unit, String resting)
            implements Control {

        /** The unit of numbers from 0 to 127 that people read as notes: 60 is C4. */
        public static final String NOTE = "note";

        /** One whose initial number is a number like the others. */
        public Slider(String name, String words, String hint, double low, double high, double step, double first, String unit) {
            this(name, words, hint, low, high, step, first, unit, "");
        }

        @Override
        public String initial() {
            return step == 1 ? Long.toString((long) first) : Double.toString(first);
        }

        @Override
        public @Nullable String fault(String value) {
            try {
                double number = Double.parseDouble(value);
                if (number >= low && number <= high && (step != 1 || number == Math.floor(number))) {
                    return null;
                }
            } catch (NumberFormatException none) {
                // said below
            }
            return words + " is " + (step == 1 ? "a whole number " : "") + "from " + number(low) + " to " + number(high) + ".";
        }

        private static String number(double value) {
            return value == Math.floor(value) ? Long.toString((long) value) : Double.toString(value);
        }
    }

    /**
     * One of several.
     *
     * @param options at least one
     * @param initial the key of one of them
     */
    record Choice(String name, String words, String hint, List<Option> options, String initial) implements Control {
        public Choice {
            options = List.copyOf(options);
        }

        @Override
        public @Nullable String fault(String value) {
            for (Option option : options) {
                if (option.key().equals(value)) {
                    return null;
                }
            }
            return "There is no such choice of “" + words + "”.";
        }
    }

    /**
     * What can be chosen.
     *
     * @param key its name in cards and scripts
     * @param words what people call it
     * @param hint a sentence about it; may be empty
     */
    record Option(String key, String words, String hint) {}

    /** Yes or no; its values are "true" and "false". */
    record Toggle(String name, String words, String hint, boolean on) implements Control {
        @Override
        public String initial() {
            return Boolean.toString(on);
        }

        @Override
        public @Nullable String fault(String value) {
            return value.equals("true") || value.equals("false") ? null : words + " is either on or off.";
        }
    }

    /**
     * A short text, such as a form ("AABA").
     *
     * @param longest in UTF-16 units, at most {@link Settings#LONGEST_VALUE}
     */
    record Words(String name, String words, String hint, int longest, String initial) implements Control {
        @Override
        public @Nullable String fault(String value) {
            return value.length() <= longest ? null : words + " has at most " + longest + " characters.";
        }
    }
}
