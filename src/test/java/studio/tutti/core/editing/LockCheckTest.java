package studio.tutti.core.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.lock.Breach;
import studio.tutti.core.lock.Hold;
import studio.tutti.core.lock.LockCheck;
import studio.tutti.core.lock.Thing;
import studio.tutti.core.trial.Dice;
import studio.tutti.core.trial.RandomEdits;

@DisplayName("The checker of locks")
class LockCheckTest {

    private static final Author ANN = new Author(new Id(1, 1), "Ann", 0xF2906B);
    private static final int BAR = 3840;

    private final Desk desk = new Desk();
    private final LockGestures locks = new LockGestures(desk.arrangement, desk.ids);
    private final Element bass = desk.track(TrackType.INSTRUMENT);
    private final Element clip = desk.clip(bass, 0, 8 * BAR);
    private final Element first = desk.note(desk.content(clip), 0, 960, 40);
    private final Element fifth = desk.note(desk.content(clip), 4 * BAR, 960, 45);

    private void lockBars(Element place, int from, int to) {
        desk.does(locks.bars(List.of(place), (from - 1) * (long) BAR, (to - 1) * (long) BAR, ANN, 1_000));
    }

    private List<Breach> check(Gesture gesture) {
        long sum = desk.arrangement.checksum();
        List<Breach> breaches = LockCheck.check(desk.arrangement, gesture.operations());
        assertThat(desk.arrangement.checksum()).as("the song is as before").isEqualTo(sum);
        return breaches;
    }

    private static List<Thing> things(List<Breach> breaches) {
        return breaches.stream().map(Breach::thing).toList();
    }

    @Test
    @DisplayName("lets notes outside of locked bars change, and names bar, track and holder of those inside")
    void bars() {
        lockBars(bass, 5, 7);
        assertThat(check(desk.notes.move(List.of(first), 480, 2))).isEmpty();
        List<Breach> breaches = check(desk.notes.move(List.of(fifth), 0, 2));
        assertThat(things(breaches)).containsExactly(Thing.NOTES);
        assertThat(breaches.getFirst().sentence(desk.arrangement))
                .isEqualTo("Bar 5 of “INSTRUMENT” is locked by Ann: its notes would change.");
        assertThat(LockCheck.holders(breaches)).containsExactly("Ann");
    }

    @Test
    @DisplayName("counts what is heard: a clip that is cut, and a note made anew as it was, change nothing")
    void heard() {
        lockBars(bass, 1, 9);
        assertThat(check(desk.clips.split(List.of(clip), 2 * BAR))).isEmpty();
        Gesture again = desk.notes.copy(List.of(first), 0, 0);
        List<Operation> anew = new ArrayList<>(again.operations());
        assertThat(things(check(again))).as("twice is more than once").containsExactly(Thing.NOTES);
        anew.add(new Operation.Remove(first.id()));
        assertThat(LockCheck.check(desk.arrangement, anew)).isEmpty();
    }

    @Test
    @DisplayName("sees what reaches into locked bars: a longer note, a pedal pressed before, a line of automation")
    void reaching() {
        lockBars(bass, 5, 7);
        assertThat(things(check(desk.notes.moveEnds(List.of(first), 5 * BAR)))).containsExactly(Thing.NOTES);
        assertThat(things(check(control(BAR, 64, 127)))).containsExactly(Thing.CONTROLLERS);
        assertThat(check(control(7 * BAR, 1, 127))).isEmpty();
        Element lane = desk.element(lane(bass));
        assertThat(things(check(point(lane, BAR)))).containsExactly(Thing.AUTOMATION);
        desk.does(point(lane, 8 * BAR));
        desk.does(point(lane, 5 * BAR));
        assertThat(check(point(lane, 9 * BAR))).as("behind the next point nothing reaches back").isEmpty();
    }

    private Gesture control(long start, int number, int amount) {
        Draft draft = new Draft(desk.ids);
        draft.make(Kind.CONTROL, desk.content(clip).id()).with(Property.START, start)
                .with(Property.CONTROLLER, number).with(Property.AMOUNT, amount);
        return draft.as("test");
    }

    private Id lane(Element track) {
        Draft draft = new Draft(desk.ids);
        Id lane = draft.add(Kind.LANE, track.id()).with(Property.TARGET, (Object) "volume").id();
        desk.apply(draft.as("test").operations());
        return lane;
    }

    private Gesture point(Element lane, long start) {
        Draft draft = new Draft(desk.ids);
        draft.make(Kind.POINT, lane.id()).with(Property.START, start).with(Property.LEVEL, (Object) 0.5);
        return draft.as("test");
    }

    @Test
    @DisplayName("holds a whole track with its sound and mix, and a folder with the tracks in it; bars alone leave the mix free")
    void tracks() {
        lockBars(bass, 1, 9);
        Gesture louder = desk.tracks.change(bass, Desk.to(Property.VOLUME, -600L));
        assertThat(check(louder)).isEmpty();
        desk.does(locks.tracks(List.of(bass), ANN, 1_000));
        assertThat(things(check(louder))).containsExactly(Thing.SOUND);
        assertThat(things(check(desk.tracks.remove(List.of(bass))))).contains(Thing.NOTES, Thing.SOUND);
        Element other = desk.track(TrackType.INSTRUMENT);
        Element folder = desk.does(desk.folders.group(List.of(other), "Strings")).getFirst();
        desk.does(locks.tracks(List.of(folder), ANN, 1_000));
        assertThat(things(check(desk.tracks.change(other, Desk.to(Property.PAN, 500L))))).containsExactly(Thing.SOUND);
    }

    @Test
    @DisplayName("holds bars of the song: notes on new tracks, chords, tempo, metre and key there")
    void song() {
        Element other = desk.track(TrackType.INSTRUMENT);
        lockBars(desk.arrangement.root(), 3, 5);
        Draft draft = new Draft(desk.ids);
        Element content = desk.content(clip);
        draft.make(Kind.CLIP, other.id()).with(Property.CONTENT, content.id()).with(Property.START, 2 * BAR).with(Property.LENGTH, BAR);
        assertThat(things(check(draft.as("test")))).containsExactly(Thing.NOTES);
        assertThat(things(check(desk.lanes.chord(3 * BAR, BAR, "Am")))).containsExactly(Thing.CHORDS);
        assertThat(check(desk.lanes.chord(6 * BAR, BAR, "Am"))).isEmpty();
        assertThat(things(check(desk.lanes.tempo(BAR, 90)))).containsExactly(Thing.TEMPO);
        assertThat(check(desk.lanes.tempo(6 * BAR, 90))).isEmpty();
        assertThat(things(check(desk.lanes.metre(0, 3, 4)))).contains(Thing.METRE);
    }

    @Test
    @DisplayName("holds a single note with all that it is, wherever it sounds, and its neighbours not")
    void notes() {
        desk.does(locks.notes(List.of(first), ANN, 1_000));
        assertThat(check(desk.notes.move(List.of(fifth), 100, 1))).isEmpty();
        assertThat(things(check(desk.notes.changeVelocity(List.of(first), 5)))).containsExactly(Thing.NOTES);
        assertThat(things(check(desk.notes.remove(List.of(first))))).contains(Thing.NOTES);
        assertThat(things(check(desk.clips.move(List.of(clip), BAR, 0)))).containsExactly(Thing.NOTES);
    }

    @Test
    @DisplayName("sees a lock that is moved, shrunk or removed together with what it held")
    void lockItself() {
        lockBars(bass, 5, 7);
        Element lock = desk.all(Kind.LOCK).getFirst();
        assertThat(things(LockCheck.check(desk.arrangement, List.of(new Operation.Remove(lock.id()))))).containsExactly(Thing.LOCK);
        assertThat(things(LockCheck.check(desk.arrangement, List.of(
                new Operation.Set(lock.id(), Property.START, 0L), new Operation.Remove(fifth.id())))))
                .contains(Thing.LOCK, Thing.NOTES);
    }

    @Test
    @DisplayName("doesn't count through the billion repetitions of a loop of one tick: bars are looked at up to their end, all the rest is refused")
    void endless() {
        Id endless = desk.ids.next();
        Id clip = desk.ids.next();
        desk.apply(List.of(new Operation.Add(endless, Kind.CONTENT, Map.of(Property.PARENT, Arrangement.ROOT)),
                new Operation.Add(clip, Kind.CLIP, Map.of(Property.PARENT, bass.id(), Property.CONTENT, endless, Property.LENGTH, 1L << 30,
                        Property.LOOP, 1L)),
                new Operation.Add(desk.ids.next(), Kind.NOTE, Map.of(Property.PARENT, endless, Property.LENGTH, 1L, Property.PITCH, 60L)),
                new Operation.Add(desk.ids.next(), Kind.CONTROL, Map.of(Property.PARENT, endless, Property.CONTROLLER, 1L))));
        lockBars(bass, 1, 2);
        assertThat(check(desk.notes.move(List.of(fifth), 0, 2))).isEmpty();
        desk.does(locks.tracks(List.of(bass), ANN, 1_000));
        assertThatThrownBy(() -> check(desk.notes.move(List.of(fifth), 0, 2))).isInstanceOf(EditRefused.class)
                .hasMessageStartingWith("Too many notes sound in what is locked");
    }

    static List<Long> seeds() {
        List<Long> seeds = new ArrayList<>();
        for (long seed = 1; seed <= 200; seed++) {
            seeds.add(seed);
        }
        return seeds;
    }

    /** The proof hears the compiled score, which knows nothing of locks, and cuts it to the locked places. */
    @ParameterizedTest(name = "(seed {0})")
    @MethodSource("seeds")
    @DisplayName("agrees with the compiled score on random songs, locks and edits: what it lets pass changes no locked sound")
    void proof(long seed) {
        Desk song = RandomSong.of(seed, 120, true);
        Random random = new Random(seed);
        LockGestures gestures = new LockGestures(song.arrangement, song.ids);
        song.all(Kind.LOCK).forEach(lock -> song.apply(List.of(new Operation.Remove(lock.id()))));
        List<Element> tracks = Elements.tracks(song.arrangement);
        for (int i = 0; i < 3 && !tracks.isEmpty(); i++) {
            Element track = tracks.get(random.nextInt(tracks.size()));
            long from = random.nextInt(50) * 1920L;
            song.does(random.nextInt(4) == 0
                    ? gestures.bars(List.of(song.arrangement.root()), from, from + 7680, ANN, 1)
                    : random.nextInt(3) == 0 ? gestures.tracks(List.of(track), ANN, 1) : gestures.bars(List.of(track), from, from + 40_000, ANN, 1));
        }
        RandomEdits edits = new RandomEdits(new Dice(seed + 1_000), song.ids);
        for (int i = 0; i < 40; i++) {
            List<Operation> operations = new ArrayList<>(edits.next(song.arrangement));
            operations.removeIf(each -> touches(each, Kind.LOCK, song) || touches(each, Kind.TEMPO, song)
                    || each instanceof Operation.Set set && set.property() == Property.TEMPO);
            List<Hold> holds = Hold.of(song.arrangement);
            List<String> before = heard(song, holds);
            List<Breach> breaches;
            try {
                breaches = LockCheck.check(song.arrangement, operations);
                song.apply(operations);
            } catch (EditRefused broken) {
                continue;
            }
            List<String> after = heard(song, holds);
            if (breaches.isEmpty()) {
                assertThat(after).as("seed %d, edit %d: %s", seed, i, operations).isEqualTo(before);
            } else if (things(breaches).stream().allMatch(thing -> thing == Thing.NOTES) && !touchesRelease(operations)) {
                assertThat(after).as("seed %d, edit %d: %s", seed, i, breaches).isNotEqualTo(before);
            }
        }
    }

    private static boolean touches(Operation operation, Kind kind, Desk song) {
        Element element = song.arrangement.find(operation.element());
        return operation instanceof Operation.Add add && add.kind() == kind || element != null && element.kind() == kind;
    }

    private static boolean touchesRelease(List<Operation> operations) {
        return operations.stream().anyMatch(each -> each instanceof Operation.Set set && set.property() == Property.RELEASE
                || each instanceof Operation.Add add && add.values().containsKey(Property.RELEASE));
    }

    /** The notes that sound in locked places, cut to them. */
    private static List<String> heard(Desk song, List<Hold> holds) {
        List<String> heard = new ArrayList<>();
        List<Hearing.Sounding> notes = Hearing.of(song.arrangement);
        for (Hold hold : holds) {
            Consumer<Hearing.Sounding> tell = note -> heard.add(hold.lock() + " " + note.track() + " " + Math.max(note.start(), hold.from()) + " "
                    + Math.min(note.end(), hold.to()) + " " + note.pitch() + " " + note.velocity() + " " + note.gain());
            for (Hearing.Sounding note : notes) {
                Element track = trackOf(song, note.track());
                if (track != null && hold.reaches(song.arrangement, track) && note.start() < hold.to() && note.end() > hold.from()) {
                    tell.accept(note);
                }
            }
        }
        heard.sort(null);
        return heard;
    }

    private static Element trackOf(Desk song, int name) {
        for (Element track : song.all(Kind.TRACK)) {
            if (track.handle() == name) {
                return track;
            }
        }
        return null;
    }
}
