package studio.tutti.core.lyrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Kind;

/**
 * A line of words, or of none, with the chords over it.
 *
 * @param line the words, or null where chords are played and nobody sings
 * @param section that it lies in, or null
 * @param chords in order
 */
public record ChordLine(@Nullable Line line, @Nullable Element section, List<Over> chords) {

    /**
     * A chord over a line.
     *
     * @param chord the element
     * @param syllable the syllable of the line that it begins with; the number of syllables if it comes after the last
     */
    public record Over(Element chord, int syllable) {}

    /** Where it begins, in ticks. */
    public long start() {
        return line != null ? line.start() : chords.getFirst().chord().start();
    }

    /** All lines of a song in order with all of its chords. */
    public static List<ChordLine> all(Arrangement arrangement) {
        return all(arrangement, Line.all(arrangement));
    }

    static List<ChordLine> all(Arrangement arrangement, List<Line> lines) {
        List<Element> sections = Elements.sorted(arrangement.root().children(Kind.SECTION));
        List<ChordLine> all = new ArrayList<>();
        for (Line line : lines) {
            all.add(new ChordLine(line, line.section(), new ArrayList<>()));
        }
        List<ChordLine> sung = List.copyOf(all);
        ChordLine unsung = null;
        for (Element chord : Elements.sorted(arrangement.root().children(Kind.CHORD))) {
            Element section = Line.section(chord.start(), sections);
            Place place = place(chord, section, sung);
            if (place != null) {
                place.line.chords.add(new Over(chord, place.syllable));
                unsung = null;
            } else {
                if (unsung == null || unsung.section != section) {
                    unsung = new ChordLine(null, section, new ArrayList<>());
                    all.add(unsung);
                }
                unsung.chords.add(new Over(chord, 0));
            }
        }
        all.sort(Comparator.comparingLong(ChordLine::start));
        return all;
    }

    private record Place(ChordLine line, int syllable) {}

    /** The line sung when a chord begins, or before it ends, else the one sung last in its section. */
    private static @Nullable Place place(Element chord, @Nullable Element section, List<ChordLine> sung) {
        ChordLine last = null;
        for (ChordLine each : sung) {
            Line line = each.line;
            if (line == null || line.start() > chord.start()) {
                boolean soon = line != null && line.start() < chord.end();
                boolean over = last == null || last.line == null || last.line.end() <= chord.start();
                if (soon && over) {
                    return new Place(each, 0);
                }
                break;
            }
            last = each;
        }
        if (last == null || last.line == null || last.section != section) {
            return null;
        }
        List<Syllable> syllables = last.line.syllables();
        if (chord.start() >= last.line.end()) {
            return new Place(last, syllables.size());
        }
        int at = 0;
        while (at + 1 < syllables.size() && syllables.get(at + 1).start() <= chord.start()) {
            at++;
        }
        return new Place(last, at);
    }
}
