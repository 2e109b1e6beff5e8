package studio.tutti.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.editing.ClipGestures;
import studio.tutti.core.editing.NoteGestures;
import studio.tutti.core.editing.TrackGestures;
import studio.tutti.core.protocol.EditFormat;
import studio.tutti.core.protocol.Message;
import studio.tutti.core.protocol.MessageFormat;

@DisplayName("A song on a page")
class OpenSongTest {

    private final Sequencer sequencer = new Sequencer();
    private final Id annsId = new Id(1, 1);
    private final OpenSong ann = new OpenSong(new Id(1, 5), new IdSequence(100, 0));
    private final OpenSong ben = new OpenSong(new Id(2, 5), new IdSequence(200, 0));
    private final Sequencer.Line anns = sequencer.line(ann, annsId);
    private final Sequencer.Line bens = sequencer.line(ben, new Id(2, 2));

    private static int track(OpenSong page) {
        return page.edit(new TrackGestures(page.arrangement(), page.ids())
                .add(TrackType.INSTRUMENT, "Piano", 0, null))[0];
    }

    private static int content(OpenSong page) {
        int clip = page.edit(new ClipGestures(page.arrangement(), page.ids())
                .add(page.handles().all(new int[] {track(page)}).getFirst(), 0, 3840))[0];
        Element element = page.handles().all(new int[] {clip}).getFirst();
        return page.handles().of(element.reference(Property.CONTENT));
    }

    private static int note(OpenSong page, int content, int start, int pitch) {
        return page.edit(new NoteGestures(page.ids())
                .add(page.handles().all(new int[] {content}).getFirst(), start, 240, pitch, 90))[0];
    }

    private static int[] notes(OpenSong page, int content) {
        return page.sight().drawing().notes(page.song(), page.handles().all(new int[] {content}).getFirst(), 0, 1 << 30);
    }

    private static void move(OpenSong page, int note, int semitones) {
        page.edit(new NoteGestures(page.ids()).move(page.handles().all(new int[] {note}), 0, semitones));
    }

    @Test
    @DisplayName("shows one's own edit at once, pending, and settled when the order has it")
    void pendingThenSettled() {
        anns.connect();
        int content = content(ann);
        note(ann, content, 480, 60);
        assertThat(notes(ann, content)[5]).isEqualTo(NoteRows.PENDING);
        assertThat(ann.song().pendingCount()).isEqualTo(3);
        sequencer.settle();
        assertThat(notes(ann, content)[5]).isZero();
        assertThat(ann.song().pendingCount()).isZero();
        assertThat(ann.song().revision()).isEqualTo(3);
    }

    @Test
    @DisplayName("is one song for two people, whoever writes")
    void together() {
        anns.connect();
        bens.connect();
        int content = content(ann);
        note(ann, content, 480, 60);
        sequencer.settle();
        int bensContent = ben.handles().of(ann.handles().id(content));
        note(ben, bensContent, 0, 72);
        sequencer.settle();
        assertThat(notes(ann, content)).hasSize(2 * NoteRows.STRIDE);
        assertThat(ann.song().checksum()).isEqualTo(ben.song().checksum()).isEqualTo(sequencer.arrangement.checksum());
        ann.sight().takeChanges();
        note(ben, bensContent, 96, 72);
        sequencer.settle();
        int[] changes = ann.sight().takeChanges();
        assertThat(changes[0] & Changes.REMOTE).isNotZero();
        assertThat(changes[0] & Changes.ARRANGEMENT).isZero();
        assertThat(changes).hasSize(2).endsWith(content);
    }

    @Test
    @DisplayName("goes on being edited while the connection is lost, and everything arrives once")
    void offline() {
        anns.connect();
        bens.connect();
        int content = content(ann);
        int note = note(ann, content, 480, 60);
        sequencer.settle();
        anns.cut();
        move(ann, note, 12);
        note(ann, content, 960, 61);
        int bensNote = note(ben, ben.handles().of(ann.handles().id(content)), 0, 50);
        sequencer.settle();
        assertThat(bensNote).isNotNegative();
        assertThat(ann.isOnline()).isFalse();
        assertThat(ann.song().pendingCount()).isEqualTo(2);
        anns.connect();
        sequencer.settle();
        assertThat(ann.isOnline()).isTrue();
        assertThat(ann.song().pendingCount()).isZero();
        assertThat(sequencer.log).hasSize(6);
        assertThat(notes(ann, content)).hasSize(3 * NoteRows.STRIDE);
        assertThat(ann.song().checksum()).isEqualTo(ben.song().checksum());
    }

    @Test
    @DisplayName("stores what must survive a reload, sends it again under the same ids, and forgets it when it is settled")
    void reload() {
        anns.connect();
        int content = content(ann);
        sequencer.settle();
        List<byte[]> store = stored(ann);
        assertThat(forgotten(ann)).hasSize(2);
        // The first of the next edits arrives, but its acknowledgement is lost; the second doesn't leave the page.
        note(ann, content, 480, 60);
        byte[] sent = ann.outgoing();
        anns.cut();
        note(ann, content, 960, 61);
        store = stored(ann);
        assertThat(store).hasSize(2);
        sequencer.take(anns, sent);

        OpenSong again = new OpenSong(new Id(1, 7), new IdSequence(101, 0));
        store.forEach(again::keep);
        Sequencer.Line agains = sequencer.line(again, annsId);
        agains.connect();
        sequencer.settle();
        assertThat(again.song().pendingCount()).isZero();
        assertThat(forgotten(again)).hasSize(2);
    }

    @Test
    @DisplayName("sends an edit that is ordered already once more after a reload without applying it twice")
    void reloadAfterLostAcknowledgement() {
        anns.connect();
        int content = content(ann);
        sequencer.settle();
        stored(ann);
        note(ann, content, 480, 60);
        List<byte[]> store = stored(ann);
        sequencer.settle();

        OpenSong again = new OpenSong(new Id(1, 7), new IdSequence(101, 0));
        store.forEach(again::keep);
        Sequencer.Line agains = sequencer.line(again, annsId);
        agains.connect();
        sequencer.settle();
        assertThat(again.song().pendingCount()).isZero();
        assertThat(again.refusal()).isNull();
        assertThat(forgotten(again)).hasSize(1);
        assertThat(sequencer.log).hasSize(3);
        assertThat(notes(again, again.handles().of(ann.handles().id(content)))).hasSize(NoteRows.STRIDE);
    }

    private static List<byte[]> stored(OpenSong page) {
        List<byte[]> stored = new ArrayList<>();
        for (Edit edit = page.storing().toStore(); edit != null; edit = page.storing().toStore()) {
            stored.add(EditFormat.toBytes(edit));
        }
        return stored;
    }

    private static List<Id> forgotten(OpenSong page) {
        List<Id> forgotten = new ArrayList<>();
        for (Id id = page.storing().toForget(); id != null; id = page.storing().toForget()) {
            forgotten.add(id);
        }
        return forgotten;
    }

    @Test
    @DisplayName("shows an edit that the server refused, with its reason, and takes it off the page")
    void refused() {
        anns.connect();
        int content = content(ann);
        sequencer.settle();
        note(ann, content, 480, 60);
        Id edit = ann.song().pending().getFirst().id();
        ann.receive(MessageFormat.toBytes(new Message.Refused(edit, "The song is full.")));
        assertThat(notes(ann, content)).isEmpty();
        assertThat(ann.refusal()).isEqualTo(new Refusal("notes.draw", "The song is full."));
        assertThat(ann.refusal()).isNull();
    }

    @Test
    @DisplayName("notices that it differs from the server's, takes a stored copy and keeps the page's numbers for things")
    void differs() {
        anns.connect();
        int content = content(ann);
        int note = note(ann, content, 480, 60);
        sequencer.settle();
        anns.tell(new Message.Head(3, sequencer.arrangement.checksum() + 1));
        assertThat(ann.isBroken()).isTrue();
        anns.cut();
        int pending = note(ann, content, 960, 64);
        // Ben's track comes before her note in the stored copy, so that its own numbers differ.
        bens.connect();
        track(ben);
        sequencer.settle();
        anns.connect();
        sequencer.settle();
        assertThat(ann.isBroken()).isFalse();
        int[] notes = notes(ann, content);
        assertThat(List.of(notes[0], notes[NoteRows.STRIDE])).containsExactly(note, pending);
        assertThat(ann.song().checksum()).isEqualTo(sequencer.arrangement.checksum());
    }

    @Test
    @DisplayName("undoes one's own edits only and says what can't be undone")
    void undo() {
        anns.connect();
        bens.connect();
        int content = content(ann);
        int note = note(ann, content, 480, 60);
        sequencer.settle();
        move(ann, note, 1);
        sequencer.settle();
        move(ben, ben.handles().of(ann.handles().id(note)), 5);
        sequencer.settle();
        assertThat(ann.undo()).isEqualTo("This can't be undone: others have changed it since.");
        sequencer.settle();
        assertThat(notes(ann, content)[3]).isEqualTo(66);
        assertThat(ben.undo()).isNull();
        sequencer.settle();
        assertThat(notes(ann, content)[3]).isEqualTo(61);
        assertThat(ben.undo()).isEqualTo("There is nothing of yours to be undone.");
        assertThat(ben.redo()).isNull();
        sequencer.settle();
        assertThat(notes(ann, content)[3]).isEqualTo(66);
        assertThat(ann.song().checksum()).isEqualTo(ben.song().checksum());
    }

    @Test
    @DisplayName("says a line while the connection is lost once it is back, and shows it once")
    void chat() {
        anns.connect();
        anns.cut();
        ann.voice().say("Hello \"you\"", 1_000);
        assertThat(ann.outgoing()).isNull();
        anns.connect();
        byte[] frame = ann.outgoing();
        assertThat(frame).isNotNull();
        Message.Say said = (Message.Say) MessageFormat.fromPage(frame);
        anns.tell(new Message.Chat(List.of(new Message.Saying(said.id(), annsId, "Ann", 5, 2_000, said.text()))));
        assertThat(ann.room().chat())
                .contains("\"text\":\"Hello \\\"you\\\"\"")
                .contains("\"time\":2000")
                .doesNotContain("\"time\":1000");
    }

    @Test
    @DisplayName("takes nonsense for a broken conversation, not for the end of the page")
    void nonsense() {
        anns.connect();
        ann.receive(new byte[] {66, 1, 2, 3});
        assertThat(ann.isBroken()).isTrue();
        assertThat(track(ann)).isNotNegative();
    }
}
