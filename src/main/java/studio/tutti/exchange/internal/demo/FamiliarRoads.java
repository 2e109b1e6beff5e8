package studio.tutti.exchange.internal.demo;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.FractionalIndex;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.music.Ticks;
import studio.tutti.exchange.internal.Additions;

/** Prepares "Familiar Roads" from its MIDI file. Bars are counted from 0 here; the song is in 4/4 throughout. */
public final class FamiliarRoads {

    private static final String CREDITS = """
            "Familiar Roads" by Tanner Helland, www.tannerhelland.com, 2010
            Licensed under CC BY 4.0, https://creativecommons.org/licenses/by/4.0/
            Mix, clips, sections and chord symbols added for Tutti""";

    private static final long BAR = 4 * Ticks.PER_QUARTER;
    private static final int BARS = 107;

    /** The second half repeats the first. */
    private static final int HALF = 50;

    private static final int[] PHRASES = {0, 4, 12, 20, 28, 34, 42};

    /** @param program of the file's track, −1 for drums @param volume hundredths of a dB */
    private record Voice(int program, String name, int colour, int volume, int pan) {}

    private static final List<Voice> VOICES = List.of(
            new Voice(-1, "Drums", 0xF2906B, 400, 0),
            new Voice(33, "Bass", 0x6EA8FE, -150, 0),
            new Voice(25, "Acoustic Guitar", 0x8FCF6A, -500, -320),
            new Voice(5, "Electric Piano", 0xE6C95C, 250, 220),
            new Voice(46, "Harp", 0xF283B6, -300, 450),
            new Voice(50, "Strings", 0xB798F5, -300, -150));

    private record Section(int bar, String name, int colour) {}

    private static final List<Section> SECTIONS = List.of(
            new Section(0, "Intro", 0x94A6FF),
            new Section(4, "Verse 1", 0x6EA8FE),
            new Section(20, "Chorus 1", 0xF2906B),
            new Section(34, "Reprise 1", 0x5FD0B3),
            new Section(42, "Interlude 1", 0xB798F5),
            new Section(50, "Break", 0x94A6FF),
            new Section(54, "Verse 2", 0x6EA8FE),
            new Section(70, "Chorus 2", 0xF2906B),
            new Section(84, "Reprise 2", 0x5FD0B3),
            new Section(92, "Interlude 2", 0xB798F5),
            new Section(100, "Outro", 0x94A6FF));

    /** The chords of the first fifty bars, each with its number of half bars: what bass and chords of the file spell. */
    private static final String CHORDS = "D 8 "
            + "D 4 Bm 4 Em7 4 Asus4 2 A 2 " + "D 4 Bm 4 Em7 4 Asus4 2 A 2 "
            + "Bm 4 G 4 Bm 4 G 4 Bm 3 A 1 G 4 Asus4 2 A 2 "
            + "D 4 Bm 4 Em7 4 Asus4 2 A 2 "
            + "D 4 Bm7 4 Em7 4 A7sus4 4";

    private final Arrangement file;
    private final Additions additions;

    private FamiliarRoads(Arrangement file, IdSequence ids) {
        this.file = file;
        additions = new Additions(ids);
    }

    /**
     * The operations that make the song.
     *
     * @param file the song as its MIDI file has it
     * @param ids for its elements
     */
    public static List<Operation> of(Arrangement file, IdSequence ids) {
        FamiliarRoads song = new FamiliarRoads(file, ids);
        song.addSong();
        song.addTracks();
        song.addSections();
        song.addChords();
        return song.additions.operations();
    }

    private void addSong() {
        additions.song(Property.NAME, "Familiar Roads");
        additions.song(Property.CREDITS, CREDITS);
        additions.song(Property.TEMPO, file.root().get(Property.TEMPO));
        additions.song(Property.NUMERATOR, 4L);
        additions.song(Property.DENOMINATOR, 2L);
        additions.song(Property.FIFTHS, 2L);
        additions.song(Property.MODE, 0L);
    }

    private void addTracks() {
        Cuts cuts = new Cuts(additions, cuts(), BAR);
        String order = "";
        for (Voice voice : VOICES) {
            Element source = track(voice.program());
            Line line = Line.of(file, source);
            order = FractionalIndex.between(order, "");
            Id track = additions.add(Kind.TRACK, Map.ofEntries(
                    entry(Property.PARENT, Arrangement.ROOT),
                    entry(Property.NAME, voice.name()),
                    entry(Property.COLOUR, (long) voice.colour()),
                    entry(Property.ORDER, order),
                    entry(Property.TYPE, source.get(Property.TYPE)),
                    // The file asks for a power kit; the standard one is what every set of sounds has.
                    entry(Property.PROGRAM, (long) Math.max(0, voice.program())),
                    entry(Property.CHANNEL, source.get(Property.CHANNEL)),
                    entry(Property.VOLUME, (long) voice.volume()),
                    entry(Property.PAN, (long) voice.pan())));
            cuts.add(track, line.onFader(), voice.program() < 0);
        }
    }

    private static List<Long> cuts() {
        List<Long> cuts = new ArrayList<>();
        for (int half = 0; half < 2; half++) {
            for (int phrase : PHRASES) {
                cuts.add((half * HALF + phrase) * BAR);
            }
        }
        cuts.add(2 * HALF * BAR);
        cuts.add(BARS * BAR);
        return cuts;
    }

    private Element track(int program) {
        return Elements.tracks(file).stream()
                .filter(each -> program < 0
                        ? each.number(Property.TYPE) == TrackType.DRUMS.code()
                        : each.number(Property.TYPE) != TrackType.DRUMS.code() && each.number(Property.PROGRAM) == program)
                .findFirst()
                .orElseThrow();
    }

    private void addSections() {
        for (int i = 0; i < SECTIONS.size(); i++) {
            Section section = SECTIONS.get(i);
            int end = i + 1 < SECTIONS.size() ? SECTIONS.get(i + 1).bar() : BARS;
            additions.add(Kind.SECTION, Map.of(
                    Property.PARENT, Arrangement.ROOT,
                    Property.START, section.bar() * BAR,
                    Property.LENGTH, (end - section.bar()) * BAR,
                    Property.NAME, section.name(),
                    Property.COLOUR, (long) section.colour()));
        }
    }

    private void addChords() {
        addChords(0, CHORDS);
        addChords(HALF * BAR, CHORDS);
        addChords(2 * HALF * BAR, "D 12 Bm 2");
    }

    private void addChords(long start, String chords) {
        long tick = start;
        String[] words = chords.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            long length = Long.parseLong(words[i + 1]) * BAR / 2;
            additions.add(Kind.CHORD, Map.of(
                    Property.PARENT, Arrangement.ROOT,
                    Property.START, tick,
                    Property.LENGTH, length,
                    Property.SYMBOL, words[i]));
            tick += length;
        }
    }
}
