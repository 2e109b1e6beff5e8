package studio.tutti.core.editing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TimeMaps;
import studio.tutti.core.music.MetreMap;
import studio.tutti.core.proposal.OwnIdea;
import studio.tutti.core.proposal.Take;

/**
 * Where a take has just what is there: nothing is written anew there, so that what stands loses neither its chances, comments and locks
 * nor the clip that plays it.
 */
final class SameBars {

    private static final Comparator<Take.Note> ORDER = Comparator.comparingLong(Take.Note::start).thenComparingInt(Take.Note::pitch)
            .thenComparingLong(Take.Note::length).thenComparingInt(Take.Note::velocity);

    private SameBars() {}

    /** Stretches of a track without the bars that have notes, all of them in the take as well, and no others there. */
    static List<long[]> without(List<long[]> stretches, Arrangement arrangement, Element track, List<Take.Note> notes, long from, long to) {
        MetreMap metre = TimeMaps.metre(arrangement);
        Map<Long, List<Take.Note>> there = byBar(OwnIdea.sounding(arrangement, track, from, to), metre, from, to);
        Map<Long, List<Take.Note>> wanted = byBar(notes, metre, from, to);
        List<long[]> left = stretches;
        for (Map.Entry<Long, List<Take.Note>> bar : there.entrySet()) {
            if (bar.getValue().equals(wanted.get(bar.getKey()))) {
                left = FreeBars.without(left, Math.max(from, metre.barStart(bar.getKey())), Math.min(to, metre.barStart(bar.getKey() + 1)));
            }
        }
        return left;
    }

    private static Map<Long, List<Take.Note>> byBar(List<Take.Note> notes, MetreMap metre, long from, long to) {
        Map<Long, List<Take.Note>> bars = new TreeMap<>();
        for (Take.Note note : notes) {
            if (note.start() >= from && note.start() < to) {
                bars.computeIfAbsent(metre.bar(note.start()), none -> new ArrayList<>())
                        .add(new Take.Note(note.start(), Math.min(note.end(), to) - note.start(), note.pitch(), note.velocity()));
            }
        }
        bars.values().forEach(bar -> bar.sort(ORDER));
        return bars;
    }

    /** Stretches of the chord lane without those chords of a take that stand there already. */
    static List<long[]> without(List<long[]> stretches, Arrangement arrangement, List<Take.Chord> chords, long from, long to) {
        Set<Take.Chord> there = new HashSet<>();
        for (Element chord : arrangement.root().children(Kind.CHORD)) {
            there.add(within(chord.start(), chord.end(), chord.text(Property.SYMBOL), from, to));
        }
        List<long[]> left = stretches;
        for (Take.Chord chord : chords) {
            if (there.contains(within(chord.start(), chord.end(), chord.symbol(), from, to))) {
                left = FreeBars.without(left, Math.max(from, chord.start()), Math.min(to, chord.end()));
            }
        }
        return left;
    }

    private static Take.Chord within(long start, long end, String symbol, long from, long to) {
        long first = Math.max(from, start);
        return new Take.Chord(first, Math.min(to, end) - first, symbol);
    }
}
