package studio.tutti.proposal;

import static studio.tutti.proposal.TrayNode.until;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import studio.tutti.account.Secret;
import studio.tutti.collaboration.Song;
import studio.tutti.collaboration.Songs;
import studio.tutti.core.arrangement.Id;

/** Base of tests of the tray: one node a class; a new song a test, with a track "Bass" and Anna, who owns it, and Ben in its room. */
abstract class InTray {

    static final long BAR = 3840;

    private static @TempDir Path data;
    static TrayNode node;
    final Secret owner = Secret.fresh();
    Song song;
    Listener anna;
    Listener ben;
    Id bass;

    @BeforeAll
    static void start() {
        node = new TrayNode(data, "--tutti.jobs.workers=2");
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @BeforeEach
    void begin() {
        song = node.bean(Songs.class).create(owner.person(), "Our song", List.of());
        anna = Listener.in(node, song.link(), owner);
        ben = Listener.in(node, song.link());
        bass = anna.track("Bass");
        until("Ben has the track", () -> ben.revision() == anna.revision());
    }

    @AfterEach
    void end() {
        anna.close();
        ben.close();
    }
}
