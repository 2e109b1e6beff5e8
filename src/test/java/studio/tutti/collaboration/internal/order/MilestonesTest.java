package studio.tutti.collaboration.internal.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.tutti.account.Secret;
import studio.tutti.collaboration.Node;
import studio.tutti.collaboration.Song;
import studio.tutti.collaboration.Version;
import studio.tutti.collaboration.Versions;
import studio.tutti.collaboration.internal.FreshIds;
import studio.tutti.collaboration.internal.store.Entry;
import studio.tutti.collaboration.internal.store.Key;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.protocol.EditFormat;

@DisplayName("Automatic versions")
class MilestonesTest {

    private static final List<Operation> TEMPO = List.of(new Operation.Set(Arrangement.ROOT, Property.TEMPO, 400_000L));

    private static Entry entry(long revision, Instant time) {
        Edit edit = new Edit(FreshIds.next(), new Id(1, 1), revision - 1, "tempo", Id.NONE, TEMPO);
        return new Entry(revision, time.toEpochMilli(), 0, edit, EditFormat.toBytes(edit));
    }

    @Test
    @DisplayName("keep what a song was before a pause of ten minutes, and after every thousand edits, each once")
    void afterPausesAndManyEdits(@TempDir Path data) {
        try (Node node = Node.alone(data)) {
            Song song = node.songs().create(Secret.fresh().person(), "Ours", List.of());
            UUID key = Key.of(song.id());
            Milestones milestones = node.bean(Milestones.class);
            Instant evening = Instant.parse("2026-11-20T20:00:00Z");
            milestones.stored(key, List.of(entry(2, evening), entry(3, evening.plusSeconds(5))));
            milestones.stored(key, List.of(entry(4, evening.plus(Duration.ofMinutes(9)))));
            milestones.stored(key, List.of(entry(5, evening.plus(Duration.ofMinutes(20)))));
            List<Version> versions = await(node, song, 1);
            assertThat(versions.getFirst().revision()).isEqualTo(4);
            assertThat(versions.getFirst().isAutomatic()).isTrue();
            assertThat(versions.getFirst().time()).isCloseTo(evening.plus(Duration.ofMinutes(9)), within(1, ChronoUnit.SECONDS));
            for (long revision = 6; revision <= 1_100; revision++) {
                milestones.stored(key, List.of(entry(revision, evening.plus(Duration.ofMinutes(21)))));
            }
            assertThat(await(node, song, 2)).extracting(Version::revision).containsExactly(1_004L, 4L);
        }
    }

    private static List<Version> await(Node node, Song song, int count) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        List<Version> versions = node.bean(Versions.class).of(song.link());
        while (versions.size() < count && System.nanoTime() < deadline) {
            LockSupport.parkNanos(5_000_000);
            versions = node.bean(Versions.class).of(song.link());
        }
        return versions;
    }
}
