package studio.tutti.assistant.flowmachines;

import java.util.List;

/**
 * A lead sheet: chords, a melody, perhaps a bass, in one key and metre. Any of the three may be empty; a harmonic annotation has chords only.
 *
 * <p>Time is in ticks, 960 a quarter note, from the beginning of the first full bar. What comes before that bar lies at negative ticks.
 * Spans and notes of a line are in order and don't overlap; gaps are allowed (no chord known, silence).
 *
 * @param title may be empty
 * @param composer may be empty
 * @param pickup ticks before the first full bar, less than a bar; 0 if there are none
 * @param bars full bars, 1 to {@link #MOST_BARS}
 * @param sections in order, not overlapping; empty if the form isn't known
 */
public record LeadSheet(
        String title, String composer, Key key, Metre metre, int pickup, int bars,
        List<ChordSpan> chords, List<SheetNote> melody, List<SheetNote> bass, List<FormSection> sections) {

    /** The longest lead sheet, in bars. */
    public static final int MOST_BARS = 2048;

    /** @throws IllegalArgumentException with a sentence, if something overlaps or lies outside */
    public LeadSheet {
        chords = List.copyOf(chords);
        melody = List.copyOf(melody);
        bass = List.copyOf(bass);
        sections = List.copyOf(sections);
        require(bars >= 1 && bars <= MOST_BARS, "A lead sheet has 1 to " + MOST_BARS + " bars.");
        require(pickup >= 0 && pickup < metre.bar(), "A pickup is shorter than a bar.");
        int end = bars * metre.bar();
        int free = -pickup;
        for (ChordSpan chord : chords) {
            require(chord.start() >= free && chord.end() <= end, "A chord overlaps another or lies outside the bars.");
            free = chord.end();
        }
        check(melody, -pickup, end);
        check(bass, -pickup, end);
        int bar = 0;
        for (FormSection section : sections) {
            require(section.bar() >= bar && section.bar() + section.bars() <= bars, "A section overlaps another or lies outside the bars.");
            bar = section.bar() + section.bars();
        }
    }

    /** One without a composer, pickup, bass and form. */
    public static LeadSheet of(String title, Key key, Metre metre, int bars, List<ChordSpan> chords, List<SheetNote> melody) {
        return new LeadSheet(title, "", key, metre, 0, bars, chords, melody, List.of(), List.of());
    }

    /** Ticks of all full bars. */
    public int end() {
        return bars * metre.bar();
    }

    private static void check(List<SheetNote> line, int begin, int end) {
        int free = begin;
        for (SheetNote note : line) {
            require(note.start() >= free && note.end() <= end, "A note overlaps another or lies outside the bars.");
            free = note.end();
        }
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
