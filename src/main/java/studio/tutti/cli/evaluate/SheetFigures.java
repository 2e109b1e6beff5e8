package studio.tutti.cli.evaluate;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import studio.tutti.assistant.flowmachines.ChordSpan;
import studio.tutti.assistant.flowmachines.LeadSheet;
import studio.tutti.assistant.flowmachines.SheetNote;

/**
 * What lead sheets are like.
 *
 * @param strongChordTones share of the melody notes on strong places that belong to their chord
 * @param endsOnTonic share of the sheets whose last chord stands on the tonic
 * @param range semitones from the lowest to the highest melody note, on average
 * @param leaps share of melody intervals above a fifth
 * @param repeats share of melody intervals of nought
 * @param chordsPerBar chord changes
 * @param notesPerBar melody notes
 * @param barsBack share of the bars with melody notes that are, to the note, as an earlier bar
 * @param rhythmsBack share of the bars with melody notes whose rhythm is that of an earlier bar
 */
record SheetFigures(double strongChordTones, double endsOnTonic, double range, double leaps, double repeats, double chordsPerBar, double notesPerBar,
        double barsBack, double rhythmsBack) {

    private static final int STRONG = 2;
    private static final int FIFTH = 7;

    static SheetFigures of(List<LeadSheet> sheets) {
        double strong = 0;
        double inChord = 0;
        double tonic = 0;
        double range = 0;
        double sung = 0;
        double leaps = 0;
        double repeats = 0;
        double steps = 0;
        double chords = 0;
        double notes = 0;
        double bars = 0;
        double sungBars = 0;
        double[] back = new double[3];
        for (LeadSheet sheet : sheets) {
            bars += sheet.bars();
            chords += sheet.chords().size();
            notes += sheet.melody().size();
            ChordSpan last = sheet.chords().isEmpty() ? null : sheet.chords().getLast();
            tonic += last != null && last.symbol() != null && last.symbol().root().pitchClass() == sheet.key().tonic() ? 1 : 0;
            if (sheet.melody().isEmpty()) {
                continue;
            }
            sung++;
            back(sheet, back);
            sungBars += sheet.bars();
            range += sheet.melody().stream().mapToInt(SheetNote::pitch).max().orElseThrow()
                    - sheet.melody().stream().mapToInt(SheetNote::pitch).min().orElseThrow();
            SheetNote before = null;
            int at = 0;
            for (SheetNote note : sheet.melody()) {
                if (before != null) {
                    int step = Math.abs(note.pitch() - before.pitch());
                    steps++;
                    leaps += step > FIFTH ? 1 : 0;
                    repeats += step == 0 ? 1 : 0;
                }
                before = note;
                while (at < sheet.chords().size() && sheet.chords().get(at).end() <= note.start()) {
                    at++;
                }
                if (at < sheet.chords().size() && sheet.metre().strength(note.start()) >= STRONG && sheet.chords().get(at).start() <= note.start()
                        && sheet.chords().get(at).symbol() != null) {
                    strong++;
                    inChord += sheet.chords().get(at).symbol().pitchClasses() >> note.pitch() % 12 & 1;
                }
            }
        }
        return new SheetFigures(inChord / strong, tonic / sheets.size(), range / sung, leaps / steps, repeats / steps, chords / bars, notes / sungBars,
                back[1] / back[0], back[2] / back[0]);
    }

    /** Counts bars with notes, those of them that come back, and those whose rhythms do. */
    private static void back(LeadSheet sheet, double[] counts) {
        int bar = sheet.metre().bar();
        Map<Integer, StringBuilder> notes = new TreeMap<>();
        Map<Integer, StringBuilder> rhythms = new TreeMap<>();
        for (SheetNote note : sheet.melody()) {
            int at = Math.floorDiv(note.start(), bar);
            notes.computeIfAbsent(at, none -> new StringBuilder()).append(note.start() - at * bar).append(' ').append(note.length()).append(' ').append(note.pitch()).append(';');
            rhythms.computeIfAbsent(at, none -> new StringBuilder()).append(note.start() - at * bar).append(' ').append(note.length()).append(';');
        }
        Set<String> heard = new HashSet<>();
        Set<String> beaten = new HashSet<>();
        notes.values().forEach(each -> counts[1] += heard.add(each.toString()) ? 0 : 1);
        rhythms.values().forEach(each -> counts[2] += beaten.add(each.toString()) ? 0 : 1);
        counts[0] += notes.size();
    }

    /** The first bars of lead sheets, so that short ones can be compared with long ones. */
    static List<LeadSheet> first(List<LeadSheet> sheets, int bars) {
        return sheets.stream().filter(sheet -> sheet.bars() >= bars).map(sheet -> {
            int end = bars * sheet.metre().bar();
            return new LeadSheet(sheet.title(), sheet.composer(), sheet.key(), sheet.metre(), sheet.pickup(), bars,
                    sheet.chords().stream().filter(chord -> chord.end() <= end).toList(), sheet.melody().stream().filter(note -> note.end() <= end).toList(),
                    sheet.bass().stream().filter(note -> note.end() <= end).toList(), List.of());
        }).toList();
    }

    /** These, with chord figures of others. */
    SheetFigures withChords(SheetFigures other) {
        return new SheetFigures(strongChordTones, other.endsOnTonic, range, leaps, repeats, other.chordsPerBar, notesPerBar, barsBack, rhythmsBack);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "chord tones on strong places %.2f, ends on the tonic %.2f, range %.1f semitones, leaps above a fifth %.3f, "
                + "repeated notes %.2f, %.2f chords and %.2f notes a bar, bars that come back %.2f, their rhythms %.2f", strongChordTones, endsOnTonic, range, leaps, repeats, chordsPerBar, notesPerBar, barsBack, rhythmsBack);
    }
}
