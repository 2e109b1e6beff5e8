package studio.tutti.exchange.internal.musicxml;

import java.nio.charset.StandardCharsets;

/** XML in the making, a line an element. */
final class XmlText {

    private final StringBuilder out = new StringBuilder(1 << 16);
    private int depth;

    /** A line as it is. */
    XmlText raw(String line) {
        out.append(line).append('\n');
        return this;
    }

    /** Opens an element; attributes may follow its name. */
    XmlText open(String element) {
        indent().append('<').append(element).append(">\n");
        depth++;
        return this;
    }

    XmlText close(String name) {
        depth--;
        indent().append("</").append(name).append(">\n");
        return this;
    }

    /** An element without content; attributes may follow its name. */
    XmlText empty(String element) {
        indent().append('<').append(element).append("/>\n");
        return this;
    }

    /** An element with a text; attributes may follow its name. */
    XmlText line(String element, String text) {
        int space = element.indexOf(' ');
        indent().append('<').append(element).append('>').append(escaped(text)).append("</")
                .append(space < 0 ? element : element.substring(0, space)).append(">\n");
        return this;
    }

    private StringBuilder indent() {
        for (int i = 0; i < depth; i++) {
            out.append(' ');
        }
        return out;
    }

    /** How many characters there are so far. */
    int length() {
        return out.length();
    }

    /** A text as XML allows it: what it doesn't allow at all is left out. */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(each -> {
            switch (each) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\n', '\r', '\t' -> safe.append("&#").append(each).append(';');
                default -> {
                    if (each >= ' ' && each != 0xFFFE && each != 0xFFFF && !(each >= 0xD800 && each <= 0xDFFF)) {
                        safe.appendCodePoint(each);
                    }
                }
            }
        });
        return safe.toString();
    }

    byte[] toBytes() {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }
}
