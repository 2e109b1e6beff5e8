package studio.tutti.assistant.flowmachines;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TimeMaps;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.lyrics.Melody;
import studio.tutti.core.lyrics.Places;
import studio.tutti.core.music.ChordSymbol;
import studio.tutti.core.music.MetreMap;

/**
 * Reads the lead sheet out of a song: the chords of its chord lane, the melody of one track and the bass of another, in the key and metre
 * that hold where it begins. Notes are written on the grid that fits each beat best; of a chord the highest is the melody, the lowest the bass.
 *
 * @param sheet what was read
 * @param remarks what couldn't be kept, a sentence each
 */
public record SongSheet(LeadSheet sheet, List<String> remarks) {

    private static final List<String> BASSES = List.of("bass", "贝斯", "低音", "ベース", "basse", "bajo");
    private static final int FIRST_BASS = 32;
    private static final int LAST_BASS = 39;

    public SongSheet {
        remarks = List.copyOf(remarks);
    }

    /**
     * What to read.
     *
     * @param from a tick in the first bar
     * @param to the tick before which the last bar begins; 0 reads to the end of the music
     * @param melody the track that sings, null to let it be found
     * @param bass the track of the bass, null to let it be found
     */
    public record Wanted(long from, long to, @Nullable Id melody, @Nullable Id bass) {

        /** The whole song, its tracks found by themselves. */
        public static final Wanted WHOLE = new Wanted(0, 0, null, null);
    }

    /**
     * Reads a song.
     *
     * @throws IllegalArgumentException with a sentence, if there is nothing that a lead sheet could show
     */
    public static SongSheet of(Arrangement song, Wanted wanted) {
        List<String> remarks = new ArrayList<>();
        Element singer = sung(song, wanted);
        Element low = played(song, wanted, singer);
        List<Element> lane = Elements.sorted(song.root().children(Kind.CHORD));
        List<SheetLine.Sounding> high = singer == null ? List.of() : SheetLine.highest(song, singer);
        List<SheetLine.Sounding> deep = low == null ? List.of() : SheetLine.lowest(song, low);
        long end = wanted.to() > 0 ? wanted.to() : Math.max(Math.max(ends(high), ends(deep)), lane.stream().mapToLong(Element::end).max().orElse(0));

        MetreMap map = TimeMaps.metre(song);
        long firstBar = map.bar(wanted.from());
        long begin = map.barStart(firstBar);
        Metre metre = metre(song, begin);
        long change = nextChange(song, begin);
        if (change < end) {
            remarks.add("The lead sheet ends where the song's metre changes.");
            end = change;
        }
        int bars = (int) Math.clamp((end - begin + metre.bar() - 1) / metre.bar(), 0, LeadSheet.MOST_BARS);
        if (bars == 0) {
            throw new IllegalArgumentException("There are no chords and no melody here yet to write as a lead sheet.");
        }
        end = begin + (long) bars * metre.bar();
        List<ChordSpan> chords = chords(lane, begin, end, remarks);
        List<SheetNote> melody = SheetLine.written(high, begin, end, metre.bar());
        List<SheetNote> bass = SheetLine.written(deep, begin, end, metre.bar());
        if (chords.isEmpty() && melody.isEmpty()) {
            throw new IllegalArgumentException("There are no chords and no melody here yet to write as a lead sheet.");
        }
        LeadSheet sheet = new LeadSheet(song.root().text(Property.NAME), composer(song), key(song, begin), metre, 0, bars, chords, melody, bass,
                sections(song, map, firstBar, bars));
        return new SongSheet(sheet, remarks);
    }

    /** The track whose highest notes are the melody. */
    static @Nullable Element sung(Arrangement song, Wanted wanted) {
        Element chosen = track(song, wanted.melody());
        return chosen == null ? singer(song, new Places(song)) : chosen;
    }

    /** The track whose lowest notes are the bass, if another one sings. */
    static @Nullable Element played(Arrangement song, Wanted wanted, @Nullable Element singer) {
        Element chosen = track(song, wanted.bass());
        return chosen == null ? bass(song, singer) : chosen;
    }

    private static long ends(List<SheetLine.Sounding> line) {
        return line.stream().mapToLong(SheetLine.Sounding::end).max().orElse(0);
    }

    private static @Nullable Element track(Arrangement song, @Nullable Id id) {
        Element track = id == null ? null : song.alive(id);
        return track != null && track.kind() == Kind.TRACK ? track : null;
    }

    /** The track that sings by its words or its name; else the one that looks most like a melody: one note at a time, and high. */
    private static @Nullable Element singer(Arrangement song, Places places) {
        Element said = Melody.singer(song, places);
        boolean sure = said != null && (Melody.isNamed(said.text(Property.NAME)) || !song.root().children(Kind.LYRIC).isEmpty());
        if (sure) {
            return said;
        }
        Element best = said;
        double most = Double.NEGATIVE_INFINITY;
        for (Element track : Elements.tracks(song)) {
            if (TrackType.of(track.number(Property.TYPE)) == TrackType.INSTRUMENT && !isBass(track)) {
                double likeness = SheetLine.likeness(song, track);
                if (likeness > most) {
                    most = likeness;
                    best = track;
                }
            }
        }
        return best;
    }

    private static boolean isBass(Element track) {
        String name = track.text(Property.NAME).toLowerCase(Locale.ROOT);
        int program = track.integer(Property.PROGRAM);
        return program >= FIRST_BASS && program <= LAST_BASS || BASSES.stream().anyMatch(name::contains);
    }

    /** The first track with a bass in it, by its name or its sound. */
    private static @Nullable Element bass(Arrangement song, @Nullable Element singer) {
        for (Element track : Elements.tracks(song)) {
            boolean plays = TrackType.of(track.number(Property.TYPE)) == TrackType.INSTRUMENT && track != singer;
            if (plays && isBass(track) && !track.children(Kind.CLIP).isEmpty()) {
                return track;
            }
        }
        return null;
    }

    static Metre metre(Arrangement song, long tick) {
        Element step = at(song, Kind.METRE, tick);
        int beats = step.integer(Property.NUMERATOR);
        int power = step.integer(Property.DENOMINATOR);
        if (beats > 32 || power > 5) {
            throw new IllegalArgumentException("A lead sheet has a metre of at most 32 beats.");
        }
        return new Metre(beats, 1 << power);
    }

    static Key key(Arrangement song, long tick) {
        Element step = at(song, Kind.KEY, tick);
        return new Key(step.integer(Property.FIFTHS), step.flag(Property.MODE));
    }

    private static Element at(Arrangement song, Kind kind, long tick) {
        Element found = song.root();
        for (Element step : TimeMaps.steps(song, kind)) {
            if (step.kind() == Kind.SONG || step.start() <= tick) {
                found = step;
            }
        }
        return found;
    }

    static long nextChange(Arrangement song, long tick) {
        Element now = at(song, Kind.METRE, tick);
        return TimeMaps.steps(song, Kind.METRE).stream()
                .filter(each -> each.kind() != Kind.SONG && each.start() > tick)
                .filter(each -> each.number(Property.NUMERATOR) != now.number(Property.NUMERATOR)
                        || each.number(Property.DENOMINATOR) != now.number(Property.DENOMINATOR))
                .mapToLong(Element::start).min().orElse(Long.MAX_VALUE);
    }

    /** The first line of the credits that names who composed it. */
    private static String composer(Arrangement song) {
        for (String line : song.root().text(Property.CREDITS).split("\n")) {
            if (line.toLowerCase(Locale.ROOT).startsWith("composer:")) {
                return line.substring(line.indexOf(':') + 1).strip();
            }
        }
        return "";
    }

    private static List<ChordSpan> chords(List<Element> lane, long begin, long end, List<String> remarks) {
        List<ChordSpan> chords = new ArrayList<>();
        for (int i = 0; i < lane.size(); i++) {
            Element chord = lane.get(i);
            long from = Math.max(begin, chord.start());
            long next = i + 1 < lane.size() ? lane.get(i + 1).start() : Long.MAX_VALUE;
            long to = Math.min(Math.min(chord.end(), next), end);
            if (to <= from) {
                continue;
            }
            String text = chord.text(Property.SYMBOL);
            ChordSymbol symbol = ChordSymbol.parse(text).orElse(null);
            if (symbol == null && !ChordSymbol.isNone(text)) {
                remarks.add("“" + text + "” is no chord and was left out.");
            } else {
                chords.add(new ChordSpan((int) (from - begin), (int) (to - from), symbol));
            }
        }
        return chords;
    }

    private static List<FormSection> sections(Arrangement song, MetreMap map, long firstBar, int bars) {
        List<FormSection> sections = new ArrayList<>();
        long free = 0;
        for (Element section : Elements.sorted(song.root().children(Kind.SECTION))) {
            long from = Math.max(free, map.bar(section.start()) - firstBar);
            long to = Math.min(bars, map.bar(Math.max(section.start(), section.end() - 1)) + 1 - firstBar);
            if (to > from) {
                sections.add(new FormSection((int) from, (int) (to - from), section.text(Property.NAME)));
                free = to;
            }
        }
        return sections;
    }
}
