package studio.tutti.collaboration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.tutti.account.Secret;
import studio.tutti.cli.bench.LoadPage;
import studio.tutti.cli.bench.ServerProcess;
import studio.tutti.cli.bench.TemporaryPostgres;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.editing.Labels;

@DisplayName("When the store is lost")
class StoreLostTest {

    @Test
    @DisplayName("edits wait, nothing is acknowledged, and everything goes on when the database is back")
    void databaseGone(@TempDir Path data) {
        try (TemporaryPostgres database = TemporaryPostgres.start();
                Node node = Node.on(database, data);
                Band band = new Band()) {
            Song song = node.songs().create(Secret.fresh().person(), "Ours", List.of());
            LoadPage anna = band.in(node, song.link());
            LoadPage ben = band.in(node, song.link());
            Band.addTrack(anna, "Drums");
            band.untilOne();
            database.down();
            Edit bass = Band.addTrack(anna, "Bass");
            Edit piano = Band.addTrack(ben, "Piano");
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
            assertThat(band.acknowledged).doesNotContainKeys(bass.id(), piano.id());
            assertThat(anna.<Integer>read(replica -> replica.pendingCount())).isEqualTo(1);
            database.up();
            band.untilOne();
            assertThat(Band.tracks(anna)).containsExactly("Bass", "Drums", "Piano").isEqualTo(Band.tracks(ben));
            assertThat(node.bean(LogReader.class).places(song)).containsAllEntriesOf(band.acknowledged);
            assertThat(node.bean(LogReader.class).isWithoutGaps(song)).isTrue();
            assertThat(found(node, song, "Add a track")).as("found by their words").hasSize(3).contains(bass.id(), piano.id());
            assertThat(found(node, song, "accept a take")).as("labels without a slash aren't cut").isEmpty();
        }
    }

    private static List<Id> found(Node node, Song song, String words) {
        return node.bean(Edits.class).page(song.link(), new Edits.Wanted(Long.MAX_VALUE, 0, Id.NONE, Labels.matching(words)), 10).stream()
                .map(PastEdit::edit).toList();
    }

    @Test
    @DisplayName("because the disk is full, edits wait until there is room again")
    void diskFull(@TempDir Path data) throws Exception {
        Song song;
        try (Node node = Node.alone(data)) {
            song = node.songs().create(Secret.fresh().person(), "Ours", List.of());
        }
        int port = ServerProcess.freePort();
        Path log = Files.createTempFile("tutti-node", ".log");
        try (ServerProcess server = ServerProcess.start(NodeMain.class.getName(), Node.settings(port, data), port, log);
                Band band = new Band()) {
            LoadPage anna = band.page();
            anna.connect(server.url(), song.link()).orTimeout(30, TimeUnit.SECONDS).join();
            Band.addTrack(anna, "Drums");
            band.untilOne();
            limitFileSize(server, "1024");
            Edit bass = Band.addTrack(anna, "Bass");
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
            assertThat(band.acknowledged).doesNotContainKey(bass.id());
            limitFileSize(server, "unlimited");
            Band.until("it is stored", () -> {
                reconnect(anna, server, song);
                return anna.<Integer>read(replica -> replica.pendingCount()) == 0;
            });
            assertThat(Band.tracks(anna)).containsExactly("Bass", "Drums");
            server.kill();
            try (Node node = Node.alone(data)) {
                assertThat(node.bean(LogReader.class).places(song)).containsAllEntriesOf(band.acknowledged);
            }
        } finally {
            Files.delete(log);
        }
    }

    private static void reconnect(LoadPage page, ServerProcess server, Song song) {
        if (!page.isConnected()) {
            page.close();
            page.connect(server.url(), song.link()).orTimeout(5, TimeUnit.SECONDS).exceptionally(failure -> null).join();
        }
    }

    /** A process that may not write past a size sees what a full disk shows: writes that fail. */
    private static void limitFileSize(ServerProcess server, String bytes) throws IOException, InterruptedException {
        Process limit = new ProcessBuilder("prlimit", "--pid", "" + server.pid(), "--fsize=" + bytes + ":unlimited").inheritIO().start();
        assertThat(limit.waitFor()).isZero();
    }
}
