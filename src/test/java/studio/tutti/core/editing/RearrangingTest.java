package studio.tutti.core.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Journal;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TimeMaps;
import studio.tutti.core.editing.Hearing.Sounding;
import studio.tutti.core.music.MetreMap;
import studio.tutti.core.music.TempoMap;

@DisplayName("Songs rearranged at random")
class RearrangingTest {

    private static final long BAR = 3840;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    @ParameterizedTest(name = "(seed {0})")
    @MethodSource("seeds")
    @DisplayName("come back to the checksum when an edit is rolled back, to the last value when it is undone, and to the checksum when it is done again")
    void inverse(long seed) {
        Desk desk = RandomSong.of(seed, 250, false);
        Random random = new Random(seed);
        for (int step = 0; step < 12; step++) {
            Gesture gesture = any(desk, random);
            long before = desk.arrangement.checksum();
            List<String> values = GesturesTogetherTest.values(desk);
            Journal journal = desk.apply(gesture.operations());
            assertThat(journal.passed()).as("seed %d: %s", seed, gesture.label()).isZero();
            desk.arrangement.rollBack(journal);
            assertThat(desk.arrangement.checksum()).as("seed %d: %s", seed, gesture.label()).isEqualTo(before);

            Journal again = desk.apply(gesture.operations());
            long after = desk.arrangement.checksum();
            Journal back = desk.apply(again.inverse());
            assertThat(GesturesTogetherTest.values(desk)).as("seed %d: %s", seed, gesture.label()).isEqualTo(values);
            desk.apply(back.inverse());
            assertThat(desk.arrangement.checksum()).as("seed %d: %s", seed, gesture.label()).isEqualTo(after);
        }
    }

    private static Gesture any(Desk desk, Random random) {
        List<Element> clips = some(desk.all(Kind.CLIP), random);
        List<Element> sections = desk.all(Kind.SECTION);
        sections.removeIf(each -> each.length() == 0);
        long tick = random.nextInt(100) * BAR / 2;
        return switch (random.nextInt(8)) {
            case 0 -> desk.contents.join(alike(clips).stream().filter(clip -> playsNotes(desk, clip)).toList());
            case 1 -> desk.contents.makeIndependent(clips);
            case 2 -> desk.bars.insert(tick, 1 + random.nextInt(4));
            case 3 -> desk.bars.delete(tick, tick + BAR * (1 + random.nextInt(4)));
            case 4 -> sections.isEmpty() ? desk.clips.split(clips, tick) : desk.bars.move(sections.getFirst(), tick);
            case 5 -> sections.isEmpty() ? desk.clips.split(clips, tick) : desk.bars.copy(sections.getLast(), tick, random.nextBoolean());
            case 6 -> desk.chords.transpose(some(desk.all(Kind.CHORD), random), random.nextInt(13) - 6, random.nextBoolean());
            default -> desk.folders.group(some(desk.all(Kind.TRACK), random), "Folder");
        };
    }

    private static List<Element> some(List<Element> all, Random random) {
        List<Element> some = new ArrayList<>(all);
        some.removeIf(each -> random.nextInt(3) > 0);
        return some;
    }

    /** Those that can become one with others. */
    private static List<Element> alike(List<Element> clips) {
        List<Element> alike = new ArrayList<>(clips);
        alike.removeIf(each -> each.number(Property.GAIN) != 0);
        return alike;
    }

    private static boolean playsNotes(Desk desk, Element clip) {
        Element content = desk.arrangement.alive(clip.reference(Property.CONTENT));
        return content == null || !content.flag(Property.FORM);
    }

    @ParameterizedTest(name = "(seed {0})")
    @MethodSource("seeds")
    @DisplayName("sound note for note and controller for controller the same after joining, looped clips unrolled")
    void joins(long seed) {
        Desk desk = RandomSong.of(seed, 400, true);
        for (Element clip : desk.all(Kind.CLIP)) {
            desk.write(clip, Property.GAIN, 0);
        }
        List<Element> clips = alike(desk.all(Kind.CLIP));
        clips.removeIf(clip -> !playsNotes(desk, clip));
        List<Sounding> before = Hearing.of(desk.arrangement);
        List<List<Integer>> controls = Hearing.controls(desk.arrangement);
        List<Element> joined = desk.does(desk.contents.join(clips));
        assertThat(Hearing.of(desk.arrangement)).isEqualTo(before);
        assertThat(Hearing.controls(desk.arrangement)).containsExactlyInAnyOrderElementsOf(controls);
        for (Element clip : joined) {
            assertThat(clip.number(Property.LOOP)).isZero();
            assertThat(clip.isAlive()).isTrue();
        }
    }

    @ParameterizedTest(name = "(seed {0})")
    @MethodSource("seeds")
    @DisplayName("sound the same after a split but for notes that lie across it, which end there")
    void splits(long seed) {
        Desk desk = turnedEvenly(RandomSong.of(seed, 400, true));
        Random random = new Random(seed);
        for (int i = 0; i < 10; i++) {
            List<Sounding> before = Hearing.of(desk.arrangement);
            List<Element> clips = desk.all(Kind.CLIP);
            long tick = random.nextInt(200) * 480L;
            List<Sounding> expected = before.stream().map(note -> note.start() < tick ? note.cut(0, tick, 0) : note).toList();
            desk.does(desk.clips.split(clips, tick));
            assertThat(Hearing.of(desk.arrangement)).isEqualTo(Hearing.sorted(expected));
        }
    }

    @ParameterizedTest(name = "(seed {0})")
    @MethodSource("seeds")
    @DisplayName("sound the same after aliases were parted, and change from then on by themselves; those not parted stay equal")
    void parts(long seed) {
        Desk desk = RandomSong.of(seed, 400, true);
        List<Element> chosen = some(desk.all(Kind.CLIP), new Random(seed));
        List<Sounding> before = Hearing.of(desk.arrangement);
        Map<Element, Object> others = new java.util.HashMap<>();
        desk.all(Kind.CLIP).forEach(clip -> others.put(clip, clip.get(Property.CONTENT)));
        others.keySet().removeAll(chosen);
        desk.does(desk.contents.makeIndependent(chosen));
        others.forEach((clip, content) -> assertThat(clip.get(Property.CONTENT)).isEqualTo(content));
        assertThat(Hearing.of(desk.arrangement)).isEqualTo(before);
        Map<Id, Integer> players = new TreeMap<>();
        desk.all(Kind.CLIP).forEach(clip -> players.merge(clip.reference(Property.CONTENT), 1, Integer::sum));
        chosen.removeIf(clip -> desk.arrangement.alive(clip.reference(Property.CONTENT)) == null);
        assertThat(chosen).allSatisfy(clip -> assertThat(players.get(clip.reference(Property.CONTENT))).isEqualTo(1));
    }

    @ParameterizedTest(name = "(seed {0})")
    @MethodSource("seeds")
    @DisplayName("sound the same after bars were put in, taken out, moved and doubled, each note with its bar; only at seams are notes cut")
    void ripples(long seed) {
        Random random = new Random(seed);
        Desk desk = turnedEvenly(RandomSong.of(seed, 400, true));
        for (int i = 0; i < 8; i++) {
            Splice splice = any(random);
            boolean aliases = random.nextBoolean();
            List<Sounding> expected = moved(Hearing.of(desk.arrangement), splice);
            Draft draft = new Draft(desk.ids);
            new Splicing(desk.arrangement, draft, splice, aliases).run();
            desk.apply(draft.as("test").operations());
            assertThat(Hearing.of(desk.arrangement)).as("seed %d: %s", seed, splice).isEqualTo(expected);
        }
    }

    @ParameterizedTest(name = "(seed {0})")
    @MethodSource("seeds")
    @DisplayName("keep aliases equal: clips of one content that are moved, split or transposed together still play one content")
    void aliases(long seed) {
        Random random = new Random(seed);
        Desk desk = RandomSong.of(seed, 300, true);
        List<Element> clips = desk.all(Kind.CLIP);
        clips.removeIf(clip -> clip.length() == 0 || !Rows.holdsNotes(java.util.Objects.requireNonNull(clip.parent())));
        for (Element clip : clips.subList(0, Math.min(10, clips.size()))) {
            desk.does(desk.clips.copy(List.of(clip), BAR, 0, true));
        }
        Map<Id, List<Element>> players = players(desk);
        desk.does(desk.bars.insert(random.nextInt(40) * BAR, 2));
        desk.does(desk.bars.delete(10 * BAR, 12 * BAR));
        desk.does(desk.clips.split(desk.all(Kind.CLIP), random.nextInt(40) * 960L));
        desk.does(desk.chords.transpose(List.of(), 5, true));
        players.forEach((content, together) -> assertThat(together.stream()
                .filter(clip -> clip.isAlive() && clip.length() > 0) // one without length plays nothing
                .filter(clip -> isPitched(clip) == isPitched(together.getFirst()))
                .map(clip -> clip.get(Property.CONTENT)).distinct()).as("seed %d", seed).hasSizeLessThanOrEqualTo(1));
    }

    private static boolean isPitched(Element clip) {
        return java.util.Objects.requireNonNull(clip.parent()).number(Property.TYPE) == 0;
    }

    private static Map<Id, List<Element>> players(Desk desk) {
        Map<Id, List<Element>> players = new TreeMap<>();
        desk.all(Kind.CLIP).forEach(clip -> players.computeIfAbsent(clip.reference(Property.CONTENT), id -> new ArrayList<>()).add(clip));
        return players;
    }

    /** Loops off their grids: what a grid draws over the turn of a loop is heard elsewhere once the loop is cut. */
    private static Desk turnedEvenly(Desk desk) {
        for (Element clip : desk.all(Kind.CLIP)) {
            if (clip.number(Property.LOOP) > 0) {
                desk.write(clip, Property.QUANTISE, 0);
            }
        }
        return desk;
    }

    private static Splice any(Random random) {
        long from = random.nextInt(60) * BAR / 2;
        long to = from + (1 + random.nextInt(16)) * BAR / 2;
        long outside = random.nextBoolean() ? Math.min(from, random.nextInt(30) * BAR) : to + random.nextInt(30) * BAR;
        return switch (random.nextInt(4)) {
            case 0 -> Splice.insert(from, to - from);
            case 1 -> Splice.delete(from, to);
            case 2 -> outside == from || outside == to ? Splice.insert(to, BAR) : Splice.move(from, to, outside);
            default -> Splice.copy(from, to, outside);
        };
    }

    private static List<Sounding> moved(List<Sounding> notes, Splice splice) {
        List<Sounding> moved = new ArrayList<>();
        for (Sounding note : notes) {
            for (Splice.Stretch stretch : splice.stretches()) {
                if (stretch.holds(note.start())) {
                    moved.add(note.cut(stretch.from(), stretch.to(), stretch.shift()));
                }
            }
        }
        return Hearing.sorted(moved);
    }

    @ParameterizedTest(name = "(seed {0})")
    @MethodSource("seeds")
    @DisplayName("keep in every bar its tempo, metre, key, automation, chords, sections, markers and words, wherever it went")
    void lanes(long seed) {
        Random random = new Random(seed);
        Desk desk = RandomSong.of(seed, 500, false);
        Splice splice = any(random);
        Desk old = RandomSong.of(seed, 500, false);
        Draft draft = new Draft(desk.ids);
        new Splicing(desk.arrangement, draft, splice, true).run();
        desk.apply(draft.as("test").operations());
        TempoMap tempoOld = TimeMaps.tempo(old.arrangement);
        TempoMap tempo = TimeMaps.tempo(desk.arrangement);
        MetreMap metreOld = TimeMaps.metre(old.arrangement);
        MetreMap metre = TimeMaps.metre(desk.arrangement);
        for (Splice.Stretch stretch : splice.stretches()) {
            long end = Math.min(stretch.to(), stretch.from() + 420_000);
            for (long tick = stretch.from(); tick < end; tick += 240) {
                String where = "seed %d, %s, tick %d".formatted(seed, splice, tick);
                long now = tick + stretch.shift();
                assertThat(tempo.tempo(now)).as(where).isEqualTo(tempoOld.tempo(tick));
                assertThat(metre.beatsInBar(now)).as(where).isEqualTo(metreOld.beatsInBar(tick));
                assertThat(metre.beatLength(now)).as(where).isEqualTo(metreOld.beatLength(tick));
                assertThat(said(desk, now)).as(where).isEqualTo(said(old, tick));
                List<Double> levels = levels(old, tick);
                List<Double> levelsNow = levels(desk, now);
                for (int lane = 0; lane < levels.size(); lane++) {
                    assertThat(levelsNow.get(lane)).as(where).isCloseTo(levels.get(lane), within(1e-3));
                }
            }
            if (metreOld.barStart(metreOld.bar(stretch.from())) == stretch.from()) {
                assertThat(metre.barStart(metre.bar(stretch.at()))).as("seed %d: bars begin as they did", seed).isEqualTo(stretch.at());
            }
        }
    }

    /** What holds, lasts or begins at a tick. */
    private static List<String> said(Desk desk, long tick) {
        Element song = desk.arrangement.root();
        List<String> said = new ArrayList<>();
        Element key = song;
        for (Element step : TimeMaps.steps(desk.arrangement, Kind.KEY)) {
            key = step == song || step.start() <= tick ? step : key;
        }
        said.add("key " + key.get(Property.FIFTHS) + " " + key.get(Property.MODE));
        for (Element section : song.children(Kind.SECTION)) {
            if (section.start() <= tick && tick < section.end()) {
                said.add("section " + section.text(Property.NAME) + section.get(Property.COLOUR));
            }
        }
        for (Element chord : song.children(Kind.CHORD)) {
            if (chord.start() <= tick && tick < chord.end()) {
                said.add("chord " + chord.text(Property.SYMBOL));
            }
        }
        for (Kind kind : new Kind[] {Kind.MARKER, Kind.LYRIC}) {
            for (Element moment : song.children(kind)) {
                if (moment.start() == tick) {
                    said.add(kind + " " + moment.text(Property.TEXT));
                }
            }
        }
        said.sort(null);
        return said;
    }

    private static List<Double> levels(Desk desk, long tick) {
        List<Double> levels = new ArrayList<>();
        for (Element lane : desk.all(Kind.LANE)) {
            List<Element> points = Elements.sorted(lane.children(Kind.POINT));
            levels.add(points.isEmpty() ? 0 : level(points, tick));
        }
        return levels;
    }

    /** The level of a lane at a tick, by the meaning of its points; of several at one tick the last holds. */
    private static double level(List<Element> points, long tick) {
        Element left = points.getFirst();
        Element right = null;
        for (Element point : points) {
            if (point.start() <= tick) {
                left = point;
            } else if (right == null) {
                right = point;
            }
        }
        double from = (Double) left.get(Property.LEVEL);
        if (left.start() > tick || right == null || left.number(Property.CURVE) == 1) {
            return from;
        }
        double way = (double) (tick - left.start()) / (right.start() - left.start());
        return from + way * ((Double) right.get(Property.LEVEL) - from);
    }

    @Test
    @DisplayName("are many enough: the random songs sound, repeat, have aliases, sections, chords and automation")
    void real() {
        int notes = 0;
        int loops = 0;
        int chords = 0;
        int points = 0;
        for (long seed = 1; seed <= 40; seed++) {
            Desk desk = RandomSong.of(seed, 400, true);
            notes += Hearing.of(desk.arrangement).size();
            loops += (int) desk.all(Kind.CLIP).stream().filter(clip -> clip.number(Property.LOOP) > 0 && clip.length() > clip.number(Property.LOOP)).count();
            chords += desk.all(Kind.CHORD).size();
            points += desk.all(Kind.POINT).size();
        }
        assertThat(notes).isGreaterThan(2_000);
        assertThat(loops).isGreaterThan(40);
        assertThat(chords).isGreaterThan(100);
        assertThat(points).isGreaterThan(100);
    }
}
