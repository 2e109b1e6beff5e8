package studio.tutti.exchange.internal.musicxml;

import java.util.ArrayList;
import java.util.List;

/**
 * The notes of a track as chords of at most four voices. Where notes overlap a little the written chord is shortened; how
 * long each note really sounds is written beside it.
 */
final class Voices {

    /** A written note: what it stands for, and where in writing it begins. */
    static final class Chord {
        final long start;
        long end;
        final List<Performed.Note> notes = new ArrayList<>();

        Chord(long start, long end) {
            this.start = start;
            this.end = end;
        }
    }

    private static final int MOST = 4;
    /** As much may be taken off a written note for the sake of a single voice, in ticks. */
    private static final long CUT = 240;

    private final List<List<Chord>> voices = new ArrayList<>();

    Voices(List<Performed.Note> notes, Grid grid) {
        for (Performed.Note note : notes) {
            long start = grid.nearest(note.start());
            long end = Math.max(grid.nearest(note.end()), grid.after(start));
            place(note, start, end);
        }
    }

    private void place(Performed.Note note, long start, long end) {
        Chord tightest = null;
        for (int i = 0; i < MOST; i++) {
            if (i == voices.size()) {
                voices.add(new ArrayList<>());
            }
            List<Chord> voice = voices.get(i);
            Chord last = voice.isEmpty() ? null : voice.getLast();
            if (last == null || last.end <= start) {
                voice.add(chord(note, start, end));
                return;
            }
            if (last.start == start && Math.abs(last.end - end) <= CUT) {
                last.notes.add(note);
                return;
            }
            if (last.start < start && last.end - start <= CUT) {
                last.end = start;
                voice.add(chord(note, start, end));
                return;
            }
            tightest = last.start <= start && (tightest == null || last.end < tightest.end) ? last : tightest;
        }
        // More at once than four voices hold: the voice that ends first gives way, in writing.
        for (List<Chord> voice : voices) {
            if (voice.getLast() == tightest && tightest.start < start) {
                tightest.end = start;
                voice.add(chord(note, start, end));
                return;
            }
        }
        Chord with = tightest == null ? voices.getFirst().getLast() : tightest;
        with.notes.add(note);
    }

    private static Chord chord(Performed.Note note, long start, long end) {
        Chord chord = new Chord(start, end);
        chord.notes.add(note);
        return chord;
    }

    /** The chords of each voice in order. */
    List<List<Chord>> all() {
        return voices;
    }
}
