package studio.tutti.core.proposal;

import java.util.Map;
import java.util.TreeMap;
import studio.tutti.core.arrangement.EditRefused;

/**
 * What the controls of an assistant are set to, by their names.
 *
 * @param values in the order of the names
 */
public record Settings(Map<String, String> values) {

    /** How many controls may be set. */
    public static final int MOST = 100;
    /** The longest name, in UTF-16 units. */
    public static final int LONGEST_NAME = 60;
    /** The longest value, in UTF-16 units. */
    public static final int LONGEST_VALUE = 500;

    /** Nothing set. */
    public static final Settings NONE = new Settings(Map.of());

    public Settings {
        // a tree, so that equal settings have equal bytes
        values = new TreeMap<>(values);
    }

    /**
     * These, filled up with the initial values of an offer's controls.
     *
     * @throws EditRefused with a sentence, if a value can't be or there is no such control
     */
    public Settings on(Offer offer) {
        Map<String, String> full = new TreeMap<>();
        for (Control control : offer.controls()) {
            String value = values.getOrDefault(control.name(), control.initial());
            String fault = control.fault(value);
            if (fault != null) {
                throw new EditRefused(fault);
            }
            full.put(control.name(), value);
        }
        for (String name : values.keySet()) {
            if (!full.containsKey(name)) {
                throw new EditRefused("“" + offer.name() + "” has nothing to set that is called “" + name + "”.");
            }
        }
        return new Settings(full);
    }

    /** These, with one value changed. */
    public Settings with(String name, String value) {
        Map<String, String> changed = new TreeMap<>(values);
        changed.put(name, value);
        return new Settings(changed);
    }

    /** The text that a control is set to; empty if it isn't set. */
    public String text(String name) {
        return values.getOrDefault(name, "");
    }

    /** The number that a control is set to; 0 if it isn't set. */
    public double number(String name) {
        String value = text(name);
        return value.isEmpty() ? 0 : Double.parseDouble(value);
    }

    /** Whether a control is on. */
    public boolean flag(String name) {
        return text(name).equals("true");
    }
}
