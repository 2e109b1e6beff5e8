package studio.tutti.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static studio.tutti.proposal.TrayNode.until;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.proposal.Proposal;
import studio.tutti.core.proposal.Settings;
import studio.tutti.core.protocol.Message;
import studio.tutti.core.protocol.Message.Verb;

@DisplayName("What is said and told of proposals")
class TalkOfProposalsTest extends InTray {

    @Test
    @DisplayName("keep a take that is vetoed, and what people said")
    void vetoed() {
        Id id = anna.ask(2, 7, List.of(), List.of(bass));
        anna.ready(id);
        ben.judge(id, 1, Verb.HIDE);
        Proposal hidden = anna.sees("it is hidden", id, each -> !each.take(1).hiddenBy().isNone());
        assertThat(hidden.take(1).hiddenBy()).isEqualTo(ben.page.person());
        anna.judge(id, 1, Verb.ACCEPT);
        assertThat(anna.refusal(id)).isEqualTo("This take was vetoed: show it again first.");
        Id remark = ben.page.read(replica -> replica.newId());
        ben.page.say(new Message.RemarkOn(id, remark, 1, "Too many steps."));
        ben.page.say(new Message.RemarkOn(id, remark, 1, "Too many steps."));
        assertThat(anna.sees("it is said", id, each -> !each.remarks().isEmpty()).remarks()).hasSize(1).first()
                .matches(each -> each.text().equals("Too many steps.") && each.take() == 1);
        anna.judge(id, 0, Verb.PUT_AWAY);
        ben.sees("it is put away", id, Proposal::putAway);
        assertThat(node.proposals().of(song.link(), ben.page.person(), false, 10)).isEmpty();
        assertThat(node.proposals().of(song.link(), ben.page.person(), true, 10)).hasSize(1).first().matches(each -> each.takes().size() == 2);
    }

    @Test
    @DisplayName("take no comment on a take that isn't there, and tell no more comments than pages read, however many got in at once")
    void commented() {
        Id id = anna.ask(2, 7, List.of(), List.of(bass));
        anna.ready(id);
        Proposal.Who who = new Proposal.Who(owner.person(), "Anna", 0);
        for (int take : new int[] {-1, 3, 5000}) {
            assertThatThrownBy(() -> node.proposals().remark(song.link(), who, new Message.RemarkOn(id, new Id(5, 5), take, "What?")))
                    .isInstanceOf(ProposalRefused.class).hasMessageStartingWith("There is no such take");
        }
        JdbcClient rows = node.bean(JdbcClient.class);
        for (int i = 0; i <= Proposal.MOST_REMARKS; i++) {
            rows.sql("insert into proposal_remark (proposal, id, take, person, name, colour, made, words) values (?, ?, 0, ?, 'Cleo', 0, ?, 'Hm.')")
                    .params(new UUID(id.high(), id.low()), UUID.randomUUID(), UUID.randomUUID(), i).update();
        }
        try (Listener late = Listener.in(node, song.link())) {
            assertThat(late.tray.get(id).remarks()).hasSize(Proposal.MOST_REMARKS);
        }
    }

    @Test
    @DisplayName("is told in news with the latest comments only, and of chosen notes how many; a page that lacks some asks for all")
    void brief() {
        Id id = anna.page.read(replica -> replica.newId());
        anna.page.say(new Message.AskFor(id, Stepping.ID, 0, BAR, List.of(), List.of(bass), List.of(new Id(11, 1), new Id(11, 2)),
                new Settings(java.util.Map.of("notes", "1")), 7, 1, Id.NONE));
        anna.ready(id);
        for (int i = 1; i <= 6; i++) {
            ben.page.say(new Message.RemarkOn(id, new Id(12, i), 0, "Hm " + i));
        }
        until("all is told", () -> anna.others.stream().anyMatch(each -> each instanceof Message.Tray tray && tray.said().contains(6)));
        Message.Tray last = anna.others.stream().filter(each -> each instanceof Message.Tray tray && tray.said().contains(6)).map(Message.Tray.class::cast)
                .findFirst().orElseThrow();
        assertThat(last.proposals().getFirst().remarks()).extracting(Proposal.Remark::text).hasSizeLessThan(6).last().isEqualTo("Hm 6");
        assertThat(last.proposals().getFirst().card().chosen()).containsExactly(Id.NONE, Id.NONE);
        anna.page.say(new Message.FetchTake(id, 0));
        until("all comments come", () -> anna.others.stream().anyMatch(each -> each instanceof Message.Tray tray && tray.proposals().stream()
                .anyMatch(proposal -> proposal.remarks().size() == 6)));
        Id again = anna.page.read(replica -> replica.newId());
        anna.page.say(new Message.AskFor(again, "", 0, 0, List.of(), List.of(), List.of(), Settings.NONE, 0, 0, id, true));
        Proposal other = anna.ready(again);
        assertThat(other.card().renews()).isEqualTo(Id.NONE);
        assertThat(other.card().seed()).isNotEqualTo(7);
        assertThat(node.proposals().find(song.link(), owner.person(), again).orElseThrow().card().chosen()).containsExactly(new Id(11, 1), new Id(11, 2));
    }

    @Test
    @DisplayName("greet a page with the newest only if all of them are more than it can take at once")
    void crowded() {
        Id id = anna.ask(1, 7, List.of(), List.of(bass), "notes", "1");
        anna.ready(id);
        JdbcClient rows = node.bean(JdbcClient.class);
        for (int i = 1; i <= 20; i++) {
            rows.sql("insert into proposal (id, song, asker, name, colour, made, card, state, shown, changed) "
                            + "select ?, song, asker, name, colour, made + ?, card, state, shown, 0 from proposal where id = ?")
                    .params(new UUID(13, i), i, new UUID(id.high(), id.low())).update();
            rows.sql("insert into proposal_remark (proposal, id, take, person, name, colour, made, words) "
                            + "select cast(? as uuid), random_uuid(), 0, random_uuid(), 'Cleo', 0, x, repeat('a', 1000) from system_range(1, 500)")
                    .param(new UUID(13, i)).update();
        }
        try (Listener late = Listener.in(node, song.link())) {
            assertThat(late.tray).hasSizeBetween(5, 15).containsKey(new Id(13, 20)).doesNotContainKey(id);
            assertThat(late.others).as("and how many are missing is said").anyMatch(each -> each instanceof Message.Tray tray && tray.whole()
                    && tray.left() == 21 - late.tray.size());
        }
    }
}
