package studio.tutti.mastering.sheet;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** An A4 page to draw on, in points, y upwards. */
final class Paper implements AutoCloseable {

    static final float WIDTH = PDRectangle.A4.getWidth();
    static final float HEIGHT = PDRectangle.A4.getHeight();

    private final PDPageContentStream pen;
    private final PDFont font;

    Paper(PDDocument document, PDFont font) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        pen = new PDPageContentStream(document, page);
        this.font = font;
    }

    /** The typeface of the sheets: Liberation Sans, which PDFBox brings along; only the characters that are used go into the document. */
    static PDFont font(PDDocument document) throws IOException {
        try (InputStream file = PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
            if (file == null) {
                throw new IOException("The typeface of the report is missing.");
            }
            return PDType0Font.load(document, file, true);
        }
    }

    /** Where on the line a text is put. */
    enum Side { LEFT, MIDDLE, RIGHT }

    void text(String words, float x, float y, float size, Color colour, Side side) throws IOException {
        String known = known(words);
        float width = font.getStringWidth(known) / 1000 * size;
        pen.beginText();
        pen.setNonStrokingColor(colour);
        pen.setFont(font, size);
        pen.newLineAtOffset(side == Side.LEFT ? x : side == Side.RIGHT ? x - width : x - width / 2, y);
        pen.showText(known);
        pen.endText();
    }

    /** A text that ends with dots where it would be wider than said. */
    void fitted(String words, float x, float y, float size, Color colour, float most) throws IOException {
        String known = known(words);
        while (known.length() > 1 && font.getStringWidth(known) / 1000 * size > most) {
            known = known.substring(0, known.length() - (known.endsWith("…") ? 2 : 1)).stripTrailing() + "…";
        }
        text(known, x, y, size, colour, Side.LEFT);
    }

    float width(String words, float size) throws IOException {
        return font.getStringWidth(known(words)) / 1000 * size;
    }

    /** Characters that the typeface lacks become a square. */
    private String known(String words) {
        StringBuilder known = new StringBuilder();
        words.codePoints().forEach(point -> {
            String character = Character.toString(Character.isISOControl(point) ? ' ' : point);
            try {
                font.encode(character);
                known.append(character);
            } catch (IOException | IllegalArgumentException missing) {
                known.append('□');
            }
        });
        return known.toString();
    }

    void box(float x, float y, float width, float height, Color colour) throws IOException {
        pen.setNonStrokingColor(colour);
        pen.addRect(x, y, width, height);
        pen.fill();
    }

    void line(float x1, float y1, float x2, float y2, float thick, Color colour) throws IOException {
        pen.setStrokingColor(colour);
        pen.setLineWidth(thick);
        pen.setLineDashPattern(new float[0], 0);
        pen.moveTo(x1, y1);
        pen.lineTo(x2, y2);
        pen.stroke();
    }

    /** A line through points. */
    void curve(float[] x, float[] y, float thick, Color colour, boolean dashed) throws IOException {
        pen.setStrokingColor(colour);
        pen.setLineWidth(thick);
        pen.setLineJoinStyle(1);
        pen.setLineCapStyle(dashed ? 0 : 1);
        pen.setLineDashPattern(dashed ? new float[] {4, 2.5f} : new float[0], 0);
        pen.moveTo(x[0], y[0]);
        for (int i = 1; i < x.length; i++) {
            pen.lineTo(x[i], y[i]);
        }
        pen.stroke();
    }

    /** Fills what lies between two lines over the same places. */
    void between(float[] x, float[] one, float[] other, Color colour) throws IOException {
        pen.setNonStrokingColor(colour);
        pen.moveTo(x[0], one[0]);
        for (int i = 1; i < x.length; i++) {
            pen.lineTo(x[i], one[i]);
        }
        for (int i = x.length - 1; i >= 0; i--) {
            pen.lineTo(x[i], other[i]);
        }
        pen.closePath();
        pen.fill();
    }

    /** Draws inside a rectangle only, until {@link #everywhere}. */
    void within(float x, float y, float width, float height) throws IOException {
        pen.saveGraphicsState();
        pen.addRect(x, y, width, height);
        pen.clip();
    }

    void everywhere() throws IOException {
        pen.restoreGraphicsState();
    }

    @Override
    public void close() throws IOException {
        pen.close();
    }
}
