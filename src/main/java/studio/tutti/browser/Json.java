package studio.tutti.browser;

/** Writes a JSON array of objects, the form in which the page takes what is few and has names. */
final class Json {

    private final StringBuilder out = new StringBuilder("[");
    private boolean inObject;

    /** Begins the next object; its members follow. */
    Json next() {
        if (inObject) {
            out.append("},");
        }
        out.append('{');
        inObject = true;
        return this;
    }

    Json with(String name, String value) {
        name(name);
        text(value);
        return this;
    }

    Json with(String name, long value) {
        name(name).append(value);
        return this;
    }

    Json with(String name, double value) {
        name(name).append(value);
        return this;
    }

    Json with(String name, boolean value) {
        name(name).append(value);
        return this;
    }

    Json with(String name, int[] values) {
        name(name).append('[');
        for (int i = 0; i < values.length; i++) {
            out.append(i == 0 ? "" : ",").append(values[i]);
        }
        out.append(']');
        return this;
    }

    Json with(String name, double[] values) {
        name(name).append('[');
        for (int i = 0; i < values.length; i++) {
            out.append(i == 0 ? "" : ",").append(values[i]);
        }
        out.append(']');
        return this;
    }

    Json with(String name, Iterable<String> values) {
        name(name).append('[');
        String comma = "";
        for (String value : values) {
            out.append(comma);
            text(value);
            comma = ",";
        }
        out.append(']');
        return this;
    }

    /** A list of objects. */
    Json with(String name, Json objects) {
        name(name).append(objects);
        return this;
    }

    private StringBuilder name(String name) {
        if (out.charAt(out.length() - 1) != '{') {
            out.append(',');
        }
        return out.append('"').append(name).append("\":");
    }

    private void text(String value) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char each = value.charAt(i);
            if (each == '"' || each == '\\') {
                out.append('\\').append(each);
            } else if (each < ' ') {
                out.append(each < 16 ? "\\u000" : "\\u001").append("0123456789abcdef".charAt(each & 15));
            } else {
                out.append(each);
            }
        }
        out.append('"');
    }

    /** The finished array. */
    @Override
    public String toString() {
        return out + (inObject ? "}]" : "]");
    }
}
