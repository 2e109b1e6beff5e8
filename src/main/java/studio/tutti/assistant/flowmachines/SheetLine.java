package studio.tutti.assistant.flowmachines;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.clip.SoundingNotes;
import studio.tutti.core.music.Ticks;

/** One line of notes out of a track that may play chords and not quite in time. */
final class SheetLine {

    /** A note as it sounds, in ticks of the song. */
    record Sounding(long start, long end, int pitch) {}

    private static final int MOST = 300_000;
    /** Sixteenths and eighth triplets; where both fit alike, sixteenths are meant. */
    private static final int EVEN = Ticks.PER_QUARTER / 4;
    private static final int TRIPLET = Ticks.PER_QUARTER / 3;
    private static final double PREFERENCE = 1.25;
    /** Notes that begin this near to one another, in ticks, are one chord. */
    private static final int TOGETHER = 60;
    /** So many ticks before a bar line a note may come and still count to the bar that it sounds in. */
    static final int EARLY = EVEN / 2;

    private SheetLine() {}

    /** The highest note of each moment. */
    static List<Sounding> highest(Arrangement song, Element track) {
        return line(sounding(song, track), true);
    }

    /** The lowest note of each moment. */
    static List<Sounding> lowest(Arrangement song, Element track) {
        return line(sounding(song, track), false);
    }

    private static List<Sounding> sounding(Arrangement song, Element track) {
        List<Sounding> notes = new ArrayList<>();
        for (Element clip : Elements.sorted(track.children(Kind.CLIP))) {
            Element content = song.alive(clip.reference(Property.CONTENT));
            if (content != null && clip.length() > 0 && !clip.flag(Property.MUTED)) {
                SoundingNotes sounding = new SoundingNotes(clip, content);
                for (Element note : content.children(Kind.NOTE)) {
                    if (!note.flag(Property.MUTED)) {
                        sounding.each(note, (start, end, repetition) -> {
                            notes.add(new Sounding(start, end, note.integer(Property.PITCH)));
                            return notes.size() < MOST;
                        });
                    }
                }
            }
        }
        notes.sort(Comparator.comparingLong(Sounding::start).thenComparingInt(Sounding::pitch));
        return notes;
    }

    /**
     * How much a track is like a melody: 0 to 1 for playing one note at a time, up to 1 for lying where voices sing, less for having few notes.
     * Below everything else if it plays nothing.
     */
    static double likeness(Arrangement song, Element track) {
        List<Sounding> notes = sounding(song, track);
        if (notes.isEmpty()) {
            return -1;
        }
        List<Sounding> line = line(notes, true);
        double mean = line.stream().mapToInt(Sounding::pitch).average().orElse(0);
        double height = Math.clamp((mean - 48) / 24, 0, 1);
        double enough = Math.min(1, line.size() / 32.0);
        return (line.size() / (double) notes.size() + height) * enough;
    }

    private static List<Sounding> line(List<Sounding> notes, boolean highest) {
        List<Sounding> line = new ArrayList<>();
        for (Sounding note : notes) {
            Sounding before = line.isEmpty() ? null : line.getLast();
            boolean together = before != null && note.start() - before.start() < TOGETHER;
            if (together && (highest ? note.pitch() > before.pitch() : note.pitch() < before.pitch())) {
                line.set(line.size() - 1, note);
            } else if (!together) {
                line.add(note);
            }
        }
        return line;
    }

    /** The notes that begin between two ticks, on the grid, from the first of the ticks, each ending before the next begins. */
    static List<SheetNote> written(List<Sounding> line, long begin, long end, long bar) {
        List<Sounding> here = line.stream().filter(each -> each.start() >= begin - TOGETHER && each.start() < end).toList();
        Map<Long, Integer> steps = steps(here, begin);
        List<SheetNote> notes = new ArrayList<>();
        for (int i = 0; i < here.size(); i++) {
            Sounding note = here.get(i);
            int start = placed(note, begin, bar, steps);
            int next = i + 1 < here.size() ? placed(here.get(i + 1), begin, bar, steps) : (int) (end - begin);
            int stop = Math.min(Math.max(placed(note.end() - begin, steps), start + step(start, steps)), Math.min(next, (int) (end - begin)));
            if (stop > start) {
                notes.add(new SheetNote(start, stop - start, note.pitch()));
            }
        }
        return notes;
    }

    private static Map<Long, Integer> steps(List<Sounding> line, long begin) {
        Map<Long, double[]> distances = new HashMap<>();
        for (Sounding note : line) {
            long at = Math.max(0, note.start() - begin);
            double[] sums = distances.computeIfAbsent(at / Ticks.PER_QUARTER, none -> new double[2]);
            sums[0] += distance(at, EVEN);
            sums[1] += distance(at, TRIPLET);
        }
        Map<Long, Integer> steps = new HashMap<>();
        distances.forEach((beat, sums) -> steps.put(beat, sums[1] * PREFERENCE < sums[0] ? TRIPLET : EVEN));
        return steps;
    }

    private static double distance(long at, int step) {
        return Math.abs(at - Math.round(at / (double) step) * step);
    }

    private static int step(long at, Map<Long, Integer> steps) {
        return steps.getOrDefault(at / Ticks.PER_QUARTER, EVEN);
    }

    /**
     * Where a note counts as begun: at the bar line if it comes shortly before it and sounds mostly after it, otherwise where it begins.
     *
     * @param start ticks from a bar line
     * @param end ticks from there
     */
    static long home(long start, long end, long bar) {
        long line = (Math.floorDiv(start, bar) + 1) * bar;
        return line - start <= EARLY && end - line > line - start ? line : start;
    }

    /** On the grid, and in the bar in which it counts as begun. */
    private static int placed(Sounding note, long begin, long bar, Map<Long, Integer> steps) {
        long from = note.start() - begin;
        int at = placed(from, steps);
        boolean counts = from >= 0 && Math.floorDiv(home(from, note.end() - begin, bar), bar) == Math.floorDiv(from, bar);
        return counts && Math.floorDiv(at, bar) > Math.floorDiv(from, bar) ? at - step(Math.max(0, from), steps) : at;
    }

    private static int placed(long at, Map<Long, Integer> steps) {
        long from = Math.max(0, at);
        int step = step(from, steps);
        return (int) (Math.round(from / (double) step) * step);
    }
}
