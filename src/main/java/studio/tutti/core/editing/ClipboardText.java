package studio.tutti.core.editing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;

/**
 * Elements as lines of text, so that they travel through the system's clipboard from one song to another.
 *
 * <p>The first line is the kind of things and the version. Every other line is a letter and the element's properties in
 * a fixed order, separated by spaces, a text last: {@code n} a note, {@code c} a controller, {@code r} a drum row, all of the
 * content begun last; {@code k} a content; {@code p} a clip, with its row and the number of its content before its properties;
 * {@code q} the grid that the clip before is heard on, if it is.
 */
final class ClipboardText {

    static final String NOTES = "tutti notes 1";
    static final String CLIPS = "tutti clips 1";

    private static final int LONGEST = 32 << 20;

    static final Property[] NOTE = {
        Property.START, Property.LENGTH, Property.PITCH, Property.VELOCITY, Property.RELEASE, Property.MUTED
    };
    static final Property[] CONTROL = {Property.START, Property.CONTROLLER, Property.PITCH, Property.AMOUNT};
    static final Property[] ROW = {Property.PITCH, Property.LENGTH, Property.STEP};
    static final Property[] CONTENT = {Property.FORM, Property.MEDIA};
    static final Property[] CLIP = {
        Property.START, Property.LENGTH, Property.OFFSET, Property.LOOP, Property.COLOUR, Property.MUTED, Property.GAIN,
        Property.NAME
    };

    private ClipboardText() {}

    /** The grid that a clip is heard on. */
    static final Property[] GRID = {Property.QUANTISE, Property.STRENGTH, Property.SWING};

    /** How a clip plays its recording. */
    static final Property[] RECORDING = {Property.POSITION, Property.FADE_IN, Property.FADE_OUT, Property.RECORDED};

    /** How long a recording lasts. */
    static final Property[] LASTING = {Property.LASTS};

    static Property[] order(Kind kind) {
        return switch (kind) {
            case NOTE -> NOTE;
            case CONTROL -> CONTROL;
            case ROW -> ROW;
            case CONTENT -> CONTENT;
            default -> CLIP;
        };
    }

    static void write(StringBuilder out, char letter, Element element, long... before) {
        write(out, letter, element, order(element.kind()), before);
    }

    static void write(StringBuilder out, char letter, Element element, Property[] order, long... before) {
        out.append('\n').append(letter);
        for (long number : before) {
            out.append(' ').append(number);
        }
        for (Property property : order) {
            Object value = element.get(property);
            out.append(' ').append(value instanceof String text ? text.replace('\n', ' ').replace('\r', ' ') : value.toString());
        }
    }

    /** The lines after the first, or null if the text holds something else. */
    static @Nullable List<String> lines(String text, String first) {
        if (text.length() > LONGEST) {
            throw new EditRefused("The clipboard holds more than can be pasted at once.");
        }
        List<String> lines = new ArrayList<>();
        int from = 0;
        while (from <= text.length()) {
            int end = text.indexOf('\n', from);
            int stop = end < 0 ? text.length() : end;
            lines.add(text.substring(from, stop > from && text.charAt(stop - 1) == '\r' ? stop - 1 : stop));
            from = stop + 1;
        }
        return lines.removeFirst().equals(first) ? lines : null;
    }

    /** Reads one line, field by field. */
    static final class Line {
        private final String text;
        private int position;

        Line(String text) {
            this.text = text;
        }

        char letter() {
            if (text.isEmpty()) {
                throw damaged();
            }
            position = 2;
            return text.charAt(0);
        }

        long number() {
            int end = text.indexOf(' ', position);
            int stop = end < 0 ? text.length() : end;
            try {
                long value = Long.parseLong(text.substring(Math.min(position, stop), stop));
                position = stop + 1;
                return value;
            } catch (NumberFormatException broken) {
                throw damaged();
            }
        }

        String rest() {
            return position >= text.length() ? "" : text.substring(position);
        }

        /** Fills a new element with its properties. */
        void fill(Draft.New added, Kind kind) {
            fill(added, order(kind));
        }

        void fill(Draft.New added, Property[] order) {
            for (Property property : order) {
                Object value = property.type().initial() instanceof String ? rest() : (Object) number();
                if (property.type().fault(value) != null) {
                    throw damaged();
                }
                added.with(property, value);
            }
        }
    }

    static EditRefused damaged() {
        return new EditRefused("What the clipboard holds is damaged: copy it again.");
    }
}
