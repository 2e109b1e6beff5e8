package studio.tutti.exchange.internal.musicxml;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TimeMaps;

/** Key, metre, tempo, chords, sections and markers of a song as a score has them. */
final class ScoreSigns {

    /** For each pitch class from C: step and sharps, spelled with sharps and with flats. */
    private static final String[] SHARP = {"C0", "C1", "D0", "D1", "E0", "F0", "F1", "G0", "G1", "A0", "A1", "B0"};
    private static final String[] FLAT = {"C0", "D-1", "D0", "E-1", "E0", "F0", "G-1", "G0", "A-1", "A0", "B-1", "B0"};

    private final TreeMap<Long, Element> metres = new TreeMap<>();
    private final TreeMap<Long, Element> keys = new TreeMap<>();
    /** What stands over the first part, in order: each writes itself, given how much later it is than the note it is written at. */
    private final TreeMap<Long, java.util.List<BiConsumer<XmlText, Long>>> marks = new TreeMap<>();
    private int moved;

    ScoreSigns(Arrangement arrangement, Measures measures) {
        for (Element step : TimeMaps.steps(arrangement, Kind.METRE)) {
            metres.put(start(step), step);
        }
        for (Element step : TimeMaps.steps(arrangement, Kind.KEY)) {
            long bar = measures.start(measures.at(start(step)));
            moved += bar == start(step) ? 0 : 1;
            keys.put(bar, step);
        }
        for (Element section : Elements.sorted(arrangement.root().children(Kind.SECTION))) {
            mark(section.start(), (xml, later) -> direction(xml, later, "rehearsal", section.text(Property.NAME)));
        }
        for (Element marker : Elements.sorted(arrangement.root().children(Kind.MARKER))) {
            mark(marker.start(), (xml, later) -> direction(xml, later, "words", marker.text(Property.TEXT)));
        }
        for (Element step : TimeMaps.steps(arrangement, Kind.TEMPO)) {
            mark(start(step), (xml, later) -> tempo(xml, later, step.number(Property.TEMPO)));
        }
        chords(arrangement, measures);
    }

    private void chords(Arrangement arrangement, Measures measures) {
        TreeMap<Long, Element> chords = new TreeMap<>();
        Elements.sorted(arrangement.root().children(Kind.CHORD)).forEach(each -> chords.put(each.start(), each));
        chords.forEach((tick, chord) -> {
            mark(tick, (xml, later) -> ChordNames.write(xml, chord.text(Property.SYMBOL), later));
            Map.Entry<Long, Element> next = chords.higherEntry(tick);
            long until = next == null ? measures.start(measures.count()) : next.getKey();
            if (until > chord.end()) {
                mark(chord.end(), (xml, later) -> ChordNames.write(xml, null, later));
            }
        });
    }

    private void mark(long tick, BiConsumer<XmlText, Long> sign) {
        marks.computeIfAbsent(tick, none -> new java.util.ArrayList<>()).add(sign);
    }

    private static long start(Element step) {
        return step.kind() == Kind.SONG ? 0 : step.start();
    }

    /** What a measure begins with, if anything is new. */
    void attributes(XmlText xml, int measure, long tick, String clef, int divisions) {
        Element key = keys.get(tick);
        Element metre = metres.get(tick);
        if (measure > 0 && key == null && metre == null) {
            return;
        }
        xml.open("attributes");
        if (measure == 0) {
            xml.line("divisions", Integer.toString(divisions));
        }
        if (key != null) {
            xml.open("key").line("fifths", Long.toString(key.number(Property.FIFTHS)))
                    .line("mode", key.flag(Property.MODE) ? "minor" : "major").close("key");
        }
        if (metre != null) {
            xml.open("time").line("beats", Long.toString(metre.number(Property.NUMERATOR)))
                    .line("beat-type", Long.toString(1L << metre.integer(Property.DENOMINATOR))).close("time");
        }
        if (measure == 0) {
            xml.open("clef").line("sign", clef);
            if (!clef.equals("percussion")) {
                xml.line("line", clef.equals("F") ? "4" : "2");
            }
            xml.close("clef");
        }
        xml.close("attributes");
    }

    /** What stands over a note that begins at a tick and ends at another. */
    void marks(XmlText xml, long from, long to) {
        marks.subMap(from, to).forEach((tick, signs) -> signs.forEach(each -> each.accept(xml, tick - from)));
    }

    private static void direction(XmlText xml, long later, String kind, String text) {
        xml.open("direction placement=\"above\"").open("direction-type").line(kind, text).close("direction-type");
        if (later != 0) {
            xml.line("offset sound=\"yes\"", Long.toString(later));
        }
        xml.close("direction");
    }

    private static void tempo(XmlText xml, long later, long microseconds) {
        double quarters = 60_000_000.0 / microseconds;
        xml.open("direction placement=\"above\"").open("direction-type").open("metronome").line("beat-unit", "quarter")
                .line("per-minute", String.format(Locale.ROOT, "%.2f", quarters).replaceAll("\\.?0+$", ""))
                .close("metronome").close("direction-type");
        if (later != 0) {
            xml.line("offset sound=\"yes\"", Long.toString(later));
        }
        xml.empty("sound tempo=\"" + String.format(Locale.ROOT, "%.9f", quarters).replaceAll("\\.?0+$", "") + "\"").close("direction");
    }

    /** A pitch as it is spelled in the key at a tick. */
    void pitch(XmlText xml, int pitch, long tick) {
        Map.Entry<Long, Element> key = keys.floorEntry(tick);
        long fifths = key == null ? 0 : key.getValue().number(Property.FIFTHS);
        String spelled = (fifths < 0 ? FLAT : SHARP)[pitch % 12];
        xml.open("pitch").line("step", spelled.substring(0, 1));
        if (!spelled.endsWith("0")) {
            xml.line("alter", spelled.substring(1));
        }
        xml.line("octave", Integer.toString(pitch / 12 - 1)).close("pitch");
    }

    /** How many changes of key stand at a bar line and not where they were. */
    int moved() {
        return moved;
    }
}
