package studio.tutti.core.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.ModelRules;
import studio.tutti.core.protocol.EditFormat;
import studio.tutti.core.protocol.SnapshotFormat;
import studio.tutti.core.trial.Dice;

/**
 * Eight people at random on bad connections: messages late, doubled, lost and (on every other seed) out of order, lost
 * connections, reloads, late joiners. 200 seeds, 1,000 in the long form; {@code -Dtutti.seeds=N} runs so many,
 * {@code -Dtutti.seed=S} the one.
 */
@DisplayName("Eight people who edit one song at random on bad connections")
class ConvergenceTest {

    private static final int SEEDS = Integer.getInteger("tutti.seeds", Boolean.getBoolean("tutti.long") ? 1_000 : 200);
    private static final int EDITS = 500;
    private static final int PEOPLE = 8;

    private final AtomicLong ordered = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();

    @Test
    @DisplayName("end with equal songs, every acknowledged edit applied exactly once, and the rules hold at every revision")
    void converge() {
        Integer one = Integer.getInteger("tutti.seed");
        IntStream seeds = one == null ? IntStream.range(0, SEEDS) : IntStream.of(one);
        seeds.parallel().forEach(seed -> {
            try {
                play(seed);
            } catch (RuntimeException | Error failure) {
                throw new AssertionError("with -Dtutti.seed=" + seed + ": " + failure.getMessage(), failure);
            }
        });
        System.out.println(ordered + " random edits were ordered, " + refused + " refused.");
        // Were most refused, the test would show little.
        assertThat(ordered.get()).isGreaterThan(10 * refused.get());
    }

    private void play(int seed) {
        Dice dice = new Dice(seed);
        Host host = new Host(dice);
        List<Page> room = new ArrayList<>();
        long now = 0;
        int made = 0;
        while (made < EDITS) {
            now++;
            if (room.size() < PEOPLE && (room.isEmpty() || dice.chance(2))) {
                Page page = new Page(room.size(), host, dice, seed % 2 == 0);
                room.add(page);
                page.connect(now);
            }
            for (Page page : room) {
                if (dice.chance(12) && page.write()) {
                    made++;
                }
                if (dice.below(1000) < 4) {
                    page.lose();
                } else if (dice.below(1000) < 4) {
                    page.reload();
                }
            }
            pass(now, host, room);
        }
        for (Page page : room) {
            page.toHost.mend();
            page.fromHost.mend();
        }
        long deadline = now + 5_000;
        while (!isSettled(host, room)) {
            assertThat(++now).as("the end, with a good connection").isLessThan(deadline);
            pass(now, host, room);
        }
        checkEnd(host, room);
        ordered.addAndGet(host.head());
        refused.addAndGet(host.refused);
    }

    private static void pass(long now, Host host, List<Page> room) {
        for (Page page : room) {
            page.send(now);
            page.toHost.deliver(now, frame -> host.hear(page, frame, room, now));
        }
        if (now % 25 == 0) {
            host.tellHead(room, now);
        }
        for (Page page : room) {
            page.fromHost.deliver(now, frame -> page.hear(frame, now));
        }
    }

    private static boolean isSettled(Host host, List<Page> room) {
        return room.stream().allMatch(page -> page.isSettled() && page.toHost.isEmpty() && page.fromHost.isEmpty());
    }

    private static void checkEnd(Host host, List<Page> room) {
        Arrangement replayed = new Arrangement();
        Set<Id> once = new HashSet<>();
        for (byte[] bytes : host.log) {
            Edit edit = EditFormat.fromBytes(bytes);
            assertThat(once.add(edit.id())).as("an edit is ordered once").isTrue();
            replayed.apply(edit);
        }
        assertThat(replayed.checksum()).isEqualTo(host.song.checksum());
        for (Page page : room) {
            assertThat(page.replica().checksum()).isEqualTo(host.song.checksum());
            assertThat(page.replica().arrangement().checksum()).isEqualTo(host.song.checksum());
            ModelRules.check(page.replica().arrangement());
            for (Map.Entry<Id, Long> each : page.acknowledged.entrySet()) {
                assertThat(host.revisions.get(each.getKey())).as("an acknowledged edit").isEqualTo(each.getValue().intValue());
            }
        }
        Replica late = new Replica(new Id(1, 99), new IdSequence(99, 0), element -> {});
        SnapshotFormat.Stored stored = SnapshotFormat.fromBytes(SnapshotFormat.toBytes(host.head(), host.song));
        late.load(stored.arrangement(), stored.revision(), List.of());
        assertThat(late.checksum()).isEqualTo(host.song.checksum());
        ModelRules.check(late.arrangement());
    }
}
