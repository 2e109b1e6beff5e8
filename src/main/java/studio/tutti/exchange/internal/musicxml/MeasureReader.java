package studio.tutti.exchange.internal.musicxml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import studio.tutti.core.lyrics.SyllableText;
import studio.tutti.core.lyrics.SyllableText.Break;
import studio.tutti.core.music.Ticks;
import studio.tutti.exchange.SongRefused;
import studio.tutti.exchange.internal.Texts;
import studio.tutti.exchange.internal.musicxml.Written.Held;
import studio.tutti.exchange.internal.musicxml.Written.Mark;
import studio.tutti.exchange.internal.musicxml.Written.Measure;
import studio.tutti.exchange.internal.musicxml.Written.Note;
import studio.tutti.exchange.internal.musicxml.Written.Word;

/** Reads the measures of one part in order: divisions, transposition and loudness hold from one to the next. */
final class MeasureReader {

    /** MIDI velocity of a score's 100 per cent (MusicXML 4.0, attribute "dynamics"). */
    static final double FORTE = 90;

    private static final Map<String, Integer> LOUDNESS = Map.ofEntries(
            Map.entry("pppp", 16), Map.entry("ppp", 24), Map.entry("pp", 36), Map.entry("p", 49), Map.entry("mp", 64),
            Map.entry("mf", 80), Map.entry("f", 96), Map.entry("ff", 112), Map.entry("fff", 122), Map.entry("ffff", 127),
            Map.entry("sf", 112), Map.entry("sfz", 112), Map.entry("fp", 96));

    /** A grace note takes this from the note before. */
    private static final double GRACE = Ticks.PER_QUARTER / 8.0;

    private final Written.Part part;
    private double divisions = 1;
    private int transpose;
    private int velocity = (int) FORTE;
    private double at;
    private double chordStart;

    MeasureReader(Written.Part part) {
        this.part = part;
    }

    Measure read(Xml xml) throws SongRefused {
        Measure measure = new Measure();
        at = 0;
        for (Xml each : xml.children()) {
            switch (each.name()) {
                case "attributes" -> attributes(each, measure);
                case "note" -> note(each, measure);
                case "backup" -> at = Math.max(0, at - ticks(each.number("duration", 0)));
                case "forward" -> at += ticks(each.number("duration", 0));
                case "direction" -> direction(each, measure);
                case "harmony" -> {
                    String symbol = ChordNames.symbol(each);
                    boolean ends = each.attribute("print-object").equals("no") && each.text("kind").equals("none");
                    if (ends || !symbol.isEmpty()) {
                        measure.marks.add(new Mark.Chord(at + ticks(each.number("offset", 0)), ends ? "" : Texts.cut(symbol, 60)));
                    }
                }
                case "sound" -> sound(each, at, measure);
                case "barline" -> barline(each, measure);
                default -> {}
            }
            measure.length = Math.max(measure.length, at);
            if (at > Ticks.LAST) {
                throw new SongRefused("The MusicXML file is too long: a song ends after bar " + Ticks.LAST / 3840 + " at the latest.");
            }
        }
        return measure;
    }

    private double ticks(double duration) {
        return duration * Ticks.PER_QUARTER / divisions;
    }

    private void attributes(Xml xml, Measure measure) throws SongRefused {
        if (xml.has("divisions")) {
            divisions = xml.number("divisions", 0);
            if (divisions <= 0) {
                throw new SongRefused("The MusicXML file is damaged: a quarter note must have at least one division.");
            }
        }
        Xml move = xml.child("transpose");
        if (move != null) {
            transpose = (int) (move.number("chromatic", 0) + 12 * move.number("octave-change", 0));
        }
        Xml key = xml.child("key");
        if (key != null && key.has("fifths") && Math.abs(key.number("fifths", 0)) <= 7 && at == 0) {
            measure.key = new Written.Key((int) key.number("fifths", 0), key.text("mode").equals("minor") ? 1 : 0);
        }
        Xml time = xml.child("time");
        if (time != null && at == 0) {
            measure.metre = metre(time);
        }
    }

    /** A metre, composed ones as one; null if it is none that a song can have. */
    private static Written.@org.jspecify.annotations.Nullable Metre metre(Xml time) {
        List<Xml> beats = time.all("beats");
        List<Xml> types = time.all("beat-type");
        int finest = 1;
        for (Xml type : types) {
            finest = Math.max(finest, (int) Xml.parsed(type.text(), 0));
        }
        double sum = 0;
        for (int i = 0; i < Math.min(beats.size(), types.size()); i++) {
            double type = Xml.parsed(types.get(i).text(), 0);
            for (String each : beats.get(i).text().split("\\+")) {
                sum += Xml.parsed(each, -1e6) * finest / Math.max(1, type);
            }
        }
        boolean possible = sum >= 1 && sum <= 255 && Integer.bitCount(finest) == 1 && finest <= 128;
        return possible ? new Written.Metre((int) sum, Integer.numberOfTrailingZeros(finest)) : null;
    }

    private void note(Xml xml, Measure measure) {
        boolean grace = xml.has("grace");
        if (xml.has("cue")) {
            at += xml.has("chord") ? 0 : ticks(Math.max(0, xml.number("duration", 0)));
            return;
        }
        double length = grace ? 0 : ticks(Math.max(0, xml.number("duration", 0)));
        boolean chord = xml.has("chord");
        double start = chord ? chordStart : at;
        if (!chord) {
            chordStart = at;
            at += length;
        }
        if (xml.has("rest") || !xml.has("pitch") && !xml.has("unpitched")) {
            return;
        }
        int pitch = pitch(xml);
        if (pitch < 0 || pitch > 127) {
            return;
        }
        List<Xml> ties = xml.all("tie");
        boolean tied = ties.stream().anyMatch(each -> each.attribute("type").equals("stop"));
        boolean goes = ties.stream().anyMatch(each -> each.attribute("type").equals("start"));
        int loud = xml.hasAttribute("dynamics")
                ? (int) Math.round(Xml.parsed(xml.attribute("dynamics"), 100) * FORTE / 100) : velocity;
        double attack = ticks(Xml.parsed(xml.attribute("attack"), 0));
        double release = ticks(Xml.parsed(xml.attribute("release"), 0));
        int voice = (int) Xml.parsed(xml.text("voice"), 1);
        measure.notes.add(new Note(start, grace ? GRACE : length, grace ? -GRACE : attack, grace ? -GRACE : release, voice, pitch,
                Math.clamp(loud, 1, 127), tied, goes, words(xml)));
    }

    private int pitch(Xml note) {
        Xml pitch = note.child("pitch");
        if (pitch != null) {
            part.pitched++;
            int step = "C D EF G A B".indexOf(pitch.text("step").isEmpty() ? '?' : pitch.text("step").charAt(0));
            return step < 0 ? -1
                    : (int) (12 * (pitch.number("octave", 4) + 1) + step + Math.round(pitch.number("alter", 0)) + transpose);
        }
        part.unpitched++;
        Xml played = note.child("instrument");
        Written.Instrument drum = played == null ? part.first() : part.instruments.get(played.attribute("id"));
        if (drum != null && drum.drum() >= 0) {
            return drum.drum();
        }
        Xml shown = note.child("unpitched");
        return shown == null ? -1 : Drums.key(shown.text("display-step") + shown.text("display-octave"), note.text("notehead"));
    }

    private static List<Word> words(Xml note) {
        List<Word> words = new ArrayList<>();
        for (Xml lyric : note.all("lyric")) {
            int verse = (int) Xml.parsed(lyric.attribute("number").replaceAll("\\D", ""), words.size() + 1);
            StringBuilder text = new StringBuilder();
            for (Xml each : lyric.children()) {
                if (each.name().equals("text")) {
                    text.append(each.text());
                } else if (each.name().equals("elision")) {
                    text.append(' ');
                }
            }
            Xml extend = lyric.child("extend");
            String syllabic = lyric.all("syllabic").isEmpty() ? "single" : lyric.all("syllabic").getLast().text();
            boolean goesOn = syllabic.equals("begin") || syllabic.equals("middle");
            Break after = lyric.has("end-paragraph") ? Break.PARAGRAPH : lyric.has("end-line") ? Break.LINE : Break.NONE;
            String syllable = text.toString().replaceAll("\\s+", " ").strip();
            if (!syllable.isEmpty()) {
                SyllableText read = SyllableText.of(syllable).with(Break.NONE);
                words.add(new Word(verse, read.words().isEmpty() ? read : new SyllableText(Break.NONE, Texts.cut(read.words(), 400), goesOn || read.goesOn()),
                        extend != null && !extend.hasAttribute("type") ? Held.OVER : Held.NO, after));
            } else if (extend != null) {
                words.add(new Word(verse, new SyllableText(Break.NONE, SyllableText.HELD, false), Held.ON, after));
            }
        }
        return words;
    }

    private void direction(Xml xml, Measure measure) {
        double place = at + ticks(xml.number("offset", 0));
        for (Xml type : xml.all("direction-type")) {
            for (Xml each : type.children()) {
                String text = Texts.cut(each.text().replaceAll("\\s+", " "), 200);
                switch (each.name()) {
                    case "rehearsal" -> {
                        if (!text.isEmpty()) {
                            measure.marks.add(new Mark.Section(place, text));
                        }
                    }
                    case "words" -> {
                        if (!text.isEmpty() && !leads(text.toLowerCase(Locale.ROOT), measure)) {
                            measure.marks.add(new Mark.Text(place, text));
                        }
                    }
                    case "dynamics" -> {
                        for (Xml mark : each.children()) {
                            velocity = LOUDNESS.getOrDefault(mark.name(), velocity);
                        }
                    }
                    case "metronome" -> metronome(each, place, measure);
                    case "segno" -> measure.segno = true;
                    case "coda" -> measure.coda = true;
                    default -> {}
                }
            }
        }
        for (Xml sound : xml.all("sound")) {
            sound(sound, place, measure);
        }
    }

    /** Whether words say where to go on: many scores say it in words only. */
    private static boolean leads(String words, Measure measure) {
        boolean capo = words.startsWith("d.c") || words.startsWith("d. c") || words.startsWith("da capo");
        boolean segno = words.startsWith("d.s") || words.startsWith("d. s") || words.startsWith("dal segno");
        measure.daCapo |= capo;
        measure.dalSegno |= segno;
        measure.toCoda |= words.startsWith("to coda");
        measure.fine |= words.equals("fine");
        return capo || segno || words.startsWith("to coda") || words.equals("fine");
    }

    private static void metronome(Xml xml, double place, Measure measure) {
        double beats = xml.number("per-minute", 0);
        double beat = switch (xml.text("beat-unit")) {
            case "whole" -> 4;
            case "half" -> 2;
            case "eighth" -> 0.5;
            case "16th" -> 0.25;
            default -> 1;
        };
        tempo(beats * beat * (xml.has("beat-unit-dot") ? 1.5 : 1), place, measure);
    }

    private static void tempo(double quarters, double place, Measure measure) {
        if (quarters >= 4 && quarters <= 5_000) {
            measure.marks.removeIf(each -> each instanceof Mark.Tempo tempo && tempo.at() == place);
            measure.marks.add(new Mark.Tempo(place, Math.round(60_000_000 / quarters)));
        }
    }

    private void sound(Xml xml, double place, Measure measure) {
        tempo(Xml.parsed(xml.attribute("tempo"), 0), place, measure);
        if (xml.hasAttribute("dynamics")) {
            velocity = Math.clamp(Math.round(Xml.parsed(xml.attribute("dynamics"), 100) * FORTE / 100), 1, 127);
        }
        measure.daCapo |= xml.attribute("dacapo").equals("yes");
        measure.dalSegno |= xml.hasAttribute("dalsegno");
        measure.segno |= xml.hasAttribute("segno");
        measure.coda |= xml.hasAttribute("coda");
        measure.toCoda |= xml.hasAttribute("tocoda");
        measure.fine |= xml.hasAttribute("fine");
    }

    private static void barline(Xml xml, Measure measure) {
        Xml repeat = xml.child("repeat");
        if (repeat != null && repeat.attribute("direction").equals("forward")) {
            measure.forward = true;
        } else if (repeat != null) {
            measure.times = (int) Math.clamp(Xml.parsed(repeat.attribute("times"), 2), 2, 100);
        }
        Xml ending = xml.child("ending");
        if (ending != null && ending.attribute("type").equals("start")) {
            for (String number : ending.attribute("number").split("[^0-9]+")) {
                if (!number.isEmpty() && number.length() < 3) {
                    measure.endings.add(Integer.parseInt(number));
                }
            }
        } else if (ending != null) {
            measure.endingStops = true;
        }
        measure.segno |= xml.has("segno");
        measure.coda |= xml.has("coda");
    }
}
