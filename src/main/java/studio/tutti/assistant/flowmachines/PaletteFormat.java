package studio.tutti.assistant.flowmachines;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.music.ChordSymbol;

/** The inside of a palette's file: small whole numbers, and each text once. Times are written as distances, so that they compress well. */
final class PaletteFormat {

    private static final int MOST = 1 << 20;
    /** UTF-16 units of titles and names that are kept. */
    private static final int LONGEST = 200;

    private PaletteFormat() {}

    static void write(PaletteCard card, List<LeadSheet> sheets, DataOutputStream out) throws IOException {
        out.writeUTF(card.name());
        out.writeUTF(card.title());
        out.writeUTF(card.description());
        number(card.sources().size(), out);
        for (PaletteSource source : card.sources()) {
            out.writeUTF(source.name());
            out.writeUTF(source.licence());
            out.writeUTF(source.credit());
            number(source.songs(), out);
        }
        out.writeBoolean(card.release());
        out.writeUTF(card.melodyFrom());
        out.writeUTF(card.bassFrom());
        Map<String, Integer> texts = texts(sheets);
        number(texts.size(), out);
        for (String text : texts.keySet()) {
            out.writeUTF(text);
        }
        number(sheets.size(), out);
        for (LeadSheet sheet : sheets) {
            write(sheet, texts, out);
        }
    }

    private static Map<String, Integer> texts(List<LeadSheet> sheets) {
        Map<String, Integer> texts = new LinkedHashMap<>();
        for (LeadSheet sheet : sheets) {
            sheet.chords().forEach(chord -> texts.putIfAbsent(text(chord.symbol()), texts.size()));
            sheet.sections().forEach(section -> texts.putIfAbsent(cut(section.label()), texts.size()));
        }
        return texts;
    }

    /** Whatever a file calls itself, without half a character at the end. */
    static String cut(String text) {
        int end = text.length() <= LONGEST ? text.length() : Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end);
    }

    private static String text(@Nullable ChordSymbol symbol) {
        return symbol == null ? ChordSymbol.NONE : symbol.toString();
    }

    private static void write(LeadSheet sheet, Map<String, Integer> texts, DataOutputStream out) throws IOException {
        out.writeUTF(cut(sheet.title()));
        out.writeUTF(cut(sheet.composer()));
        out.writeByte(sheet.key().fifths() << 1 | (sheet.key().minor() ? 1 : 0));
        out.writeByte(sheet.metre().beats());
        out.writeByte(sheet.metre().unit());
        number(sheet.pickup(), out);
        number(sheet.bars(), out);
        number(sheet.chords().size(), out);
        int at = -sheet.pickup();
        for (ChordSpan chord : sheet.chords()) {
            number(chord.start() - at, out);
            number(chord.length(), out);
            number(texts.get(text(chord.symbol())), out);
            at = chord.end();
        }
        write(sheet.melody(), sheet.pickup(), out);
        write(sheet.bass(), sheet.pickup(), out);
        number(sheet.sections().size(), out);
        for (FormSection section : sheet.sections()) {
            number(section.bar(), out);
            number(section.bars(), out);
            number(texts.get(cut(section.label())), out);
        }
    }

    private static void write(List<SheetNote> line, int pickup, DataOutputStream out) throws IOException {
        number(line.size(), out);
        int at = -pickup;
        for (SheetNote note : line) {
            number(note.start() - at, out);
            number(note.length(), out);
            out.writeByte(note.pitch());
            at = note.end();
        }
    }

    static PaletteCard readCard(DataInputStream in) throws IOException {
        String name = in.readUTF();
        String title = in.readUTF();
        String description = in.readUTF();
        List<PaletteSource> sources = new ArrayList<>();
        for (int left = count(in); left > 0; left--) {
            sources.add(new PaletteSource(in.readUTF(), in.readUTF(), in.readUTF(), number(in)));
        }
        return new PaletteCard(name, title, description, sources, in.readBoolean(), in.readUTF(), in.readUTF());
    }

    static List<LeadSheet> readSheets(DataInputStream in) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int left = count(in); left > 0; left--) {
            texts.add(in.readUTF());
        }
        List<LeadSheet> sheets = new ArrayList<>();
        for (int left = count(in); left > 0; left--) {
            sheets.add(readSheet(texts, in));
        }
        return sheets;
    }

    private static LeadSheet readSheet(List<String> texts, DataInputStream in) throws IOException {
        String title = in.readUTF();
        String composer = in.readUTF();
        int key = in.readByte();
        Metre metre = new Metre(in.readUnsignedByte(), in.readUnsignedByte());
        int pickup = number(in);
        int bars = number(in);
        List<ChordSpan> chords = new ArrayList<>();
        int at = -pickup;
        for (int left = count(in); left > 0; left--) {
            int start = at + number(in);
            int length = number(in);
            String text = text(texts, in);
            ChordSymbol symbol = ChordSymbol.isNone(text) ? null : ChordSymbol.parse(text)
                    .orElseThrow(() -> new IllegalArgumentException("no chord: " + text));
            chords.add(new ChordSpan(start, length, symbol));
            at = start + length;
        }
        List<SheetNote> melody = readLine(pickup, in);
        List<SheetNote> bass = readLine(pickup, in);
        List<FormSection> sections = new ArrayList<>();
        for (int left = count(in); left > 0; left--) {
            sections.add(new FormSection(number(in), number(in), text(texts, in)));
        }
        return new LeadSheet(title, composer, new Key(key >> 1, (key & 1) != 0), metre, pickup, bars, chords, melody, bass, sections);
    }

    private static List<SheetNote> readLine(int pickup, DataInputStream in) throws IOException {
        List<SheetNote> line = new ArrayList<>();
        int at = -pickup;
        for (int left = count(in); left > 0; left--) {
            SheetNote note = new SheetNote(at + number(in), number(in), in.readUnsignedByte());
            line.add(note);
            at = note.end();
        }
        return line;
    }

    private static String text(List<String> texts, DataInputStream in) throws IOException {
        int place = number(in);
        if (place >= texts.size()) {
            throw new IllegalArgumentException("no text " + place);
        }
        return texts.get(place);
    }

    private static int count(DataInputStream in) throws IOException {
        int count = number(in);
        if (count > MOST) {
            throw new IllegalArgumentException("too many");
        }
        return count;
    }

    /** Seven bits a byte, the lowest first; the eighth says that more follow. */
    private static void number(int number, DataOutputStream out) throws IOException {
        int rest = number;
        while ((rest & ~0x7F) != 0) {
            out.writeByte(rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }

    private static int number(DataInputStream in) throws IOException {
        int number = 0;
        for (int shift = 0; shift < 32; shift += 7) {
            int part = in.readUnsignedByte();
            number |= (part & 0x7F) << shift;
            if ((part & 0x80) == 0) {
                if (number < 0) {
                    throw new IllegalArgumentException("a negative number");
                }
                return number;
            }
        }
        throw new IllegalArgumentException("a number without end");
    }
}
