package studio.tutti.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.tutti.proposal.TrayNode.until;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.proposal.Part;
import studio.tutti.core.proposal.Take;
import studio.tutti.core.protocol.Message;
import studio.tutti.core.protocol.Message.Verb;
import studio.tutti.core.protocol.TakeFormat;

@DisplayName("Ideas of one's own in the tray")
class OwnIdeasTest extends InTray {

    @Test
    @DisplayName("of one's own are refused if they hold more than anybody can choose at once")
    void tooLong() {
        Id id = ben.page.read(replica -> replica.newId());
        ben.page.say(new Message.PutIdea(id, "Lower?", 0, BAR, true, new byte[(1 << 20) + 1]));
        assertThat(ben.refusal(id)).isEqualTo("This is more than an idea can hold: choose fewer bars.");
        List<Take.Note> notes = new ArrayList<>();
        for (int i = 0; i < Take.MOST_NOTES; i++) {
            notes.add(new Take.Note(i * 480L, 480, i % 128, 90));
        }
        byte[] most = TakeFormat.toBytes(new Take("", List.of(Part.on(bass, notes)), List.of()));
        ben.page.say(new Message.PutIdea(id, "All of it", 0, BAR, true, most));
        ben.ready(id);
    }

    @Test
    @DisplayName("of one's own hold nothing but notes and chords: whoever accepts them would not see anything else")
    void hidden() {
        Take take = new Take("", List.of(Part.on(bass, List.of(new Take.Note(0, 960, 41, 90)))), List.of(),
                List.of(new Operation.Set(bass, Property.VOLUME, -9_600L)));
        Id id = ben.page.read(replica -> replica.newId());
        ben.page.say(new Message.PutIdea(id, "Lower?", 0, BAR, true, TakeFormat.toBytes(take)));
        assertThat(ben.refusal(id)).isEqualTo("An idea of one's own has notes and chords only.");
        assertThat(node.proposals().find(song.link(), ben.page.person(), id)).isEmpty();
    }

    @Test
    @DisplayName("can be one's own idea, which nobody else is told of until it is shown")
    void ownIdea() {
        Take take = new Take("", List.of(Part.on(bass, List.of(new Take.Note(0, 960, 41, 90)))), List.of());
        Id id = ben.page.read(replica -> replica.newId());
        ben.page.say(new Message.PutIdea(id, "Lower?", 0, BAR, false, TakeFormat.toBytes(take)));
        ben.ready(id);
        Id seen = ben.ask(1, 7, List.of(), List.of(bass)); // told after it to all
        anna.ready(seen);
        assertThat(anna.tray).doesNotContainKey(id);
        Listener late = Listener.in(node, song.link());
        assertThat(late.tray).containsKey(seen).doesNotContainKey(id);
        late.page.say(new Message.FetchTake(id, 1));
        late.judge(id, 1, Verb.ACCEPT);
        assertThat(late.refusal(id)).isEqualTo("There is no such proposal, or it is somebody's own.");
        assertThat(late.takes).isEmpty();
        ben.judge(id, 0, Verb.SHOW);
        assertThat(anna.ready(id).card().isOwn()).isTrue();
        anna.judge(id, 1, Verb.ACCEPT);
        until("it is accepted", () -> anna.pitches().equals(List.of(41L)));
        late.close();
    }
}
