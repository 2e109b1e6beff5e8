package studio.tutti.assistant.flowmachines.internal;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.assistant.flowmachines.ChordSpan;
import studio.tutti.assistant.flowmachines.LeadSheet;
import studio.tutti.assistant.flowmachines.Metre;
import studio.tutti.assistant.flowmachines.SheetNote;

/**
 * A lead sheet as the models read it: on the grid, without gaps, seen from the signature of its key.
 *
 * @param metre 2/2 is read as 4/4, since bars of both are alike
 * @param harmony one chord after another, neighbours differ unless one is very long
 * @param labels the chord of each of them
 * @param melody notes and rests
 * @param pitches of each of them, 0 for rests, moved to the key without signature
 * @param bass notes and rests
 * @param lows of each of them
 */
public record Reading(
        Metre metre, boolean minor, int bars, List<Span> harmony, List<Label> labels,
        List<Span> melody, List<Integer> pitches, List<Span> bass, List<Integer> lows) {

    /** Longer chords are read as several. */
    private static final int LONGEST_CHORD = 4;

    public static Reading of(LeadSheet sheet) {
        Metre metre = like(sheet.metre());
        int bar = Slots.of(metre.bar());
        List<Span> harmony = new ArrayList<>();
        List<Label> labels = new ArrayList<>();
        readChords(sheet, bar, harmony, labels);
        int shift = shift(sheet);
        List<Span> melody = new ArrayList<>();
        List<Integer> pitches = new ArrayList<>();
        readLine(sheet.melody(), sheet, bar, shift, melody, pitches);
        List<Span> bass = new ArrayList<>();
        List<Integer> lows = new ArrayList<>();
        readLine(sheet.bass(), sheet, bar, shift, bass, lows);
        return new Reading(metre, sheet.key().minor(), sheet.bars(), harmony, labels, melody, pitches, bass, lows);
    }

    /** The metre whose models serve another. */
    public static Metre like(Metre metre) {
        return metre.equals(new Metre(2, 2)) ? Metre.COMMON : metre;
    }

    /** Semitones that bring a sheet to the key without signature by the nearer way: −6 to 5. */
    public static int shift(LeadSheet sheet) {
        return Math.floorMod(-sheet.key().signature() + 6, 12) - 6;
    }

    private static void readChords(LeadSheet sheet, int bar, List<Span> harmony, List<Label> labels) {
        List<ChordSpan> chords = sheet.chords();
        int end = sheet.bars() * bar;
        for (int i = 0; i < chords.size(); i++) {
            // A chord holds until the next; the first begins with the sheet, unless that begins with a pickup.
            int start = i == 0 && chords.getFirst().start() > 0 ? 0 : Slots.of(chords.get(i).start());
            int next = i + 1 < chords.size() ? Slots.of(chords.get(i + 1).start()) : end;
            if (next <= start) {
                continue;
            }
            Label label = Label.of(chords.get(i).symbol(), sheet.key());
            if (!labels.isEmpty() && labels.getLast().equals(label)) {
                start = harmony.removeLast().start();
                labels.removeLast();
            }
            harmony.add(new Span(start, next - start, false));
            labels.add(label);
        }
        List<Span> whole = List.copyOf(harmony);
        List<Label> names = List.copyOf(labels);
        harmony.clear();
        labels.clear();
        for (int i = 0; i < whole.size(); i++) {
            int at = whole.get(i).start();
            int left = whole.get(i).length();
            while (left > 0) {
                int length = Math.min(left, LONGEST_CHORD * bar);
                harmony.add(new Span(at, length, false));
                labels.add(names.get(i));
                at += length;
                left -= length;
            }
        }
    }

    private static void readLine(List<SheetNote> line, LeadSheet sheet, int bar, int shift, List<Span> spans, List<Integer> pitches) {
        if (line.isEmpty()) {
            return;
        }
        int end = sheet.bars() * bar;
        int at = Math.min(0, Slots.of(line.getFirst().start()));
        for (SheetNote note : line) {
            int start = Math.max(at, Slots.of(note.start()));
            int stop = Math.min(end, Slots.of(note.end()));
            if (stop <= start) {
                continue;
            }
            rest(at, start, bar, spans, pitches);
            spans.add(new Span(start, stop - start, false));
            pitches.add(Math.clamp(note.pitch() + shift, 0, 127));
            at = stop;
        }
        rest(at, end, bar, spans, pitches);
    }

    /** Rests end at bar lines. */
    private static void rest(int from, int to, int bar, List<Span> spans, List<Integer> pitches) {
        int at = from;
        while (at < to) {
            int stop = Math.min(to, (Math.floorDiv(at, bar) + 1) * bar);
            spans.add(new Span(at, stop - at, true));
            pitches.add(0);
            at = stop;
        }
    }

    /** Which chord sounds at a slot; −1 if none is known there. */
    public static int chordAt(List<Span> harmony, int slot) {
        int low = 0;
        int high = harmony.size() - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            Span span = harmony.get(middle);
            if (span.start() > slot) {
                high = middle - 1;
            } else if (span.end() <= slot) {
                low = middle + 1;
            } else {
                return middle;
            }
        }
        return -1;
    }
}
