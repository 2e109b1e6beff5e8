package studio.tutti.core.editing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;

/**
 * Which contents belong together: the variations of a pattern, or the takes of a passage. A family is known by the content
 * that it began with, and stays the same family when that one is removed.
 */
public final class Families {

    private static final Comparator<Element> BY_NAME = Comparator
            .comparing((Element content) -> stem(content.text(Property.NAME)))
            .thenComparingLong(content -> number(content.text(Property.NAME)))
            .thenComparing(Element::id);

    private final Arrangement arrangement;

    public Families(Arrangement arrangement) {
        this.arrangement = arrangement;
    }

    /** What the family of a content is known by: itself, while it is the only one. */
    public static Id of(Element content) {
        Id family = content.reference(Property.FAMILY);
        return family.isNone() ? content.id() : family;
    }

    /** All contents of a family that exist, by name: an unnamed one first, "Take 2" before "Take 10". */
    public List<Element> members(Element content) {
        Id family = of(content);
        List<Element> members = new ArrayList<>();
        for (Element each : arrangement.root().children(Kind.CONTENT)) {
            if (of(each).equals(family)) {
                members.add(each);
            }
        }
        members.sort(BY_NAME);
        return members;
    }

    /** The clips that play a content, in no particular order. */
    public List<Element> players(Element content) {
        List<Element> players = new ArrayList<>();
        for (Element track : arrangement.root().children(Kind.TRACK)) {
            for (Element clip : track.children(Kind.CLIP)) {
                if (clip.reference(Property.CONTENT).equals(content.id())) {
                    players.add(clip);
                }
            }
        }
        return players;
    }

    /**
     * The first letter that nothing in the family is called; after Z come "Z2", "Z3" and so on.
     *
     * @param besides a letter that is about to be taken, or ""
     */
    public String freeLetter(Element content, String besides) {
        Set<String> taken = taken(content);
        taken.add(besides);
        for (char letter = 'A'; letter <= 'Z'; letter++) {
            if (!taken.contains(String.valueOf(letter))) {
                return String.valueOf(letter);
            }
        }
        return numbered("Z", 2, taken);
    }

    /** The first free name of a row such as "Take 1", "Take 2". */
    public String freeName(Element content, String word) {
        return numbered(word + " ", 1, taken(content));
    }

    private static String numbered(String word, int from, Set<String> taken) {
        int number = from;
        while (taken.contains(word + number)) {
            number++;
        }
        return word + number;
    }

    private Set<String> taken(Element content) {
        Set<String> taken = new HashSet<>();
        for (Element member : members(content)) {
            taken.add(member.text(Property.NAME));
        }
        return taken;
    }

    private static int digitsFrom(String name) {
        int from = name.length();
        while (from > 0 && from > name.length() - 9 && Character.isDigit(name.charAt(from - 1))) {
            from--;
        }
        return from;
    }

    private static String stem(String name) {
        return name.substring(0, digitsFrom(name));
    }

    private static long number(String name) {
        int from = digitsFrom(name);
        return from == name.length() ? 0 : Long.parseLong(name.substring(from));
    }
}
