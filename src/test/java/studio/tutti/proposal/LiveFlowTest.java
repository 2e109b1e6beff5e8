package studio.tutti.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.tutti.proposal.TrayNode.until;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import studio.tutti.account.Secret;
import studio.tutti.cli.bench.ServerProcess;
import studio.tutti.cli.bench.TemporaryPostgres;
import studio.tutti.collaboration.Song;
import studio.tutti.collaboration.Songs;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.proposal.Proposal;
import studio.tutti.core.proposal.Proposal.State;
import studio.tutti.core.proposal.Take;
import studio.tutti.core.protocol.Message;
import studio.tutti.core.protocol.Message.Verb;
import studio.tutti.core.protocol.TakeFormat;
import studio.tutti.jobs.Job;
import studio.tutti.jobs.Jobs;

/** The shipped live assistant on real workers. */
@DisplayName("Flow Machines that go on")
class LiveFlowTest {

    private static final String LIVE = "flow-machines-live";
    private static final int HIGH = 72;

    @TempDir Path data;
    private final Secret owner = Secret.fresh();

    /** Waits for a whole take whose melody is as wanted; its number. */
    private static int take(String what, Listener listener, Id proposal, int after, Predicate<List<Take.Note>> melody) {
        int[] found = new int[1];
        until(what + " " + listener.tray.get(proposal), () -> listener.takes.stream().anyMatch(told -> {
            boolean fits = told.proposal().equals(proposal) && !told.partial() && told.take() > after
                    && melody.test(TakeFormat.fromBytes(told.content()).parts().getFirst().notes());
            found[0] = fits ? told.take() : found[0];
            return fits;
        }));
        return found[0];
    }

    private static boolean isHigh(List<Take.Note> melody) {
        return !melody.isEmpty() && melody.stream().allMatch(note -> note.pitch() >= HIGH);
    }

    @Test
    @DisplayName("give take after take as the controls stand, say what can't be done without ending, and end when they are stopped")
    void steered() {
        try (TrayNode node = new TrayNode(data)) {
            Song song = node.bean(Songs.class).create(owner.person(), "Our song", List.of());
            try (Listener anna = Listener.in(node, song.link(), owner); Listener ben = Listener.in(node, song.link())) {
                Id id = anna.ask(LIVE, 1, 7, List.of(), List.of(), "style", "twenties");
                int first = take("the first take comes", ben, id, 0, melody -> !melody.isEmpty());
                ben.page.say(new Message.Steer(id, "lowest", "" + HIGH));
                int high = take("a take follows the lowest note", anna, id, first, LiveFlowTest::isHigh);
                ben.page.say(new Message.Steer(id, "highest", "60"));
                until("the clash is told", () -> anna.takes.stream().anyMatch(told -> told.proposal().equals(id) && told.partial()
                        && TakeFormat.fromBytes(told.content()).label().startsWith("A range goes")));
                ben.page.say(new Message.Steer(id, "highest", "96"));
                int last = take("it goes on", anna, id, high, LiveFlowTest::isHigh);
                assertThat(anna.tray.get(id).state()).isEqualTo(State.UNDER_WAY);
                anna.judge(id, 0, Verb.STOP);
                Proposal ended = ben.ready(id);
                assertThat(ended.takes()).hasSizeGreaterThanOrEqualTo(last);
                ben.judge(id, high, Verb.ACCEPT);
                until("a take that came meanwhile is accepted", () -> !anna.pitches().isEmpty());
                until("its worker is free", () -> node.bean(Jobs.class).find(new UUID(id.high(), id.low())).orElseThrow().state() == Job.State.DONE);
                assertThat(node.bean(JdbcClient.class).sql("select count(*) from proposal_level where proposal = ?")
                        .param(new UUID(id.high(), id.low())).query(Long.class).single()).as("nothing is measured once it is stopped").isZero();
            }
        }
    }

    @Test
    @DisplayName("go on after their worker was killed, steered as they were, and make no take twice")
    void killed() {
        try (TemporaryPostgres database = TemporaryPostgres.start()) {
            String join = "--tutti.join=127.0.0.1:" + ServerProcess.freePort() + ",127.0.0.1:" + ServerProcess.freePort() + ",127.0.0.1:"
                    + ServerProcess.freePort();
            String store = "--spring.datasource.url=" + database.url();
            int port = ServerProcess.freePort();
            try (TrayNode web = new TrayNode(data.resolve("web"), join, store, "--tutti.role=web")) {
                Song song = web.bean(Songs.class).create(owner.person(), "Our song", List.of());
                try (Listener anna = Listener.in(web, song.link(), owner)) {
                    Id id;
                    int high;
                    try (ServerProcess worker = ServerProcess.start(TrayApplication.class.getName(),
                            TrayNode.settings(port, data.resolve("worker"), join, store, "--tutti.role=worker"), port, data.resolve("log"))) {
                        id = anna.ask(LIVE, 1, 7, List.of(), List.of());
                        int first = take("the first take comes", anna, id, 0, melody -> !melody.isEmpty());
                        anna.page.say(new Message.Steer(id, "lowest", "" + HIGH));
                        high = take("a take follows the lowest note", anna, id, first, LiveFlowTest::isHigh);
                        worker.kill();
                    }
                    List<Proposal.Header> before = anna.sees("the take lies there", id, each -> each.take(high) != null).takes();
                    try (TrayNode other = new TrayNode(data.resolve("other"), join, store, "--tutti.role=worker")) {
                        take("the other worker goes on as it was told", anna, id, before.getLast().number(), LiveFlowTest::isHigh);
                        anna.judge(id, 0, Verb.STOP);
                        assertThat(anna.ready(id).takes()).containsAll(before).hasSizeGreaterThan(before.size());
                    }
                }
            }
        }
    }
}
