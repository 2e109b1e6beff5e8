package studio.tutti.browser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.protocol.EditFormat;
import studio.tutti.core.protocol.Message;
import studio.tutti.core.protocol.MessageFormat;
import studio.tutti.core.protocol.SnapshotFormat;

/** The order of one song, and lines to its pages that can be cut: the least that a server does. */
final class Sequencer {

    final Arrangement arrangement = new Arrangement();
    final List<byte[]> log = new ArrayList<>();
    private final Map<Id, Long> known = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();

    /** The way between the order and one page. */
    final class Line {
        final OpenSong page;
        final Id person;
        boolean up;

        Line(OpenSong page, Id person) {
            this.page = page;
            this.person = person;
            lines.add(this);
        }

        void connect() {
            up = true;
            Message.Hello hello = (Message.Hello) MessageFormat.fromPage(page.hello("Ann", 0xFF0000));
            byte[] snapshot = hello.revision() < 0 ? SnapshotFormat.toBytes(log.size(), arrangement) : new byte[0];
            tell(new Message.Welcome(person, log.size(), true, snapshot, List.of()));
            if (hello.revision() >= 0 && hello.revision() < log.size()) {
                tell(since(hello.revision()));
            }
        }

        void cut() {
            up = false;
            page.disconnected();
        }

        void tell(Message message) {
            if (up) {
                page.receive(MessageFormat.toBytes(message));
            }
        }

        /** Takes what the page has to say. */
        boolean listen() {
            byte[] frame = page.outgoing();
            if (frame == null || !up) {
                return false;
            }
            take(this, frame);
            return true;
        }
    }

    Line line(OpenSong page, Id person) {
        return new Line(page, person);
    }

    private Message since(long revision) {
        return new Message.Ordered(revision + 1, arrangement.checksum(), log.subList((int) revision, log.size()));
    }

    /** Takes a frame of a page, whether its line still stands or not. */
    void take(Line from, byte[] frame) {
        switch (MessageFormat.fromPage(frame)) {
            case Message.Submit submit -> order(from, EditFormat.fromBytes(submit.edit()));
            case Message.Fetch fetch -> from.tell(since(fetch.after()));
            default -> {}
        }
    }

    private void order(Line from, Edit edit) {
        if (known.get(edit.id()) instanceof Long at) {
            from.tell(new Message.Accepted(edit.id(), at, 0));
            return;
        }
        try {
            arrangement.apply(edit);
        } catch (EditRefused refused) {
            from.tell(new Message.Refused(edit.id(), refused.getMessage()));
            return;
        }
        log.add(EditFormat.toBytes(edit));
        known.put(edit.id(), (long) log.size());
        for (Line line : lines) {
            line.tell(line == from
                    ? new Message.Accepted(edit.id(), log.size(), arrangement.checksum())
                    : since(log.size() - 1));
        }
    }

    /** Lets everybody talk until all is said. */
    void settle() {
        boolean talking = true;
        while (talking) {
            talking = false;
            for (Line line : lines) {
                talking |= line.listen();
            }
        }
    }
}
