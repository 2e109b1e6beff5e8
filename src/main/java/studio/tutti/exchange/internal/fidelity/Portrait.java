package studio.tutti.exchange.internal.fidelity;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TimeMaps;

/**
 * All of a song that a MIDI file can hold, without ids, so that two songs can be compared.
 *
 * @param facts one entry for each thing, in order, each a list of its values after a word for what it is
 */
record Portrait(List<List<Object>> facts) {

    static Portrait of(Arrangement song) {
        List<List<Object>> facts = new ArrayList<>();
        facts.add(List.of("name", song.root().text(Property.NAME)));
        facts.add(List.of("credits", song.root().text(Property.CREDITS)));
        for (Element step : TimeMaps.steps(song, Kind.TEMPO)) {
            facts.add(List.of("tempo", start(step), step.number(Property.TEMPO)));
        }
        for (Element step : TimeMaps.steps(song, Kind.METRE)) {
            facts.add(List.of("metre", start(step), step.number(Property.NUMERATOR), step.number(Property.DENOMINATOR)));
        }
        for (Element step : TimeMaps.steps(song, Kind.KEY)) {
            facts.add(List.of("key", start(step), step.number(Property.FIFTHS), step.number(Property.MODE)));
        }
        for (Element section : Elements.sorted(song.root().children(Kind.SECTION))) {
            facts.add(List.of("section", section.start(), section.text(Property.NAME)));
        }
        for (Element marker : Elements.sorted(song.root().children(Kind.MARKER))) {
            facts.add(List.of("marker", marker.start(), marker.text(Property.TEXT)));
        }
        for (Element lyric : Elements.sorted(song.root().children(Kind.LYRIC))) {
            Element note = song.alive(lyric.reference(Property.NOTE));
            facts.add(List.of("lyric", lyric.start(), lyric.text(Property.TEXT), note == null ? -1 : note.number(Property.PITCH)));
        }
        Elements.tracks(song).forEach(track -> add(song, track, facts));
        return new Portrait(facts);
    }

    /** What a score holds besides: chords. Controllers it holds none. */
    static Portrait ofScore(Arrangement song) {
        List<List<Object>> facts = new ArrayList<>(of(song).facts());
        facts.removeIf(each -> each.getFirst().equals("controller"));
        for (int from = 0; from < facts.size(); from++) {
            int to = from;
            while (to < facts.size() && facts.get(to).getFirst().equals("note")) {
                to++;
            }
            facts.subList(from, Math.max(from, to)).sort(Portrait::compareNotes);
            from = Math.max(from, to);
        }
        for (Element chord : Elements.sorted(song.root().children(Kind.CHORD))) {
            facts.add(List.of("chord", chord.start(), chord.length(), chord.text(Property.SYMBOL)));
        }
        return new Portrait(facts);
    }

    private static int compareNotes(List<Object> one, List<Object> other) {
        for (int i = 1; i < one.size(); i++) {
            int order = Long.compare((Long) one.get(i), (Long) other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static void add(Arrangement song, Element track, List<List<Object>> facts) {
        facts.add(List.of("track", track.text(Property.NAME), track.number(Property.TYPE), track.number(Property.PROGRAM),
                track.number(Property.BANK), track.number(Property.VOLUME), track.number(Property.PAN)));
        for (Element clip : Elements.sorted(track.children(Kind.CLIP))) {
            Element content = song.alive(clip.reference(Property.CONTENT));
            if (content == null) {
                continue;
            }
            for (Element note : Elements.sorted(content.children(Kind.NOTE))) {
                facts.add(List.of("note", clip.start() + note.start(), note.length(), note.number(Property.PITCH),
                        note.number(Property.VELOCITY), note.number(Property.RELEASE)));
            }
            for (Element control : Elements.sorted(content.children(Kind.CONTROL))) {
                facts.add(List.of("controller", clip.start() + control.start(), control.number(Property.CONTROLLER),
                        control.number(Property.PITCH), control.number(Property.AMOUNT)));
            }
        }
    }

    private static long start(Element step) {
        return step.kind() == Kind.SONG ? 0 : step.start();
    }

    /** What differs first, a sentence, or "" if nothing does. */
    String difference(Portrait other) {
        for (int i = 0; i < Math.max(facts.size(), other.facts.size()); i++) {
            Object mine = i < facts.size() ? facts.get(i) : "nothing";
            Object theirs = i < other.facts.size() ? other.facts.get(i) : "nothing";
            if (!mine.equals(theirs)) {
                return "The song had " + mine + " and has " + theirs + ".";
            }
        }
        return "";
    }
}
