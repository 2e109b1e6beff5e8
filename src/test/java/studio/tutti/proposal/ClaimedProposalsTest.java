package studio.tutti.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.tutti.proposal.TrayNode.until;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import studio.tutti.collaboration.Edits;
import studio.tutti.collaboration.PastEdit;
import studio.tutti.collaboration.Songs;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.editing.TakeGestures;
import studio.tutti.core.proposal.AcceptedEdit;
import studio.tutti.core.proposal.Proposal;
import studio.tutti.core.proposal.Proposal.State;
import studio.tutti.core.proposal.Take;
import studio.tutti.core.protocol.Message;
import studio.tutti.core.protocol.Message.Verb;

@DisplayName("Proposals that somebody was accepting when something broke")
class ClaimedProposalsTest extends InTray {

    @Test
    @DisplayName("that a node claimed and then died over are found out from the log: it has the edit, or the claim is worth nothing after a minute")
    void claimed() {
        JdbcClient rows = node.bean(JdbcClient.class);
        Id id = anna.ask(2, 7, List.of(), List.of(bass));
        anna.ready(id);
        UUID key = new UUID(id.high(), id.low());
        rows.sql("update proposal set taken = 1, taker = ?, taker_name = 'Cleo', taker_colour = 0, edit = ?, taken_at = "
                + "cast(extract(epoch from current_timestamp) * 1000 as bigint) where id = ?").params(UUID.randomUUID(), UUID.randomUUID(), key).update();
        anna.judge(id, 2, Verb.ACCEPT);
        assertThat(anna.refusal(id)).isEqualTo("Cleo was quicker and is accepting take 1.");
        rows.sql("update proposal set taken_at = 0 where id = ?").param(key).update();
        assertThat(node.proposals().of(song.link(), owner.person(), false, 10).getFirst().acceptance()).as("the claim is given back").isNull();
        anna.judge(id, 2, Verb.ACCEPT);
        anna.sees("it is accepted", id, each -> each.acceptance() != null && each.acceptance().revision() > 0);
        rows.sql("update proposal set revision = 0, taken_at = 0 where id = ?").param(key).update();
        Proposal found = node.proposals().of(song.link(), owner.person(), false, 10).getFirst();
        assertThat(found.acceptance().revision()).as("the log has the edit").isEqualTo(node.bean(Songs.class).find(song.link()).orElseThrow().head());
    }

    @Test
    @DisplayName("whose edit still waits for the store are not given back, however old their claim is: the song has it a moment later")
    void waiting() throws Exception {
        JdbcClient rows = node.bean(JdbcClient.class);
        TransactionTemplate transaction = new TransactionTemplate(node.bean(PlatformTransactionManager.class));
        Id id = anna.ask(2, 7, List.of(), List.of(bass));
        anna.ready(id);
        CompletableFuture<Proposal> found = new CompletableFuture<>();
        Thread accepting = Thread.ofPlatform().unstarted(() ->
                node.proposals().judge(song.link(), new Proposal.Who(owner.person(), "Anna", 0), new Message.Judge(id, 1, Verb.ACCEPT)));
        Thread looking = Thread.ofPlatform().unstarted(() -> found.complete(node.proposals().of(song.link(), owner.person(), false, 10).getFirst()));
        transaction.executeWithoutResult(status -> {
            rows.sql("update song set changed = changed where id = ?").param(new UUID(song.id().high(), song.id().low())).update();
            accepting.start();
            until("its edit waits", () -> isIn(accepting, "studio.tutti.collaboration.internal.Editing"));
            CompletableFuture.runAsync(() -> rows.sql("update proposal set taken_at = 0 where id = ?").param(new UUID(id.high(), id.low())).update()).join();
            looking.start();
            until("it is looked for, too", () -> found.isDone() || isIn(looking, "studio.tutti.collaboration.internal.Editing"));
        });
        Proposal decided = found.get(60, TimeUnit.SECONDS);
        accepting.join();
        assertThat(decided.acceptance().take()).isEqualTo(1);
        assertThat(decided.acceptance().revision()).isPositive();
        until("the song has it", () -> anna.pitches().size() == 16);
    }

    @Test
    @DisplayName("are given back for good: an edit that was held up all the while, on whatever node, comes to nothing")
    void late() {
        JdbcClient rows = node.bean(JdbcClient.class);
        Id id = anna.ask(2, 7, List.of(), List.of(bass));
        anna.ready(id);
        Id edit = new Id(77, 1);
        rows.sql("update proposal set taken = 1, taker = ?, taker_name = 'Anna', taker_colour = 0, edit = ?, taken_at = 0 where id = ?")
                .params(new UUID(owner.person().high(), owner.person().low()), new UUID(77, 1), new UUID(id.high(), id.low())).update();
        assertThat(node.proposals().of(song.link(), owner.person(), false, 10).getFirst().acceptance()).as("the claim is given back").isNull();
        Take take = node.proposals().take(song.link(), owner.person(), id, 1).orElseThrow();
        String label = AcceptedEdit.label(id, 1);
        List<Operation> late = node.bean(Songs.class).read(song.link(), (revision, today) ->
                TakeGestures.lay(today, new IdSequence(77, 0), take, 0, 4 * BAR, TakeGestures.Manner.IN_PLACE, label).operations());
        node.bean(Songs.class).edit(song.link(), owner.person(), edit, label, late);
        assertThat(node.bean(Songs.class).arrangement(song.link()).count(Kind.NOTE)).isZero();
        assertThat(node.bean(Edits.class).page(song.link(), Edits.Wanted.LATEST, 10)).as("what came to nothing is not listed")
                .extracting(PastEdit::label).containsExactly("track.add");
        until("Anna has it", () -> anna.revision() == node.bean(Songs.class).find(song.link()).orElseThrow().head());
        assertThat(anna.page.<String>read(replica -> replica.steps().nextUndo().label())).as("what an open page undoes").isEqualTo("track.add");
        try (Listener again = Listener.in(node, song.link(), owner)) {
            assertThat(again.page.<String>read(replica -> replica.steps().nextUndo().label())).as("what a newly loaded page undoes").isEqualTo("track.add");
        }
        ben.judge(id, 2, Verb.ACCEPT);
        until("another take is accepted", () -> anna.pitches().size() == 16);
    }

    private static boolean isIn(Thread thread, String type) {
        return java.util.Arrays.stream(thread.getStackTrace()).anyMatch(each -> each.getClassName().equals(type) && thread.getState() == Thread.State.TIMED_WAITING);
    }

    @Test
    @DisplayName("whose claim's node died are given back on open pages, too, which ask for nothing")
    void claimedWhileOpen() {
        Id id = anna.ask(1, 7, List.of(), List.of(bass));
        anna.ready(id);
        node.bean(JdbcClient.class).sql("update proposal set taken = 1, taker = ?, taker_name = 'Cleo', taker_colour = 0, edit = ?, taken_at = 0, stamp = "
                        + "stamp + 1, changed = cast(extract(epoch from current_timestamp) * 1000 as bigint) where id = ?")
                .params(UUID.randomUUID(), UUID.randomUUID(), new UUID(id.high(), id.low())).update();
        long stamp = anna.tray.get(id).stamp();
        anna.sees("the claim is given back", id, each -> each.stamp() > stamp + 1 && each.acceptance() == null);
    }

    @Test
    @DisplayName("stay claimed if the song has the edit and the tray can't be written, so that nobody accepts a second take beside it")
    void notWritten() {
        JdbcClient rows = node.bean(JdbcClient.class);
        Id id = anna.ask(2, 7, List.of(), List.of(bass));
        anna.ready(id);
        UUID key = new UUID(id.high(), id.low());
        rows.sql("alter table proposal add constraint proposal_failing check (revision = 0 or id <> '" + key + "')").update();
        try {
            anna.judge(id, 1, Verb.ACCEPT);
            anna.refusal(id);
            until("the song has it", () -> anna.pitches().size() == 16);
            ben.judge(id, 2, Verb.ACCEPT);
            ben.refusal(id);
        } finally {
            rows.sql("alter table proposal drop constraint proposal_failing").update();
        }
        rows.sql("update proposal set taken_at = 0 where id = ?").param(key).update();
        Proposal found = node.proposals().of(song.link(), owner.person(), false, 10).getFirst();
        assertThat(found.acceptance().take()).isEqualTo(1);
        assertThat(found.acceptance().revision()).isEqualTo(anna.revision());
        assertThat(anna.pitches()).hasSize(16);
    }
}
