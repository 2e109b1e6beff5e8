package studio.tutti.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.tutti.account.Secret;
import studio.tutti.cli.bench.ServerProcess;
import studio.tutti.cli.bench.TemporaryPostgres;
import studio.tutti.collaboration.Song;
import studio.tutti.collaboration.Songs;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.proposal.Proposal;
import studio.tutti.core.protocol.Message;

import static studio.tutti.proposal.TrayNode.until;

@DisplayName("The tray, when nodes come and go")
class TrayRestartTest {

    @TempDir Path data;
    private final Secret owner = Secret.fresh();

    @Test
    @DisplayName("survives a full restart with its takes and votes, and what was under way goes on without making a take twice")
    void restart() {
        Song song;
        Id running;
        Id waiting;
        List<Proposal.Header> before;
        try (TrayNode node = new TrayNode(data, "--tutti.jobs.workers=1")) {
            song = node.bean(Songs.class).create(owner.person(), "Our song", List.of());
            try (Listener anna = Listener.in(node, song.link(), owner)) {
                running = anna.ask(4, 7, List.of(), List.of(), "notes", "10", "pause", "40");
                anna.sees("the first take is there", running, each -> each.take(1) != null);
                waiting = anna.ask(1, 8, List.of(), List.of());
                anna.judge(running, 1, Message.Verb.UP);
                anna.sees("it is voted for", running, each -> each.votesFor(1) == 1);
                before = anna.tray.get(running).takes();
            }
        }
        try (TrayNode node = new TrayNode(data, "--tutti.jobs.workers=1"); Listener anna = Listener.in(node, song.link(), owner)) {
            assertThat(anna.ready(running).votesFor(1)).isEqualTo(1);
            assertThat(anna.tray.get(running).takes()).hasSize(4).containsAll(before);
            assertThat(anna.ready(waiting).takes()).hasSize(1);
            assertThat(node.bean(Stepping.class).finished).as("takes that were there are not made again").hasSizeLessThan(5);
        }
    }

    @Test
    @DisplayName("is one across nodes: a worker that is killed midway is taken over, each take is there once, and accepting works anywhere")
    void nodes() {
        try (TemporaryPostgres database = TemporaryPostgres.start()) {
            String join = "--tutti.join=127.0.0.1:" + ServerProcess.freePort() + ",127.0.0.1:" + ServerProcess.freePort() + ",127.0.0.1:"
                    + ServerProcess.freePort();
            String store = "--spring.datasource.url=" + database.url();
            int port = ServerProcess.freePort();
            try (TrayNode one = new TrayNode(data.resolve("one"), join, store, "--tutti.role=web");
                    TrayNode two = new TrayNode(data.resolve("two"), join, store, "--tutti.role=web")) {
                Song song = one.bean(Songs.class).create(owner.person(), "Our song", List.of());
                try (Listener anna = Listener.in(one, song.link(), owner); Listener ben = Listener.in(two, song.link())) {
                    Id id;
                    try (ServerProcess worker = ServerProcess.start(TrayApplication.class.getName(),
                            TrayNode.settings(port, data.resolve("worker"), join, store, "--tutti.role=worker"), port, data.resolve("log"))) {
                        id = anna.ask(4, 7, List.of(), List.of(), "notes", "20", "pause", "30");
                        ben.sees("the other node hears of the first take", id, each -> each.take(1) != null);
                        assertThat(ben.takes).anyMatch(Message.TakeTold::partial);
                        worker.kill();
                    }
                    long killed = System.nanoTime();
                    List<Proposal.Header> before = anna.tray.get(id).takes();
                    assertThat(before).isNotEmpty().hasSizeLessThan(4);
                    try (TrayNode three = new TrayNode(data.resolve("three"), join, store)) {
                        Proposal ready = ben.ready(id);
                        System.out.println("Worker killed to all takes there: " + (System.nanoTime() - killed) / 1_000_000 + " ms");
                        assertThat(ready.takes()).hasSize(4).containsAll(before);
                        assertThat(three.bean(Stepping.class).finished).hasSize(4 - before.size());
                        // the same card on another machine gives the same takes
                        Id again = anna.ask(4, 7, List.of(), List.of(), "notes", "20");
                        assertThat(ben.ready(again).takes()).isEqualTo(ready.takes());
                        anna.ready(id);
                        ben.judge(id, 3, Message.Verb.ACCEPT);
                        until("the song has it on both nodes", () -> anna.pitches().size() == 20 && ben.pitches().size() == 20);
                        anna.sees("the other node knows who", id, each -> each.acceptance() != null && each.acceptance().revision() > 0);
                    }
                }
            }
        }
    }
}
