package studio.tutti.assistant.flowmachines;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import studio.tutti.assistant.flowmachines.internal.Style;

/**
 * A style, learned from lead sheets. It keeps what it has learned from, since forbidding copies needs that, in a compact form, and counts
 * anew when it is opened: a second for hundreds of songs.
 */
public final class Palette {

    private static final int MAGIC = 0x5450414C;
    private static final int VERSION = 1;
    /** The longest context of the models of chords and pitches; rhythms look back two further. */
    static final int ORDER = 4;

    private final PaletteCard card;
    private final List<LeadSheet> sheets;
    private final Style style;

    private Palette(PaletteCard card, List<LeadSheet> sheets) {
        this.card = card;
        this.sheets = List.copyOf(sheets);
        style = new Style(this.sheets, ORDER, true);
    }

    /**
     * Learns a style.
     *
     * @param sheets at least one with chords
     * @throws IllegalArgumentException if none has chords
     */
    public static Palette learn(PaletteCard card, List<LeadSheet> sheets) {
        if (sheets.stream().allMatch(sheet -> sheet.chords().isEmpty() && sheet.bass().isEmpty())) {
            throw new IllegalArgumentException("None of the songs has chords to learn from.");
        }
        return new Palette(card, sheets);
    }

    public PaletteCard card() {
        return card;
    }

    /** What it was learned from, in order. */
    public List<LeadSheet> sheets() {
        return sheets;
    }

    Style style() {
        return style;
    }

    /** How many lead sheets. */
    public int songs() {
        return sheets.size();
    }

    /** How many chords they have. */
    public int chords() {
        return sheets.stream().mapToInt(sheet -> sheet.chords().size()).sum();
    }

    /** How many notes their melodies have. */
    public int melodyNotes() {
        return sheets.stream().mapToInt(sheet -> sheet.melody().size()).sum();
    }

    /** How many notes their basses have. */
    public int bassNotes() {
        return sheets.stream().mapToInt(sheet -> sheet.bass().size()).sum();
    }

    /** Its file: {@code .tpal}, versioned, compressed; the same palette gives the same bytes. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream head = new DataOutputStream(bytes)) {
            head.writeInt(MAGIC);
            head.writeShort(VERSION);
            try (DataOutputStream body = new DataOutputStream(new DeflaterOutputStream(head))) {
                PaletteFormat.write(card, sheets, body);
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    /** @throws IOException with a sentence, if the file is damaged, none of ours or of another version */
    public static Palette read(InputStream in) throws IOException {
        DataInputStream head = new DataInputStream(in);
        if (head.readInt() != MAGIC) {
            throw new IOException("This is no palette.");
        }
        if (head.readShort() != VERSION) {
            throw new IOException("This palette was made by another version of Tutti: learn it again from its songs.");
        }
        DataInputStream body = new DataInputStream(new InflaterInputStream(head));
        try {
            PaletteCard card = PaletteFormat.readCard(body);
            return new Palette(card, PaletteFormat.readSheets(body));
        } catch (IllegalArgumentException damaged) {
            throw new IOException("This palette is damaged.", damaged);
        }
    }

    /** As {@link #read(InputStream)}. */
    public static Palette read(byte[] bytes) throws IOException {
        return read(new ByteArrayInputStream(bytes));
    }
}
