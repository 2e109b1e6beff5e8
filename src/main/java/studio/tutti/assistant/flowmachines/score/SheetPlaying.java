package studio.tutti.assistant.flowmachines.score;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.assistant.flowmachines.ChordSpan;
import studio.tutti.assistant.flowmachines.LeadSheet;
import studio.tutti.assistant.flowmachines.SheetNote;
import studio.tutti.core.music.ChordQuality;

/**
 * A lead sheet as notes on one keyboard: melody, chords in close position near middle C, bass.
 *
 * @param events tick, length, MIDI key and velocity of each note, one after another
 * @param length ticks of the whole
 */
public record SheetPlaying(int[] events, int length) {

    private static final int MELODY = 100;
    private static final int CHORD = 58;
    private static final int BASS = 78;
    /** The lowest key of a chord, the F below middle C; its tones lie within an octave from there. */
    private static final int LOWEST = 53;
    private static final int OCTAVE = 12;
    private static final double USUAL = 120;

    /**
     * How a score sounds.
     *
     * @param tempo quarters a minute of what plays it: ticks are stretched so that the score keeps its own tempo
     */
    public static SheetPlaying of(ScoreSheet score, double tempo) {
        LeadSheet sheet = score.played();
        double stretch = tempo / (score.tempo() > 0 ? score.tempo() : USUAL);
        List<int[]> notes = new ArrayList<>();
        for (SheetNote note : sheet.melody()) {
            notes.add(new int[] {note.start(), note.length(), note.pitch(), MELODY});
        }
        for (SheetNote note : sheet.bass()) {
            notes.add(new int[] {note.start(), note.length(), note.pitch(), BASS});
        }
        for (ChordSpan span : sheet.chords()) {
            chord(span, sheet, notes);
        }
        int[] events = new int[4 * notes.size()];
        for (int i = 0; i < notes.size(); i++) {
            int[] note = notes.get(i);
            events[4 * i] = (int) Math.round((note[0] + sheet.pickup()) * stretch);
            events[4 * i + 1] = Math.max(1, (int) Math.round(note[1] * stretch));
            events[4 * i + 2] = note[2];
            events[4 * i + 3] = note[3];
        }
        return new SheetPlaying(events, (int) Math.round((sheet.end() + sheet.pickup()) * stretch));
    }

    /** A chord is struck anew in each bar; without a bass its root is played below. */
    private static void chord(ChordSpan span, LeadSheet sheet, List<int[]> notes) {
        if (span.symbol() == null) {
            return;
        }
        ChordQuality quality = span.symbol().quality();
        int root = span.symbol().root().pitchClass();
        int bar = sheet.metre().bar();
        for (int from = span.start(); from < span.end(); from = (Math.floorDiv(from, bar) + 1) * bar) {
            int to = Math.min(span.end(), (Math.floorDiv(from, bar) + 1) * bar);
            for (int tone = 0; tone < OCTAVE; tone++) {
                if (quality.has(tone)) {
                    notes.add(new int[] {from, to - from, LOWEST + Math.floorMod(root + tone - LOWEST, OCTAVE), CHORD});
                }
            }
            if (sheet.bass().isEmpty()) {
                int low = span.symbol().bass() == null ? root : span.symbol().bass().pitchClass();
                notes.add(new int[] {from, to - from, 36 + Math.floorMod(low - 36, OCTAVE), BASS});
            }
        }
    }
}
