package studio.tutti.core.replica;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.ModelRules;
import studio.tutti.core.protocol.EditFormat;
import studio.tutti.core.protocol.Message;
import studio.tutti.core.protocol.MessageFormat;
import studio.tutti.core.protocol.SnapshotFormat;
import studio.tutti.core.trial.Dice;

/** The one who orders edits, as small as it can be: a log, the song that it makes, and what each person may undo. */
final class Host {

    final List<byte[]> log = new ArrayList<>();
    /** The checksum at every revision. */
    final List<Long> sums = new ArrayList<>();
    final Map<Id, Integer> revisions = new HashMap<>();
    final Arrangement song = new Arrangement();
    int refused;
    private final Map<Id, List<OwnEdit>> own = new HashMap<>();
    private final Map<Id, List<Integer>> ownRevisions = new HashMap<>();
    private final TreeMap<Integer, byte[]> snapshots = new TreeMap<>();
    private final Dice dice;

    Host(Dice dice) {
        this.dice = dice;
        sums.add(song.checksum());
        snapshots.put(0, SnapshotFormat.toBytes(0, song));
    }

    int head() {
        return log.size();
    }

    void hear(Page page, byte[] frame, List<Page> room, long now) {
        switch (MessageFormat.fromPage(frame)) {
            case Message.Hello hello -> welcome(page, hello, now);
            case Message.Submit submit -> submit(page, submit.edit(), room, now);
            case Message.Fetch fetch -> sendAfter(page, (int) fetch.after(), now);
            default -> throw new AssertionError("The pages of this test say no such thing.");
        }
    }

    private void welcome(Page page, Message.Hello hello, long now) {
        boolean fresh = hello.revision() < 0 || dice.chance(30);
        int from = fresh ? snapshotAfter(hello.revision()) : (int) hello.revision();
        page.fromHost.send(MessageFormat.toBytes(new Message.Welcome(
                page.person, head(), true, fresh ? snapshots.get(from) : new byte[0], steps(page.person, fresh ? from : head()))), now);
        sendAfter(page, from, now);
    }

    /** A stored snapshot, now and then a new one, not older than what the page has. */
    private int snapshotAfter(long revision) {
        Integer stored = snapshots.lowerKey(head() + 1);
        if (dice.chance(30) || stored < revision) {
            snapshots.put(head(), SnapshotFormat.toBytes(head(), song));
            return head();
        }
        return stored;
    }

    private List<OwnEdit> steps(Id person, int upTo) {
        List<OwnEdit> steps = new ArrayList<>();
        List<Integer> at = ownRevisions.getOrDefault(person, List.of());
        for (int i = 0; i < at.size() && at.get(i) <= upTo; i++) {
            steps.add(own.get(person).get(i));
        }
        return steps;
    }

    private void submit(Page page, byte[] bytes, List<Page> room, long now) {
        Edit edit = EditFormat.fromBytes(bytes);
        Integer known = revisions.get(edit.id());
        if (known != null) {
            page.fromHost.send(MessageFormat.toBytes(new Message.Accepted(edit.id(), known, sums.get(known))), now);
            return;
        }
        try {
            List<studio.tutti.core.arrangement.Operation> inverse = song.apply(edit).inverse();
            log.add(bytes);
            sums.add(song.checksum());
            revisions.put(edit.id(), head());
            own.computeIfAbsent(edit.author(), each -> new ArrayList<>())
                    .add(new OwnEdit(edit.id(), edit.undoes(), edit.label(), inverse));
            ownRevisions.computeIfAbsent(edit.author(), each -> new ArrayList<>()).add(head());
        } catch (EditRefused broken) {
            refused++;
            page.fromHost.send(MessageFormat.toBytes(new Message.Refused(edit.id(), broken.getMessage())), now);
            return;
        } finally {
            ModelRules.check(song);
        }
        for (Page each : room) {
            each.fromHost.send(MessageFormat.toBytes(each == page
                    ? new Message.Accepted(edit.id(), head(), song.checksum())
                    : new Message.Ordered(head(), song.checksum(), List.of(bytes))), now);
        }
    }

    private void sendAfter(Page page, int revision, long now) {
        for (int from = revision; from < head(); from += 40) {
            int to = Math.min(head(), from + 40);
            page.fromHost.send(MessageFormat.toBytes(
                    new Message.Ordered(from + 1, sums.get(to), List.copyOf(log.subList(from, to)))), now);
        }
    }

    void tellHead(List<Page> room, long now) {
        for (Page each : room) {
            each.fromHost.send(MessageFormat.toBytes(new Message.Head(head(), song.checksum())), now);
        }
    }
}
