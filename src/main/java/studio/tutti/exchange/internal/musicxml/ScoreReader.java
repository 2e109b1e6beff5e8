package studio.tutti.exchange.internal.musicxml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.tutti.exchange.SongRefused;
import studio.tutti.exchange.internal.Texts;

/** Reads a score, head first, then part by part and measure by measure. */
final class ScoreReader {

    private final List<Written.Part> parts = new ArrayList<>();
    private final Map<String, Written.Part> known = new LinkedHashMap<>();
    private final List<String> credits = new ArrayList<>();
    private String work = "";
    private String movement = "";
    private int notes;

    private ScoreReader() {}

    static ScoreReader of(byte[] file) throws IOException {
        ScoreReader reader = new ScoreReader();
        try (XmlStream xml = new XmlStream(ScoreFile.score(file))) {
            String root = xml.next();
            if (root.equals("score-timewise")) {
                throw new SongRefused("The MusicXML file is arranged by time; save it arranged by parts (score-partwise).");
            }
            if (!root.equals("score-partwise")) {
                throw new SongRefused("The file is no MusicXML score.");
            }
            reader.read(xml);
        }
        if (reader.notes == 0) {
            throw new SongRefused("The MusicXML file holds no notes.");
        }
        return reader;
    }

    private void read(XmlStream xml) throws SongRefused {
        for (String name = xml.next(); !name.isEmpty(); name = xml.next()) {
            switch (name) {
                case "work" -> work = xml.whole().text("work-title");
                case "movement-title" -> movement = xml.whole().text();
                case "identification" -> identify(xml.whole());
                case "part-list" -> xml.whole().all("score-part").forEach(this::list);
                case "part" -> part(xml);
                default -> xml.whole();
            }
        }
    }

    private void identify(Xml xml) {
        for (Xml right : xml.all("rights")) {
            credit(right.text());
        }
        for (Xml creator : xml.all("creator")) {
            String what = creator.attribute("type");
            if (!creator.text().isEmpty()) {
                credit((what.isEmpty() ? "" : Character.toUpperCase(what.charAt(0)) + what.substring(1) + ": ") + creator.text());
            }
        }
    }

    private void credit(String text) {
        for (String line : text.split("\n")) {
            String clean = Texts.cut(line.strip(), 500);
            if (!clean.isEmpty() && !credits.contains(clean) && credits.size() < 20) {
                credits.add(clean);
            }
        }
    }

    private void list(Xml xml) {
        Map<String, Written.Instrument> instruments = new LinkedHashMap<>();
        for (Xml named : xml.all("score-instrument")) {
            instruments.put(named.attribute("id"), new Written.Instrument(named.text("instrument-name"), 0, 0, -1, -1, -1, 0));
        }
        for (Xml midi : xml.all("midi-instrument")) {
            Written.Instrument named = instruments.get(midi.attribute("id"));
            instruments.put(midi.attribute("id"), new Written.Instrument(
                    named == null ? "" : named.name(),
                    (int) Math.clamp(midi.number("midi-program", 1) - 1, 0, 127),
                    (int) Math.clamp(midi.number("midi-bank", 1) - 1, 0, 16_383),
                    (int) Math.clamp(midi.number("midi-channel", 0) - 1, -1, 15),
                    (int) Math.clamp(midi.number("midi-unpitched", 0) - 1, -1, 127),
                    midi.number("volume", -1), Math.clamp(midi.number("pan", 0), -90, 90)));
        }
        known.put(xml.attribute("id"), new Written.Part(Texts.cut(xml.text("part-name").replaceAll("\\s+", " "), 200), instruments));
    }

    private void part(XmlStream xml) throws SongRefused {
        String id = xml.attribute("id");
        Written.Part part = known.getOrDefault(id, new Written.Part("", Map.of()));
        parts.add(part);
        MeasureReader reader = new MeasureReader(part);
        for (String name = xml.next(); !name.isEmpty(); name = xml.next()) {
            Xml measure = xml.whole();
            if (name.equals("measure")) {
                part.measures.add(reader.read(measure));
                notes += part.measures.getLast().notes.size();
                if (part.measures.size() > ScoreLimits.MEASURES || notes > ScoreLimits.NOTES || parts.size() > 512) {
                    throw new SongRefused("The MusicXML file is too large for one song: at most " + ScoreLimits.NOTES + " notes, "
                            + ScoreLimits.MEASURES + " measures and 512 parts are read.");
                }
            }
        }
    }

    List<Written.Part> parts() {
        return parts;
    }

    /** The movement's name or, if there is none, the work's, or "". */
    String name() {
        return Texts.cut(movement.isEmpty() ? work : movement, 200);
    }

    /** Rights and creators, a line each. */
    String credits() {
        return Texts.cut(String.join("\n", credits), 4_000);
    }
}
