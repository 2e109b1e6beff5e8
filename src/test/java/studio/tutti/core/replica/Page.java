package studio.tutti.core.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.ModelRules;
import studio.tutti.core.protocol.EditFormat;
import studio.tutti.core.protocol.Message;
import studio.tutti.core.protocol.MessageFormat;
import studio.tutti.core.protocol.SnapshotFormat;
import studio.tutti.core.trial.Dice;
import studio.tutti.core.trial.RandomEdits;

/** A person's page on a bad connection: edits at random, sends, hears, reconnects, reloads. */
final class Page {

    final Id person;
    final Wire toHost;
    final Wire fromHost;
    /** What the host said about which edit. */
    final Map<Id, Long> acknowledged = new HashMap<>();
    private final Host host;
    private final Dice dice;
    private final IdSequence ids;
    private final RandomEdits edits;
    private Replica replica;
    /** The pending edits that lie in the browser's storage while the page reloads. */
    private List<byte[]> kept = new ArrayList<>();
    private boolean loaded;
    private boolean welcomed;
    private long quietSince;
    private int heard;

    Page(int number, Host host, Dice dice, boolean wiresKeepOrder) {
        this.host = host;
        this.dice = dice;
        person = new Id(0xBA9D, number);
        ids = new IdSequence(dice.bits() | 1, dice.bits());
        edits = new RandomEdits(dice, ids);
        replica = new Replica(person, ids, element -> {});
        toHost = new Wire(dice, wiresKeepOrder);
        fromHost = new Wire(dice, wiresKeepOrder);
    }

    Replica replica() {
        return replica;
    }

    boolean isSettled() {
        return loaded && welcomed && replica.pendingCount() == 0 && replica.revision() == host.head();
    }

    void connect(long now) {
        welcomed = false;
        quietSince = now;
        say(new Message.Hello(Message.VERSION, person, loaded ? replica.revision() : -1, "", 0), now);
    }

    /** The connection is lost, with all that was underway. */
    void lose() {
        toHost.cut();
        fromHost.cut();
        welcomed = false;
    }

    /** The page is closed and opened again. */
    void reload() {
        lose();
        for (Edit edit : replica.pending()) {
            kept.add(EditFormat.toBytes(edit));
        }
        replica = new Replica(person, ids, element -> {});
        loaded = false;
    }

    /** Edits, undoes or redoes; true if there is a new pending edit. */
    boolean write() {
        if (!loaded) {
            return false;
        }
        int chance = dice.below(100);
        try {
            return (chance < 12 ? replica.undo()
                    : chance < 20 ? replica.redo()
                    : replica.edit("trial", edits.next(replica.arrangement()))) != null;
        } catch (EditRefused broken) {
            return false;
        } finally {
            check();
        }
    }

    void send(long now) {
        if (!welcomed) {
            if (now - quietSince > 60) {
                connect(now);
            }
            return;
        }
        if (now - quietSince > 60) {
            quietSince = now;
            replica.resendAll();
        }
        for (Edit edit : replica.takeUnsent()) {
            say(new Message.Submit(EditFormat.toBytes(edit)), now);
        }
    }

    private void say(Message.FromPage message, long now) {
        toHost.send(MessageFormat.toBytes(message), now);
    }

    void hear(byte[] frame, long now) {
        Message.FromServer message = MessageFormat.fromServer(frame);
        if (message instanceof Message.Welcome welcome) {
            hear(welcome, now);
            return;
        }
        if (!welcomed) {
            return;
        }
        switch (message) {
            case Message.Ordered ordered -> {
                List<Edit> decoded = ordered.edits().stream().map(EditFormat::fromBytes).toList();
                fetchUnless(replica.ordered(ordered.first(), decoded), now);
            }
            case Message.Accepted accepted -> {
                Long before = acknowledged.put(accepted.edit(), accepted.revision());
                assertThat(before).as("a second answer about one edit").isIn(null, accepted.revision());
                fetchUnless(replica.accepted(accepted.edit(), accepted.revision()), now);
                quietSince = now;
            }
            case Message.Refused refused -> replica.refused(refused.edit());
            case Message.Head head -> fetchUnless(head.revision() <= replica.revision(), now);
            default -> throw new AssertionError("The host of this test says no such thing.");
        }
        check();
    }

    private void hear(Message.Welcome welcome, long now) {
        if (welcomed || !loaded && welcome.snapshot().length == 0) {
            return;
        }
        if (welcome.snapshot().length > 0) {
            SnapshotFormat.Stored stored = SnapshotFormat.fromBytes(welcome.snapshot());
            if (loaded && stored.revision() < replica.revision()) {
                return;
            }
            replica.load(stored.arrangement(), stored.revision(), welcome.steps());
            kept.forEach(bytes -> replica.resume(EditFormat.fromBytes(bytes)));
            kept.clear();
            loaded = true;
        }
        welcomed = true;
        quietSince = now;
        replica.resendAll();
        check();
    }

    private void fetchUnless(boolean complete, long now) {
        if (!complete) {
            say(new Message.Fetch(replica.revision()), now);
        }
    }

    private void check() {
        if (loaded) {
            assertThat(replica.checksum())
                    .as("the checksum at revision %d", replica.revision())
                    .isEqualTo(host.sums.get((int) replica.revision()));
            if (++heard % 64 == 0) {
                ModelRules.check(replica.arrangement());
            }
        }
    }
}
