package studio.tutti.assistant.flowmachines.score;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.assistant.flowmachines.ChordSpan;
import studio.tutti.assistant.flowmachines.LeadSheet;
import studio.tutti.assistant.flowmachines.SheetNote;
import studio.tutti.core.music.BarSigns;

/** What of a lead sheet lies between two ticks, as a bar. */
record Cutting(LeadSheet sheet, int from, int to) {

    ScoreBar bar(String label) {
        return new ScoreBar(to - from, chords(), notes(sheet.melody()), notes(sheet.bass()), BarSigns.NONE, label);
    }

    /** A chord is written where it begins; where nothing follows it at once, "no chord" is. */
    private List<ScoreBar.Chord> chords() {
        List<ScoreBar.Chord> chords = new ArrayList<>();
        for (int i = 0; i < sheet.chords().size(); i++) {
            ChordSpan span = sheet.chords().get(i);
            if (span.start() >= from && span.start() < to) {
                chords.add(new ScoreBar.Chord(span.start() - from, span.symbol()));
            }
            boolean gap = i + 1 < sheet.chords().size() ? sheet.chords().get(i + 1).start() > span.end() : span.end() < sheet.end();
            if (gap && span.symbol() != null && span.end() >= from && span.end() < to) {
                chords.add(new ScoreBar.Chord(span.end() - from, null));
            }
        }
        return chords;
    }

    private List<ScoreBar.Note> notes(List<SheetNote> line) {
        List<ScoreBar.Note> notes = new ArrayList<>();
        for (SheetNote note : line) {
            int start = Math.max(from, note.start());
            int end = Math.min(to, note.end());
            if (end > start) {
                notes.add(new ScoreBar.Note(start - from, end - start, note.pitch(), note.start() < from));
            }
        }
        return notes;
    }
}
