package studio.tutti.exchange.internal.musicxml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An element of a file that is read, with what lies in it. */
final class Xml {

    private final String name;
    private final Map<String, String> attributes = new HashMap<>(4);
    private final List<Xml> children = new ArrayList<>(4);
    private final StringBuilder text = new StringBuilder();

    Xml(String name) {
        this.name = name;
    }

    void put(String attribute, String value) {
        attributes.put(attribute, value);
    }

    void add(Xml child) {
        children.add(child);
    }

    void append(String more) {
        if (text.length() < 4_000) {
            text.append(more, 0, Math.min(more.length(), 4_000));
        }
    }

    String name() {
        return name;
    }

    /** Its own text, without space around it. */
    String text() {
        return text.toString().strip();
    }

    List<Xml> children() {
        return children;
    }

    /** The children with a name. */
    List<Xml> all(String childName) {
        return children.stream().filter(each -> each.name.equals(childName)).toList();
    }

    /** The first child with a name, or null. */
    @Nullable Xml child(String childName) {
        for (Xml child : children) {
            if (child.name.equals(childName)) {
                return child;
            }
        }
        return null;
    }

    boolean has(String childName) {
        return child(childName) != null;
    }

    /** The text of the first child with a name, or "". */
    String text(String childName) {
        Xml child = child(childName);
        return child == null ? "" : child.text();
    }

    /** An attribute, or "". */
    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    boolean hasAttribute(String attribute) {
        return attributes.containsKey(attribute);
    }

    /** A text as a number; what is none, or beyond a milliard, counts as what it would be otherwise. */
    static double parsed(String text, double otherwise) {
        try {
            double value = Double.parseDouble(text.strip());
            return Math.abs(value) <= 1e9 ? value : otherwise;
        } catch (NumberFormatException none) {
            return otherwise;
        }
    }

    /** The text of a child as a number. */
    double number(String childName, double otherwise) {
        return parsed(text(childName), otherwise);
    }
}
