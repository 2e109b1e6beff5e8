package studio.tutti.collaboration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.tutti.account.Secret;
import studio.tutti.cli.bench.LoadPage;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.protocol.EditFormat;
import studio.tutti.core.protocol.Message;
import studio.tutti.core.protocol.MessageFormat;
import studio.tutti.core.protocol.Presence;

@DisplayName("A room on one node")
class RoomTest {

    private static @TempDir Path data;
    private static Node node;
    private Band band;
    private Song song;

    @BeforeAll
    static void start() {
        node = Node.alone(data);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @BeforeEach
    void begin() {
        band = new Band();
        song = node.songs().create(Secret.fresh().person(), "Our song", List.of());
    }

    @AfterEach
    void end() {
        band.close();
    }

    @Test
    @DisplayName("shows everybody's edits to everybody, with equal checksums")
    void sharesEdits() {
        LoadPage anna = band.in(node, song.link());
        LoadPage ben = band.in(node, song.link());
        Band.addTrack(anna, "Drums");
        Band.addTrack(ben, "Bass");
        band.untilOne();
        assertThat(Band.tracks(anna)).containsExactly("Bass", "Drums").isEqualTo(Band.tracks(ben));
        assertThat(anna.<Long>read(replica -> replica.checksum())).isEqualTo(ben.read(replica -> replica.checksum()));
        LoadPage late = band.in(node, song.link());
        band.untilOne();
        assertThat(late.<Long>read(replica -> replica.checksum())).isEqualTo(anna.read(replica -> replica.checksum()));
        assertThat(node.songs().find(song.link()).orElseThrow().head()).isEqualTo(anna.<Long>read(replica -> replica.revision()));
    }

    @Test
    @DisplayName("keeps edits that were made without a connection and takes each once")
    void resumes() {
        LoadPage anna = band.in(node, song.link());
        LoadPage ben = band.in(node, song.link());
        Band.addTrack(anna, "Drums");
        band.untilOne();
        ben.close();
        Band.until("the connection is gone", () -> ben.closed().isDone());
        Band.addTrack(ben, "Bass");
        Band.addTrack(anna, "Piano");
        Band.until("Anna's edit is stored", () -> anna.read(replica -> replica.pendingCount()) == 0);
        ben.connect(node.url(), song.link()).orTimeout(30, TimeUnit.SECONDS).join();
        band.untilOne();
        assertThat(Band.tracks(ben)).containsExactly("Bass", "Drums", "Piano").isEqualTo(Band.tracks(anna));
        assertThat(band.twice).isEmpty();
    }

    @Test
    @DisplayName("answers an edit that it has already with the revision that it had")
    void answersKnownEdits() {
        LoadPage anna = band.in(node, song.link());
        Edit edit = Band.addTrack(anna, "Drums");
        band.untilOne();
        long revision = band.acknowledged.get(edit.id());
        band.acknowledged.clear();
        anna.say(new Message.Submit(EditFormat.toBytes(edit)));
        Band.until("it is answered again", () -> band.acknowledged.containsKey(edit.id()));
        assertThat(band.acknowledged).containsEntry(edit.id(), revision);
        assertThat(Band.tracks(anna)).containsExactly("Drums");
    }

    @Test
    @DisplayName("refuses what names the unknown, speaks for others, forges an undo or is no edit, and lives on")
    void refuses() {
        LoadPage anna = band.in(node, song.link());
        LoadPage ben = band.in(node, song.link());
        Edit drums = Band.addTrack(anna, "Drums");
        band.untilOne();
        long base = anna.read(replica -> replica.revision());
        Operation tempo = new Operation.Set(Arrangement.ROOT, Property.TEMPO, 400_000L);
        expectRefusal(anna, ben.person(), base, Id.NONE, List.of(tempo), "one's own name");
        expectRefusal(anna, anna.person(), base + 100, Id.NONE, List.of(tempo), "a revision that the song does not have");
        expectRefusal(anna, anna.person(), base, Id.NONE, List.of(), "changes nothing");
        expectRefusal(anna, anna.person(), base, Id.NONE,
                List.of(new Operation.Remove(new Id(7, 7))), "something that the song has never had");
        expectRefusal(anna, anna.person(), base, Id.NONE,
                List.of(new Operation.Set(Arrangement.ROOT, Property.TEMPO, 1L)), "must be a whole number between");
        expectRefusal(ben, ben.person(), base, drums.id(), List.of(tempo), "one's own edits");
        expectRefusal(anna, anna.person(), base, drums.id(), List.of(tempo), "does not say what its edit did");
        expectRefusal(anna, anna.person(), base, new Id(8, 8), List.of(tempo), "was never part of the song");
        expectRefusal(anna, anna.person(), base, Id.NONE,
                List.of(new Operation.Restore(Arrangement.ROOT, Property.TEMPO, 400_000L, Id.NONE, drums.id())), "name of another edit");
        Band.addTrack(anna, "Bass");
        band.untilOne();
        assertThat(Band.tracks(ben)).containsExactly("Bass", "Drums");
    }

    private void expectRefusal(LoadPage page, Id author, long base, Id undoes, List<Operation> operations, String reason) {
        Edit edit = new Edit(page.read(replica -> replica.newId()), author, base, "test", undoes, operations);
        page.say(new Message.Submit(EditFormat.toBytes(edit)));
        assertThat(band.hears(page, Message.Refused.class, each -> each.edit().equals(edit.id())).reason()).contains(reason);
    }

    @Test
    @DisplayName("answers broken and endless frames with a reason, and the socket lives on")
    void survivesBrokenFrames() {
        LoadPage anna = band.in(node, song.link());
        anna.sendRaw(new byte[0], true);
        anna.sendRaw(new byte[] {99, 1, 2, 3}, true);
        anna.sendRaw(new byte[] {2, 127, 1}, true);
        byte[] here = MessageFormat.toBytes(new Message.Here(Presence.NOWHERE));
        anna.sendRaw(Arrays.copyOf(here, here.length + 4), true);
        Band.until("all are refused", () -> band.heard.get(anna).stream().filter(Message.Refused.class::isInstance).count() == 4);
        Edit edit = new Edit(anna.read(replica -> replica.newId()), anna.person(), 0, "x", Id.NONE, List.of());
        byte[] head = MessageFormat.toBytes(new Message.Submit(EditFormat.toBytes(edit)));
        anna.sendRaw(head, false).join();
        byte[] megabyte = new byte[1 << 20];
        for (int i = 0; i < 9; i++) {
            anna.sendRaw(megabyte, i == 8).join();
        }
        assertThat(band.hears(anna, Message.Refused.class, each -> each.edit().equals(edit.id())).reason()).contains("at most 8 MB");
        Band.addTrack(anna, "Drums");
        band.untilOne();
        assertThat(node.songs().arrangement(song.link()).count(Kind.TRACK)).isEqualTo(1);
    }

    @Test
    @DisplayName("sends away a page of another version, and one that looks for a song that is not there")
    void sendsAway() {
        LoadPage none = band.page();
        none.connect(node.url(), "nothing-here");
        assertThat(band.hears(none, Message.Goodbye.class, each -> true).why()).isEqualTo(Message.Why.NO_SONG);
        LoadPage old = band.page();
        old.connect(node.url(), song.link()).join();
        LoadPage anna = band.in(node, song.link());
        node.songs().trash(song.link(), song.maker());
        assertThat(band.hears(anna, Message.Goodbye.class, each -> true).why()).isEqualTo(Message.Why.NO_SONG);
        assertThatThrownBy(() -> node.songs().trash(song.link(), anna.person())).isInstanceOf(NotAllowed.class);
        node.songs().restore(song.link(), song.maker());
        anna.connect(node.url(), song.link()).orTimeout(30, TimeUnit.SECONDS).join();
        Band.addTrack(anna, "Drums");
        Band.until("it is stored", () -> anna.read(replica -> replica.pendingCount()) == 0);
    }

    @Test
    @DisplayName("shows who is here, where they are and when they leave")
    void tellsPresence() {
        LoadPage anna = band.in(node, song.link());
        LoadPage ben = band.in(node, song.link());
        Presence place = new Presence(Arrangement.ROOT, 960, 60, 480, true, Arrangement.ROOT, List.of(Arrangement.ROOT));
        ben.move(place);
        Band.until("Anna sees Ben move", () -> anna.people().containsKey(ben.session())
                && anna.people().get(ben.session()).presence().equals(place));
        ben.say(new Message.Introduce("Benjamin", 0x123456));
        Band.until("Anna sees his name", () -> anna.people().get(ben.session()).name().equals("Benjamin"));
        assertThat(node.bean(Rooms.class).people(song.link())).hasSize(2);
        ben.close();
        Band.until("Anna sees Ben leave", () -> !anna.people().containsKey(ben.session()));
    }

    @Test
    @DisplayName("keeps what people say, each line once, for those who come later")
    void keepsTheChat() {
        LoadPage anna = band.in(node, song.link());
        Message.Say line = new Message.Say(new Id(1, 2), "Louder!");
        anna.say(line);
        anna.say(line);
        band.hears(anna, Message.Chat.class, chat -> chat.lines().stream().anyMatch(each -> each.text().equals("Louder!")));
        LoadPage late = band.in(node, song.link());
        Message.Chat chat = band.hears(late, Message.Chat.class, each -> true);
        assertThat(chat.lines()).extracting(Message.Saying::text).containsExactly("Louder!");
        assertThat(node.bean(Conversation.class).lines(song.link(), 10)).hasSize(1);
        anna.say(new Message.Say(new Id(1, 3), "  "));
        band.hears(anna, Message.Refused.class, each -> each.edit().equals(new Id(1, 3)));
    }

    @Test
    @DisplayName("undoes and does again one's own edits only, also after the page was loaded anew")
    void undoesAfterReload() {
        Secret secret = Secret.fresh();
        LoadPage anna = band.page(secret);
        anna.connect(node.url(), song.link()).join();
        LoadPage ben = band.in(node, song.link());
        Band.addTrack(anna, "Drums");
        band.untilOne();
        Band.addTrack(ben, "Bass");
        band.untilOne();
        anna.close();
        Band later = new Band();
        try (later) {
            LoadPage again = later.page(secret);
            again.connect(node.url(), song.link()).join();
            Band.until("it has all", () -> Band.tracks(again).size() == 2);
            again.undo();
            Band.until("Ben sees it", () -> Band.tracks(ben).equals(List.of("Bass")));
            assertThat(again.undo()).isNull();
            again.redo();
            Band.until("Ben sees it again", () -> Band.tracks(ben).equals(List.of("Bass", "Drums")));
        }
    }
}
