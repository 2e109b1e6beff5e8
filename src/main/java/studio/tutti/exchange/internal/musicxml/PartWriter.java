package studio.tutti.exchange.internal.musicxml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Property;
import studio.tutti.exchange.internal.musicxml.Voices.Chord;

/**
 * Writes one part: measures with voices of chords and rests. Notes stand on the grid; the attributes "attack" and "release"
 * of each say by how many divisions it really begins and ends later, "dynamics" how loud it is.
 */
final class PartWriter {

    /** Divisions of a quarter note: the song's ticks. */
    private static final int DIVISIONS = 960;

    private final XmlText xml;
    private final String id;
    private final boolean drums;
    private final Measures measures;
    private final Grid grid;
    private final List<Deque<Chord>> voices = new ArrayList<>();
    private final Map<Performed.Note, PartWords.Written> words;
    private final ScoreSigns signs;

    PartWriter(XmlText xml, String id, boolean drums, Measures measures, List<Performed.Note> notes,
            Map<Performed.Note, PartWords.Written> words, ScoreSigns signs) {
        this.xml = xml;
        this.id = id;
        this.drums = drums;
        this.measures = measures;
        this.words = words;
        this.signs = signs;
        grid = new Grid(measures, notes);
        for (List<Chord> voice : new Voices(notes, grid).all()) {
            voices.add(new ArrayDeque<>(voice));
        }
    }

    /** @param first whether tempo, chords and sections are written here */
    void write(boolean first, boolean low) {
        xml.open("part id=\"" + id + "\"");
        for (int measure = 0; measure < measures.count(); measure++) {
            long from = measures.start(measure);
            long to = measures.start(measure + 1L);
            xml.open("measure number=\"" + (measure + 1) + "\"" + (measures.isShort(measure) ? " implicit=\"yes\"" : ""));
            signs.attributes(xml, measure, from, drums ? "percussion" : low ? "F" : "G", DIVISIONS);
            voice(0, from, to, first);
            if (first && measure + 1 == measures.count()) {
                signs.marks(xml, to, Long.MAX_VALUE); // what stands at the very end
            }
            for (int voice = 1; voice < voices.size(); voice++) {
                if (!voices.get(voice).isEmpty() && voices.get(voice).peekFirst().start < to) {
                    xml.open("backup").line("duration", Long.toString(to - from)).close("backup");
                    voice(voice, from, to, false);
                }
            }
            xml.close("measure");
        }
        xml.close("part");
    }

    private void voice(int voice, long from, long to, boolean marks) {
        Deque<Chord> chords = voice < voices.size() ? voices.get(voice) : new ArrayDeque<>();
        long at = from;
        while (at < to) {
            Chord chord = chords.peekFirst();
            long next = chord == null ? to : Math.min(to, Math.max(at, chord.start));
            if (at < next) {
                rest(voice, at, next, from, to, marks);
                at = next;
            } else if (chord != null) {
                long until = Math.min(to, chord.end);
                chord(voice, chord, at, until, marks);
                at = until;
                if (until == chord.end) {
                    chords.removeFirst();
                }
            }
        }
    }

    private void rest(int voice, long from, long to, long bar, long end, boolean marks) {
        boolean whole = from == bar && to == end;
        if (voice > 0) {
            xml.open("forward").line("duration", Long.toString(to - from)).line("voice", Integer.toString(voice + 1)).close("forward");
            return;
        }
        long at = from;
        for (NoteValue value : whole && !marks ? List.of(new NoteValue(to - from, "", false, false)) : NoteValue.of(from, to, grid)) {
            if (marks) {
                signs.marks(xml, at, at + value.ticks());
            }
            xml.open("note");
            xml.empty(whole && !marks ? "rest measure=\"yes\"" : "rest");
            timed(voice, value);
            xml.close("note");
            at += value.ticks();
        }
    }

    private void chord(int voice, Chord chord, long from, long to, boolean marks) {
        long at = from;
        for (NoteValue value : NoteValue.of(from, to, grid)) {
            if (marks) {
                signs.marks(xml, at, at + value.ticks());
            }
            for (int i = 0; i < chord.notes.size(); i++) {
                note(voice, chord, chord.notes.get(i), value, at, i > 0);
            }
            at += value.ticks();
        }
    }

    private void note(int voice, Chord chord, Performed.Note note, NoteValue value, long at, boolean stacked) {
        boolean begins = at == chord.start;
        boolean ends = at + value.ticks() == chord.end;
        Element element = note.element();
        StringBuilder head = new StringBuilder("note dynamics=\"")
                .append(String.format(Locale.ROOT, "%.2f", element.integer(Property.VELOCITY) * 100 / MeasureReader.FORTE)).append('"');
        if (begins && note.start() != chord.start) {
            head.append(" attack=\"").append(note.start() - chord.start).append('"');
        }
        if (ends && note.end() != chord.end) {
            head.append(" release=\"").append(note.end() - chord.end).append('"');
        }
        xml.open(head.toString());
        if (stacked) {
            xml.empty("chord");
        }
        if (drums) {
            String place = Drums.place(note.pitch());
            xml.open("unpitched").line("display-step", place.substring(0, 1)).line("display-octave", place.substring(1)).close("unpitched");
        } else {
            signs.pitch(xml, note.pitch(), at);
        }
        xml.line("duration", Long.toString(value.ticks()));
        if (!begins) {
            xml.empty("tie type=\"stop\"");
        }
        if (!ends) {
            xml.empty("tie type=\"start\"");
        }
        if (drums) {
            xml.empty("instrument id=\"" + id + "-I" + (note.pitch() + 1) + "\"");
        }
        type(voice, value);
        if (!begins || !ends) {
            xml.open("notations");
            if (!begins) {
                xml.empty("tied type=\"stop\"");
            }
            if (!ends) {
                xml.empty("tied type=\"start\"");
            }
            xml.close("notations");
        }
        PartWords.@Nullable Written word = begins ? words.get(note) : null;
        if (word != null) {
            word.write(xml);
        }
        xml.close("note");
    }

    private void timed(int voice, NoteValue value) {
        xml.line("duration", Long.toString(value.ticks()));
        type(voice, value);
    }

    private void type(int voice, NoteValue value) {
        xml.line("voice", Integer.toString(voice + 1));
        if (!value.type().isEmpty()) {
            xml.line("type", value.type());
            if (value.dotted()) {
                xml.empty("dot");
            }
            if (value.triplet()) {
                xml.open("time-modification").line("actual-notes", "3").line("normal-notes", "2").close("time-modification");
            }
        }
    }
}
