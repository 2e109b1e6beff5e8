package studio.tutti.finishing;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.tutti.audiofile.Encoding;

/**
 * What an audio tool is to do, as a job keeps it.
 *
 * @param tool which, as its command is called
 * @param media SHA-256 of the sound
 * @param reference SHA-256 of the sound to go by; null for none
 * @param settings by the names of the command's options
 * @param encoding of the file that comes out
 * @param name of that file, without ending
 */
public record ToolOrder(String tool, String media, @Nullable String reference, Map<String, String> settings, Encoding encoding, String name) {

    /** The kind of such jobs. */
    public static final String KIND = "tool";

    public ToolOrder {
        settings = Map.copyOf(settings);
    }

    /** A setting as a number within a range, both ends included. */
    double number(String name, double low, double high, double initial) {
        String value = settings.get(name);
        try {
            double number = value == null ? initial : Double.parseDouble(value);
            if (number >= low && number <= high) {
                return number;
            }
        } catch (NumberFormatException none) {
            // said below
        }
        throw new IllegalArgumentException(name + " lies between " + told(low) + " and " + told(high) + ".");
    }

    private static String told(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    boolean flag(String name) {
        return Boolean.parseBoolean(settings.getOrDefault(name, "false"));
    }

    boolean has(String name) {
        return settings.containsKey(name);
    }
}
