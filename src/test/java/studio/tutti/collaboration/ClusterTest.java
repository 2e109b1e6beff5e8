package studio.tutti.collaboration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.tutti.account.Secret;
import studio.tutti.cli.bench.LoadPage;
import studio.tutti.cli.bench.TemporaryPostgres;
import studio.tutti.collaboration.internal.cluster.Nodes;
import studio.tutti.collaboration.internal.store.Key;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.protocol.Message;
import studio.tutti.core.protocol.Presence;

@DisplayName("Three nodes on one database")
class ClusterTest {

    private static @TempDir Path data;
    private static TemporaryPostgres database;
    private static final List<Node> NODES = new ArrayList<>();
    private Band band;

    @BeforeAll
    static void start() throws Exception {
        database = TemporaryPostgres.start();
        String join = freeAddresses(3);
        for (int i = 0; i < 3; i++) {
            NODES.add(Node.joined(database, data, join));
        }
        Band.until("they have found each other", () -> NODES.stream().noneMatch(node -> node.bean(Nodes.class).isAlone()));
    }

    private static String freeAddresses(int count) throws Exception {
        List<ServerSocket> sockets = new ArrayList<>();
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ServerSocket socket = new ServerSocket(0);
            sockets.add(socket);
            addresses.add("127.0.0.1:" + socket.getLocalPort());
        }
        for (ServerSocket socket : sockets) {
            socket.close();
        }
        return String.join(",", addresses);
    }

    @AfterAll
    static void stop() {
        NODES.forEach(Node::close);
        database.close();
    }

    @BeforeEach
    void begin() {
        band = new Band();
    }

    @AfterEach
    void end() {
        band.close();
    }

    private static Node owner(Song song) {
        UUID key = Key.of(song.id());
        return NODES.stream().filter(node -> node.bean(Nodes.class).owns(key)).findFirst().orElseThrow();
    }

    @Test
    @DisplayName("show one song alike: sender, owner and receiver on three of them")
    void senderOwnerReceiver() {
        Song song = NODES.getFirst().songs().create(Secret.fresh().person(), "Ours", List.of());
        Node owner = owner(song);
        List<Node> others = NODES.stream().filter(node -> node != owner).toList();
        LoadPage sender = band.in(others.get(0), song.link());
        LoadPage receiver = band.in(others.get(1), song.link());
        for (int i = 0; i < 100; i++) {
            Band.addTrack(sender, "Track " + i);
            Band.setTempo(receiver, 400_000 + i);
        }
        band.untilOne();
        assertThat(Band.tracks(receiver)).hasSize(100).isEqualTo(Band.tracks(sender));
        assertThat(receiver.<Long>read(replica -> replica.checksum())).isEqualTo(sender.read(replica -> replica.checksum()));
        assertThat(owner.songs().arrangement(song.link()).checksum()).isEqualTo(sender.read(replica -> replica.checksum()));
        assertThat(sender.fault()).isNull();
        assertThat(receiver.fault()).isNull();
        assertThat(band.twice).isEmpty();
        assertThat(owner.bean(LogReader.class).distinctEdits(song)).isEqualTo(201);
    }

    @Test
    @DisplayName("share presence and chat, and forget who leaves")
    void sharePresence() {
        Song song = NODES.getFirst().songs().create(Secret.fresh().person(), "Ours", List.of());
        LoadPage anna = band.in(NODES.get(0), song.link());
        LoadPage ben = band.in(NODES.get(1), song.link());
        Band.until("they see each other", () -> anna.people().containsKey(ben.session()) && ben.people().containsKey(anna.session()));
        Presence place = new Presence(Arrangement.ROOT, 1, 2, 3, false, Arrangement.ROOT, List.of());
        anna.move(place);
        Band.until("Ben sees Anna move", () -> ben.people().get(anna.session()).presence().equals(place));
        anna.say(new Message.Say(new Id(5, 5), "Hello from here"));
        band.hears(ben, Message.Chat.class, chat -> chat.lines().stream().anyMatch(line -> line.text().equals("Hello from here")));
        anna.close();
        Band.until("Ben sees Anna leave", () -> !ben.people().containsKey(anna.session()));
    }

    @Test
    @DisplayName("take a page that comes back to another of them, with what it did meanwhile")
    void resumeElsewhere() {
        Song song = NODES.getFirst().songs().create(Secret.fresh().person(), "Ours", List.of());
        LoadPage anna = band.in(NODES.get(0), song.link());
        LoadPage ben = band.in(NODES.get(1), song.link());
        Band.addTrack(anna, "Drums");
        band.untilOne();
        anna.close();
        Band.addTrack(anna, "Bass");
        Band.addTrack(ben, "Piano");
        anna.connect(NODES.get(2).url(), song.link()).orTimeout(30, TimeUnit.SECONDS).join();
        band.untilOne();
        assertThat(Band.tracks(anna)).containsExactly("Bass", "Drums", "Piano").isEqualTo(Band.tracks(ben));
    }
}
