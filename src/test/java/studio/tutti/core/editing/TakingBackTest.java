package studio.tutti.core.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Journal;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;

@DisplayName("Taking back an edit from the middle of the order")
class TakingBackTest {

    private final Desk desk = new Desk();
    private final Arrangement song = desk.arrangement;
    private long made;

    private Edit edit(List<Operation> operations) {
        return new Edit(new Id(9, ++made), new Id(1, 1), 0, "test", Id.NONE, operations);
    }

    private Journal does(Gesture gesture) {
        return song.apply(edit(gesture.operations()));
    }

    /** Takes it back; returns what that did. */
    private Journal takeBack(Journal journal) {
        Id mine = new Id(9, ++made);
        TakingBack taking = new TakingBack(song, journal.inverse());
        return song.apply(new Edit(mine, new Id(2, 2), 0, "back", Id.NONE, taking.operations(mine)));
    }

    @Test
    @DisplayName("brings back what it changed and leaves what others did since; its own undo brings the edit back")
    void middle() {
        Element note = desk.notes(0, 480, 60).getFirst();
        Journal move = does(desk.notes.move(List.of(note), 960, 5));
        does(desk.notes.setVelocity(List.of(note), 30));
        TakingBack taking = new TakingBack(song, move.inverse());
        assertThat(taking.isPossible()).isTrue();
        assertThat(taking.isWhole()).isTrue();
        Journal back = takeBack(move);
        assertThat(back.passed()).isZero();
        assertThat(Desk.read(List.of(note), Property.START, Property.PITCH, Property.VELOCITY)).containsExactly(List.of(0L, 60L, 30L));
        song.apply(edit(back.inverse()));
        assertThat(Desk.read(List.of(note), Property.START, Property.PITCH, Property.VELOCITY)).containsExactly(List.of(960L, 65L, 30L));
    }

    @Test
    @DisplayName("finds an edit gone of which nothing is left, though what it changed is not as before: not while something that it made is there")
    void gone() {
        Element note = desk.notes(0, 480, 60).getFirst();
        Id fresh = desk.ids.next();
        Journal edit = song.apply(edit(List.of(new Operation.Set(note.id(), Property.PITCH, 65L),
                new Operation.Add(fresh, Kind.MARKER, java.util.Map.of(Property.PARENT, Arrangement.ROOT)))));
        assertThat(new TakingBack(song, edit.inverse()).isGone()).isFalse();
        song.apply(edit(List.of(new Operation.Set(note.id(), Property.PITCH, 70L))));
        assertThat(new TakingBack(song, edit.inverse()).isGone()).as("the marker is there").isFalse();
        song.apply(edit(List.of(new Operation.Remove(fresh))));
        TakingBack taking = new TakingBack(song, edit.inverse());
        assertThat(taking.isDone()).isFalse();
        assertThat(taking.isGone()).isTrue();
        Id version = new Id(9, ++made);
        song.apply(new Edit(version, new Id(2, 2), 0, "version", Id.NONE,
                List.of(new Operation.Restore(fresh, Property.ALIVE, 1L, song.find(fresh).writer(Property.ALIVE), version))));
        assertThat(new TakingBack(song, edit.inverse()).isGone()).as("a version brought the marker back").isFalse();
    }

    @Test
    @DisplayName("says what was changed since and by which edit, and takes back the rest")
    void partly() {
        Element note = desk.notes(0, 480, 60).getFirst();
        Journal move = does(desk.notes.move(List.of(note), 960, 5));
        does(desk.notes.move(List.of(note), 0, 1));
        TakingBack taking = new TakingBack(song, move.inverse());
        assertThat(taking.isPossible()).isTrue();
        assertThat(taking.isWhole()).isFalse();
        assertThat(taking.since()).containsExactly(note.writer(Property.PITCH));
        takeBack(move);
        assertThat(Desk.read(List.of(note), Property.START, Property.PITCH)).containsExactly(List.of(0L, 66L));
    }

    @Test
    @DisplayName("is not possible where everything was changed or removed since, nor a second time")
    void impossible() {
        List<Element> notes = desk.notes(0, 480, 60, 960, 480, 62);
        Journal loud = does(desk.notes.setVelocity(notes.subList(0, 1), 120));
        does(desk.notes.remove(notes.subList(0, 1)));
        TakingBack removed = new TakingBack(song, loud.inverse());
        assertThat(removed.isPossible()).isFalse();
        assertThat(removed.isDone()).isFalse();
        assertThat(removed.since()).containsExactly(notes.getFirst().writer(Property.ALIVE));

        Journal soft = does(desk.notes.setVelocity(notes.subList(1, 2), 20));
        takeBack(soft);
        TakingBack again = new TakingBack(song, soft.inverse());
        assertThat(again.isPossible()).isFalse();
        assertThat(again.isDone()).isTrue();
        assertThat(song.apply(edit(soft.inverse())).isEmpty()).isTrue();
    }

    @Test
    @DisplayName("brings removed things back under their ids, and nothing into what is gone")
    void places() {
        Element track = desk.track(TrackType.INSTRUMENT);
        Element other = desk.track(TrackType.INSTRUMENT);
        Element clip = desk.clip(track, 0, 3840);
        Journal move = does(desk.clips.move(List.of(clip), 0, 1));
        assertThat(clip.parent()).isSameAs(other);
        Journal removal = does(desk.clips.remove(List.of(clip)));
        takeBack(removal);
        assertThat(clip.isAlive()).isTrue();
        does(desk.tracks.remove(List.of(track)));
        TakingBack taking = new TakingBack(song, move.inverse());
        assertThat(taking.isPossible()).as("the track that it came from is gone").isFalse();
        assertThat(taking.since()).containsExactly(track.writer(Property.ALIVE));
    }

    @Test
    @DisplayName("counts what others have put into what it would remove")
    void buries() {
        Gesture add = desk.tracks.add(TrackType.INSTRUMENT, "Piano", 0, null);
        Journal journal = does(add);
        Element track = desk.element(add.made().getFirst());
        assertThat(new TakingBack(song, journal.inverse()).buries()).isZero();
        Element clip = desk.clip(track, 0, 3840);
        assertThat(new TakingBack(song, journal.inverse()).buries()).isEqualTo(1);
        takeBack(journal);
        assertThat(clip.isAlive()).isFalse();
    }

    @Test
    @DisplayName("knows what was there before an edit that wrote one thing twice")
    void twice() {
        Element track = desk.track(TrackType.INSTRUMENT);
        Journal both = song.apply(edit(List.of(
                new Operation.Set(track.id(), Property.VOLUME, -600L), new Operation.Set(track.id(), Property.VOLUME, -1200L))));
        takeBack(both);
        assertThat(track.number(Property.VOLUME)).isZero();
    }

    @Test
    @DisplayName("names the sections that an edit touched, and the tracks where there are none")
    void whereabouts() {
        Element clip = desk.clip(desk.track(TrackType.INSTRUMENT), 3840, 3840);
        Gesture note = desk.notes.add(desk.content(clip), 0, 480, 60, 90);
        does(note);
        Edit edit = edit(note.operations());
        assertThat(new Whereabouts(song).of(edit)).containsExactly("INSTRUMENT");
        desk.does(desk.lanes.section(0, 3840, "Verse"));
        desk.does(desk.lanes.section(3840, 3840, "Chorus"));
        assertThat(new Whereabouts(song).of(edit)).containsExactly("Chorus");
        assertThat(new Whereabouts(song).of(edit(List.of(new Operation.Set(Arrangement.ROOT, Property.TEMPO, 400_000L))))).isEmpty();
        assertThat(desk.all(Kind.SECTION)).hasSize(2);
    }

    @Test
    @DisplayName("has a label that says what was taken back, once")
    void labels() {
        assertThat(Labels.words(Labels.takingBack(Labels.NOTES_MOVE))).isEqualTo("take back: move notes");
        assertThat(Labels.takingBack(Labels.takingBack(Labels.NOTES_MOVE))).isEqualTo(Labels.TAKE_BACK);
        assertThat(Labels.matching("MOVE notes")).contains(Labels.NOTES_MOVE).doesNotContain(Labels.CLIPS_MOVE);
        assertThat(Labels.takingBack("x".repeat(80))).isEqualTo(Labels.TAKE_BACK);
    }
}
