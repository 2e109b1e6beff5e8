package studio.tutti.exchange.internal.musicxml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Chord symbols as MusicXML has them: a root, one of its kinds, a bass; and back. The symbol's own letters are kept beside. */
final class ChordNames {

    private static final Pattern SYMBOL = Pattern.compile("([A-G])((?:#|b|♯|♭)*)(.*?)(?:/([A-G])((?:#|b|♯|♭)*))?");

    /** The usual letters of each kind; the first spelling is the one written when a file names a kind only. */
    private static final Map<String, String> KINDS = new LinkedHashMap<>();

    private static final Map<String, String> SPELLINGS = new LinkedHashMap<>();

    static {
        kind("major", "", "M", "maj", "Maj", "ma");
        kind("minor", "m", "min", "mi", "-");
        kind("augmented", "aug", "+");
        kind("diminished", "dim", "o", "°");
        kind("dominant", "7", "7b9", "7#9", "7b5", "7#11", "7alt");
        kind("major-seventh", "maj7", "Maj7", "ma7", "M7", "Δ", "Δ7");
        kind("minor-seventh", "m7", "min7", "mi7", "-7");
        kind("diminished-seventh", "dim7", "o7", "°7");
        kind("augmented-seventh", "7#5", "aug7", "7+", "+7");
        kind("half-diminished", "m7b5", "ø", "ø7", "mi7b5", "-7b5");
        kind("major-minor", "m(maj7)", "mMaj7", "mM7", "mmaj7");
        kind("major-sixth", "6", "maj6", "6/9", "69");
        kind("minor-sixth", "m6", "mi6", "-6", "m69");
        kind("dominant-ninth", "9", "9#5", "9b5", "9#11");
        kind("major-ninth", "maj9", "Maj9", "M9", "ma9");
        kind("minor-ninth", "m9", "mi9", "-9");
        kind("dominant-11th", "11");
        kind("major-11th", "maj11");
        kind("minor-11th", "m11", "mi11", "-11");
        kind("dominant-13th", "13", "13b9");
        kind("major-13th", "maj13");
        kind("minor-13th", "m13");
        kind("suspended-second", "sus2");
        kind("suspended-fourth", "sus4", "sus", "7sus4", "7sus", "9sus");
        kind("power", "5");
        kind("none", "N.C.", "NC", "N.C", "n.c.");
    }

    private ChordNames() {}

    private static void kind(String kind, String... letters) {
        KINDS.put(kind, letters[0]);
        for (String each : letters) {
            SPELLINGS.putIfAbsent(each, kind);
        }
    }

    /** The symbol of a harmony element, or "" if it says nothing. */
    static String symbol(Xml harmony) {
        Xml kind = harmony.child("kind");
        Xml root = harmony.child("root");
        if (kind == null || root == null && !kind.text().equals("none")) {
            return "";
        }
        String letters = kind.hasAttribute("text") ? kind.attribute("text") : KINDS.getOrDefault(kind.text(), "") + degrees(harmony);
        if (root == null || kind.text().equals("none")) {
            return letters.isEmpty() ? "N.C." : letters;
        }
        Xml step = root.child("root-step");
        if (step != null && step.hasAttribute("text")) {
            return step.attribute("text") + letters;
        }
        Xml bass = harmony.child("bass");
        String low = bass == null ? "" : note(bass, "bass");
        return note(root, "root") + letters + (low.isEmpty() ? "" : "/" + low);
    }

    private static String note(Xml holder, String prefix) {
        double alter = holder.number(prefix + "-alter", 0);
        String sign = alter < 0 ? "b" : "#";
        return holder.text(prefix + "-step") + sign.repeat((int) Math.min(3, Math.abs(Math.round(alter))));
    }

    private static String degrees(Xml harmony) {
        StringBuilder letters = new StringBuilder();
        for (Xml degree : harmony.all("degree")) {
            String value = degree.text("degree-value");
            double alter = degree.number("degree-alter", 0);
            String sign = alter < 0 ? "b" : alter > 0 ? "#" : "";
            letters.append(switch (degree.text("degree-type")) {
                case "add" -> (sign.isEmpty() ? "add" : "") + sign + value;
                case "subtract" -> "no" + value;
                default -> sign + value;
            });
        }
        return letters.toString();
    }

    /** Writes a symbol; {@code null} ends the chord before it. */
    static void write(XmlText xml, @Nullable String symbol, long offset) {
        xml.open("harmony" + (symbol == null ? " print-object=\"no\"" : ""));
        Matcher parts = SYMBOL.matcher(symbol == null ? "" : symbol);
        if (symbol == null || "none".equals(SPELLINGS.get(symbol))) {
            root(xml, "C", "");
            xml.line("kind text=\"" + XmlText.escaped(symbol == null ? "" : symbol) + "\"", "none");
        } else if (!parts.matches()) {
            xml.open("root").line("root-step text=\"" + XmlText.escaped(symbol) + "\"", "C").close("root");
            xml.line("kind text=\"\"", "other");
        } else {
            root(xml, parts.group(1), parts.group(2));
            xml.line("kind text=\"" + XmlText.escaped(parts.group(3)) + "\"", SPELLINGS.getOrDefault(parts.group(3), "other"));
            if (parts.group(4) != null) {
                xml.open("bass").line("bass-step", parts.group(4));
                alter(xml, "bass-alter", parts.group(5));
                xml.close("bass");
            }
        }
        if (offset != 0) {
            xml.line("offset", Long.toString(offset));
        }
        xml.close("harmony");
    }

    private static void root(XmlText xml, String step, String signs) {
        xml.open("root").line("root-step", step);
        alter(xml, "root-alter", signs);
        xml.close("root");
    }

    private static void alter(XmlText xml, String name, String signs) {
        long sharps = signs.chars().filter(each -> each == '#' || each == '♯').count();
        if (!signs.isEmpty()) {
            xml.line(name, Long.toString(sharps > 0 ? sharps : -signs.length()));
        }
    }
}
