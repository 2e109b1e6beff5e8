package studio.tutti.exchange.internal.musicxml;

import static java.util.Map.entry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.FractionalIndex;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.music.MetreMap;
import studio.tutti.core.music.PlayingOrder;
import studio.tutti.core.music.PlayingOrder.Turn;
import studio.tutti.core.music.Ticks;
import studio.tutti.exchange.SongRefused;
import studio.tutti.exchange.internal.Additions;
import studio.tutti.exchange.internal.Faders;
import studio.tutti.exchange.internal.Palette;
import studio.tutti.exchange.internal.musicxml.Written.Mark;
import studio.tutti.exchange.internal.musicxml.Written.Measure;

/** Makes of a MusicXML file the operations that turn an empty song into it: a track with one clip for each part. */
public final class ScoreImport {

    private final ScoreReader score;
    private final Additions additions;
    private final Palette palette = new Palette();
    private final List<String> remarks = new ArrayList<>();
    /** The measures as all parts together have them. */
    private final List<Measure> measures = new ArrayList<>();
    private final List<Turn> turns;
    private final long[] starts;
    private final TreeMap<Long, Written.Metre> metres = new TreeMap<>();
    private String order = "";
    private long end;
    private int verses;

    private ScoreImport(ScoreReader score, IdSequence ids) throws SongRefused {
        this.score = score;
        additions = new Additions(ids);
        for (Written.Part part : score.parts()) {
            for (int i = 0; i < part.measures.size(); i++) {
                if (i == measures.size()) {
                    measures.add(new Measure());
                }
                measures.get(i).join(part.measures.get(i));
            }
        }
        turns = PlayingOrder.of(measures.stream().map(Written.Measure::signs).toList(), ScoreLimits.MEASURES);
        if (turns.size() > ScoreLimits.MEASURES) {
            throw new SongRefused("With all its repeats the MusicXML file has more than " + ScoreLimits.MEASURES + " measures.");
        }
        starts = new long[turns.size() + 1];
    }

    /**
     * Reads a file.
     *
     * @param file its bytes, one more than allowed if there are more
     * @param name what the song is called if the file doesn't say
     * @throws SongRefused if it can't be read; one sentence says why
     */
    public static ScoreImport read(byte[] file, String name, IdSequence ids) throws IOException {
        ScoreImport made = new ScoreImport(ScoreReader.of(file), ids);
        made.build(name);
        return made;
    }

    /** What turns an empty song into the file's. */
    public List<Operation> operations() {
        return additions.operations();
    }

    /** What people should know about the file, a sentence each. */
    public List<String> remarks() {
        return remarks;
    }

    private void build(String name) throws SongRefused {
        measure();
        additions.song(Property.NAME, score.name().isEmpty() ? name : score.name());
        if (!score.credits().isEmpty()) {
            additions.song(Property.CREDITS, score.credits());
        }
        metres.forEach((tick, metre) -> change(Kind.METRE, tick, Map.of(
                Property.NUMERATOR, (long) metre.numerator(), Property.DENOMINATOR, (long) metre.denominator())));
        addKeys();
        addTempos();
        for (Written.Part part : score.parts()) {
            addTrack(part);
        }
        new ScoreMarks(additions, metreMap(), end).add(marks());
        if (turns.size() != measures.size()) {
            remarks.add("Repeats are written out: " + measures.size() + " measures became " + turns.size() + ".");
        }
        if (verses > 0) {
            remarks.add((verses == 1 ? "A further verse is" : verses + " further verses are")
                    + " left out: a song has words for each note once, and the score repeats nothing for more.");
        }
    }

    /** Lays the measures out; where one is shorter or longer than its metre says, a bar begins after it all the same. */
    private void measure() throws SongRefused {
        Written.Metre[] written = new Written.Metre[measures.size()];
        Written.Metre metre = new Written.Metre(4, 2);
        for (int i = 0; i < written.length; i++) {
            metre = measures.get(i).metre == null ? metre : measures.get(i).metre;
            written[i] = metre;
        }
        Written.Metre now = null;
        boolean odd = false;
        for (int i = 0; i < turns.size(); i++) {
            int at = turns.get(i).bar();
            long full = written[at].ticks();
            long length = Math.round(measures.get(at).length);
            length = length == 0 ? full : length;
            if (!written[at].equals(now) || odd) {
                metres.put(starts[i], written[at]);
                now = written[at];
            }
            odd = length != full;
            starts[i + 1] = starts[i] + length;
            if (starts[i + 1] > Ticks.LAST) {
                throw new SongRefused("The MusicXML file is too long: a song ends after bar " + Ticks.LAST / 3840 + " at the latest.");
            }
        }
        if (metres.size() > Kind.METRE.most()) {
            throw new SongRefused("The MusicXML file changes its metre more than " + Kind.METRE.most() + " times.");
        }
        end = starts[turns.size()];
    }

    private MetreMap metreMap() {
        return new MetreMap(
                metres.keySet().stream().mapToLong(Long::longValue).toArray(),
                metres.values().stream().mapToInt(Written.Metre::numerator).toArray(),
                metres.values().stream().mapToInt(Written.Metre::denominator).toArray());
    }

    private void addKeys() {
        Written.Key[] written = new Written.Key[measures.size()];
        Written.Key key = null;
        for (int i = 0; i < written.length; i++) {
            key = measures.get(i).key == null ? key : measures.get(i).key;
            written[i] = key;
        }
        Written.Key now = null;
        for (int i = 0; i < turns.size(); i++) {
            Written.Key next = written[turns.get(i).bar()];
            if (next != null && !next.equals(now)) {
                change(Kind.KEY, starts[i], Map.of(Property.FIFTHS, (long) next.fifths(), Property.MODE, (long) next.mode()));
                now = next;
            }
        }
    }

    private void addTempos() {
        TreeMap<Long, Long> tempos = new TreeMap<>();
        List<TreeMap<Double, Long>> inMeasures = new ArrayList<>();
        Long[] before = new Long[measures.size()];
        Long tempo = null;
        for (int i = 0; i < measures.size(); i++) {
            TreeMap<Double, Long> own = new TreeMap<>();
            for (Written.Part part : score.parts()) {
                for (Mark mark : i < part.measures.size() ? part.measures.get(i).marks : List.<Mark>of()) {
                    if (mark instanceof Mark.Tempo(double at, long microseconds)) {
                        own.putIfAbsent(Math.max(0, at), microseconds);
                    }
                }
            }
            before[i] = tempo;
            tempo = own.isEmpty() ? tempo : own.lastEntry().getValue();
            inMeasures.add(own);
        }
        Long now = null;
        for (int i = 0; i < turns.size(); i++) {
            int at = turns.get(i).bar();
            // After a jump the tempo is the one that the score has there.
            if (before[at] != null && !before[at].equals(now)) {
                tempos.put(starts[i], before[at]);
            }
            long start = starts[i];
            inMeasures.get(at).forEach((place, value) -> tempos.put(start + Math.round(place), value));
            now = inMeasures.get(at).isEmpty() ? before[at] : inMeasures.get(at).lastEntry().getValue();
        }
        Long last = null;
        for (Map.Entry<Long, Long> each : tempos.entrySet()) {
            if (!each.getValue().equals(last)) {
                change(Kind.TEMPO, each.getKey(), Map.of(Property.TEMPO, each.getValue()));
                last = each.getValue();
            }
        }
    }

    /** What holds at the start is the song's own, the rest are changes. */
    private void change(Kind kind, long tick, Map<Property, Object> values) {
        if (tick == 0) {
            values.forEach(additions::song);
            return;
        }
        Map<Property, Object> all = new EnumMap<>(values);
        all.put(Property.PARENT, Arrangement.ROOT);
        all.put(Property.START, tick);
        additions.add(kind, all);
    }

    private List<ScoreMarks.Placed> marks() {
        List<ScoreMarks.Placed> marks = new ArrayList<>();
        for (Written.Part part : score.parts()) {
            for (int i = 0; i < turns.size(); i++) {
                int at = turns.get(i).bar();
                for (Mark mark : at < part.measures.size() ? part.measures.get(at).marks : List.<Mark>of()) {
                    marks.add(new ScoreMarks.Placed(Math.max(0, starts[i] + Math.round(mark.at())), mark));
                }
            }
        }
        return marks;
    }

    private void addTrack(Written.Part part) throws SongRefused {
        PartNotes heard = PartNotes.of(part, turns, starts);
        verses = Math.max(verses, heard.furtherVerses());
        if (heard.notes().isEmpty()) {
            remarks.add("The part “" + part.name + "” has no notes and is left out.");
            return;
        }
        Written.Instrument instrument = part.first();
        boolean drums = part.isDrums();
        int program = instrument == null ? 0 : instrument.program();
        String name = !part.name.isEmpty() ? part.name
                : instrument != null && !instrument.name().isEmpty() && !drums ? instrument.name() : Palette.name(drums, program);
        order = FractionalIndex.between(order, "");
        Id track = additions.add(Kind.TRACK, Map.ofEntries(
                entry(Property.PARENT, Arrangement.ROOT),
                entry(Property.NAME, name),
                entry(Property.COLOUR, palette.next(drums, program)),
                entry(Property.ORDER, order),
                entry(Property.TYPE, (drums ? TrackType.DRUMS : TrackType.INSTRUMENT).code()),
                entry(Property.PROGRAM, (long) program),
                entry(Property.BANK, instrument == null ? 0L : instrument.bank()),
                entry(Property.VOLUME, instrument == null || instrument.volume() < 0 ? 0L
                        : Faders.volume((int) Math.clamp(Math.round(instrument.volume() * 1.27), 0, 127))),
                entry(Property.PAN, instrument == null ? 0L : Math.round(instrument.pan() * 1000 / 90))));
        MetreMap bars = metreMap();
        long from = bars.barStart(bars.bar(heard.notes().getFirst().start()));
        long last = heard.notes().stream().mapToLong(PartNotes.Sounded::end).max().orElse(from);
        long to = bars.barStart(bars.bar(Math.max(from, last - 1)) + 1);
        Id content = additions.add(Kind.CONTENT, Map.of(Property.PARENT, Arrangement.ROOT));
        Map<PartNotes.Sounded, Id> ids = new java.util.IdentityHashMap<>();
        for (PartNotes.Sounded note : heard.notes()) {
            ids.put(note, additions.add(Kind.NOTE, Map.of(
                    Property.PARENT, content,
                    Property.START, note.start() - from,
                    Property.LENGTH, note.end() - note.start(),
                    Property.PITCH, (long) note.pitch(),
                    Property.VELOCITY, (long) note.velocity())));
        }
        additions.add(Kind.CLIP, Map.of(
                Property.PARENT, track, Property.CONTENT, content, Property.START, from, Property.LENGTH, to - from));
        for (PartNotes.Sung sung : heard.sung()) {
            @Nullable Id note = ids.get(sung.note());
            additions.add(Kind.LYRIC, Map.of(
                    Property.PARENT, Arrangement.ROOT,
                    Property.START, sung.note().start(),
                    Property.TEXT, sung.text().text(),
                    Property.NOTE, java.util.Objects.requireNonNull(note)));
        }
    }
}
