package studio.tutti.core.editing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.editing.LyricGestures.Seat;
import studio.tutti.core.lyrics.Line;
import studio.tutti.core.lyrics.Melody;
import studio.tutti.core.lyrics.Places;
import studio.tutti.core.lyrics.Syllable;
import studio.tutti.core.lyrics.SyllableText;
import studio.tutti.core.lyrics.SyllableText.Break;
import studio.tutti.core.lyrics.TypedWords;
import studio.tutti.core.music.Ticks;

/**
 * What hands do with whole lines of words. An edit of a line touches the line's own syllables only, so that people who
 * write in different lines never write over one another.
 */
public final class LineGestures {

    private final Arrangement arrangement;
    private final IdSequence ids;
    private final Places places;

    public LineGestures(Arrangement arrangement, IdSequence ids) {
        this.arrangement = arrangement;
        this.ids = ids;
        places = new Places(arrangement);
    }

    /**
     * Rewrites a line. Syllables that stay keep their notes; new ones take the notes of those they replace, then free notes
     * beside them; where there is none, the line is laid anew over its notes, up to the next line. An empty text removes
     * the line.
     *
     * @param first a syllable that the line begins with
     */
    public Gesture rewrite(Element first, String text) {
        List<Line> lines = Line.all(arrangement);
        Line line = lines.stream().filter(each -> each.syllables().getFirst().lyric() == first).findFirst().orElse(null);
        if (line == null) {
            throw new EditRefused("This line is not there any more. What you wrote: “" + text.strip() + "”.");
        }
        List<SyllableText> wanted = onOneLine(text, line);
        List<Syllable> old = line.syllables();
        Draft draft = new Draft(ids);
        if (wanted.isEmpty()) {
            old.forEach(each -> draft.remove(each.lyric()));
            return draft.as(Labels.LYRICS_LINE);
        }
        Element track = track(line);
        Melody melody = track == null ? new Melody(List.of()) : Melody.of(arrangement, track, places);
        int[] match = matches(old, wanted);
        List<@Nullable Seat> seats = seats(melody, old, match, until(lines, line, track));
        // A syllable that goes keeps its element for one that comes, so that the line goes on being the same line.
        List<Syllable> spare = new ArrayList<>(old);
        for (int kept : match) {
            if (kept >= 0) {
                spare.remove(old.get(kept));
            }
        }
        for (int i = 0; i < match.length; i++) {
            Syllable mine = match[i] >= 0 ? old.get(match[i]) : spare.isEmpty() ? null : spare.removeFirst();
            Seat seat = seats.get(i);
            if (mine == null) {
                LyricGestures.put(draft, wanted.get(i), seat);
            } else {
                draft.set(mine.lyric(), Property.TEXT, (Object) wanted.get(i).text());
                if (seat.tick() != mine.start() || seat.note() != mine.note()) {
                    LyricGestures.seat(draft, mine.lyric(), seat);
                }
            }
        }
        spare.forEach(each -> draft.remove(each.lyric()));
        return draft.as(Labels.LYRICS_LINE);
    }

    /**
     * Adds a line of words, on the notes from one tick on and before another that have no words yet.
     *
     * @param from in ticks of the song; behind the syllable there, if there is one
     * @param until in ticks of the song; more words than notes follow at even steps before it
     */
    public Gesture add(String text, Element track, long from, long until, boolean paragraph) {
        List<SyllableText> wanted = new ArrayList<>(TypedWords.syllables(text));
        Draft draft = new Draft(ids);
        if (!wanted.isEmpty()) {
            wanted.set(0, wanted.getFirst().with(paragraph ? Break.PARAGRAPH : Break.LINE));
            Melody melody = Melody.of(arrangement, track, places);
            boolean taken = Syllable.all(arrangement, places).stream().anyMatch(each -> each.start() == from);
            List<Seat> seats = taken
                    ? LyricGestures.seatsAfter(melody, from, wanted.size(), Math.max(from + 1, until))
                    : LyricGestures.seats(melody, from, wanted.size(), Math.max(from + 1, until));
            for (int i = 0; i < wanted.size(); i++) {
                LyricGestures.put(draft, wanted.get(i), seats.get(i));
            }
        }
        return draft.as(Labels.LYRICS_LINE);
    }

    /** The words of a text, in one line that begins as the old one did. */
    private static List<SyllableText> onOneLine(String text, Line line) {
        List<SyllableText> wanted = new ArrayList<>(TypedWords.syllables(text));
        if (!wanted.isEmpty()) {
            wanted.set(0, wanted.getFirst().with(line.syllables().getFirst().text().before()));
        }
        return wanted;
    }

    private @Nullable Element track(Line line) {
        for (Syllable each : line.syllables()) {
            if (each.track() != null) {
                return each.track();
            }
        }
        return Melody.singer(arrangement, places);
    }

    /** Where the next line of the same track begins, or the section ends. */
    private static long until(List<Line> lines, Line line, @Nullable Element track) {
        Element section = line.section();
        long end = section == null ? Ticks.LAST : Math.max(line.start() + 1, section.end());
        for (Line next : lines) {
            Element other = next.syllables().getFirst().track();
            if (next.start() > line.start() && next != line && (other == null || other == track)) {
                return Math.min(end, next.start());
            }
        }
        return end;
    }

    /** For each wanted syllable the old one that it is, or −1: the longest common row of equal words. */
    private static int[] matches(List<Syllable> old, List<SyllableText> wanted) {
        int[] match = new int[wanted.size()];
        if (old.size() == wanted.size()) {
            for (int i = 0; i < match.length; i++) {
                match[i] = i;
            }
            return match;
        }
        int[][] common = new int[old.size() + 1][wanted.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = wanted.size() - 1; j >= 0; j--) {
                common[i][j] = same(old.get(i), wanted.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        int i = 0;
        for (int j = 0; j < match.length; j++) {
            match[j] = -1;
            int at = i;
            while (at < old.size() && !(same(old.get(at), wanted.get(j)) && common[at][j] == common[i][j])) {
                at++;
            }
            if (at < old.size() && common[i][j] > common[i][j + 1]) {
                match[j] = at;
                i = at + 1;
            }
        }
        return match;
    }

    private static boolean same(Syllable old, SyllableText wanted) {
        return old.text().words().equals(wanted.words());
    }

    private static List<@Nullable Seat> seats(Melody melody, List<Syllable> old, int[] match, long until) {
        List<@Nullable Seat> seats = new ArrayList<>();
        int from = 0;
        while (from < match.length) {
            int to = from;
            while (to < match.length && match[to] < 0) {
                to++;
            }
            if (to == from) {
                seats.add(seat(old.get(match[from])));
                from++;
                continue;
            }
            long end = to == match.length ? until : old.get(match[to]).start();
            List<Seat> free = from == 0
                    ? LyricGestures.seats(melody, old.getFirst().start(), to, end)
                    : LyricGestures.seatsAfter(melody, old.get(match[from - 1]).start(), to - from, end);
            free = free(free, melody, end, to == match.length);
            if (free.size() < to - from) {
                return List.copyOf(LyricGestures.seats(melody, old.getFirst().start(), match.length, until));
            }
            seats.addAll(free);
            from = to;
        }
        return seats;
    }

    /** Seats, if all of them are notes within a stretch; after the last word of a line there is always room. */
    private static List<Seat> free(List<Seat> seats, Melody melody, long end, boolean last) {
        return last || seats.stream().allMatch(each -> melody.at(each.tick()) >= 0 && each.tick() < end) ? seats : List.of();
    }

    private static Seat seat(Syllable old) {
        return new Seat(old.start(), old.note());
    }
}
