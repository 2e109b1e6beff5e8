package studio.tutti.cli.palettes;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.assistant.flowmachines.ChordSpan;
import studio.tutti.assistant.flowmachines.FormSection;
import studio.tutti.assistant.flowmachines.LeadSheet;
import studio.tutti.assistant.flowmachines.SheetNote;

/** Finds the form of a lead sheet that doesn't say it: stretches of eight bars, alike ones under one letter. */
final class Forms {

    private static final int STRETCH = 8;
    /** The share of bars that must be alike in melody for two stretches to have one letter. */
    private static final double ALIKE = 0.6;

    private Forms() {}

    /** The same lead sheet with its form; as it is if it is too short or says its form itself. */
    static LeadSheet found(LeadSheet sheet) {
        if (!sheet.sections().isEmpty() || sheet.bars() < 2 * STRETCH) {
            return sheet;
        }
        List<FormSection> sections = new ArrayList<>();
        List<Integer> firsts = new ArrayList<>();
        for (int bar = 0; bar + STRETCH / 2 <= sheet.bars(); bar += STRETCH) {
            int bars = sheet.bars() - bar < STRETCH + STRETCH / 2 ? sheet.bars() - bar : STRETCH;
            int letter = 0;
            while (letter < firsts.size() && !alike(sheet, firsts.get(letter), bar)) {
                letter++;
            }
            if (letter == firsts.size()) {
                firsts.add(bar);
            }
            sections.add(new FormSection(bar, bars, letter < 26 ? String.valueOf((char) ('A' + letter)) : "Z" + letter));
            if (bars != STRETCH) {
                break;
            }
        }
        return new LeadSheet(sheet.title(), sheet.composer(), sheet.key(), sheet.metre(), sheet.pickup(), sheet.bars(), sheet.chords(),
                sheet.melody(), sheet.bass(), sections);
    }

    private static boolean alike(LeadSheet sheet, int one, int other) {
        int same = 0;
        int all = Math.min(STRETCH, sheet.bars() - other);
        for (int i = 0; i < all; i++) {
            same += bar(sheet, one + i).equals(bar(sheet, other + i)) ? 1 : 0;
        }
        return same >= ALIKE * all;
    }

    /** Notes of a bar; of a bar without notes its chords. */
    private static List<String> bar(LeadSheet sheet, int bar) {
        int from = bar * sheet.metre().bar();
        int to = from + sheet.metre().bar();
        List<String> content = new ArrayList<>();
        for (SheetNote note : sheet.melody()) {
            if (note.start() >= from && note.start() < to) {
                content.add(note.start() - from + ":" + note.pitch());
            }
        }
        for (ChordSpan chord : content.isEmpty() ? sheet.chords() : List.<ChordSpan>of()) {
            if (chord.end() > from && chord.start() < to) {
                content.add(Math.max(0, chord.start() - from) + ":" + chord.symbol());
            }
        }
        return content;
    }
}
