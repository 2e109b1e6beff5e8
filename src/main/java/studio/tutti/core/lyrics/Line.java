package studio.tutti.core.lyrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.lyrics.SyllableText.Break;
import studio.tutti.core.music.Ticks;

/**
 * A line of words. One begins where a syllable says so, where a section begins, and, in words that never say so, after a
 * rest of a quarter note or when it grows long. Each track that sings has lines of its own.
 *
 * @param syllables at least one, as they are sung
 * @param section the section that the first of them lies in, or null
 * @param paragraph whether a paragraph begins with it
 */
public record Line(List<Syllable> syllables, @Nullable Element section, boolean paragraph) {

    private static final int LONG = 12;
    private static final int SHORT = 4;

    /** Where it begins, in ticks. */
    public long start() {
        return syllables.getFirst().start();
    }

    /** Where its last syllable ends, in ticks; a syllable without a note counts a quarter. */
    public long end() {
        Syllable last = syllables.getLast();
        return Math.max(last.end(), last.start() + (last.length() == 0 ? Ticks.PER_QUARTER : 0));
    }

    /** The line as it is typed, "Hel-lo world". */
    public String typed() {
        return TypedWords.typed(texts());
    }

    /** The line as it is read, "Hello world". */
    public String read() {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < syllables.size(); i++) {
            out.append(read(i));
        }
        return out.toString().strip();
    }

    /** A syllable as it is read, with the space that follows it, if one does. */
    public String read(int index) {
        SyllableText text = syllables.get(index).text();
        SyllableText after = null;
        for (int i = index + 1; i < syllables.size() && after == null; i++) {
            after = syllables.get(i).text().isHeld() ? null : syllables.get(i).text();
        }
        return text.isHeld() ? "" : text.read() + (after == null ? "" : TypedWords.seam(text, after));
    }

    private List<SyllableText> texts() {
        return syllables.stream().map(Syllable::text).toList();
    }

    /** All lines of a song by where they begin. */
    public static List<Line> all(Arrangement arrangement) {
        return all(arrangement, Syllable.all(arrangement, new Places(arrangement)));
    }

    static List<Line> all(Arrangement arrangement, List<Syllable> syllables) {
        List<Element> sections = Elements.sorted(arrangement.root().children(Kind.SECTION));
        Element main = mainTrack(syllables);
        Map<@Nullable Element, List<Syllable>> voices = new LinkedHashMap<>();
        for (Syllable each : syllables) {
            voices.computeIfAbsent(each.track() == null ? main : each.track(), none -> new ArrayList<>()).add(each);
        }
        List<Line> lines = new ArrayList<>();
        voices.values().forEach(voice -> cut(voice, sections, lines));
        lines.sort(Comparator.comparingLong(Line::start));
        return lines;
    }

    /** Whose words those without a note are taken to be. */
    private static @Nullable Element mainTrack(List<Syllable> syllables) {
        Map<Element, Integer> counts = new LinkedHashMap<>();
        for (Syllable each : syllables) {
            if (each.track() != null) {
                counts.merge(each.track(), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(null);
    }

    private static void cut(List<Syllable> voice, List<Element> sections, List<Line> lines) {
        boolean said = voice.stream().skip(1).anyMatch(each -> each.text().before() != Break.NONE);
        List<Syllable> line = new ArrayList<>();
        for (Syllable each : voice) {
            if (!line.isEmpty() && begins(each, line, said, sections)) {
                lines.add(made(line, sections));
                line = new ArrayList<>();
            }
            line.add(each);
        }
        if (!line.isEmpty()) {
            lines.add(made(line, sections));
        }
    }

    private static boolean begins(Syllable next, List<Syllable> line, boolean said, List<Element> sections) {
        Syllable last = line.getLast();
        if (next.text().before() != Break.NONE || section(next.start(), sections) != section(last.start(), sections)) {
            return true;
        }
        boolean rest = next.start() - Math.max(last.end(), last.start() + 1) >= Ticks.PER_QUARTER && last.length() > 0;
        return !said && !last.text().goesOn() && !next.text().isHeld()
                && (rest && line.size() >= SHORT || line.size() >= LONG);
    }

    private static Line made(List<Syllable> line, List<Element> sections) {
        return new Line(List.copyOf(line), section(line.getFirst().start(), sections),
                line.getFirst().text().before() == Break.PARAGRAPH);
    }

    /** The section that a tick lies in: of several the one that began last. */
    static @Nullable Element section(long tick, List<Element> sections) {
        Element found = null;
        for (Element section : sections) {
            if (section.start() <= tick && tick < section.end()) {
                found = section;
            }
        }
        return found;
    }
}
