package studio.tutti.exchange.internal.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.exchange.internal.Additions;

/**
 * Cuts a track into clips at phrases. A phrase keeps its upbeat: where a note before the bar line sounds on behind it, the cut
 * moves to that note. Phrases that are the same become clips of one content.
 *
 * @param additions where clips and contents are added
 * @param cuts ticks of the song, rising; the first 0, the last its end
 * @param bar ticks of a bar
 */
record Cuts(Additions additions, List<Long> cuts, long bar) {

    /** A note that sounds on for less than this behind a bar line is an ending, not an upbeat. */
    private static final long RING = 120;

    /**
     * @param line what the track plays
     * @param struck whether its notes ring as long as they like whatever their length, as drums do: they have no upbeats
     */
    void add(Id track, Line line, boolean struck) {
        Map<Line, Id> contents = new HashMap<>();
        List<Long> places = new ArrayList<>();
        cuts.forEach(cut -> places.add(struck ? cut : upbeat(line, cut)));
        for (int i = 0; i + 1 < places.size(); i++) {
            long to = places.get(i + 1);
            Line phrase = line.part(places.get(i), to);
            if (phrase.isEmpty()) {
                continue;
            }
            // Silence before and after the phrase, in whole bars of the song, is not part of the clip.
            long first = places.get(i) + phrase.begin();
            long from = Math.max(places.get(i), first - Math.floorMod(first, bar));
            Line content = line.part(from, to);
            long end = Math.min(to, from + content.end() + Math.floorMod(-from - content.end(), bar));
            Id id = contents.computeIfAbsent(content, this::content);
            additions.add(Kind.CLIP, Map.of(
                    Property.PARENT, track, Property.CONTENT, id, Property.START, from, Property.LENGTH, end - from));
        }
    }

    private long upbeat(Line line, long cut) {
        long place = cut;
        for (Line.Note note : line.notes()) {
            if (note.start() < cut && note.end() > cut + RING && cut - note.start() < bar / 2) {
                place = Math.min(place, note.start());
            }
        }
        return place;
    }

    private Id content(Line line) {
        Id content = additions.add(Kind.CONTENT, Map.of(Property.PARENT, Arrangement.ROOT));
        for (Line.Note note : line.notes()) {
            additions.add(Kind.NOTE, Map.of(
                    Property.PARENT, content,
                    Property.START, note.start(),
                    Property.LENGTH, note.length(),
                    Property.PITCH, note.pitch(),
                    Property.VELOCITY, note.velocity(),
                    Property.RELEASE, note.release()));
        }
        for (Line.Control control : line.controls()) {
            additions.add(Kind.CONTROL, Map.of(
                    Property.PARENT, content,
                    Property.START, control.start(),
                    Property.CONTROLLER, control.controller(),
                    Property.AMOUNT, control.amount()));
        }
        return content;
    }
}
