package studio.tutti.assistant.flowmachines;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks lead sheets against requests by looking at the notes only; shares no code with what makes them. */
final class SheetChecker {

    private static final int GRID = 40;

    private final Palette palette;
    private final Palette melodies;

    /** @param melodies the palette whose melodies must not be copied */
    SheetChecker(Palette palette, Palette melodies) {
        this.palette = palette;
        this.melodies = melodies;
    }

    /** What is wrong with a lead sheet, a sentence each. */
    List<String> faults(FlowRequest asked, LeadSheet sheet) {
        List<String> faults = new ArrayList<>();
        int bar = asked.metre().bar();
        check(faults, sheet.bars() == asked.bars() && sheet.metre().equals(asked.metre()) && sheet.key().equals(asked.key()), "bars, metre or key");
        int at = 0;
        for (ChordSpan chord : sheet.chords()) {
            check(faults, chord.start() == at, "a gap between chords at " + at);
            at = chord.end();
        }
        check(faults, at == sheet.end(), "chords end at " + at);
        check(faults, asked.melody() == !sheet.melody().isEmpty() || asked.keep() != null, "a melody or none");
        check(faults, asked.bass() == !sheet.bass().isEmpty(), "a bass or none");
        rates(faults, asked, sheet, bar);
        line(faults, asked, sheet);
        harmony(faults, asked, sheet);
        kept(faults, asked, sheet, bar);
        form(faults, asked, sheet, bar);
        if (asked.copyNotes() > 0 && asked.melody()) {
            check(faults, longestCopy(notes(sheet, false), melodies.sheets().stream().map(each -> notes(each, false)).toList()) <= asked.copyNotes(),
                    "melody copied");
        }
        if (asked.copyChords() > 0) {
            check(faults, longestCopy(chords(sheet), palette.sheets().stream().map(SheetChecker::chords).toList()) <= asked.copyChords(), "chords copied");
        }
        return faults;
    }

    private static void rates(List<String> faults, FlowRequest asked, LeadSheet sheet, int bar) {
        int[] changes = new int[asked.bars()];
        sheet.chords().forEach(chord -> changes[chord.start() / bar]++);
        int[] notes = new int[asked.bars()];
        sheet.melody().forEach(note -> notes[note.start() / bar]++);
        for (int each = 0; each < asked.bars(); each++) {
            check(faults, asked.chordsPerBar() == 0 || changes[each] <= Math.ceil(asked.chordsPerBar()) + 1, "too many chords in a bar");
            check(faults, asked.notesPerBar() == 0 || notes[each] <= 2 * asked.notesPerBar() + 1, "too many notes in a bar");
        }
    }

    private static void line(List<String> faults, FlowRequest asked, LeadSheet sheet) {
        Set<SheetNote> kept = asked.keep() == null ? Set.of() : new HashSet<>(asked.keep().melody());
        SheetNote before = null;
        for (SheetNote note : sheet.melody()) {
            if (asked.melody()) {
                check(faults, note.pitch() >= asked.lowest() && note.pitch() <= asked.highest(), "beyond the range: " + note);
                boolean free = before == null || kept.contains(note) && kept.contains(before);
                check(faults, free || Math.abs(note.pitch() - before.pitch()) <= asked.leap(), "a leap before " + note);
            }
            before = note;
        }
        sheet.bass().forEach(note -> check(faults, note.pitch() >= 28 && note.pitch() <= 52, "a bass beyond its range: " + note));
    }

    private static void harmony(List<String> faults, FlowRequest asked, LeadSheet sheet) {
        int tonic = asked.key().tonic();
        ChordSpan last = sheet.chords().getLast();
        if (asked.cadence() != Cadence.FREE && last.symbol() != null) {
            int root = Math.floorMod(last.symbol().root().pitchClass() - tonic, 12);
            check(faults, root == (asked.cadence() == Cadence.HALF ? 7 : 0), "ends on " + last.symbol());
            boolean third = last.symbol().quality().has(asked.key().minor() && asked.cadence() != Cadence.HALF ? 3 : 4)
                    || asked.cadence() == Cadence.HALF && last.symbol().quality().has(5);
            check(faults, third, "ends on a chord of another kind: " + last.symbol());
        }
        if (asked.cadence() == Cadence.AUTHENTIC || asked.cadence() == Cadence.PLAGAL) {
            ChordSpan before = sheet.chords().get(sheet.chords().size() - 2);
            int root = before.symbol() == null ? -1 : Math.floorMod(before.symbol().root().pitchClass() - tonic, 12);
            check(faults, root == (asked.cadence() == Cadence.AUTHENTIC ? 7 : 5), "no such cadence: " + before.symbol());
        }
        if (asked.inKey()) {
            int scale = asked.key().minor() ? 0b100110101101 | 1 << 11 : 0b101010110101;
            for (ChordSpan chord : sheet.chords()) {
                for (int tone = 0; chord.symbol() != null && tone < 12; tone++) {
                    boolean in = (chord.symbol().pitchClasses() >> (tone + tonic) % 12 & 1) != 0;
                    check(faults, !in || (scale >> tone & 1) != 0, "out of key: " + chord.symbol());
                }
            }
        }
        for (SheetNote note : sheet.melody()) {
            if (asked.chordTones() == ChordTones.ALWAYS && asked.metre().strength(note.start()) >= 2) {
                ChordSpan chord = sheet.chords().stream().filter(each -> each.start() <= note.start() && note.start() < each.end()).findFirst().orElseThrow();
                check(faults, chord.symbol() == null || (chord.symbol().pitchClasses() >> note.pitch() % 12 & 1) != 0, "no chord tone: " + note);
            }
        }
    }

    private static void kept(List<String> faults, FlowRequest asked, LeadSheet sheet, int bar) {
        LeadSheet keep = asked.keep();
        if (keep == null) {
            return;
        }
        for (ChordSpan chord : keep.chords()) {
            check(faults, sheet.chords().stream().anyMatch(each -> each.start() == chord.start() && each.length() == chord.length()
                    && each.symbol() != null && each.symbol().toString().equals(String.valueOf(chord.symbol()))), "lost " + chord);
        }
        Set<SheetNote> have = new HashSet<>(sheet.melody());
        keep.melody().forEach(note -> check(faults, have.contains(note), "lost " + note));
        if (!asked.melody()) {
            check(faults, keep.melody().isEmpty() || sheet.melody().equals(keep.melody()), "a melody that stands was changed");
        } else if (asked.wholeBars()) {
            Set<Integer> whole = new HashSet<>();
            keep.melody().forEach(note -> whole.add(note.start() / bar));
            sheet.melody().stream().filter(note -> whole.contains(note.start() / bar))
                    .forEach(note -> check(faults, keep.melody().contains(note), "added to a bar that stands: " + note));
        }
    }

    private static void form(List<String> faults, FlowRequest asked, LeadSheet sheet, int bar) {
        for (FormSection one : asked.form()) {
            for (FormSection other : asked.form()) {
                if (one.bar() < other.bar() && one.label().equals(other.label())) {
                    int by = (other.bar() - one.bar()) * bar;
                    int from = one.bar() * bar;
                    int to = from + one.bars() * bar;
                    List<SheetNote> first = sheet.melody().stream().filter(note -> note.start() >= from && note.start() < to)
                            .map(note -> new SheetNote(note.start() + by, note.length(), note.pitch())).toList();
                    List<SheetNote> second = sheet.melody().stream().filter(note -> note.start() >= from + by && note.start() < to + by).toList();
                    check(faults, first.equals(second), "sections of one label differ");
                }
            }
        }
    }

    /** Notes as pitch in the key without signature and length. */
    static List<String> notes(LeadSheet sheet, boolean bass) {
        int shift = Math.floorMod(-7 * sheet.key().fifths() + 6, 12) - 6;
        List<String> notes = new ArrayList<>();
        for (SheetNote note : bass ? sheet.bass() : sheet.melody()) {
            int length = grid(note.end()) - grid(note.start());
            if (length > 0) {
                notes.add(note.pitch() + shift + "*" + length);
            }
        }
        return notes;
    }

    /** Chords as root in the key without signature, kind and length; longer than four bars they count as several. */
    static List<String> chords(LeadSheet sheet) {
        List<String> names = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        for (ChordSpan chord : sheet.chords()) {
            String name = chord.symbol() == null ? "N" : Math.floorMod(chord.symbol().root().pitchClass() - 7 * sheet.key().fifths(), 12)
                    + chord.symbol().quality().text() + "/" + (chord.symbol().bass() == null ? 0
                            : Math.floorMod(chord.symbol().bass().pitchClass() - chord.symbol().root().pitchClass(), 12));
            if (names.isEmpty() || !names.getLast().equals(name)) {
                names.add(name);
                starts.add(grid(names.size() == 1 && chord.start() > 0 ? 0 : chord.start()));
            }
        }
        starts.add(grid(sheet.end()));
        List<String> chords = new ArrayList<>();
        int most = 4 * grid(sheet.metre().bar());
        for (int i = 0; i < names.size(); i++) {
            for (int left = starts.get(i + 1) - starts.get(i); left > 0; left -= most) {
                chords.add(names.get(i) + "*" + Math.min(left, most));
            }
        }
        return chords;
    }

    private static int grid(int tick) {
        return Math.floorDiv(tick + GRID / 2, GRID);
    }

    /** The longest run that is in one of the songs as well. */
    static int longestCopy(List<String> line, List<List<String>> songs) {
        int longest = 0;
        for (List<String> song : songs) {
            int[] before = new int[song.size() + 1];
            for (String each : line) {
                int[] now = new int[song.size() + 1];
                for (int i = 0; i < song.size(); i++) {
                    now[i + 1] = each.equals(song.get(i)) ? before[i] + 1 : 0;
                    longest = Math.max(longest, now[i + 1]);
                }
                before = now;
            }
        }
        return longest;
    }

    private static void check(List<String> faults, boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }
}
