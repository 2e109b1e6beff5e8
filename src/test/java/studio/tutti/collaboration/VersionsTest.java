package studio.tutti.collaboration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.tutti.account.Secret;
import studio.tutti.cli.bench.LoadPage;
import studio.tutti.collaboration.internal.FreshIds;
import studio.tutti.collaboration.internal.store.Key;
import studio.tutti.collaboration.internal.store.SnapshotStore;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.protocol.Message;
import studio.tutti.core.protocol.SnapshotFormat;

@DisplayName("Songs and their versions")
class VersionsTest {

    private static @TempDir Path data;
    private static Node node;
    private final Id maker = Secret.fresh().person();
    private Band band;

    @BeforeAll
    static void start() {
        node = Node.alone(data);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @BeforeEach
    void begin() {
        band = new Band();
    }

    @AfterEach
    void end() {
        band.close();
    }

    private static Versions versions() {
        return node.bean(Versions.class);
    }

    /** A folder, a track in it, and a clip with notes. */
    private static List<Operation> music() {
        IdSequence ids = FreshIds.sequence();
        Id folder = ids.next();
        Id track = ids.next();
        Id content = ids.next();
        List<Operation> operations = new ArrayList<>();
        operations.add(new Operation.Add(folder, Kind.TRACK, Map.of(Property.PARENT, Arrangement.ROOT, Property.TYPE, 2L)));
        operations.add(new Operation.Add(track, Kind.TRACK, Map.of(Property.PARENT, Arrangement.ROOT, Property.NAME, "Piano")));
        operations.add(new Operation.Set(track, Property.FOLDER, folder));
        operations.add(new Operation.Add(content, Kind.CONTENT, Map.of(Property.PARENT, Arrangement.ROOT)));
        operations.add(new Operation.Add(ids.next(), Kind.CLIP, Map.of(Property.PARENT, track, Property.CONTENT, content)));
        for (int i = 0; i < 50; i++) {
            operations.add(new Operation.Add(ids.next(), Kind.NOTE, Map.of(Property.PARENT, content, Property.START, 240L * i)));
        }
        return operations;
    }

    @Test
    @DisplayName("bring back what a song was, as one edit that can be undone")
    void restore() {
        Song song = node.songs().create(maker, "Ours", music());
        Version version = versions().name(song.link(), maker, " The good one ");
        long good = node.songs().arrangement(song.link()).checksum();
        Secret anna = Secret.fresh();
        LoadPage page = band.page(anna);
        page.connect(node.url(), song.link()).join();
        Element track = page.read(replica -> replica.arrangement().root().children(Kind.TRACK).stream()
                .filter(each -> each.text(Property.NAME).equals("Piano")).findFirst().orElseThrow());
        page.edit("mess", List.of(
                new Operation.Remove(track.id()),
                new Operation.Remove(page.<Id>read(replica -> replica.arrangement().root().children(Kind.CONTENT).getFirst().children(Kind.NOTE).getFirst().id())),
                new Operation.Set(Arrangement.ROOT, Property.TEMPO, 250_000L)));
        Band.addTrack(page, "Noise");
        band.untilOne();
        assertThat(versions().of(song.link())).singleElement().satisfies(only -> {
            assertThat(only.name()).isEqualTo("The good one");
            assertThat(only.revision()).isEqualTo(song.head());
            assertThat(only.isAutomatic()).isFalse();
        });
        assertThat(versions().at(song.link(), version.revision()).checksum()).isEqualTo(good);

        long revision = versions().restore(song.link(), anna.person(), version.revision());
        Band.until("the page has it", () -> page.read(replica -> replica.revision()) == revision);
        assertThat(Band.tracks(page)).containsExactly("", "Piano");
        assertSameMusic(node.songs().arrangement(song.link()), versions().at(song.link(), version.revision()));
        assertThat(versions().restore(song.link(), anna.person(), version.revision())).as("nothing left to restore").isEqualTo(revision);

        page.undo();
        band.untilOne();
        assertThat(Band.tracks(page)).containsExactly("", "Noise");
        page.redo();
        band.untilOne();
        assertSameMusic(node.songs().arrangement(song.link()), versions().at(song.link(), version.revision()));
    }

    private static void assertSameMusic(Arrangement one, Arrangement other) {
        for (Kind kind : Kind.values()) {
            assertThat(one.count(kind)).as(kind.word()).isEqualTo(other.count(kind));
        }
        for (int handle = 0; handle < other.handles(); handle++) {
            Element there = other.at(handle);
            Element here = one.find(there.id());
            assertThat(here).isNotNull();
            for (int slot = 0; slot < there.kind().size(); slot++) {
                Property property = there.kind().property(slot);
                assertThat(here.get(property)).as(there.kind().word() + " " + property).isEqualTo(there.get(property));
            }
        }
    }

    @Test
    @DisplayName("are refused when they don't exist or have no name")
    void refuse() {
        Song song = node.songs().create(maker, "Ours", List.of());
        assertThatThrownBy(() -> versions().name(song.link(), maker, "  ")).hasMessage("A version needs a name.");
        assertThatThrownBy(() -> versions().at(song.link(), 99)).hasMessageContaining("no revision 99");
        assertThatThrownBy(() -> versions().of("nowhere")).isInstanceOf(NoSuchSong.class);
        assertThatThrownBy(() -> node.songs().create(maker, "x".repeat(300), List.of())).isInstanceOf(EditRefused.class);
    }

    @Test
    @DisplayName("live on in a duplicate, without the history")
    void duplicate() {
        Song song = node.songs().create(maker, "Ours", music());
        node.songs().rename(song.link(), maker, "Yours");
        Song copy = node.songs().duplicate(song.link(), maker, "Copy of Yours");
        assertThat(node.songs().find(List.of(copy.link(), "nowhere", song.link()))).extracting(Song::name)
                .containsExactly("Copy of Yours", "Yours");
        Arrangement arrangement = node.songs().arrangement(copy.link());
        assertThat(arrangement.count(Kind.NOTE)).isEqualTo(50);
        Element track = arrangement.root().children(Kind.TRACK).stream()
                .filter(each -> each.text(Property.NAME).equals("Piano")).findFirst().orElseThrow();
        assertThat(arrangement.alive(track.reference(Property.FOLDER))).isNotNull();
        assertThat(copy.link()).hasSize(43).isNotEqualTo(song.link());
    }

    @Test
    @DisplayName("open fast after many edits, from a snapshot that was made on the way")
    void snapshots() {
        Song song = node.songs().create(maker, "Ours", music());
        LoadPage anna = band.in(node, song.link());
        for (int i = 0; i < 1_000; i++) {
            Band.setTempo(anna, 300_000 + i);
        }
        band.untilOne();
        Band.until("a snapshot is made", () -> node.bean(SnapshotStore.class).latestRevision(Key.of(song.id())) > song.head());
        Band.until("the room sends it", () -> {
            try (Band late = new Band()) {
                LoadPage page = late.in(node, song.link());
                Message.Welcome welcome = late.hears(page, Message.Welcome.class, each -> true);
                late.hears(page, Message.Chat.class, each -> true);
                assertThat(page.<Long>read(replica -> replica.checksum())).isEqualTo(anna.<Long>read(replica -> replica.checksum()));
                return SnapshotFormat.fromBytes(welcome.snapshot()).revision() > song.head();
            }
        });
    }
}
