package studio.tutti.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.tutti.proposal.TrayNode.until;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.collaboration.Edits;
import studio.tutti.collaboration.PastEdit;
import studio.tutti.collaboration.Songs;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.editing.Labels;
import studio.tutti.core.proposal.AcceptedEdit;
import studio.tutti.core.proposal.Proposal;
import studio.tutti.core.proposal.Proposal.State;
import studio.tutti.core.proposal.Take;
import studio.tutti.core.protocol.Message;
import studio.tutti.core.protocol.Message.Verb;

@DisplayName("Takes that are accepted")
class AcceptingTakesTest extends InTray {

    @Test
    @DisplayName("are accepted by one edit that names them, undone in one step, and can be accepted again then")
    void accepted() {
        Id id = anna.ask(2, 7, List.of(), List.of(bass));
        ben.ready(id);
        long before = ben.revision();
        ben.judge(id, 2, Verb.ACCEPT);
        Proposal accepted = anna.sees("it is accepted", id, each -> each.acceptance() != null && each.acceptance().revision() > 0);
        assertThat(accepted.acceptance().take()).isEqualTo(2);
        assertThat(accepted.acceptance().by().person()).isEqualTo(ben.page.person());
        until("all have it", () -> anna.revision() == before + 1 && ben.revision() == before + 1);
        Take take = node.proposals().take(song.link(), owner.person(), id, 2).orElseThrow();
        assertThat(anna.pitches()).isEqualTo(take.parts().getFirst().notes().stream().map(note -> (long) note.pitch()).sorted().toList());
        var edit = node.bean(Edits.class).find(song.link(), accepted.acceptance().edit()).orElseThrow();
        assertThat(AcceptedEdit.proposal(edit.label())).isEqualTo(id);
        assertThat(edit.author()).isEqualTo(ben.page.person());

        List<PastEdit> found = node.bean(Edits.class).page(song.link(),
                new Edits.Wanted(Long.MAX_VALUE, 0, Id.NONE, Labels.matching("Accept a take")), 10);
        assertThat(found).as("found among all edits by its words").extracting(PastEdit::edit).containsExactly(accepted.acceptance().edit());

        anna.judge(id, 1, Verb.ACCEPT);
        assertThat(anna.refusal(id)).isEqualTo("Page has accepted take 2 already. Undo that first, then accept another.");
        ben.page.undo();
        ben.stored();
        assertThat(ben.pitches()).isEmpty();
        ben.judge(id, 1, Verb.ACCEPT);
        until("another take is accepted", () -> anna.pitches().size() == 16);
    }

    @Test
    @DisplayName("are accepted by one of two who press at the same moment; the other is told who was quicker")
    void twoAccept() throws Exception {
        for (int round = 0; round < 10; round++) {
            Id id = anna.ask(2, round + 1, List.of(), List.of(), "notes", "4");
            anna.ready(id);
            ben.ready(id);
            long before = anna.revision();
            CountDownLatch both = new CountDownLatch(1);
            List<String> refusals = new java.util.concurrent.CopyOnWriteArrayList<>();
            List<Thread> threads = new ArrayList<>();
            for (int take = 1; take <= 2; take++) {
                int mine = take;
                Proposal.Who who = new Proposal.Who(mine == 1 ? anna.page.person() : ben.page.person(), mine == 1 ? "Anna" : "Ben", 0);
                threads.add(Thread.ofVirtual().start(() -> {
                    try {
                        both.await();
                        node.proposals().judge(song.link(), who, new Message.Judge(id, mine, Verb.ACCEPT));
                    } catch (ProposalRefused refused) {
                        refusals.add(refused.getMessage());
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                }));
            }
            both.countDown();
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(refusals).hasSize(1).first().asString().matches("(Anna|Ben) (was quicker and is accepting take|has accepted take) .*");
            until("the edit is there", () -> anna.revision() > before);
            assertThat(node.bean(Songs.class).find(song.link()).orElseThrow().head()).isEqualTo(before + 1);
        }
    }

    @Test
    @DisplayName("say which track is gone when their place was removed, and change nothing")
    void placeRemoved() {
        Id id = anna.ask(1, 7, List.of(), List.of(bass));
        anna.ready(id);
        ben.ready(id);
        anna.edit(new Operation.Remove(bass));
        long before = anna.revision();
        until("Ben has it", () -> ben.revision() == before);
        ben.judge(id, 1, Verb.ACCEPT);
        assertThat(ben.refusal(id)).startsWith("The track “Bass” is not there any more");
        assertThat(anna.revision()).isEqualTo(before);
        Proposal free = ben.sees("the claim is given back", id, each -> each.acceptance() == null);
        assertThat(free.state()).isEqualTo(State.READY);
        anna.page.undo();
        anna.stored();
        ben.judge(id, 1, Verb.ACCEPT);
        until("it is accepted", () -> ben.pitches().size() == 16);
    }

    @Test
    @DisplayName("are not redone beside another take of theirs, nor into bars that were locked meanwhile")
    void redone() {
        Id id = anna.ask(2, 7, List.of(), List.of(bass));
        anna.ready(id);
        anna.judge(id, 1, Verb.ACCEPT);
        until("take 1 is there", () -> anna.pitches().size() == 16);
        anna.page.undo();
        anna.stored();
        anna.page.redo();
        anna.stored();
        assertThat(anna.pitches()).as("nothing is in the way").hasSize(16);
        anna.page.undo();
        anna.stored();
        ben.judge(id, 2, Verb.ACCEPT);
        until("take 2 is there", () -> anna.pitches().size() == 16);
        anna.page.redo();
        until("it is refused", () -> anna.refused.stream().anyMatch(each -> each.reason().equals("A take of this proposal is in the song already: undo that first.")));
        anna.stored();
        assertThat(anna.pitches()).hasSize(16);
        ben.page.undo();
        ben.stored();
        Id lock = anna.page.read(replica -> replica.newId());
        anna.edit(new Operation.Add(lock, Kind.LOCK, java.util.Map.of(Property.PARENT, bass, Property.START, BAR, Property.LENGTH, BAR,
                Property.HOLDER, owner.person(), Property.NAME, "Anna")));
        until("Ben has the lock", () -> ben.revision() == anna.revision());
        ben.page.redo();
        until("it is refused", () -> ben.refused.stream().anyMatch(each -> each.reason().startsWith("Bar 2 of “Bass” is locked by Anna")));
        ben.stored();
        assertThat(ben.pitches()).isEmpty();
    }

    @Test
    @DisplayName("need the votes that the song's owner asks for; only the owner asks")
    void votes() {
        Id id = anna.ask(2, 7, List.of(), List.of(bass));
        anna.ready(id);
        ben.ready(id);
        ben.page.say(new Message.WantVotes(2));
        assertThat(ben.refusal(Id.NONE)).isEqualTo("Only the song's owner can say how many votes a take needs.");
        anna.page.say(new Message.WantVotes(2));
        until("Ben knows", () -> ben.votes == 2);
        ben.judge(id, 1, Verb.UP);
        anna.judge(id, 1, Verb.DOWN);
        ben.sees("both voted", id, each -> each.votes().size() == 2);
        ben.judge(id, 1, Verb.ACCEPT);
        assertThat(ben.refusal(id)).isEqualTo("This song's owner asks for 2 votes before a take is accepted; this one has 1.");
        anna.judge(id, 1, Verb.UP);
        ben.sees("Anna changed her mind", id, each -> each.votesFor(1) == 2);
        ben.judge(id, 1, Verb.ACCEPT);
        until("it is accepted", () -> ben.pitches().size() == 16);
    }

    @Test
    @DisplayName("can be accepted again once others have removed all that the acceptance made")
    void removed() {
        Id id = anna.ask(2, 7, List.of(), List.of(bass));
        anna.ready(id);
        anna.judge(id, 1, Verb.ACCEPT);
        Proposal accepted = ben.sees("it is accepted", id, each -> each.acceptance() != null && each.acceptance().revision() > 0);
        until("Ben has it", () -> ben.pitches().size() == 16);
        ben.judge(id, 2, Verb.ACCEPT);
        assertThat(ben.refusal(id)).endsWith("Undo that first, then accept another.");
        ben.page.edit("test", ben.page.read(replica -> {
            List<Operation> removal = new ArrayList<>();
            Arrangement today = replica.arrangement();
            for (int handle = 0; handle < today.handles(); handle++) {
                if (today.at(handle).writer(Property.ALIVE).equals(accepted.acceptance().edit())) {
                    removal.add(new Operation.Remove(today.at(handle).id()));
                }
            }
            return removal.reversed();
        }));
        ben.stored();
        assertThat(ben.pitches()).isEmpty();
        ben.judge(id, 2, Verb.ACCEPT);
        until("take 2 is there", () -> ben.pitches().size() == 16);
    }
}
