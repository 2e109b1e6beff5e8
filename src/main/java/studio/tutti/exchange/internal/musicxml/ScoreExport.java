package studio.tutti.exchange.internal.musicxml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.music.GeneralMidi;
import studio.tutti.exchange.SongRefused;
import studio.tutti.exchange.internal.Faders;

/** Writes a song as a score: a part for each track that plays notes. */
public final class ScoreExport {

    /** Characters of a score that is written. */
    private static final int LARGEST = 200_000_000;

    private record Sheet(Element track, String id, Performed performed) {
        boolean drums() {
            return TrackType.of(track.number(Property.TYPE)) == TrackType.DRUMS;
        }
    }

    private final Arrangement arrangement;
    private final XmlText xml = new XmlText();
    private final List<Sheet> sheets = new ArrayList<>();
    private final List<String> losses = new ArrayList<>();

    private ScoreExport(Arrangement arrangement) {
        this.arrangement = arrangement;
    }

    /**
     * Writes a song.
     *
     * @throws SongRefused if it plays nothing, or more than a score should hold
     */
    public static ScoreExport of(Arrangement arrangement) throws IOException {
        ScoreExport export = new ScoreExport(arrangement);
        export.run();
        return export;
    }

    /** The score as XML. */
    public byte[] bytes() {
        return xml.toBytes();
    }

    /** The score as a zipped file. */
    public byte[] zipped() throws IOException {
        return ScoreFile.zipped(bytes());
    }

    /** What the song holds and a score can't, a sentence each. */
    public List<String> losses() {
        return losses;
    }

    private void run() throws SongRefused {
        long end = 0;
        for (Element track : Elements.tracks(arrangement)) {
            TrackType type = TrackType.of(track.number(Property.TYPE));
            if (type == TrackType.INSTRUMENT || type == TrackType.DRUMS) {
                Performed performed = Performed.of(arrangement, track);
                if (!performed.notes().isEmpty()) {
                    sheets.add(new Sheet(track, "P" + (sheets.size() + 1), performed));
                }
                for (Performed.Note note : performed.notes()) {
                    end = Math.max(end, Math.max(note.end(), note.start() + Grid.MOST_MOVED));
                }
            }
        }
        if (sheets.isEmpty()) {
            throw new SongRefused("The song plays no notes yet: there is nothing to write as a score.");
        }
        for (Kind kind : new Kind[] {Kind.CHORD, Kind.SECTION}) {
            for (Element each : arrangement.root().children(kind)) {
                end = Math.max(end, each.end());
            }
        }
        Measures measures = new Measures(arrangement, end);
        if (end > measures.start(measures.count())) {
            throw new SongRefused("The song has more bars than a score should hold: at most " + ScoreLimits.MEASURES + ".");
        }
        ScoreSigns signs = new ScoreSigns(arrangement, measures);
        PartWords words = new PartWords(arrangement);
        head();
        for (int i = 0; i < sheets.size(); i++) {
            Sheet sheet = sheets.get(i);
            List<Performed.Note> notes = sheet.performed.notes();
            double mean = notes.stream().mapToInt(Performed.Note::pitch).average().orElse(60);
            new PartWriter(xml, sheet.id, sheet.drums(), measures, notes, words.of(sheet.track, notes), signs)
                    .write(i == 0, mean < 57);
            if (xml.length() > LARGEST) {
                throw new SongRefused("The song is more than a score should hold: write it as MIDI.");
            }
        }
        xml.close("score-partwise");
        losses.addAll(ScoreLosses.of(arrangement, sheets.stream().map(Sheet::performed).toList(), words.homeless(), signs.moved()));
    }

    private void head() {
        xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        xml.raw("<!DOCTYPE score-partwise PUBLIC \"-//Recordare//DTD MusicXML 4.0 Partwise//EN\" \"http://www.musicxml.org/dtds/partwise.dtd\">");
        xml.open("score-partwise version=\"4.0\"");
        String name = arrangement.root().text(Property.NAME);
        if (!name.isEmpty()) {
            xml.line("movement-title", name);
        }
        xml.open("identification");
        arrangement.root().text(Property.CREDITS).lines().filter(each -> !each.isBlank()).forEach(each -> xml.line("rights", each));
        xml.open("encoding").line("software", "Tutti").close("encoding");
        xml.close("identification");
        xml.open("part-list");
        sheets.forEach(this::list);
        xml.close("part-list");
    }

    private void list(Sheet sheet) {
        Element track = sheet.track;
        xml.open("score-part id=\"" + sheet.id + "\"").line("part-name", track.text(Property.NAME));
        if (sheet.drums()) {
            TreeSet<Integer> keys = new TreeSet<>();
            sheet.performed.notes().forEach(each -> keys.add(each.pitch()));
            for (int key : keys) {
                String drum = GeneralMidi.drum(key);
                xml.open("score-instrument id=\"" + sheet.id + "-I" + (key + 1) + "\"")
                        .line("instrument-name", drum.isEmpty() ? "Drum " + key : drum).close("score-instrument");
            }
            keys.forEach(key -> midi(track, sheet.id + "-I" + (key + 1), GeneralMidi.DRUM_CHANNEL, key));
        } else {
            xml.open("score-instrument id=\"" + sheet.id + "-I1\"")
                    .line("instrument-name", GeneralMidi.program(track.integer(Property.PROGRAM))).close("score-instrument");
            midi(track, sheet.id + "-I1", channel(sheets.indexOf(sheet)), -1);
        }
        xml.close("score-part");
    }

    /** Channels in turn, the drums' left out. */
    private static int channel(int place) {
        int channel = place % 15;
        return channel < GeneralMidi.DRUM_CHANNEL ? channel : channel + 1;
    }

    private void midi(Element track, String id, int channel, int drum) {
        xml.open("midi-instrument id=\"" + id + "\"").line("midi-channel", Integer.toString(channel + 1));
        if (track.integer(Property.BANK) > 0) {
            xml.line("midi-bank", Long.toString(track.number(Property.BANK) + 1));
        }
        xml.line("midi-program", Long.toString(track.number(Property.PROGRAM) + 1));
        if (drum >= 0) {
            xml.line("midi-unpitched", Integer.toString(drum + 1));
        }
        xml.line("volume", String.format(Locale.ROOT, "%.2f", Faders.channelVolume(track.number(Property.VOLUME)) / 1.27));
        xml.line("pan", String.format(Locale.ROOT, "%.2f", track.number(Property.PAN) * 90 / 1000.0));
        xml.close("midi-instrument");
    }
}
