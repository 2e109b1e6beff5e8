package studio.tutti.exchange.internal.musicxml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.music.MetreMap;
import studio.tutti.exchange.internal.Additions;
import studio.tutti.exchange.internal.musicxml.Written.Mark;

/** Adds what a score says over its staves: chords, sections and markers. */
record ScoreMarks(Additions additions, MetreMap bars, long end) {

    /** A mark in its place, in ticks of the song. */
    record Placed(long tick, Mark mark) {}

    void add(List<Placed> marks) {
        List<Placed> sorted = new ArrayList<>(marks);
        sorted.sort(Comparator.comparingLong(Placed::tick));
        addChords(sorted);
        addSections(sorted);
        Set<Placed> known = new HashSet<>();
        for (Placed each : sorted) {
            boolean fresh = known.size() < Kind.MARKER.most() / 2 && known.add(each);
            if (fresh && each.mark instanceof Mark.Text text) {
                marker(each.tick, text.words());
            }
        }
    }

    /** A chord lasts until the next one, or until the score says that it ends. */
    private void addChords(List<Placed> sorted) {
        TreeMap<Long, String> chords = new TreeMap<>();
        for (Placed each : sorted) {
            if (each.mark instanceof Mark.Chord chord && each.tick < end && chords.size() < Kind.CHORD.most()) {
                chords.merge(each.tick, chord.symbol(), (one, other) -> one.isEmpty() ? other : one);
            }
        }
        chords.forEach((tick, symbol) -> {
            Long next = chords.higherKey(tick);
            if (!symbol.isEmpty()) {
                additions.add(Kind.CHORD, Map.of(
                        Property.PARENT, Arrangement.ROOT,
                        Property.START, tick,
                        Property.LENGTH, (next == null ? end : next) - tick,
                        Property.SYMBOL, symbol));
            }
        });
    }

    private void addSections(List<Placed> sorted) {
        TreeMap<Long, String> sections = new TreeMap<>();
        for (Placed each : sorted) {
            if (each.mark instanceof Mark.Section section) {
                if (bars.barStart(bars.bar(each.tick)) == each.tick && each.tick < end && sections.size() < Kind.SECTION.most()) {
                    sections.putIfAbsent(each.tick, section.name());
                } else {
                    marker(each.tick, section.name());
                }
            }
        }
        sections.forEach((tick, name) -> {
            Long next = sections.higherKey(tick);
            additions.add(Kind.SECTION, Map.of(
                    Property.PARENT, Arrangement.ROOT,
                    Property.START, tick,
                    Property.LENGTH, (next == null ? end : next) - tick,
                    Property.NAME, name));
        });
    }

    private void marker(long tick, String text) {
        additions.add(Kind.MARKER, Map.of(Property.PARENT, Arrangement.ROOT, Property.START, tick, Property.TEXT, text));
    }
}
