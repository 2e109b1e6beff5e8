package studio.tutti.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.proposal.Card;
import studio.tutti.core.proposal.Proposal;
import studio.tutti.core.proposal.Proposal.State;
import studio.tutti.core.proposal.Rights;
import studio.tutti.core.proposal.Settings;
import studio.tutti.core.proposal.Take;
import studio.tutti.core.protocol.Message;
import studio.tutti.core.protocol.MessageFormat;
import studio.tutti.core.protocol.TakeFormat;

@DisplayName("The tray on a page")
class TrayTest {

    private static final Id ANN = new Id(1, 1);
    private static final Id FIRST = new Id(5, 1);
    private static final Id SECOND = new Id(5, 2);

    private final OpenSong page = new OpenSong(new Id(1, 5), new IdSequence(100, 0));
    private final Sequencer sequencer = new Sequencer();
    private final Sequencer.Line line = sequencer.line(page, ANN);

    private static Proposal proposal(Id id, long stamp, State state, boolean shown, boolean away) {
        Card card = new Card("walker", "Walker", "Bass", "1", 0, 3840, List.of(), List.of(), List.of(), List.of(), Settings.NONE, 1, 1, 0, 0, Rights.OWN, Id.NONE);
        return new Proposal(id, new Proposal.Who(ANN, "Ann", 0), 1, card, state, "", shown, away, List.of(), List.of(), List.of(), null, stamp);
    }

    private void tray(boolean whole, Proposal... told) {
        page.receive(MessageFormat.toBytes(new Message.Tray(whole, ANN, 0, List.of(told))));
    }

    private List<Id> known() {
        return page.tray().proposals().stream().map(Proposal::id).toList();
    }

    @Test
    @DisplayName("keeps what was told singly since the welcome when an older whole one comes after it, and forgets the rest")
    void wholeAfterSingle() {
        line.connect();
        tray(true, proposal(FIRST, 1, State.READY, true, false));
        tray(false, proposal(SECOND, 1, State.READY, true, false));
        line.cut();
        line.connect();
        tray(true, proposal(FIRST, 1, State.READY, true, false));
        assertThat(known()).as("what was put away while the page was offline").containsExactly(FIRST);
        tray(false, proposal(SECOND, 3, State.READY, true, false));
        tray(false, proposal(FIRST, 2, State.READY, true, true));
        tray(true, proposal(FIRST, 1, State.READY, true, false));
        assertThat(known()).containsExactly(SECOND);
    }

    @Test
    @DisplayName("ends takes that were being made when their proposal ends, also those that are told late")
    void partials() {
        line.connect();
        byte[] take = TakeFormat.toBytes(new Take("Steady", List.of(), List.of(new Take.Chord(0, 3840, "C"))));
        tray(true, proposal(FIRST, 1, State.UNDER_WAY, true, false));
        page.receive(MessageFormat.toBytes(new Message.TakeTold(FIRST, 1, true, take)));
        assertThat(page.tray().partial(FIRST)).containsOnlyKeys(1);
        tray(false, proposal(FIRST, 2, State.CANCELLED, true, false));
        assertThat(page.tray().partial(FIRST)).isEmpty();
        page.receive(MessageFormat.toBytes(new Message.TakeTold(FIRST, 1, true, take)));
        assertThat(page.tray().partial(FIRST)).isEmpty();
    }

    @Test
    @DisplayName("hands no take to be kept as an alternative that has fewer votes than the song's owner asks for")
    void keeping() {
        line.connect();
        Take take = new Take("Steady", List.of(), List.of(new Take.Chord(0, 3840, "C")));
        tray(true, proposal(FIRST, 1, State.READY, true, false));
        page.receive(MessageFormat.toBytes(new Message.TakeTold(FIRST, 1, false, TakeFormat.toBytes(take))));
        assertThat(page.tray().toKeep(FIRST, 1)).isEqualTo(take);
        page.receive(MessageFormat.toBytes(new Message.Tray(false, ANN, 1, List.of())));
        assertThatThrownBy(() -> page.tray().toKeep(FIRST, 1)).isInstanceOf(EditRefused.class).hasMessageContaining("asks for 1 votes");
    }

    @Test
    @DisplayName("tells the others what is listened to, but not that of an idea that only this person sees")
    void listening() {
        line.connect();
        tray(true, proposal(FIRST, 1, State.READY, false, false), proposal(SECOND, 1, State.READY, true, false));
        page.tray().listen(FIRST, 1);
        page.tray().listen(SECOND, 1);
        List<Message> said = new ArrayList<>();
        for (byte[] frame = page.outgoing(); frame != null; frame = page.outgoing()) {
            said.add(MessageFormat.fromPage(frame));
        }
        assertThat(said).filteredOn(Message.Listen.class::isInstance).containsExactly(new Message.Listen(SECOND, 1));
    }

    @Test
    @DisplayName("forgets how loud the takes of a proposal are when it is put away, and of no other")
    void loudness() {
        line.connect();
        tray(true, proposal(FIRST, 1, State.READY, true, false), proposal(SECOND, 1, State.READY, true, false));
        page.receive(MessageFormat.toBytes(new Message.Measured(FIRST, Map.of(1, 250))));
        page.receive(MessageFormat.toBytes(new Message.Measured(SECOND, Map.of(1, -125))));
        assertThat(page.tray().above(FIRST, 1)).isEqualTo(2.5);
        tray(false, proposal(FIRST, 2, State.READY, true, true));
        assertThat(page.tray().above(FIRST, 1)).isNull();
        assertThat(page.tray().above(SECOND, 1)).isEqualTo(-1.25);
    }
}
