package studio.tutti.web.picture;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Locale;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.clip.SoundingNotes;
import studio.tutti.core.music.Ticks;

/** A whole song at a glance: a row a track, a block a clip, a stroke a note. */
public final class SongPicture extends Div {

    private static final int MOST_ROWS = 24;
    private static final int MOST_NOTES = 6_000;
    private static final double WIDTH = 1000;
    private static final double ROW = 40;
    private static final int SHORTEST = 16 * 4 * Ticks.PER_QUARTER;

    private final StringBuilder svg = new StringBuilder();
    private final Arrangement arrangement;
    private final double scale;
    private int notesLeft = MOST_NOTES;

    /** @param arrangement drawn now; not kept */
    public SongPicture(Arrangement arrangement) {
        this.arrangement = arrangement;
        addClassName("song-picture");
        getElement().setAttribute("aria-hidden", "true");
        List<Element> tracks = Elements.tracks(arrangement);
        List<Element> rows = tracks.subList(0, Math.min(MOST_ROWS, tracks.size()));
        scale = WIDTH / Math.max(SHORTEST, length(tracks));
        double height = Math.max(4, rows.size()) * ROW;
        svg.append("<svg viewBox=\"0 0 ").append((int) WIDTH).append(' ').append((int) height)
                .append("\" preserveAspectRatio=\"none\">");
        for (int row = 0; row < rows.size(); row++) {
            draw(rows.get(row), row);
        }
        svg.append("</svg>");
        getElement().setProperty("innerHTML", svg.toString());
    }

    private static long length(List<Element> tracks) {
        long end = 0;
        for (Element track : tracks) {
            for (Element clip : track.children(Kind.CLIP)) {
                end = Math.max(end, clip.end());
            }
        }
        return end;
    }

    private void draw(Element track, int row) {
        double top = row * ROW;
        svg.append("<g fill=\"").append(colour(track)).append("\">");
        for (Element clip : Elements.sorted(track.children(Kind.CLIP))) {
            svg.append("<rect opacity=\".22\" rx=\"3\"");
            place(clip.start() * scale, top + 3, Math.max(2, clip.length() * scale - 1.5), ROW - 6);
            svg.append("/>");
            Element content = arrangement.find(clip.reference(Property.CONTENT));
            if (content != null) {
                drawNotes(clip, content, top);
            }
        }
        svg.append("</g>");
    }

    private void drawNotes(Element clip, Element content, double top) {
        List<Element> notes = content.children(Kind.NOTE);
        if (notes.isEmpty()) {
            return;
        }
        int lowest = 127;
        int highest = 0;
        for (Element note : notes) {
            lowest = Math.min(lowest, note.integer(Property.PITCH));
            highest = Math.max(highest, note.integer(Property.PITCH));
        }
        int range = Math.max(12, highest - lowest);
        int low = lowest;
        SoundingNotes sounding = new SoundingNotes(clip, content);
        svg.append("<path d=\"");
        for (Element note : notes) {
            double y = top + ROW - 8 - (note.integer(Property.PITCH) - low) * (ROW - 15) / range;
            sounding.each(note, (start, end, repetition) -> {
                if (notesLeft == 0) {
                    return false;
                }
                notesLeft--;
                String width = digits(Math.max(1.2, (end - start) * scale - 0.4));
                svg.append('M').append(digits(start * scale)).append(' ').append(digits(y)).append('h').append(width)
                        .append("v2.6h-").append(width).append('z');
                return true;
            });
        }
        svg.append("\"/>");
    }

    private void place(double x, double y, double width, double height) {
        svg.append(" x=\"").append(digits(x)).append("\" y=\"").append(digits(y))
                .append("\" width=\"").append(digits(width)).append("\" height=\"").append(digits(height)).append('"');
    }

    private static String colour(Element track) {
        long colour = track.number(Property.COLOUR);
        return colour < 0 ? "var(--tutti-text-faint)" : String.format(Locale.ROOT, "#%06x", colour);
    }

    private static String digits(double number) {
        return Double.toString(Math.round(number * 10) / 10.0);
    }
}
