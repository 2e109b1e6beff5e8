package studio.tutti.assistant.flowmachines;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.music.ChordSymbol;
import studio.tutti.core.proposal.OwnIdea;
import studio.tutti.core.proposal.Take;

/**
 * What stands in the bars of a song that are asked about, as the song itself has it: all voices with their velocities, in their own time.
 * A lead sheet has one voice on a grid only, so what is to stay comes from here and not from the lead sheet.
 *
 * @param begin tick where the first bar begins
 * @param from first tick that may be written
 * @param to tick where that ends
 * @param bar ticks of a bar
 */
record Standing(Arrangement song, long begin, long from, long to, long bar) {

    /** So much of a note that is early or late, in ticks, doesn't make the bar beside it one with notes. */
    private static final int SLOPPY = 60;

    /**
     * A line with notes in those bars only that are empty on a track.
     *
     * @param made what was made for all bars
     * @param track whose bars
     * @param same whether the line is for this track: what stands there is then a part of it
     */
    List<Take.Note> filled(List<Take.Note> made, Element track, boolean same) {
        List<Take.Note> there = OwnIdea.sounding(song, track, 0, to);
        boolean[] held = new boolean[(int) ((to - begin + bar - 1) / bar)];
        List<Take.Note> all = new ArrayList<>();
        for (Take.Note note : there) {
            for (long at = Math.max(begin, begin + SheetLine.home(note.start() - begin, note.end() - begin, bar)); at < Math.min(to, note.end());
                    at = begin + ((at - begin) / bar + 1) * bar) {
                boolean begins = note.start() >= at || SheetLine.home(note.start() - begin, note.end() - begin, bar) + begin >= at;
                held[(int) ((at - begin) / bar)] |= begins || note.end() - at > SLOPPY;
            }
            if (same && note.start() >= from) {
                all.add(new Take.Note(note.start(), Math.min(note.end(), to) - note.start(), note.pitch(), note.velocity()));
            }
        }
        for (Take.Note note : made) {
            int first = (int) ((note.start() - begin) / bar);
            int stop = first;
            while (stop < held.length && !held[stop] && begin + stop * bar < note.end()) {
                stop++;
            }
            if (stop > first) {
                all.add(new Take.Note(note.start(), Math.min(note.end(), begin + stop * bar) - note.start(), note.pitch(), note.velocity()));
            }
        }
        all.sort(Comparator.comparingLong(Take.Note::start).thenComparingInt(Take.Note::pitch));
        return all;
    }

    /**
     * A line with notes wherever none of a track sounds.
     *
     * @param made what was made, with the notes that stand among it
     * @param track whose notes stand
     * @param same whether the line is for this track: what stands there is then a part of it
     */
    List<Take.Note> between(List<Take.Note> made, Element track, boolean same) {
        List<Take.Note> there = OwnIdea.sounding(song, track, 0, to).stream().filter(note -> note.end() > from).toList();
        List<Take.Note> all = new ArrayList<>();
        for (Take.Note note : there) {
            if (same && note.start() >= from) {
                all.add(new Take.Note(note.start(), Math.min(note.end(), to) - note.start(), note.pitch(), note.velocity()));
            }
        }
        for (Take.Note note : made) {
            long end = note.end();
            boolean free = true;
            for (Take.Note stands : there) {
                // A note that stands is made again on its grid: what begins near its beginning, or under it, is that note.
                free &= note.start() >= stands.end() - SLOPPY || note.start() < stands.start() - SheetLine.EARLY;
                end = stands.start() > note.start() ? Math.min(end, stands.start()) : end;
            }
            if (free && end - note.start() > SLOPPY) {
                all.add(new Take.Note(note.start(), end - note.start(), note.pitch(), note.velocity()));
            }
        }
        all.sort(Comparator.comparingLong(Take.Note::start).thenComparingInt(Take.Note::pitch));
        return all;
    }

    /** The chords of the lane as they stand, and those that were made in what is left between them. */
    List<Take.Chord> filled(List<Take.Chord> made) {
        List<Take.Chord> there = new ArrayList<>();
        for (Element chord : Elements.sorted(song.root().children(Kind.CHORD))) {
            long start = Math.max(from, chord.start());
            String symbol = chord.text(Property.SYMBOL);
            if (Math.min(to, chord.end()) > start && (ChordSymbol.isNone(symbol) || ChordSymbol.parse(symbol).isPresent())) {
                there.add(new Take.Chord(start, Math.min(to, chord.end()) - start, symbol));
            }
        }
        List<Take.Chord> all = new ArrayList<>(there);
        for (Take.Chord chord : made) {
            long at = chord.start();
            for (Take.Chord stands : there) {
                piece(chord, at, Math.min(chord.end(), stands.start()), all);
                at = Math.max(at, stands.end());
            }
            piece(chord, at, chord.end(), all);
        }
        all.sort(Comparator.comparingLong(Take.Chord::start));
        return all;
    }

    private static void piece(Take.Chord chord, long start, long end, List<Take.Chord> all) {
        if (end - start > SLOPPY) {
            all.add(new Take.Chord(start, end - start, chord.symbol()));
        }
    }
}
