package studio.tutti.exchange.internal.midi;

import static java.util.Map.entry;

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
import studio.tutti.core.music.GeneralMidi;
import studio.tutti.core.music.Ticks;
import studio.tutti.exchange.SongRefused;
import studio.tutti.exchange.internal.Additions;
import studio.tutti.exchange.internal.Palette;

/** Makes of a MIDI file the operations that turn an empty song into it: a track for each channel of each track, with one clip. */
public final class MidiImport {

    private final MidiFile file;
    private final Conductor conductor;
    private final List<Part> parts;
    private final Bars bars;
    private final Additions additions;
    private final Palette palette = new Palette();
    private final WordTies ties = new WordTies();
    private final List<String> remarks = new ArrayList<>();
    private String order = "";
    private long end;

    private MidiImport(MidiFile file, IdSequence ids) throws SongRefused {
        this.file = file;
        additions = new Additions(ids);
        TreeMap<Long, Long> tempos = Conductor.tempos(file);
        TimeBase time = TimeBase.of(file.division(), longs(tempos.keySet()), longs(tempos.values()));
        for (MidiTrack track : file.tracks()) {
            if (time.tick(track.end()) > Ticks.LAST) {
                throw new SongRefused("The MIDI file is too long: it ends after bar " + Ticks.LAST / Ticks.PER_QUARTER / 4 + ".");
            }
        }
        conductor = Conductor.of(file, time);
        bars = new Bars(conductor.metres());
        PartReader reader = new PartReader(time);
        for (int i = 0; i < file.tracks().size(); i++) {
            reader.read(file.tracks().get(i), i);
        }
        parts = reader.parts();
        long tracks = parts.stream().filter(each -> !each.notes().isEmpty()).count();
        if (tracks > Kind.TRACK.most()) {
            throw new SongRefused("The MIDI file needs " + tracks + " tracks; a song can have at most " + Kind.TRACK.most() + ".");
        }
        remark(reader.unended(), "note had no end and ends with its track", "notes had no end and end with their track");
    }

    /**
     * Reads a file.
     *
     * @param file its bytes, one more than allowed if there are more
     * @param name what the song is called if the file doesn't say
     * @param ids for the new elements
     * @throws SongRefused if it can't be read; one sentence says why
     */
    public static MidiImport read(byte[] file, String name, IdSequence ids) throws SongRefused {
        MidiImport made = new MidiImport(MidiFileReader.read(file), ids);
        made.build(name);
        return made;
    }

    /** What turns an empty song into the file's. */
    public List<Operation> operations() {
        return additions.operations();
    }

    /** What people should know about the file: what was mended or left out, a sentence each. */
    public List<String> remarks() {
        return remarks;
    }

    private void build(String name) throws SongRefused {
        SharedChannels.complete(parts);
        addTracks();
        addSong(name);
        new SectionsAndMarkers(additions, bars).add(conductor.markers(), end);
        addLyrics();
        remark(file.exclusives(), "system exclusive message was left out", "system exclusive messages were left out");
        remark(conductor.texts(), "free text was left out", "free texts were left out");
        remark(conductor.odd(), "impossible metre or key was left out", "impossible metres or keys were left out");
    }

    private void addLyrics() {
        List<SungWords.Sung> words = conductor.lyrics();
        @Nullable Id[] notes = ties.of(words);
        for (int i = 0; i < notes.length; i++) {
            Map<Property, Object> values = new EnumMap<>(Property.class);
            values.put(Property.PARENT, Arrangement.ROOT);
            values.put(Property.START, words.get(i).tick());
            values.put(Property.TEXT, words.get(i).text());
            if (notes[i] != null) {
                values.put(Property.NOTE, notes[i]);
            }
            additions.add(Kind.LYRIC, values);
        }
    }

    private void addSong(String name) {
        boolean ownName = file.type() == 0 || parts.stream().noneMatch(each -> each.source() == 0 && !each.notes().isEmpty());
        String own = ownName ? conductor.name(0) : "";
        additions.song(Property.NAME, own.isEmpty() ? name : own);
        if (!conductor.credits().isEmpty()) {
            additions.song(Property.CREDITS, conductor.credits());
        }
        conductor.tempos().forEach((tick, tempo) -> change(Kind.TEMPO, tick, Map.of(Property.TEMPO, tempo)));
        conductor.metres().forEach((tick, metre) -> change(Kind.METRE, tick, Map.of(
                Property.NUMERATOR, (long) metre.numerator(), Property.DENOMINATOR, (long) metre.denominator())));
        conductor.keys().forEach((tick, key) -> change(Kind.KEY, tick, Map.of(
                Property.FIFTHS, (long) key.fifths(), Property.MODE, (long) key.mode())));
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

    private void addTracks() {
        int silent = 0;
        for (Part part : parts) {
            if (part.notes().isEmpty()) {
                silent += parts.stream().anyMatch(other -> other.sharesChannel(part) && !other.notes().isEmpty()) ? 0 : 1;
            } else {
                addTrack(part);
            }
        }
        remark(silent, "channel without a note was left out", "channels without a note were left out");
    }

    private void addTrack(Part part) {
        boolean drums = part.channel() == GeneralMidi.DRUM_CHANNEL;
        Instrumentation instrumentation = Instrumentation.of(part);
        part.replaceControls(instrumentation.rest());
        order = FractionalIndex.between(order, "");
        Id track = additions.add(Kind.TRACK, Map.ofEntries(
                entry(Property.PARENT, Arrangement.ROOT),
                entry(Property.NAME, name(part, drums, instrumentation.program())),
                entry(Property.COLOUR, palette.next(drums, instrumentation.program())),
                entry(Property.ORDER, order),
                entry(Property.TYPE, (drums ? TrackType.DRUMS : TrackType.INSTRUMENT).code()),
                entry(Property.PROGRAM, (long) instrumentation.program()),
                entry(Property.BANK, (long) instrumentation.bank()),
                entry(Property.CHANNEL, (long) part.channel()),
                entry(Property.VOLUME, instrumentation.volume()),
                entry(Property.PAN, instrumentation.pan())));
        long from = bars.floor(part.begin());
        long to = bars.ceiling(part.end());
        end = Math.max(end, to);
        Id content = additions.add(Kind.CONTENT, Map.of(Property.PARENT, Arrangement.ROOT));
        for (Played.Note note : part.notes()) {
            Id id = additions.add(Kind.NOTE, Map.of(
                    Property.PARENT, content,
                    Property.START, note.tick() - from,
                    Property.LENGTH, note.end() - note.tick(),
                    Property.PITCH, (long) note.pitch(),
                    Property.VELOCITY, (long) note.velocity(),
                    Property.RELEASE, (long) note.release()));
            if (!drums && !conductor.lyrics().isEmpty()) {
                ties.note(part, note.tick(), note.pitch(), id);
            }
        }
        for (Played.Control control : part.controls()) {
            additions.add(Kind.CONTROL, Map.of(
                    Property.PARENT, content,
                    Property.START, control.tick() - from,
                    Property.CONTROLLER, (long) control.controller(),
                    Property.PITCH, (long) control.pitch(),
                    Property.AMOUNT, (long) control.amount()));
        }
        additions.add(Kind.CLIP, Map.of(
                Property.PARENT, track, Property.CONTENT, content, Property.START, from, Property.LENGTH, to - from));
    }

    /** The name of the file's track, unless several channels share it; then the instrument tells them apart. */
    private String name(Part part, boolean drums, int program) {
        boolean alone = parts.stream().noneMatch(other ->
                other != part && other.source() == part.source() && !other.notes().isEmpty());
        String own = alone ? conductor.name(part.source()) : "";
        return own.isEmpty() ? Palette.name(drums, program) : own;
    }

    private void remark(int count, String one, String several) {
        if (count > 0) {
            remarks.add(count + " " + (count == 1 ? one : several) + ".");
        }
    }

    private static long[] longs(java.util.Collection<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }
}
