package studio.tutti.collaboration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.tutti.account.Secret;
import studio.tutti.cli.bench.LoadPage;
import studio.tutti.cli.bench.ServerProcess;
import studio.tutti.cli.bench.TemporaryPostgres;
import studio.tutti.collaboration.internal.store.Key;
import studio.tutti.core.arrangement.Id;

/** Servers die at random moments under load. The long form ({@code -Dtutti.long=true}) kills more of them. */
@DisplayName("When a server is killed")
class KillTest {

    private static final boolean LONG = Boolean.getBoolean("tutti.long");
    private static final String MAIN = NodeMain.class.getName();

    private static int kills(int usual, int many) {
        return LONG ? many : usual;
    }

    @Test
    @DisplayName("no acknowledged edit is missing and none is there twice")
    void losesNothing(@TempDir Path data) {
        Song song;
        try (Node node = Node.alone(data)) {
            song = node.songs().create(Secret.fresh().person(), "Ours", List.of());
        }
        int port = ServerProcess.freePort();
        String url = "http://127.0.0.1:" + port;
        try (Crowded crowd = new Crowded(song.link(), 6, () -> List.of(url))) {
            for (int kill = 0; kill < kills(3, 50); kill++) {
                ServerProcess server = ServerProcess.start(MAIN, Node.settings(port, data), port, data.resolve("log"));
                crowd.untilAcknowledged(40);
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(30_000_000));
                server.kill();
            }
            try (ServerProcess server = ServerProcess.start(MAIN, Node.settings(port, data), port, data.resolve("log"))) {
                crowd.settle();
                checkPages(crowd);
            }
            try (Node node = Node.alone(data)) {
                checkStore(node, song, crowd);
            }
        }
    }

    @Test
    @DisplayName("and it ordered the song, the editors go on at the other, and nothing is lost")
    void survivesItsOwner(@TempDir Path data) throws SQLException {
        try (TemporaryPostgres database = TemporaryPostgres.start()) {
            Song song;
            try (Node node = Node.on(database, data)) {
                song = node.songs().create(Secret.fresh().person(), "Ours", List.of());
            }
            List<Member> members = new ArrayList<>();
            List<String> addresses = List.of("127.0.0.1:" + ServerProcess.freePort(), "127.0.0.1:" + ServerProcess.freePort());
            // Each takes the first of the addresses that is free.
            addresses.forEach(address -> members.add(new Member(database, data, String.join(",", addresses), address)));
            try (Crowded crowd = new Crowded(song.link(), 6, () -> members.stream().filter(Member::isUp).map(Member::url).toList())) {
                for (int kill = 0; kill < kills(1, 10); kill++) {
                    crowd.untilAcknowledged(60);
                    Member owner = owner(database, song, members);
                    owner.kill();
                    crowd.untilAcknowledged(60);
                    owner.start();
                }
                crowd.settle();
                checkPages(crowd);
                members.forEach(Member::stop);
                try (Node node = Node.on(database, data)) {
                    checkStore(node, song, crowd);
                }
            } finally {
                members.forEach(Member::stop);
            }
        }
    }

    /** The one whose address the song's row tells. */
    private static Member owner(TemporaryPostgres database, Song song, List<Member> members) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url());
                PreparedStatement query = connection.prepareStatement("select owner from song where id = ?")) {
            query.setObject(1, Key.of(song.id()));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                String owner = row.getString(1).replaceAll("[\\[\\]]", "");
                return members.stream().filter(member -> owner.startsWith(member.address + " ")).findFirst().orElseThrow();
            }
        }
    }

    private static void checkPages(Crowded crowd) {
        assertThat(crowd.pages()).extracting(LoadPage::fault).containsOnlyNulls();
        assertThat(crowd.pages().stream().map(page -> page.<Long>read(replica -> replica.checksum())).distinct()).hasSize(1);
        assertThat(crowd.band().twice).as("edits that were acknowledged at two revisions").isEmpty();
    }

    private static void checkStore(Node node, Song song, Crowded crowd) {
        LogReader log = node.bean(LogReader.class);
        Map<Id, Long> stored = log.places(song);
        assertThat(stored).as("every acknowledged edit, at its revision").containsAllEntriesOf(crowd.band().acknowledged);
        assertThat(log.isWithoutGaps(song)).isTrue();
        assertThat(log.count(song)).as("no edit is there twice").isEqualTo(stored.size());
        assertThat(node.songs().arrangement(song.link()).checksum())
                .isEqualTo(crowd.pages().getFirst().<Long>read(replica -> replica.checksum()));
    }

    /** A node of the cluster in a process of its own, always on the same port. */
    private static final class Member {
        private final List<String> settings;
        private final int port = ServerProcess.freePort();
        private final Path log;
        private final String address;
        private volatile ServerProcess process;
        private volatile boolean up;

        Member(TemporaryPostgres database, Path data, String join, String address) {
            this.address = address;
            settings = Node.settings(port, data);
            settings.add("--spring.datasource.url=" + database.url());
            settings.add("--tutti.join=" + join);
            log = data.resolve("log-" + port);
            start();
        }

        void start() {
            process = ServerProcess.start(MAIN, settings, port, log);
            up = true;
        }

        boolean isUp() {
            return up;
        }

        String url() {
            return "http://127.0.0.1:" + port;
        }

        void kill() {
            up = false;
            process.kill();
        }

        void stop() {
            up = false;
            process.close();
        }
    }
}
