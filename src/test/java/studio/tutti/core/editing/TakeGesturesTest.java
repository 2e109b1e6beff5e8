package studio.tutti.core.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Controllers;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Journal;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.editing.Hearing.Sounding;
import studio.tutti.core.editing.TakeGestures.Manner;
import studio.tutti.core.lock.LockCheck;
import studio.tutti.core.proposal.AcceptedEdit;
import studio.tutti.core.proposal.ContextDigest;
import studio.tutti.core.proposal.OwnIdea;
import studio.tutti.core.proposal.Part;
import studio.tutti.core.proposal.Take;
import studio.tutti.core.trial.Dice;

@DisplayName("A take that is laid into a song")
class TakeGesturesTest {

    private static final long BAR = 3840;
    private static final Author ANNA = new Author(new Id(1, 1), "Anna", 0xff0000);

    private final Desk desk = new Desk();
    private final Element bass = desk.track(TrackType.INSTRUMENT);
    private final LockGestures locks = new LockGestures(desk.arrangement, desk.ids);

    /** One note a beat from one tick to another, all of one pitch. */
    private static List<Take.Note> beats(long from, long to, int pitch) {
        List<Take.Note> notes = new ArrayList<>();
        for (long tick = from; tick < to; tick += 960) {
            notes.add(new Take.Note(tick, 960, pitch, 100));
        }
        return notes;
    }

    private Take take(Element track, long from, long to, int pitch) {
        return new Take("", List.of(Part.on(track.id(), beats(from, to, pitch))), List.of());
    }

    private Gesture lay(Take take, long from, long to, Manner manner) {
        return TakeGestures.lay(desk.arrangement, desk.ids, take, from, to, manner, "test");
    }

    /** The pitches that sound, by beat; 0 for a beat in which none begins. */
    private List<Integer> heard(int beats) {
        List<Integer> heard = new ArrayList<>();
        for (int beat = 0; beat < beats; beat++) {
            int from = beat * 960;
            heard.add(Hearing.of(desk.arrangement).stream().filter(note -> note.start() >= from && note.start() < from + 960)
                    .map(Sounding::pitch).reduce(0, (one, other) -> other));
        }
        return heard;
    }

    @Test
    @DisplayName("goes into the clip that lies there, in place of the notes that begin in its bars and of no others")
    void inPlace() {
        Element clip = desk.clip(bass, 0, 3 * BAR);
        for (long tick = 0; tick < 3 * BAR; tick += 960) {
            desk.note(desk.content(clip), tick, 960, 40);
        }
        desk.does(lay(take(bass, BAR, 2 * BAR, 50), BAR, 2 * BAR, Manner.IN_PLACE));
        assertThat(heard(12)).containsExactly(40, 40, 40, 40, 50, 50, 50, 50, 40, 40, 40, 40);
        assertThat(desk.all(Kind.CLIP)).hasSize(1);
    }

    @Test
    @DisplayName("tells which notes of a loop or an alias would be heard no more in which clip")
    void cuts() {
        Element loop = desk.clip(bass, 0, 2 * BAR);
        desk.write(loop, Property.LOOP, BAR);
        Element first = desk.note(desk.content(loop), 0, 960, 40);
        Element second = desk.note(desk.content(loop), 1920, 960, 41);
        Map<Element, List<long[]>> cuts = TakeGestures.cuts(desk.arrangement, take(bass, BAR, BAR + 1920, 50), BAR, BAR + 1920);
        assertThat(cuts).containsOnlyKeys(loop);
        assertThat(TakeGestures.notesIn(desk.arrangement, loop, cuts.get(loop))).containsExactly(first);
        assertThat(TakeGestures.notesIn(desk.arrangement, loop, List.of(new long[] {0, 2 * BAR}))).containsExactlyInAnyOrder(first, second);
    }

    @Test
    @DisplayName("takes along the pedals, wheels and bends that were played to the notes that go; volume stays, and after its bars all is as it was")
    void controllers() {
        Element clip = desk.clip(bass, 0, 3 * BAR);
        Element content = desk.content(clip);
        ControlGestures controls = new ControlGestures(desk.ids);
        desk.does(controls.put(content, Controllers.SUSTAIN, 0, 127));
        desk.does(controls.put(content, Controllers.SUSTAIN, BAR + 960, 0));
        desk.does(controls.put(content, Controllers.SUSTAIN, BAR + 1920, 127));
        desk.does(controls.put(content, Controllers.VOLUME, BAR + 960, 90));
        List<List<Integer>> before = Hearing.controls(desk.arrangement);
        desk.does(lay(take(bass, BAR, 2 * BAR, 50), BAR, 2 * BAR, Manner.IN_PLACE));
        assertThat(content.children(Kind.CONTROL)).extracting(Element::start, each -> each.integer(Property.CONTROLLER), each -> each.integer(Property.AMOUNT))
                .containsExactlyInAnyOrder(tuple(0L, Controllers.SUSTAIN, 127), tuple(BAR, Controllers.SUSTAIN, 0), tuple(BAR + 960, Controllers.VOLUME, 90),
                        tuple(2 * BAR - 1, Controllers.SUSTAIN, 127));
        assertThat(Hearing.controls(desk.arrangement).getLast()).as("the pedal is lifted where the clip ends").isEqualTo(before.getLast());
    }

    @Test
    @DisplayName("that has all notes of a clip again and one more leaves them, how they were played and what is muted as they are")
    void addsOnly() {
        Element clip = desk.clip(bass, 0, 2 * BAR);
        Element content = desk.content(clip);
        for (long tick = 0; tick < BAR; tick += 960) {
            desk.write(desk.note(content, tick, 960, 40), Property.RELEASE, 33);
        }
        desk.write(desk.note(content, 480, 240, 41), Property.MUTED, 1);
        desk.does(new ControlGestures(desk.ids).put(content, Controllers.SUSTAIN, 960, 127));
        desk.does(new ControlGestures(desk.ids).put(content, Controllers.PITCH_BEND, 1920, 9000));
        List<Element> notes = List.copyOf(content.children(Kind.NOTE));
        List<Element> controls = List.copyOf(content.children(Kind.CONTROL));
        List<List<Integer>> played = Hearing.controls(desk.arrangement);
        List<Take.Note> all = new ArrayList<>(OwnIdea.sounding(desk.arrangement, bass, 0, BAR));
        all.add(new Take.Note(1440, 480, 52, 80));
        Take take = new Take("", List.of(Part.on(bass.id(), all)), List.of());
        Journal heard = new Preview(new Id(9, 9), 1, take, 0, BAR, new Manner(false, true, -300)).apply(desk.arrangement);
        assertThat(Hearing.controls(desk.arrangement)).as("while it is heard").isEqualTo(played);
        desk.arrangement.rollBack(heard);
        Gesture gesture = lay(take, 0, BAR, Manner.IN_PLACE);
        assertThat(gesture.operations()).singleElement().isInstanceOf(Operation.Add.class);
        desk.does(gesture);
        assertThat(content.children(Kind.NOTE)).containsAll(notes).hasSize(notes.size() + 1);
        assertThat(content.children(Kind.CONTROL)).containsExactlyInAnyOrderElementsOf(controls);
        assertThat(notes).extracting(each -> each.integer(Property.RELEASE)).contains(33, 33, 33, 33);
        assertThat(Hearing.of(desk.arrangement)).extracting(Sounding::start, Sounding::pitch).containsExactly(
                tuple(0L, 40), tuple(960L, 40), tuple(1440L, 52), tuple(1920L, 40), tuple(2880L, 40));
    }

    @Test
    @DisplayName("leaves what is there where it is laid over it")
    void over() {
        Element clip = desk.clip(bass, 0, BAR);
        desk.note(desk.content(clip), 0, 960, 40);
        desk.does(lay(take(bass, 0, BAR, 50), 0, BAR, Manner.OVER));
        assertThat(Hearing.of(desk.arrangement)).extracting(Sounding::pitch).containsExactlyInAnyOrder(40, 50, 50, 50, 50);
    }

    @Test
    @DisplayName("gets a clip where none lies, and leaves aliases and loops outside its bars as they sound")
    void clips() {
        Element clip = desk.clip(bass, 0, 4 * BAR);
        desk.write(clip, Property.LOOP, BAR);
        for (long tick = 0; tick < BAR; tick += 960) {
            desk.note(desk.content(clip), tick, 960, (int) (40 + tick / 960));
        }
        desk.does(lay(take(bass, BAR, 2 * BAR, 60), BAR, 2 * BAR, Manner.IN_PLACE));
        assertThat(heard(16)).containsExactly(40, 41, 42, 43, 60, 60, 60, 60, 40, 41, 42, 43, 40, 41, 42, 43);
        desk.does(lay(take(bass, 5 * BAR, 6 * BAR, 61), 5 * BAR, 6 * BAR, Manner.IN_PLACE));
        assertThat(heard(24).subList(20, 24)).containsExactly(61, 61, 61, 61);
    }

    @Test
    @DisplayName("makes the tracks that it needs, one after the other at the end, and writes the chords of its bars only")
    void tracksAndChords() {
        desk.does(desk.lanes.chord(0, 4 * BAR, "C"));
        Take take = new Take("", List.of(
                Part.onNew(new Part.Fresh("Melody", TrackType.INSTRUMENT, 0), beats(BAR, 2 * BAR, 70)),
                Part.onNew(new Part.Fresh("Low", TrackType.INSTRUMENT, 33), beats(BAR, 2 * BAR, 36))),
                List.of(new Take.Chord(BAR, BAR, "Am7")));
        desk.does(lay(take, BAR, 2 * BAR, Manner.IN_PLACE));
        assertThat(Elements.tracks(desk.arrangement)).extracting(track -> track.text(Property.NAME)).containsExactly("INSTRUMENT", "Melody", "Low");
        assertThat(Elements.sorted(desk.all(Kind.CHORD))).extracting(chord -> chord.start() + " " + chord.length() + " " + chord.text(Property.SYMBOL))
                .containsExactly("0 " + BAR + " C", BAR + " " + BAR + " Am7", 2 * BAR + " " + 2 * BAR + " C");
    }

    @Test
    @DisplayName("leaves locked bars, what reaches into them, and locked notes as they are, and says so where all is locked")
    void locked() {
        Element clip = desk.clip(bass, 0, 4 * BAR);
        List<Element> notes = new ArrayList<>();
        for (long tick = 0; tick < 4 * BAR; tick += 960) {
            notes.add(desk.note(desk.content(clip), tick, 960, 40));
        }
        desk.write(notes.get(3), Property.LENGTH, 1920); // rings into the second bar
        desk.does(locks.bars(List.of(bass), BAR, 2 * BAR, ANNA, 1));
        desk.does(locks.notes(List.of(notes.get(9)), ANNA, 1));
        Gesture gesture = lay(take(bass, 0, 4 * BAR, 50), 0, 4 * BAR, Manner.IN_PLACE);
        assertThat(LockCheck.check(desk.arrangement, gesture.operations())).isEmpty();
        desk.does(gesture);
        List<Integer> first = Hearing.of(desk.arrangement).stream().filter(note -> note.pitch() == 40).map(note -> (int) (note.start() / 960)).toList();
        assertThat(first).containsExactly(3, 4, 5, 6, 7, 9);
        desk.does(locks.tracks(List.of(bass), ANNA, 1));
        assertThatThrownBy(() -> lay(take(bass, 0, BAR, 50), 0, BAR, Manner.IN_PLACE)).isInstanceOf(EditRefused.class)
                .hasMessage("Everything that this take would change is locked.");
    }

    @Test
    @DisplayName("changes nothing locked, whatever the song, the locks and the take: 300 random ones")
    void neverLocked() {
        int checked = 0;
        for (int seed = 0; seed < 300; seed++) {
            Dice dice = new Dice(seed);
            Desk song = new Desk();
            Element track = song.track(TrackType.INSTRUMENT);
            for (int i = 0; i < 4; i++) {
                Element clip = song.clip(track, dice.below(8) * 960L, (1 + dice.below(16)) * 960L);
                if (dice.chance(30)) {
                    song.write(clip, Property.LOOP, (1 + dice.below(4)) * 960L);
                }
                for (int note = 0; note < 6; note++) {
                    song.note(song.content(clip), dice.below(8000), 1 + dice.below(3000), 40 + dice.below(20));
                }
            }
            LockGestures held = new LockGestures(song.arrangement, song.ids);
            for (int i = 0; i < 2; i++) {
                long from = dice.below(16) * 480L;
                song.does(held.bars(List.of(dice.chance(50) ? track : song.arrangement.root()), from, from + 480 * (1 + dice.below(6)), ANNA, 1));
            }
            if (dice.chance(50)) {
                song.does(held.notes(List.of(song.all(Kind.NOTE).get(dice.below(song.all(Kind.NOTE).size()))), ANNA, 1));
            }
            List<Take.Note> notes = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                notes.add(new Take.Note(dice.below(15_000), 1 + dice.below(4000), 70, 90));
            }
            Take take = new Take("", List.of(Part.on(track.id(), notes), Part.onNew(new Part.Fresh("x", TrackType.INSTRUMENT, 0), notes)),
                    List.of(new Take.Chord(0, 12_000, "C")));
            long sum = song.arrangement.checksum();
            try {
                Gesture gesture = TakeGestures.lay(song.arrangement, song.ids, take, 0, 15_360, dice.chance(30) ? Manner.OVER : Manner.IN_PLACE, "test");
                assertThat(LockCheck.check(song.arrangement, gesture.operations())).as("seed %d", seed).isEmpty();
                checked++;
            } catch (EditRefused all) {
                assertThat(all).hasMessageContaining("locked");
            }
            assertThat(song.arrangement.checksum()).isEqualTo(sum);
        }
        assertThat(checked).isGreaterThan(250);
    }

    @Test
    @DisplayName("is heard before just as it sounds afterwards, and leaves no trace while it is only heard")
    void preview() {
        Element clip = desk.clip(bass, 0, 2 * BAR);
        desk.note(desk.content(clip), 0, 960, 40);
        long before = desk.arrangement.checksum();
        Preview preview = new Preview(new Id(9, 9), 1, new Take("", List.of(Part.on(bass.id(), beats(0, BAR, 50)),
                Part.onNew(new Part.Fresh("Low", TrackType.INSTRUMENT, 33), beats(0, BAR, 36))), List.of()), 0, BAR, Manner.IN_PLACE);
        int handles = 0;
        List<String> ghost = List.of();
        for (int turn = 0; turn < 3; turn++) {
            Journal journal = preview.apply(desk.arrangement);
            ghost = heard();
            desk.arrangement.rollBack(journal);
            assertThat(desk.arrangement.checksum()).isEqualTo(before);
            handles = turn == 0 ? desk.arrangement.handles() : handles;
            assertThat(desk.arrangement.handles()).isEqualTo(handles);
        }
        desk.does(preview.lay(desk.arrangement, desk.ids));
        assertThat(heard()).isEqualTo(ghost).hasSize(8);
    }

    private List<String> heard() {
        return Hearing.of(desk.arrangement).stream().map(note -> note.start() + " " + note.end() + " " + note.pitch()).sorted().toList();
    }

    @Test
    @DisplayName("says which track is gone")
    void gone() {
        Take take = take(bass, 0, BAR, 50);
        desk.does(desk.tracks.remove(List.of(bass)));
        assertThatThrownBy(() -> lay(take, 0, BAR, Manner.IN_PLACE)).isInstanceOf(EditRefused.class)
                .hasMessageStartingWith("The track “INSTRUMENT” is not there any more");
    }

    @Test
    @DisplayName("gives what it makes fresh ids, so that it can be accepted again after an undo")
    void twice() {
        Id device = new Id(5, 1);
        Take take = new Take("", List.of(Part.on(bass.id(), beats(0, BAR, 50))), List.of(), List.of(
                Operation.Add.of(device, Kind.DEVICE, new Property[] {Property.PARENT, Property.DEVICE}, new Object[] {bass.id(), "delay"}),
                new Operation.Set(device, Property.BYPASSED, 1L)));
        Set<Id> ids = new HashSet<>();
        for (int turn = 1; turn <= 2; turn++) {
            Gesture gesture = TakeGestures.lay(desk.arrangement, new IdSequence(turn, 0), take, 0, BAR, Manner.IN_PLACE, "test");
            Journal journal = desk.apply(gesture.operations());
            ids.addAll(gesture.made());
            assertThat(desk.all(Kind.DEVICE)).hasSize(1).first().matches(each -> each.flag(Property.BYPASSED));
            desk.arrangement.rollBack(journal);
        }
        assertThat(ids).hasSize(2 * 6);
    }

    @Test
    @DisplayName("is refused in its place in the order if that place was removed, or locked, in between")
    void sequencer() {
        Id proposal = new Id(3, 4);
        Gesture gesture = lay(take(bass, 0, BAR, 50), 0, BAR, Manner.IN_PLACE);
        Edit edit = new Edit(new Id(2, 2), new Id(1, 1), 0, AcceptedEdit.label(proposal, 2), Id.NONE, gesture.operations());
        assertThat(AcceptedEdit.proposal(edit.label())).isEqualTo(proposal);
        assertThat(AcceptedEdit.take(edit.label())).isEqualTo(2);
        assertThat(Labels.words(edit.label())).isEqualTo("accept a take");
        assertThat(AcceptedEdit.fault(desk.arrangement, edit)).isNull();
        desk.does(locks.bars(List.of(bass), 0, 960, ANNA, 1));
        assertThat(AcceptedEdit.fault(desk.arrangement, edit)).isEqualTo("Bar 1 of “INSTRUMENT” is locked by Anna: its notes would change.");
        desk.does(desk.tracks.remove(List.of(bass)));
        assertThat(AcceptedEdit.fault(desk.arrangement, edit)).startsWith("The place of this take was removed just now.");
    }

    @Test
    @DisplayName("is stale when what it listened to sounds different, and not when it is only kept differently")
    void stale() {
        Element clip = desk.clip(bass, 0, 2 * BAR);
        Element note = desk.note(desk.content(clip), 960, 960, 40);
        desk.note(desk.content(clip), BAR + 960, 960, 41);
        Element other = desk.track(TrackType.INSTRUMENT);
        long fresh = digest();
        desk.note(desk.content(desk.clip(other, 0, BAR)), 0, 960, 70);
        desk.does(desk.clips.split(List.of(clip), BAR));
        desk.write(bass, Property.VOLUME, -300);
        assertThat(digest()).as("another track, a cut, a fader").isEqualTo(fresh);
        desk.write(desk.all(Kind.NOTE).getLast(), Property.PITCH, 71);
        assertThat(digest()).isEqualTo(fresh);
        for (Property property : new Property[] {Property.PITCH, Property.START, Property.LENGTH, Property.VELOCITY}) {
            long before = note.number(property);
            desk.write(note, property, before + 1);
            assertThat(digest()).as(property.name()).isNotEqualTo(fresh);
            desk.write(note, property, before);
            assertThat(digest()).isEqualTo(fresh);
        }
        Element chord = desk.does(desk.lanes.chord(0, BAR, "C")).getFirst();
        assertThat(digest()).as("a chord").isNotEqualTo(fresh);
        desk.apply(List.of(new Operation.Remove(chord.id())));
        desk.does(desk.lanes.tempo(3 * BAR, 90));
        assertThat(digest()).as("a tempo after its bars").isEqualTo(fresh);
        desk.does(desk.lanes.tempo(BAR, 90));
        assertThat(digest()).as("a tempo within them").isNotEqualTo(fresh);
    }

    private long digest() {
        return ContextDigest.of(desk.arrangement, List.of(bass.id()), 0, 2 * BAR);
    }

    @Test
    @DisplayName("can be an own idea: chosen notes where they sound, or all of a track's bars")
    void idea() {
        Element clip = desk.clip(bass, BAR, BAR);
        Element note = desk.note(desk.content(clip), 960, 960, 40);
        desk.note(desk.content(clip), 1920, 960, 41);
        OwnIdea chosen = OwnIdea.of(desk.arrangement, List.of(bass), List.of(note), 0, 0);
        assertThat(chosen.take().parts()).containsExactly(Part.on(bass.id(), List.of(new Take.Note(BAR + 960, 960, 40, 90))));
        assertThat(List.of(chosen.from(), chosen.to())).containsExactly(BAR, 2 * BAR);
        assertThat(OwnIdea.of(desk.arrangement, List.of(bass), List.of(), 0, 4 * BAR).take().notes()).isEqualTo(2);
        assertThatThrownBy(() -> OwnIdea.of(new Arrangement(), List.of(), List.of(), 0, 0)).isInstanceOf(EditRefused.class);
    }
}
